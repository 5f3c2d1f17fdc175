"""A brief's lines as pages show them: the words, and the way from each to the sentences that carry it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from octavo.analysis import Span
from octavo.briefing.cleaning import says
from octavo.briefs import Citation
from octavo.site.paper.briefs.citing import address, anchor
from octavo.site.paper.words import standfirst

if TYPE_CHECKING:
    from octavo.site.paper.entry import Row

NAMED = 4
"""Further papers that a line names; the rest is folded."""
NAME = 32
"""Letters of a paper's name behind a line."""
ELSEWHERE = _("another article")
"""What stands for the name of a paper that nobody knows."""
LEFT_OUT = "…"
"""What stands between the pieces of a statement."""


@dataclass(frozen=True, slots=True)
class Cite:
    """The way to a sentence: whose it is, where that leads, and by what name the mark itself is found again, "" where another has it."""

    name: str
    address: str
    anchor: str
    row: Row


@dataclass(frozen=True, slots=True)
class Line:
    """Words, and at least one article that has them, the one that they are taken from first; of each paper one. `reports`: how many
    independent reports carry it, 0 where that is not told; `new`: whether it is to the reader."""

    text: str
    cites: tuple[Cite, ...]
    reports: int = 0
    new: bool = False

    @property
    def first(self) -> Cite:
        """Where the words are taken from."""
        return self.cites[0]

    @property
    def also(self) -> tuple[Cite, ...]:
        """The further ones that are named."""
        return self.cites[1 : 1 + NAMED]

    @property
    def rest(self) -> tuple[Cite, ...]:
        """Those that are folded."""
        return self.cites[1 + NAMED :]

    @property
    def others(self) -> tuple[Cite, ...]:
        """All further ones."""
        return self.cites[1:]

    @property
    def papers(self) -> tuple[str, ...]:
        """The papers that have it."""
        return tuple(dict.fromkeys(cite.row.paper for cite in self.cites if cite.row.paper))


@dataclass(slots=True)
class Setter:
    """Sets the lines of one page, in the order in which they stand there.

    `rows` are the story's articles by number; `texts` the texts of those that lines may lead to; `new` the spans that are new to the
    reader, by article.
    """

    rows: Mapping[int, Row]
    texts: Mapping[int, str]
    new: Mapping[int, Sequence[Span]] = field(default_factory=dict)
    _anchors: set[str] = field(default_factory=set)

    def line(self, text: str, citations: Sequence[Citation], reports: int = 0, free: bool = False) -> Line | None:
        """The line; None where its article is gone, or has another text since, in which it does not stand. A further article that is gone
        or has another text is left out. `free`: it need not stand there to the letter.
        """
        pieces = pieces_of(citations)
        there = [article for article, spans in pieces.items() if self._has(article, spans)]
        cited = next(iter(pieces), None)
        if cited is None or cited not in there or not (free or self._stands(text, cited, pieces[cited])):
            return None
        named: dict[str, int] = {}
        for article in there:
            name = next((name for name in _names(self.rows[article]) if name not in named), None)
            if name:
                named[name] = article
        cites = tuple(self._cite(name, article, pieces[article]) for name, article in named.items())
        return Line(text, cites, reports, self._is_new(cited, pieces[cited]))

    def leads(self, citations: Iterable[Citation]) -> bool:
        """Whether all articles that are cited are there, with the texts that were."""
        return all(self._has(article, spans) for article, spans in pieces_of(citations).items())

    def _has(self, article: int, spans: Sequence[Span]) -> bool:
        length = len(self.texts.get(article, ""))
        return article in self.rows and all(0 <= start < end <= length for start, end in spans)

    def _stands(self, text: str, article: int, spans: Sequence[Span]) -> bool:
        printed = [self.texts[article][start:end] for start, end in spans]
        return any(says(text, each) for each in printed) or all(
            any(part in each for each in printed) for part in map(str.strip, text.split(LEFT_OUT))
        )

    def _cite(self, name: str, article: int, spans: Sequence[Span]) -> Cite:
        place = anchor(article, spans[0][0])
        free = place not in self._anchors
        self._anchors.add(place)
        return Cite(name, address(article, spans), place if free else "", self.rows[article])

    def _is_new(self, article: int, spans: Sequence[Span]) -> bool:
        fresh = self.new.get(article, ())
        return any(start < closes and opens < end for start, end in spans for opens, closes in fresh)


def pieces_of(citations: Iterable[Citation]) -> dict[int, list[Span]]:
    """Citations -> the spans of each article, by its number, the articles in the order in which they are cited."""
    found: dict[int, list[Span]] = {}
    for each in citations:
        if each.id.isascii() and each.id.isdigit():
            found.setdefault(int(each.id), []).append((each.start, each.end))
    return found


def _names(row: Row) -> tuple[str, ...]:
    """What an article is called behind a line: by the agency that wrote it, or, where that stands there already, by its paper."""
    named = tuple(standfirst(name, NAME) for name in (row.agency, row.publisher) if name)
    return named or (str(ELSEWHERE),)
