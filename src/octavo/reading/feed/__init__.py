"""Feeds -> drafts: RSS 0.9x and 2.0, RDF, Atom 0.3 and 1.0, JSON Feed."""

from __future__ import annotations

from collections.abc import Iterator

from octavo.article import Page
from octavo.errors import TooLarge
from octavo.reading.draft import Draft
from octavo.reading.feed import entry as feed_entry
from octavo.reading.feed import json_feed as feed_json
from octavo.reading.feed.entry import About

MAX_ENTRIES = 200_000
"""Twice the longest feed foreseen. An entry takes about 5 kB while it is read."""
MAX_PARTS = 4_000_000
"""Tags of an XML feed, or values of a JSON Feed: each takes about 100 bytes of memory, whatever the bytes it is written in."""


def read_feed(body: bytes, page: Page) -> Iterator[Draft]:
    """The entries of a feed in UTF-8, in its order, with their full text where the feed has it.

    Raises `TooLarge` over the limits above. What cannot be read as a feed gives no entries; of a feed that is cut, those that are whole.
    """
    found, entries = _read(body, page)
    feed = feed_entry.feed_of(found, page)
    for entry in entries:
        draft = feed_entry.draft_of(entry, feed)
        if draft:
            yield draft


def about_feed(body: bytes, page: Page) -> About:
    """What a feed in UTF-8 says of itself. Raises as `read_feed` does."""
    found, entries = _read(body, page)
    return feed_entry.about(found, page, len(entries))


def _read(body: bytes, page: Page) -> tuple[feed_entry.Entry, list[feed_entry.Entry]]:
    is_json = body[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    _bounded(body, is_json, page)
    if is_json:
        return feed_json.read(body.decode("utf-8", "replace"))
    from octavo.reading.feed import xml_feed as feed_xml

    return feed_xml.read(body)


def _bounded(body: bytes, is_json: bool, page: Page) -> None:
    if is_json:
        parts, entries = body.count(b",") + body.count(b"[") + body.count(b"{"), 0
    else:
        parts, entries = body.count(b"<"), body.count(b"<item") + body.count(b"<entry")
    advice = "Give a part of it: an archive is better given as several files."
    if entries > MAX_ENTRIES:
        raise TooLarge(page.name, f"the feed has about {entries:,} entries, more than the {MAX_ENTRIES:,} that Octavo reads", advice)
    if parts > MAX_PARTS:
        raise TooLarge(page.name, f"the feed is made of {parts:,} parts, more than the {MAX_PARTS:,} that Octavo reads", advice)
