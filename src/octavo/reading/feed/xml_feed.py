"""RSS, RDF and Atom as entries in the names that feedparser gives them: mended where mending is safe, then fastfeedparser, else feedparser.

No parser here ever meets a document type, so no entity can be declared, expanded or fetched; and none is given text, since both
libraries fetch text that looks like an address and feedparser opens it as a path.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import fastfeedparser
from lxml import etree

from octavo.markup import bounded_xml, escaped, well_formed
from octavo.reading.feed.extras import extras

Entry = dict[str, Any]

FORGIVING_BYTES = 4 << 20
"""feedparser takes nearly 3 s for a MiB of damaged feed: a longer one that is still damaged is left to libxml2's recovery."""

_DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'
_ROOT = re.compile(rb"<((?:[\w.-]{1,40}:)?(?:rss|feed|rdf))(?=[\s>])", re.I)
_ENTRY_END = re.compile(rb"</(?:[\w.-]{1,40}:)?(?:item|entry)\s*>", re.I)


def read(body: bytes) -> tuple[Entry, list[Entry]]:
    """Feed and entries of a document in UTF-8. Of one that is cut, the entries that are whole. No entries where it is no feed."""
    body, whole = _mended(body)
    if not body:
        return {}, []
    if whole or len(body) > FORGIVING_BYTES:
        feed, entries = _fast(body)
        if entries:
            return feed, entries
    return _forgiving(body) if len(body) <= FORGIVING_BYTES else ({}, [])


def _mended(body: bytes) -> tuple[bytes, bool]:
    """From the root element on, without characters that XML forbids and attributes over the limit; if need be with bare "&" and HTML's
    entities escaped, or cut after the last whole entry. And whether that is well-formed XML.
    """
    body = bounded_xml(body)
    root = _ROOT.search(body)
    if not root:
        return b"", False
    body = _DECLARATION + body[root.start():]
    if well_formed(body):
        return body, True
    body = escaped(body)
    if not well_formed(body):
        body = _without_half_entry(body, root[1])
    return body, well_formed(body)


def _without_half_entry(body: bytes, root: bytes) -> bytes:
    if re.search(rb"</" + re.escape(root) + rb"\s*>\s*\Z", body[-200:], re.I):
        return body
    end = 0
    for found in _ENTRY_END.finditer(body):
        end = found.end()
    if not end:
        return body
    channel = b"</channel>" if root.lower() == b"rss" and b"<channel" in body[:end] and b"</channel" not in body[:end] else b""
    return body[:end] + channel + b"</" + root + b">"


def _fast(body: bytes) -> tuple[Entry, list[Entry]]:
    try:
        found = fastfeedparser.parse(body)
        language, more = extras(body)
    except (ValueError, etree.LxmlError):
        return {}, []
    entries: list[Entry] = found.entries
    if len(more) == len(entries):
        for entry, extra in zip(entries, more, strict=True):
            entry.update(extra)
    feed: Entry = found.feed
    feed["language"] = feed.get("language") or language
    return feed, entries


def _forgiving(body: bytes) -> tuple[Entry, list[Entry]]:
    import feedparser  # 3 MB, for the few feeds that are damaged

    found = feedparser.parse(BytesIO(body), resolve_relative_uris=False, sanitize_html=False)
    return found.feed, found.entries
