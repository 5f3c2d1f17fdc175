"""What the commands print for a person."""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Callable, Sequence

from octavo.article import Article, Paragraph
from octavo.errors import OctavoError
from octavo.words import credit_lines

MEASURE = 76
"""Characters a line at most: longer lines are hard to read, however wide the window."""

NARROWEST = 20
MIB = 1 << 20
CELL_MOST = 40
"""Columns of a cell of a table."""


def article_text(article: Article) -> str:
    """The article as a page of plain text: kicker, headline, who and when, the paragraphs, the credits, a rule."""
    width = measure()
    head = [article.kicker.upper()] if article.kicker else []
    head += textwrap.wrap(article.headline, width)
    head += [line for line in (origin(article), ", ".join(article.byline)) if line]
    blocks = ["\n".join(head)]
    lead = f"{article.dateline.place} – " if article.dateline else ""
    for paragraph in article.paragraphs:
        blocks.append(paragraph_text(paragraph, lead, width))
        lead = ""
    if article.credits:
        blocks.append(textwrap.fill("; ".join(credit_lines(article.credits)), width))
    return "\n\n".join(blocks) + "\n\n" + "─" * width + "\n"


def measure() -> int:
    """Columns that text for a person is set in, by the window's width."""
    return max(NARROWEST, min(MEASURE, shutil.get_terminal_size().columns - 2))


def origin(article: Article) -> str:
    """"Reuters, in The Star · 27 June 2025, 03:43 UTC": who wrote it, who shows it, when; what is not known is left out."""
    shown = f"in {article.publisher}" if article.agency and article.publisher else article.publisher
    who = ", ".join(part for part in (article.agency, shown) if part)
    when = f"{article.published:%-d %B %Y, %H:%M %Z}" if article.published else ""
    return " · ".join(part for part in (who, when) if part)


def paragraph_text(paragraph: Paragraph, lead: str, width: int) -> str:
    """One paragraph, wrapped, each kind in its own shape."""
    first, rest = {"quote": ("    ", "    "), "list": ("  • ", "    ")}.get(paragraph.kind, ("", ""))
    text = paragraph.text.upper() if paragraph.kind == "crosshead" else lead + paragraph.text
    return textwrap.fill(text, width, initial_indent=first, subsequent_indent=rest)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines of a table: columns as wide as their widest cell, CELL_MOST at most but for the last, which runs on. Numbers stand at the
    right. A column with nothing in it is left out."""
    cells = [[_cell(text, CELL_MOST if place < len(heads) - 1 else None) for place, text in enumerate(row)] for row in rows]
    kept = [place for place in range(len(heads)) if any(row[place] for row in cells)]
    widths = {place: max(map(_width, (heads[place], *(row[place] for row in cells)))) for place in kept}
    right = {place for place in kept if all(row[place].replace(",", "").isdecimal() for row in cells)}

    def line(row: Sequence[str]) -> str:
        gaps = ((" " * (widths[place] - _width(row[place])), row[place]) for place in kept)
        pairs = zip(kept, gaps, strict=True)
        return "  ".join(gap + text if place in right else text + gap for place, (gap, text) in pairs).rstrip()

    return [line(heads), *map(line, cells)]


def one_line(text: str) -> str:
    """On one line, without controls, which a terminal would obey."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _cell(text: str, most: int | None) -> str:
    text = one_line(text)
    if most is None or _width(text) <= most:
        return text
    while _width(text) > most - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def _width(text: str) -> int:
    """Columns of a terminal: letters of East Asia take two (Unicode's annex 11), combining marks none."""
    return sum((unicodedata.east_asian_width(letter) in "WF") + 1 if not unicodedata.combining(letter) else 0 for letter in text)


def progress(what: str) -> Callable[[int, int], None]:
    """A line on stderr that counts ("120 of 400 pages read again") while someone watches; silent otherwise."""

    def show(done: int, total: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{done} of {total} {what}", end="\n" if done == total else "", file=sys.stderr, flush=True)

    return show


def share(what: str) -> Callable[[int, int | None, object], None]:
    """A line on stderr that says how much of a thing of many bytes is done ("cc.warc.gz, 12 of 340 MiB: 80 articles added"), while
    someone watches; silent otherwise. It is to be ended with `end_line`.
    """

    def show(done: int, size: int | None, said: object) -> None:
        if sys.stderr.isatty():
            whole = f" of {size / MIB:,.0f}" if size else ""
            print(f"\r{what}, {done / MIB:,.0f}{whole} MiB: {said}\033[K", end="", file=sys.stderr, flush=True)

    return show


def end_line() -> None:
    """End a line that counts, so that what comes next stands on its own; nothing where nobody watches."""
    if sys.stderr.isatty():
        print(file=sys.stderr, flush=True)


def complain(error: OctavoError) -> int:
    """Say on stderr what failed; returns the exit status of a failed input."""
    print(f"octavo: {error}", file=sys.stderr)
    return 1


class Complaints:
    """What is wrong with inputs, each said as it is found: `status` is then 1, whatever is done with the others."""

    status = 0

    def __call__(self, error: OctavoError) -> None:
        """Say one."""
        self.status = complain(error)
