"""Words of an article that readers marked or quoted: found as they are given, and again when its text is another. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right

from octavo.analysis import Span
from octavo.folding import plain_marks

BEFORE = 60
"""Characters that are kept of what stood before."""

_SOLID = re.compile(r"\S+")

LOOKED_AT = 1_000
"""So many places are looked at where words stand everywhere."""


def span_of(text: str, words: str, start: int = 0, before: str = "") -> Span | None:
    """Where those words stand in a text: (start, end), None where they do not.

    Where they stand more than once, the place with the most of `before` in front of it, then the one nearest to `start`. Spaces, line
    ends and the forms of quotation marks and dashes make no difference. Linear in the text.
    """
    words = words.strip()
    if not words:
        return None
    if text[start : start + len(words)] == words and text[:start].endswith(before):
        return start, start + len(words)
    places = _places(plain_marks(text), " ".join(plain_marks(words).split()))
    if not places:
        return None
    return max(places, key=lambda place: (_in_common(text, place[0], before), -abs(place[0] - start)))


def context(text: str, start: int) -> str:
    """What is kept of what stands before that place."""
    return text[max(0, start - BEFORE) : start]


def _places(text: str, words: str) -> list[Span]:
    """Where those words, a space between each two, stand in a text that has spaces as it likes."""
    starts, joined, length = [], [], []
    at = 0
    for match in _SOLID.finditer(text):
        starts.append(match.start())
        joined.append(match[0])
        length.append(at)
        at += len(match[0]) + 1
    whole = " ".join(joined)
    spans: list[Span] = []
    place = whole.find(words)
    while place >= 0 and len(spans) < LOOKED_AT:
        first, last = bisect_right(length, place) - 1, bisect_right(length, place + len(words) - 1) - 1
        spans.append((starts[first] + place - length[first], starts[last] + place + len(words) - length[last]))
        place = whole.find(words, place + len(words))
    return spans


def _in_common(text: str, start: int, before: str) -> int:
    """How many characters before that place are as they were."""
    number = 0
    while number < min(len(before), start) and text[start - number - 1] == before[-number - 1]:
        number += 1
    return number
