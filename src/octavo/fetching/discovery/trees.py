"""An HTML page as discovery looks at it: its tree, what its addresses count from, the words of an element."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from octavo.addresses import ascii_address, web_address
from octavo.decode import decode
from octavo.errors import NotReadable
from octavo.markup import parse

BYTES_MOST = 8 << 20
TAGS_MOST = 200_000
"""What of a page is looked at, in bytes and in tags, each of which takes about 20 µs; a front page has a few thousand."""
_TEXTS_MOST = 50
"""Pieces of text of an element that are put together."""


def tree_of(body: bytes, content_type: str | None, url: str) -> etree._Element | None:
    """The tree of the page, of a very long one of its beginning; None where there is no element in it."""
    text = decode(body[:BYTES_MOST], content_type)
    if text.count("<") > TAGS_MOST:
        text = "<".join(text.split("<", TAGS_MOST)[:-1])
    try:
        return parse(text, url)
    except NotReadable:
        return None


def base_of(tree: etree._Element, url: str) -> str:
    """What relative addresses on the page count from: its first <base href>, if it has one, else its own address."""
    base = next((element.get("href") for element in tree.iter("base") if element.get("href")), None)
    return web_address(base, url) or url


def address_of(written: str | None, base: str) -> str | None:
    """An address as the page has it -> absolute and ASCII; None for what is no address of the web."""
    address = web_address(written, base)
    return address and ascii_address(address)


def words_of(element: etree._Element, most: int) -> str:
    """The text of an element on one line, cut after `most` characters."""
    text = " ".join(" ".join(str(piece)[: most * 2] for piece in islice(element.itertext(), _TEXTS_MOST)).split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def title_of(tree: etree._Element, most: int) -> str:
    """What the page calls itself: its <title>, cut after `most` characters."""
    return next((words_of(element, most) for element in tree.iter("title")), "")
