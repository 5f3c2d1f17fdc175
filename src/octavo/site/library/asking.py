"""A question -> the sentences of the library that answer it: the index finds articles, the pure `answer` chooses among their sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from octavo.briefing.answers.question import ANSWERS
from octavo.briefing.passages import passages
from octavo.briefs import Claim
from octavo.site.library.brief_reports import material_from, material_of
from octavo.site.library.searching.search import search

LOOKED_AT = 200
"""Articles whose sentences are looked at, those that have most of the question's words."""
NEAREST = 5
"""Articles that are named where nothing answers."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What answers a question, best first: the ids of citations are articles' numbers. `nearest`: the numbers of articles that have most of
    its words, for where nothing answers. `understood`: whether any word of it says what it is about."""

    claims: tuple[Claim, ...]
    nearest: Sequence[int] = ()
    understood: bool = True


def ask(question: str, most: int = ANSWERS, story: int | None = None, specimen: bool = False) -> Answers:
    """Ask an edition's articles, or those of one story. Three queries at most, whatever the size of the library.

    Any text is a question; of a long one the beginning is read. Raises LibraryError where the library cannot be read.
    """
    from octavo.briefing.answers.answer import answer  # loads numpy, which all other pages do without
    from octavo.briefing.answers.widening import sought

    words = sought(question)
    if not words:
        return Answers((), understood=False)
    near = [] if story else search(words, LOOKED_AT, specimen=specimen)
    material = material_of(story) if story else material_from(near)
    return Answers(answer(question, passages(material.reports), most), near[:NEAREST])
