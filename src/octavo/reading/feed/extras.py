"""What fastfeedparser leaves out of an entry: `<source>`, the address behind FeedBurner's, bases, languages, all authors, the dates as
written, markup in a title, podcast images. One pass over the document, an entry at a time, in the names that feedparser gives them.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

Entry = dict[str, Any]

_XML = "{http://www.w3.org/XML/1998/namespace}"
_ENTRY_TAGS = ("{*}item", "{*}entry")
_DATES = {"pubdate": "published", "published": "published", "issued": "published", "date": "published", "created": "published",
          "updated": "updated", "modified": "updated"}
_PUBLISHED_FIRST = ("pubdate", "published", "issued", "date", "created")


def extras(body: bytes) -> tuple[str, list[Entry]]:
    """The feed's language and, for each entry in the order of the document, what is known of it here. Entities are not expanded."""
    language, found = "", []
    walk = etree.iterparse(BytesIO(body), events=("end",), tag=(*_ENTRY_TAGS, "{*}language"), resolve_entities=False, no_network=True,
                           load_dtd=False, huge_tree=False, recover=True, remove_comments=True, remove_pis=True)
    for _, element in walk:
        if _local(element) == "language":
            parent = element.getparent()
            if parent is not None and _local(parent) == "channel":
                language = element.text or ""
            continue
        found.append(_extras(element))
        element.clear(keep_tail=False)
        while element.getprevious() is not None:  # else the emptied entries of a long feed stay in the tree
            del element.getparent()[0]
    return language, found


def _extras(item: etree._Element) -> Entry:
    entry: Entry = {}
    dates: dict[str, str] = {}
    authors: list[str] = []
    for child in item:
        name = _local(child).lower()
        text = (child.text or "").strip()
        if name in _DATES and text:
            dates.setdefault(name, text)
        elif name in ("author", "creator"):
            authors += _names(child, text)
        elif name == "title" and len(child) and "title" not in entry and _own(child, item):
            entry["title"] = "".join(_texts(child))
        elif name == "source":
            entry["source"] = {"title": text or _child_text(child, "title"), "href": child.get("url") or ""}
        elif name == "origlink" and text:
            entry["feedburner_origlink"] = text
        elif name == "image":
            entry.setdefault("image", {"href": child.get("href") or text or _child_text(child, "url")})
        elif name == "language" and text:
            entry["language"] = text
    entry["published"] = next((dates[name] for name in _PUBLISHED_FIRST if name in dates), "")
    entry["updated"] = dates.get("updated") or dates.get("modified") or ""
    entry["authors"] = [{"name": name} for name in dict.fromkeys(authors)]
    _inherit(entry, item)
    return entry


def _inherit(entry: Entry, item: etree._Element) -> None:
    base = item.base
    if base:
        entry["base"] = base
    at: etree._Element | None = item
    while at is not None and not entry.get("language"):
        entry["language"] = at.get(f"{_XML}lang") or ""
        at = at.getparent()


def _own(child: etree._Element, item: etree._Element) -> bool:
    return str(child.tag).rpartition("}")[0] == str(item.tag).rpartition("}")[0]


def _local(element: etree._Element) -> str:
    """The name of an element without its namespace: a fifth of what QName takes."""
    return str(element.tag).rpartition("}")[2]


def _names(author: etree._Element, text: str) -> list[str]:
    inside = [(name.text or "").strip() for name in author if _local(name) == "name"]
    return [name for name in inside or [text] if name]


def _child_text(element: etree._Element, name: str) -> str:
    return next(((child.text or "").strip() for child in element if _local(child) == name), "")


def _texts(element: etree._Element) -> Iterator[str]:
    """The texts below a title, without those of scripts and styles."""
    for part in element.iter():
        if _local(part) not in ("script", "style") and part.text:
            yield part.text
        if part is not element and part.tail:
            yield part.tail
