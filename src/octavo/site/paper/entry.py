"""A story as the pages show it, once, with its reports: articles in, entry out. Pure: the same rows give the same entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from octavo.grouping.stories import facts as grouping
from octavo.grouping.stories.facts import Facts, facts
from octavo.site.paper.briefs.lines import Line
from octavo.site.readers.muting.deciding import Sifted
from octavo.site.readers.muting.rules import Rule

NOTHING = Sifted()
"""What is hidden and lifted for a reader who has no rules."""


@dataclass(frozen=True, slots=True)
class Row:
    """An article as far as the pages of stories need it. `ranked` has an offset, `place` is the dateline's; "" is what is not known.

    `story` is the number of its story, 0 while it stands alone, `leads` whether that has its headline; `voice` is whose report it is (see
    `octavo.grouping.owners`). `copy_of` and `version_of` are numbers of articles, 0 for none (see `octavo.story.Placement`). `source` is
    the number of the source that its page came from, 0 where it was not asked for.
    """

    pk: int
    headline: str
    ranked: datetime
    text: str = field(repr=False)
    kicker: str = ""
    publisher: str = ""
    agency: str = ""
    place: str = ""
    section: str = ""
    language: str = ""
    dated: bool = True
    voice: str = ""
    story: int = 0
    leads: bool = False
    copy_of: int = 0
    version_of: int = 0
    source: int = 0

    @property
    def paper(self) -> str:
        """Who shows it; where nobody says so, who wrote it."""
        return self.publisher or self.agency


@dataclass(frozen=True, slots=True)
class Report:
    """A text as it was reported, once: the article that had it first, and those that carry it or take its place, first to last."""

    row: Row
    others: tuple[Row, ...] = ()

    @property
    def copies(self) -> tuple[Row, ...]:
        """Those that carry it in another paper."""
        return tuple(row for row in self.others if row.copy_of)

    @property
    def wire(self) -> str:
        """Whose text it is: the agency that wrote it, else the paper that had it first."""
        return self.row.agency or self.row.publisher

    @property
    def carriers(self) -> tuple[str, ...]:
        """The papers that carry it, but for its author, in the order in which they did."""
        shown = (row.publisher for row in (self.row, *self.copies))
        return tuple(dict.fromkeys(name for name in shown if name not in ("", self.wire)))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader's rules have to do with a story: the follow that lifts it; the mute that hides it, or would, were it not followed or
    had it not changed; how many of its articles are left out of it."""

    follow: Rule | None = None
    mute: Rule | None = None
    left_out: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything to be said."""
        return bool(self.follow or self.mute or self.left_out)


NOT_ASKED = Wanted()


@dataclass(frozen=True, slots=True)
class Entry:
    """A story as the edition shows it: once, by the article whose headline and first words stand for it. An article alone is one too.

    `changed`: how many of those that carry the text that most papers carry changed it, as far as it was looked at. `line`: the first line
    of its brief, where the page tells it. `wanted`: what the reader's own rules have to do with it.

    What a reader's mutes leave out of it is in none of the reports; `facts` are those of all its articles, so that what is said of a story
    is true whoever reads.
    """

    row: Row
    reports: tuple[Report, ...]
    facts: Facts
    changed: int = 0
    line: Line | None = None
    wanted: Wanted = NOT_ASKED

    def __iter__(self) -> Iterator[Row]:
        """All its articles."""
        return self.rows

    @property
    def rows(self) -> Iterator[Row]:
        """All its articles, report by report."""
        return chain.from_iterable((report.row, *report.others) for report in self.reports)

    @property
    def story(self) -> int:
        """The number of its story; 0 for an article alone."""
        return self.row.story if self.facts.size > 1 else 0

    @property
    def carried(self) -> Report | None:
        """The report that most papers carry; None where none is carried by another."""
        most = max(self.reports, key=lambda report: len(report.carriers))
        return most if most.copies else None


def entry_of(rows: Iterable[Row], sifted: Sifted = NOTHING) -> Entry:
    """The articles of one story, at least one, in any order -> its entry, without those that are hidden unless all are."""
    arrived = by_time(rows)
    told = facts([_told(row) for row in arrived])
    shown = [row for row in arrived if row.pk not in sifted.hidden] or arrived
    # The library's word is that of all articles, of which only the newest may be here.
    face = max(shown, key=lambda row: (row.leads, str(row.pk) == told.headline_of))
    return Entry(face, _reports(shown), told, wanted=_wanted(shown, len(arrived) - len(shown), sifted))


def _wanted(shown: Sequence[Row], left_out: int, sifted: Sifted) -> Wanted:
    if sifted is NOTHING:
        return NOT_ASKED
    at = home(shown[0])
    follow = next((sifted.followed[row.pk] for row in shown if row.pk in sifted.followed), None)
    return Wanted(follow, sifted.hidden.get(shown[0].pk) or sifted.despite.get(at) or sifted.back.get(at), left_out)


def home(row: Row) -> tuple[int, int]:
    """What an article stands in: its story, or itself alone."""
    return (row.story, 0) if row.story else (0, row.pk)


def report_of(rows: Iterable[Row], text: int) -> Report | None:
    """The report among those rows that has the article of that number in it."""
    return next((report for report in _reports(by_time(rows)) if text in [row.pk for row in (report.row, *report.others)]), None)


def by_time(rows: Iterable[Row]) -> list[Row]:
    """Articles in the order in which they came."""
    return sorted(rows, key=lambda row: (row.ranked, row.pk))


def _reports(arrived: Sequence[Row]) -> tuple[Report, ...]:
    """Articles in order of time -> their texts, in order of the first that has each."""
    home: dict[int, int] = {}
    groups: dict[int, list[Row]] = {}
    for row in arrived:
        home[row.pk] = row.copy_of or home.get(row.version_of, row.version_of) or row.pk
        groups.setdefault(home[row.pk], []).append(row)
    return tuple(Report(first, tuple(others)) for first, *others in groups.values())


def _told(row: Row) -> grouping.Report:
    return grouping.Report(str(row.pk), row.headline, row.publisher, row.voice, str(row.copy_of or row.pk), row.ranked)
