"""A speaker's statements by day, then story and article; what several papers print alike stands once. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from octavo.analysis import Span
from octavo.site.paper.deeds import told
from octavo.site.paper.voices import Said, plain


@dataclass(frozen=True, slots=True)
class Row:
    """A statement with what the list says of its article, and of its story where it has one.

    `around` is the article's text from where the first span of the cue begins.
    """

    said_on: date
    article: int
    number: int
    act: str
    negated: bool
    name: str
    cue: Sequence[Span]
    around: str
    words: str
    occasion: str
    headline: str
    text: str
    language: str
    ranked: datetime
    publisher: str
    agency: str
    story: int | None = None
    story_size: int | None = None
    story_headline: str | None = None

    @property
    def said(self) -> Said:
        """The statement as its page shows it."""
        first = self.cue[0][0] if self.cue else 0
        cue = [(start - first, end - first) for start, end in self.cue]
        done, occasion = told(self.around, cue, self.act, self.negated, bool(self.name), self.occasion)
        return Said(self.number, done, self.words, occasion)


@dataclass(frozen=True, slots=True)
class Told:
    """An article, `row` being its first statement, with what the speaker says in it, and the articles that print the same of that day."""

    row: Row
    said: tuple[Said, ...]
    others: tuple[Row, ...] = ()

    @property
    def pk(self) -> int:
        """The number of the article: it is named as articles elsewhere are."""
        return self.row.article


@dataclass(frozen=True, slots=True)
class Chapter:
    """What is said in the articles of a story on a day; `story` is 0 for an article that stands alone."""

    story: int
    headline: str
    told: tuple[Told, ...]


Day = tuple[date, tuple[Chapter, ...]]


def days(rows: Sequence[Row]) -> list[Day]:
    """Statements in order, those of a day and an article together -> days."""
    return [(day, _chapters(_folded(list(some)))) for day, some in groupby(rows, key=lambda row: row.said_on)]


def _chapters(told: Sequence[Told]) -> tuple[Chapter, ...]:
    """A day's articles by story, as the stories come in."""
    stories: dict[tuple[int, int], list[Told]] = {}
    for each in told:
        story = (each.row.story or 0) if (each.row.story_size or 0) > 1 else 0
        stories.setdefault((story, 0 if story else each.pk), []).append(each)
    return tuple(Chapter(story, (some[0].row.story_headline or "") if story else "", tuple(some)) for (story, _), some in stories.items())


def _folded(rows: Sequence[Row]) -> list[Told]:
    """A day's articles, each set of words once: the first article to print it has it, the others stand with it."""
    articles = [list(some) for _, some in groupby(rows, key=lambda row: row.article)]
    alike: dict[tuple[str, ...], list[list[Row]]] = {}
    for some in articles:
        alike.setdefault(tuple(plain(row.words) for row in some), []).append(some)
    found = []
    for same in alike.values():
        first = min(same, key=lambda some: (some[0].ranked, some[0].article))
        others = tuple(some[0] for some in same if some is not first)
        found.append(Told(first[0], tuple(row.said for row in first), others))
    return found
