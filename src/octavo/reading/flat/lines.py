"""Plain text -> lines: hard wraps joined, white space and bullets taken off, the marks that say what a line is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from octavo.reading.furniture import Furniture, furniture_of
from octavo.reading.parts.cleaning import clean_line
from octavo.reading.parts.words import ends_sentence, words_of

WIDEST_WRAP = 120
"""Text wrapped wider than this (in characters) is not taken for hard-wrapped."""
NARROWEST_WRAP = 40
FEWEST_WRAPS = 2
"""So many breaks inside sentences, at least, make a text hard-wrapped."""

MANY_ROWS = 20_000
SHORT_ROW, LONG_RUN = 40, 100
"""Characters of a short row, and how many of them are kept at each end of a run."""

# Markdown's links, images and bold words.
_LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\[\]]{0,300})\]\((?=[^()\s]{0,300}[/.#])[^()\s]{1,500}(?: \"[^\"()]{0,200}\")?\)")
_BOLD = re.compile(r"\*\*(?=[^\s*])([^*]{1,500})(?<=\S)\*\*")

_MARK = re.compile(r"(?P<list>[•●▪‣·◦∙*+o»-]|\d{1,2}[.)])[ \t]+(?=\S)|(?P<quote>>)[ \t]?|(?P<head>#{1,6})[ \t]+|(?P<leaf>[•●▪‣·◦∙*+o»-])$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of saved text. `mark` is "list", "quote", "head" or "", told by a bullet, a `>` or a `#` that `text` lacks.

    `gap` counts the blank lines above it. `raw` is the line with its bullet ("- The Star"). `words` counts them as `words_of` does.
    """

    text: str
    mark: str = ""
    gap: int = 0
    raw: str = ""
    words: int = 1
    furniture: Furniture = ""
    ends: bool = False
    """Whether it ends as a sentence does."""


def split_lines(text: str) -> list[Line]:
    """The lines of a text that hold something, top to bottom. Linear in the length of the text.

    A text of more than `MANY_ROWS` rows loses the inner rows of long runs of short ones: lists of links, columns of figures.
    """
    rows = text.splitlines()
    if len(rows) > MANY_ROWS:
        rows = _thinned(rows)
    lines, gap = [], 0
    for row in _unwrapped([_tidy(row) for row in rows]):
        if not row:
            gap += 1
            continue
        line = _line(row, gap)
        if line.text:
            lines.append(line)
            gap = 0
    return lines


def _tidy(row: str) -> str:
    if "](" in row:
        row = _LINK.sub(lambda found: "" if found["image"] else found["text"], row)
    if "**" in row:
        row = _BOLD.sub(r"\1", row)
    return " ".join(row.split()) if row.isascii() and row.isprintable() else clean_line(row)


def _thinned(rows: Sequence[str]) -> list[str]:
    kept: list[str] = []
    start = 0
    for at in range(len(rows) + 1):
        if at == len(rows) or len(rows[at]) > SHORT_ROW:
            run = rows[start:at]
            kept += run if len(run) <= 2 * LONG_RUN else [*run[:LONG_RUN], "", *run[-LONG_RUN:]]
            kept += rows[at : at + 1]
            start = at + 1
    return kept


def _line(row: str, gap: int) -> Line:
    found = _MARK.match(row)
    mark = (found.lastgroup or "") if found else ""
    text = row[found.end() :].strip() if found else row
    return Line(text, "list" if mark == "leaf" else mark, gap, row, words_of(text), furniture_of(text), ends_sentence(text))


def _unwrapped(rows: Sequence[str]) -> list[str]:
    """Rows with the breaks of a hard wrap taken out; rows as they are where the text is not hard-wrapped."""
    out: list[str] = []
    width = _wrap_width(rows)
    if width is not None:
        _join(rows, width, out)
        return out
    start = 0
    for end in range(len(rows) + 1):
        if end == len(rows) or not rows[end]:
            block = rows[start:end]
            width = _wrap_width(block) if len(block) > FEWEST_WRAPS else None
            if width is None:
                out.extend(block)
            else:
                _join(block, width, out)
            if end < len(rows):
                out.append("")
            start = end + 1
    return out


def _wrap_width(rows: Sequence[str]) -> int | None:
    """The width (characters) that these rows were wrapped at, None where they were not.

    A greedy wrap leaves each row so long that the first word of the next would not have fitted. Rows without a space (long
    addresses) say nothing.
    """
    width = max((len(row) for row in rows if " " in row), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    forced = inside = prose = 0
    for row, following in pairwise(rows):
        if not following or len(row) < NARROWEST_WRAP // 2:
            continue
        prose += 1
        if _is_forced(row, following, width):
            forced += 1
            inside += not ends_sentence(row) and not following[0].isupper()
    return width if inside >= FEWEST_WRAPS and forced * 2 > prose and inside * 4 > forced else None


def _is_forced(row: str, following: str, width: int) -> bool:
    return len(row) + 1 + len(following.split(" ", 1)[0]) > width


def _join(rows: Sequence[str], width: int, out: list[str]) -> None:
    parts: list[str] = []
    for at, row in enumerate(rows):
        if row:
            parts.append(row)
        following = rows[at + 1] if at + 1 < len(rows) else ""
        if parts and not (row and following and _is_forced(row, following, width) and not _MARK.match(following)):
            out.append(" ".join(parts))
            parts = []
        if not row:
            out.append("")
