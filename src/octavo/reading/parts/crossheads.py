"""Crossheads: short lines in capitals between the paragraphs of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from octavo.article import Paragraph

LINE_MOST = 100
WORDS_MOST = 14
LETTERS_LEAST = 4
"""A crosshead has at most so many characters and words, and at least so many letters: "AI" or "1." is none."""

CAPITALS_MOST = 0.4
"""Share of a text's letters that may be capitals before lines in capitals mean nothing: a text set in capitals throughout."""


def mark(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """`paragraphs` with short lines in capitals as crossheads, where text follows and the text as a whole is not in capitals."""
    capitals = [_in_capitals(each.text) for each in paragraphs]
    if not any(capitals):
        return tuple(paragraphs)
    upper = sum(sum(map(str.isupper, each.text)) for each in paragraphs)
    cased = upper + sum(sum(map(str.islower, each.text)) for each in paragraphs)
    if not cased or upper / cased > CAPITALS_MOST:
        return tuple(paragraphs)
    followed = [each.kind == "text" and not capital for each, capital in zip(paragraphs[1:], capitals[1:], strict=True)] + [False]
    return tuple(
        replace(each, kind="crosshead") if each.kind == "text" and after and capital else each
        for each, after, capital in zip(paragraphs, followed, capitals, strict=True)
    )


def _in_capitals(line: str) -> bool:
    if len(line) > LINE_MOST or not line.isupper() or len(line.split()) > WORDS_MOST or line.endswith((".", ",", ";")) or line[0] in "([":
        return False
    letters, digits = sum(map(str.isalpha, line)), sum(map(str.isdigit, line))
    return letters >= max(LETTERS_LEAST, 3 * digits)  # more digits make a date or a row of a table
