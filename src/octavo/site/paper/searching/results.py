"""What was found, as a page shows it: by story, with the line that matches and the way to it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from octavo.analysis import Span
from octavo.site.library.searching.marking import Marker, cut
from octavo.site.library.searching.ranking import Hit
from octavo.site.paper.briefs.citing import address
from octavo.site.paper.entry import Row
from octavo.site.paper.words import standfirst

LINE = 340
"""Characters of a line that are shown; of a longer one, those around what is sought."""
BEFORE = 100
"""Characters of a line that are shown before what is sought, at most, where its beginning is left out."""
OTHERS = 3
"""Further articles of a story that are named."""
STATEMENTS = 3
"""Statements of a story that are shown."""

Pieces = list[tuple[str, bool]]
"""A text in pieces, each with whether it is marked."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text as far as it is indexed, and its sentences."""

    text: str
    sentences: Sequence[Span]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement: who made it, the number of their page or None, what was done, the words, and where it stands."""

    article: int
    number: int
    name: str
    page: int | None
    deed: str
    words: str
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Result:
    """A story that was found, or an article alone: the article that came first in the order that was asked for, its headline and the line
    that matches, marked; `place` is the way to that line, "" where it is the headline alone. `others`: further articles of the story that
    match; `more`: how many besides. `new`: whether any came in since the reader last looked."""

    row: Row
    headline: Pieces
    line: Pieces
    place: str
    said: tuple[Spoken, ...]
    others: tuple[Row, ...]
    more: int
    story: int
    reports: int
    papers: int
    new: bool = False


def results(
    stories: Iterable[Sequence[Hit]], rows: Mapping[int, Row], texts: Mapping[int, Text], said: Mapping[int, Sequence[Spoken]],
    marker: Marker, shown_headline: Callable[[Row], str], seen: int | None = None,
) -> list[Result]:
    """The hits of each story -> what is shown of it; of articles without a row, nothing. `seen`: the number of the newest article that was
    there when the reader last looked, None where that does not matter."""
    found = []
    for hits in stories:
        there = [hit for hit in hits if hit.article in rows]
        if not there:
            continue
        first, *rest = there
        row = rows[first.article]
        line, place = _line(first.article, texts.get(first.article), row, marker)
        headline = shown_headline(row)
        # What several papers print alike stands once.
        told = {each.words: each for hit in reversed(there) for each in reversed(said.get(hit.article, ()))}
        found.append(Result(
            row, cut(headline, marker.spans(headline)), line, place, tuple(reversed(told.values()))[:STATEMENTS],
            tuple(rows[hit.article] for hit in rest[:OTHERS]), len(rest[OTHERS:]) + len(hits) - len(there),
            first.story, first.reports, first.papers, seen is not None and any(hit.article > seen for hit in hits),
        ))
    return found


def _line(article: int, text: Text | None, row: Row, marker: Marker) -> tuple[Pieces, str]:
    best = marker.best(text.text, text.sentences) if text else None
    if text is None or best is None:
        words = standfirst(row.text, LINE) if row.headline else ""
        return ([(words, False)] if words else []), ""
    return around(text.text[best[0] : best[1]], marker), address(article, [best])


def around(line: str, marker: Marker) -> Pieces:
    """A line in pieces; of one that is long, what lies around its first marks, cut between words."""
    spans = marker.spans(line)
    if len(line) <= LINE:
        return cut(line, spans)
    first = spans[0][0] if spans else 0
    start = 0 if first <= LINE - BEFORE else line.rfind(" ", 0, first - BEFORE) + 1
    end = start + LINE
    end = len(line) if end >= len(line) else max(line.rfind(" ", start, end), start + LINE - BEFORE)
    within = [(max(opens, start) - start, min(closes, end) - start) for opens, closes in spans if opens < end and closes > start]
    return [*([("…", False)] if start else []), *cut(line[start:end], within), *([("…", False)] if end < len(line) else [])]
