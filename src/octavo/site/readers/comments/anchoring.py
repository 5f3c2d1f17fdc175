"""The words of an article that a comment is about. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from octavo.analysis import Span

QUOTE = 600
"""Characters of an article that a comment may quote."""


def within(span: Span, paragraphs: Iterable[Sequence[object]]) -> bool:
    """Whether the span lies in one of the paragraphs, [kind, start, end] each."""
    return any(isinstance(start, int) and isinstance(end, int) and start <= span[0] < span[1] <= end for _, start, end in paragraphs)
