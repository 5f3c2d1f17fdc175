"""The way from a line to its sentence and back: the address of a citation, and what an article's page makes of it. Pure.

An address may come from anywhere: what it asks to be marked is marked only where it can be a citation, and is passed over else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from octavo.analysis import Span

CITED = "cited"
"""The anchor of the first marked words."""
MOST = 12
"""Pieces that an address may ask for."""
_SPAN = re.compile(r"(\d{1,8})-(\d{1,8})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Cited:
    """What is marked in a text, pieces in order that do not overlap, and the address of the line that it was taken for, "" for none."""

    spans: tuple[Span, ...]
    back: str = ""


def address(article: int, spans: Iterable[Span]) -> str:
    """The article with these pieces of its text marked, at the first of them."""
    return f"{reverse('article', args=[article])}?cite={','.join(f'{start}-{end}' for start, end in spans)}#{CITED}"


def anchor(article: int, start: int) -> str:
    """The name that a mark of a brief has, by the article and the place in it that it leads to."""
    return f"from-{article}-{start}"


def cited(asked: str, paragraphs: Iterable[Sequence[object]], article: int, story: int | None) -> Cited | None:
    """What `?cite=` says -> what is marked in the article: spans that lie within one of its paragraphs ([kind, start, end] each).

    Of two that overlap the second is passed over, and so is whatever is no citation; None where nothing is left. `story` is the number of
    the article's story, whose brief it leads back to.
    """
    bounds = [(start, end) for _, start, end in paragraphs if isinstance(start, int) and isinstance(end, int)]
    kept: list[Span] = []
    for part in asked[: MOST * 20].split(",")[:MOST]:
        if match := _SPAN.fullmatch(part):
            start, end = int(match[1]), int(match[2])
            within = any(opens <= start < end <= closes for opens, closes in bounds)
            if within and all(end <= other or closes <= start for other, closes in kept):
                kept.append((start, end))
    if not kept:
        return None
    back = f"{reverse('story', args=[story])}#{anchor(article, kept[0][0])}" if story else ""
    return Cited(tuple(sorted(kept)), back)
