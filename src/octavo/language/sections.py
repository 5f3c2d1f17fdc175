"""A text of any length -> sections that are read on their own, so that memory does not grow with the text."""

from __future__ import annotations

from octavo.analysis import Span

SECTION = 40_000
"""Characters of a section at most. Hardly an article is longer: those are one section, and nothing is cut in them."""

_ENDS = ("\n\n", "\n", ". ", " ")
"""Where a section best ends: the first of these that is there in its second half."""


def sections(text: str) -> list[Span]:
    """The sections of a text in its order, side by side; each ends with a paragraph, a sentence or at least a word where there is one."""
    found: list[Span] = []
    start = 0
    while len(text) - start > SECTION:
        last = start + SECTION
        places = (text.rfind(each, start + SECTION // 2, last) + len(each) for each in _ENDS if each in text[start + SECTION // 2 : last])
        end = next(places, last)
        found.append((start, end))
        start = end
    return [*found, (start, len(text))]
