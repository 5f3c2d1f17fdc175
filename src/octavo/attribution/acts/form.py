"""Whether a statement is quoted word for word: direct where all of the content stands in quotation marks, indirect where none does."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from octavo.analysis import Form, Found, Span
from octavo.attribution.acts.quotation_marks import quoted

_WORD = re.compile(r"\w+")
_LOOK_BACK = 2_000
"""How far back the quotation may have been opened that a piece of content lies in: a bound for a text that is all one line."""
_LOOK_AHEAD = 200
"""How far on the mark may stand that closes a quotation in single marks."""


def form(text: str, found: Found) -> Form:
    """The form of an attribution's content, all its pieces together; indirect where it has no word at all."""
    inside = total = 0
    marked: tuple[Span, ...] = ()
    seen_to = -1
    for start, end in sorted(found.content):
        if end > seen_to:
            begin = _paragraph_start(text, start)
            seen_to = min(len(text), end + _LOOK_AHEAD)
            marked = quoted(text, begin, seen_to)
        for word in _WORD.finditer(text, start, end):
            total += 1
            inside += _within(word.start(), marked)
    if not inside:
        return "indirect"
    return "direct" if inside == total else "mixed"


def _paragraph_start(text: str, place: int) -> int:
    """Where the paragraph that holds a place begins; within reach a word's beginning, where it begins farther back."""
    lowest = max(0, place - _LOOK_BACK)
    line = text.rfind("\n", lowest, place)
    if line >= 0 or lowest == 0:
        return line + 1
    space = text.find(" ", lowest, place)
    return space + 1 if space >= 0 else lowest


def _within(place: int, marked: Sequence[Span]) -> bool:
    at = bisect_right(marked, (place, len(marked) and marked[-1][1])) - 1
    return at >= 0 and marked[at][0] <= place < marked[at][1]
