"""What the papers that carry a text made of it, as the pages say it: who changed it, and how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from octavo.article import Article
from octavo.grouping.copies.changes import LESS, WORD_FOR_WORD, Changes, changes
from octavo.site.messages import in_words, joined
from octavo.site.paper.entry import Entry, Report, Row
from octavo.site.paper.stories.shelf import texts_of

COMPARED = 60
"""So many articles are compared with the text that they carry; of those after them it is not said whether they changed it."""
KEPT = 1024
"""Comparisons that are kept."""


@dataclass(frozen=True, slots=True)
class Carrying:
    """An article that carries a text or took its place, and how it differs; `made` is None where it was not compared."""

    row: Row
    made: Changes | None = None

    @property
    def changed(self) -> bool:
        """Whether its text differs, beyond headline and spelling."""
        return self.made is not None and not set(self.made.summary) <= set(LESS)

    @property
    def how(self) -> str:
        """"cut two paragraphs and another headline"; "" where it was not compared or does not differ."""
        return told(self.made) if self.made and self.made.summary else ""

    @property
    def how_in_short(self) -> str:
        """What it did to the text first of all."""
        done = self.made.summary if self.made else ()
        return in_words(next((each for each in done if each not in LESS), next(iter(done), "")))


def told(made: Changes) -> str:
    """What was done in a few words; "word for word" where nothing was."""
    return joined([in_words(each) for each in made.summary or (WORD_FOR_WORD,)])


def with_changes(entries: Sequence[Entry]) -> list[Entry]:
    """Stories with the number of papers that changed the text that most carry. One query."""
    texts = texts_for(report for entry in entries if (report := entry.carried))
    return [replace(entry, changed=_changed(entry.carried, texts)) if entry.carried else entry for entry in entries]


def carrying(report: Report, texts: Mapping[int, Article]) -> tuple[Carrying, ...]:
    """Those that carry a report's text or took its place, first to last, with what they made of it. `texts`: see `texts_for`."""
    origin = texts.get(report.row.pk)
    return tuple(Carrying(row, _made(origin, texts[row.pk]) if origin and row.pk in texts else None) for row in report.others)


# The front page is made anew with each change of the library, and most texts are those that were.
_made = lru_cache(KEPT)(changes)


def texts_for(reports: Iterable[Report]) -> dict[int, Article]:
    """The articles that are to be compared. One query."""
    return texts_of(row.pk for report in reports if report.others for row in (report.row, *report.others[:COMPARED]))


def _changed(report: Report, texts: Mapping[int, Article]) -> int:
    return len({each.row.paper or str(each.row.pk) for each in carrying(report, texts) if each.changed and each.row.copy_of})
