"""What the pages take from the library about briefs: a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from octavo.briefs import Brief, Citation
from octavo.site.library.briefs import Kept
from octavo.site.library.models import Article, Statement
from octavo.site.paper.briefs.lines import pieces_of

STATEMENTS = 1500
"""Statements that are looked at for whose words a brief has."""


def texts_behind(lines: Iterable[Iterable[Citation]]) -> dict[int, str]:
    """The texts of the articles that lines are taken from, by number. One query."""
    numbers = {number for number in map(_first, lines) if number is not None}
    return dict(Article.objects.filter(pk__in=numbers).values_list("pk", "text"))


def texts_as_cited(kept: Kept, lines: Iterable[Iterable[Citation]]) -> dict[int, str]:
    """The texts of the articles that lines cite, by number, without those that are others now than when the brief was made. One query."""
    numbers = {number for citations in lines for number in pieces_of(citations)}
    found = Article.objects.filter(pk__in=numbers).values_list("pk", "text")
    return {number: text for number, text in found if kept.is_of(number, text)}


def statements_behind(brief: Brief) -> dict[int, list[Statement]]:
    """The statements, with their speakers, of the articles that a brief takes its speakers' words and its differences from. One query."""
    spoken = (said.citations for speaker in brief.speakers for said in speaker.statements)
    numbers = {number for number in map(_first, chain(spoken, _sides(brief))) if number is not None}
    found: dict[int, list[Statement]] = {}
    rows = Statement.objects.filter(article__in=numbers).select_related("speaker").order_by("article", "number")
    for each in rows[:STATEMENTS] if numbers else ():
        found.setdefault(each.article_id, []).append(each)
    return found


def cited_in(brief: Brief) -> Iterator[tuple[Citation, ...]]:
    """The citations of each line of a brief."""
    yield from (claim.citations for claim in brief.summary)
    yield from (said.citations for speaker in brief.speakers for said in speaker.statements)
    yield from _sides(brief)
    yield from (row.citations for row in brief.timeline)
    yield from (line.citations for line in brief.new)


def _sides(brief: Brief) -> Iterator[tuple[Citation, ...]]:
    return (side.citations for difference in brief.differences for side in difference.sides)


def _first(citations: Iterable[Citation]) -> int | None:
    return next(iter(pieces_of(citations)), None)
