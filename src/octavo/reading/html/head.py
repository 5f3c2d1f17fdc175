"""What an HTML page prints around its headline: kicker, byline and time, for pages whose metadata does not tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from lxml import etree

from octavo.reading.html.blocks import KICKER_NAMES, Block, Flat
from octavo.reading.html.main_content import Kept
from octavo.reading.html.metadata import BYLINE_MOST
from octavo.reading.parts import kickers, times
from octavo.reading.parts.cleaning import clean_line, fold

REACH = 12
"""How many blocks before the text the byline and the time may stand."""

KICKER_MOST = 40
"""The longest kicker, in characters."""

LINE_MOST = 160
"""The longest line that is looked at for a time, in characters."""

MARKED_MOST = 20
"""How many elements that are marked as an author's are looked at."""

_INLINE = ("span", "a", "address", "em", "strong", "b", "i", "cite", "small")
_AUTHOR = re.compile(r"(?:^|[\s_-])(?:byline|authors?)(?:[\s_-]?names?)?(?=[\s_-]|$)", re.IGNORECASE)
_NAMES = frozenset(("by", "byline", "author", "authors"))
_BY = re.compile(r"\W*(?:written by|reported by|by|von|par|por|di|door|av|текст:?|автор:?)\s+\S", re.IGNORECASE)
_DAY = re.compile(
    r"\s?(?:\||\bon\b|(?:updated|published|posted)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*\d|\d).*$",
    re.IGNORECASE | re.DOTALL,
)


def kicker_of(flat: Flat, headline: str) -> str | None:
    """The kicker that stands just before the headline in an element of its own, known by its words or by its element's name."""
    title = fold(headline)
    for place, block in enumerate(flat.blocks[1:], 1):
        if block.kind == "heading" and fold(block.text) == title:
            before = flat.blocks[place - 1]
            text = clean_line(before.text)
            named = before.kind == "heading" and not KICKER_NAMES.isdisjoint(flat.containers[before.container].names)
            return text if kickers.is_kicker(text) or (named and len(text) <= KICKER_MOST) else None
    return None


def marked_authors(tree: etree._Element) -> tuple[str, ...]:
    """The texts of the first elements inside a line that are marked as the author: <span class="author">, <a rel="author">, <address>."""
    found: list[str] = []
    for element in tree.iter(*_INLINE):
        naming = " ".join((element.get(key) or "")[:100] for key in ("class", "rel", "itemprop", "id"))
        if (element.tag == "address" or _AUTHOR.search(naming)) and "comment" not in naming:
            text = clean_line("".join(str(piece)[: 2 * BYLINE_MOST] for piece in islice(element.itertext(), 20)))
            if 2 < len(text) <= BYLINE_MOST and text not in found:
                found.append(text)
        if len(found) == MARKED_MOST:
            break
    return tuple(found)


def byline_of(flat: Flat, kept: Kept, authors: Sequence[str]) -> tuple[str, ...]:
    """The byline that stands before the article's first paragraph, without the date after it; nothing where none does.

    It begins with "By", or its element or a part of it is marked as the author's; `authors` are such parts wherever they stand.
    """
    marked = ""
    for block in _head(flat, kept):
        line = clean_line(block.text[: 4 * BYLINE_MOST])
        marked = marked or next((author for author in authors if author in line and len(line) <= LINE_MOST), "")
        text = _DAY.sub("", line).strip(" -–—,|·•")
        if 2 < len(text) <= BYLINE_MOST:
            if _BY.match(text):
                return (text,)
            marked = marked or (text if _marked(flat, block) else "")
    return (marked,) if marked else ()


def time_of(flat: Flat, kept: Kept, fetched: datetime) -> datetime | None:
    """The time that is printed before the article's first paragraph: on a line of its own, else behind the byline."""
    lines = [clean_line(block.text) for block in _head(flat, kept) if len(block.text) <= LINE_MOST]
    lines.sort(key=times.is_update)  # when it was first published wins
    alone = (times.age_line(line, fetched) for line in lines)
    behind = (times.published(line, fetched) for line in lines if _BY.match(line) or re.search(r"\b(?:19|20)\d\d\b", line))
    return next(filter(None, alone), None) or next(filter(None, behind), None)


def _head(flat: Flat, kept: Kept) -> Iterator[Block]:
    first = kept.blocks[0] if kept.blocks else 0
    yield from flat.blocks[max(0, first - REACH) : first]


def _marked(flat: Flat, block: Block) -> bool:
    place = block.container
    for _ in range(3):
        if place < 0:
            return False
        if not _NAMES.isdisjoint(flat.containers[place].names) and "comment" not in flat.containers[place].names:
            return True
        place = flat.containers[place].parent
    return False
