"""The words of an article that a comment is about: found when it is written, and again when the article's text has changed. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from octavo.analysis import Span

QUOTE = 600
"""Characters of an article that a comment may quote."""

_ALIKE = {char: f"[{alike}]" for alike in ("'’‘", '"“”„', "-–—‑") for char in alike}


def find(quote: str, text: str, near: int = 0) -> Span | None:
    """Where the quoted words stand in the text, those nearest to `near` where they stand more than once; None where they do not.

    White space and the shapes of quotation marks and dashes may differ.
    """
    words = quote.split()
    if not words:
        return None
    pattern = r"\s+".join("".join(_ALIKE.get(char) or re.escape(char) for char in word) for word in words)
    return min((found.span() for found in re.finditer(pattern, text)), key=lambda span: abs(span[0] - near), default=None)


def still(quote: str, start: int, text: str) -> Span | None:
    """Where a comment's words stand in the text as it is now: in their place, or else where they are nearest to it."""
    if quote and text.startswith(quote, start):
        return start, start + len(quote)
    return find(quote, text, start)


def within(span: Span, paragraphs: Iterable[Sequence[object]]) -> bool:
    """Whether the span lies in one of the paragraphs, [kind, start, end] each."""
    return any(isinstance(start, int) and isinstance(end, int) and start <= span[0] < span[1] <= end for _, start, end in paragraphs)
