"""Bylines as an HTML page prints them, for pages whose metadata names nobody."""

from __future__ import annotations

import re

from octavo.reading.blocks import Block, Flat
from octavo.reading.cleaning import clean_line
from octavo.reading.main_content import Kept
from octavo.reading.metadata import BYLINE_MOST

REACH = 12
"""How many blocks before the text a byline may stand."""

_NAMES = frozenset(("byline", "author", "authors"))
_BY = re.compile(r"\W*(?:written by|reported by|by|von|par|por|di|door|av|текст:?|автор:?)\s+\S", re.IGNORECASE)
_DAY = re.compile(
    r"\s*(?:\||\bon\b|(?:updated|published|posted)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*\d|\d).*$",
    re.IGNORECASE | re.DOTALL,
)


def byline_of(flat: Flat, kept: Kept) -> tuple[str, ...]:
    """The byline that stands just before the article's first paragraph, without the date after it; nothing where none does."""
    first = kept.blocks[0] if kept.blocks else 0
    marked = ""
    for block in flat.blocks[max(0, first - REACH) : first]:
        text = _DAY.sub("", clean_line(block.text[: 4 * BYLINE_MOST])).strip(" -–—,|·•")
        if 2 < len(text) <= BYLINE_MOST:
            if _BY.match(text):
                return (text,)
            marked = marked or (text if _marked(flat, block) else "")
    return (marked,) if marked else ()


def _marked(flat: Flat, block: Block) -> bool:
    place = block.container
    for _ in range(3):
        if place < 0:
            return False
        if not _NAMES.isdisjoint(flat.containers[place].names) and "comment" not in flat.containers[place].names:
            return True
        place = flat.containers[place].parent
    return False
