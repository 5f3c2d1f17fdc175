"""What a page says of its article in microdata (https://html.spec.whatwg.org/multipage/microdata.html), in the shape of JSON-LD."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from octavo.reading.html import json_ld

TEXTS_MOST = 200
"""How many properties are read whose value is the text of their element."""

TEXT_MOST = 300
"""The longest such text, in characters, that is a value: a name, a section."""

_READ = frozenset(("publisher", "author", "articleSection", "datePublished", "dateModified", "dateCreated", "name"))
_BODY = "articleBody"


def article(tree: etree._Element) -> json_ld.Item:
    """What the page's article has of publisher, author, section and times; of several articles, what the one with a marked body has,
    empty where none or each has one. Of values that are items themselves only the name is kept.
    """
    found = [item for item in _items(tree) if json_ld.is_article(item)]
    bodied = [item for item in found if _BODY in item]
    chosen = bodied if len(bodied) == 1 else found
    return {key: chosen[0][key] for key in _READ - {"name"} if key in chosen[0]} if len(chosen) == 1 else {}


def _items(tree: etree._Element) -> list[json_ld.Item]:
    items: list[json_ld.Item] = []
    opened: list[json_ld.Item] = []
    texts = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        scope = element.get("itemscope") is not None
        if event == "end":
            if scope:
                opened.pop()
            continue
        properties = (element.get("itemprop") or "").split()[:5]
        value: json_ld.Item | str | None = None
        if scope:
            value = {"@type": (element.get("itemtype") or "").split()[:3]}
            items.append(value)
        elif opened and any(name in _READ for name in properties):
            value = element.get("content") or element.get("datetime")
            if not value and texts < TEXTS_MOST:
                texts += 1
                value = _text(element)
        if opened:
            for name in properties:
                if name == _BODY:
                    opened[-1][_BODY] = True
                elif name in _READ and value:
                    _add(opened[-1], name, value)
        if isinstance(value, dict):
            opened.append(value)
    return items


def _add(item: json_ld.Item, name: str, value: json_ld.Item | str) -> None:
    if name in ("author", "publisher"):
        item.setdefault(name, []).append(value)
    else:
        item.setdefault(name, value)


def _text(element: etree._Element) -> str:
    text = " ".join("".join(str(piece)[: 2 * TEXT_MOST] for piece in islice(element.itertext(), 20)).split())
    return text if len(text) <= TEXT_MOST else ""
