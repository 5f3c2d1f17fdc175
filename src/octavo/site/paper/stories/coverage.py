"""Who reported a story: paper by paper, each with its texts and with those that carry them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from octavo.site.paper.entry import Entry, Report, Row

if TYPE_CHECKING:
    from octavo.site.paper.stories.carrying import Carrying

NAMED = 4
"""Papers that are named with what they changed; the list below has all."""
SHOWN = 5
"""Reports of a paper that stand open; the rest is folded."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report as the coverage has it: why it is in the story, in words, and who carries it."""

    report: Report
    why: str = ""
    carrying: tuple[Carrying, ...] = ()

    @property
    def row(self) -> Row:
        """Its first article."""
        return self.report.row

    @property
    def changed(self) -> tuple[Carrying, ...]:
        """The copies that changed the text."""
        return tuple(each for each in self.carrying if each.changed and each.row.copy_of)

    @property
    def named(self) -> tuple[Carrying, ...]:
        """Those of them that are named."""
        return self.changed[:NAMED]

    @property
    def copies(self) -> tuple[Carrying, ...]:
        """Who carries it, paper by paper."""
        return tuple(each for each in self.carrying if each.row.copy_of)

    @property
    def updates(self) -> tuple[Carrying, ...]:
        """The later texts of the paper itself."""
        return tuple(each for each in self.carrying if not each.row.copy_of)


@dataclass(frozen=True, slots=True)
class Paper:
    """Who reports: an agency or a paper, its first reports and the rest."""

    name: str
    shown: tuple[Told, ...]
    rest: tuple[Told, ...] = ()


def papers_of(entry: Entry) -> list[tuple[str, tuple[Report, ...]]]:
    """A story -> whose reports it consists of, in order of their first, each with its own; "" where nobody knows whose one is."""
    found: dict[tuple[str, int], list[Report]] = {}
    for report in entry.reports:
        found.setdefault((report.wire, 0 if report.wire else report.row.pk), []).append(report)
    return [(name, tuple(some)) for (name, _), some in found.items()]


def coverage(
    papers: Iterable[tuple[str, tuple[Report, ...]]], why: Mapping[int, str], carried: Mapping[int, tuple[Carrying, ...]],
) -> list[Paper]:
    """Papers with their reports, reasons and what copies changed, by number of article -> what the page shows."""
    shown = []
    for name, reports in papers:
        told = tuple(Told(report, why.get(report.row.pk, ""), carried.get(report.row.pk, ())) for report in reports)
        shown.append(Paper(name, told[:SHOWN], told[SHOWN:]))
    return shown
