"""JSON Feed 1.0 and 1.1 (https://jsonfeed.org/version/1.1) as entries in the names that feedparser gives them.

fastfeedparser reads JSON Feed too, but only the first author, no language of an item, and stops at the first value of another type
than the specification says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

Entry = dict[str, Any]

_ITEMS = re.compile(r'"items"\s*:\s*\[')
_GAP = re.compile(r"[\s,]*")


def read(text: str) -> tuple[Entry, list[Entry]]:
    """Feed and entries. Of a feed that is cut, what came before the items and the items that are whole."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = _cut(text)
    if not isinstance(value, dict):
        return {}, []
    items = value.get("items")
    feed = {"title": _text(value, "title"), "link": _text(value, "home_page_url"), "language": _text(value, "language"),
            "authors": _authors(value)}
    return feed, [_entry(item) for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _entry(item: Entry) -> Entry:
    markup, plain = _text(item, "content_html"), _text(item, "content_text")
    tags = item.get("tags")
    return {
        "title": _text(item, "title"),
        "link": _text(item, "url") or _text(item, "external_url") or _whole(_text(item, "id")),
        "content": [{"type": "text/html", "value": markup}] if markup else [{"type": "text/plain", "value": plain}] if plain else [],
        "summary": _text(item, "summary"),
        "published": _text(item, "date_published"),
        "updated": _text(item, "date_modified"),
        "authors": _authors(item),
        "language": _text(item, "language"),
        "tags": [{"term": tag} for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else [],
        "image": {"href": _text(item, "image") or _text(item, "banner_image")},
        "enclosures": [{"url": _text(part, "url"), "type": _text(part, "mime_type")} for part in _dicts(item.get("attachments"))],
    }


def _authors(item: Entry) -> list[Entry]:
    found = _dicts(item.get("authors")) or _dicts([item.get("author")])
    return [{"name": _text(author, "name")} for author in found]


def _dicts(value: Any) -> list[Entry]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _text(item: Entry, key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _whole(identity: str) -> str:
    """An id where it is an address, as the specification suggests: "2" or "tag:paper,2025:2" leads nowhere."""
    return identity if identity.lower().startswith(("https://", "http://")) else ""


def _cut(text: str) -> Entry:
    start = _ITEMS.search(text)
    if not start:
        return {}
    try:
        feed = json.loads(text[: start.start()].rstrip().rstrip(",") + "}")
    except (ValueError, RecursionError):
        feed = {}
    return {**feed, "items": list(_whole_items(text, start.end()))}


def _whole_items(text: str, at: int) -> Iterator[Any]:
    decoder = json.JSONDecoder()
    while True:
        gap = _GAP.match(text, at)
        at = gap.end() if gap else at
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield value
