"""What a page's markup would have a browser run, load or go to that is not the paper's own.

    assert foreign(page) == []

The page is parsed as browsers do it (HTML5), so that markup which a laxer reading passes over is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from resiliparse.parse.html import HTMLTree, NodeType

MARK = "xss7"
"""Stands in hostile values as an element and as an attribute: no page may have either."""
_NEVER = {
    "style", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "marquee", "template", "noscript", "animate", "set",
    "foreignobject", "math", "portal", "param", "plaintext", "xmp",
}
"""Elements that the paper has no use for."""
_LOADED = {"src", "srcset", "poster", "data", "background", "manifest", "action", "formaction", "lowsrc", "dynsrc"}
"""Attributes whose addresses are the paper's own, always."""
_GONE_TO = {"href", "xlink:href", "cite", "longdesc"}
"""Attributes whose addresses may lead to the web."""
_NEVER_ATTRIBUTES = {"style", "srcdoc", "ping", "http-equiv", "is", "archive", "code", "codebase"}
_SCRIPT = re.compile(r"/static/[a-z/-]+\.js")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def foreign(page: str) -> list[str]:
    """Each such thing in a page, in words."""
    document: Any = HTMLTree.parse(page).document
    return [told for node in document if node.type == NodeType.ELEMENT for told in _foreign(node)]


def _foreign(element: Any) -> Iterator[str]:
    tag = element.tag.lower()
    if tag in _NEVER or MARK in tag:
        yield f"<{tag}>"
    if tag == "script" and (not _SCRIPT.fullmatch(element.getattr("src") or "") or element.text.strip()):
        yield "<script> of its own"
    for name in element.attrs:
        value = element.getattr(name) or ""
        if name.startswith("on") or name in _NEVER_ATTRIBUTES or MARK in name:
            yield f"<{tag} {name}={value}>"
        elif name in _LOADED or (name in _GONE_TO and tag in ("link", "use", "image", "feimage")):
            if not _is_own(value):
                yield f"<{tag} {name}={value}>"
        elif name in _GONE_TO and not (_is_own(value) or _is_web(value)):
            yield f"<{tag} {name}={value}>"


def _is_own(value: str) -> bool:
    address = _as_read(value)
    return not address.startswith(("//", "/\\", "\\")) and not _SCHEME.match(address)


def _is_web(value: str) -> bool:
    return re.match(r"https?://[^/\\]", _as_read(value), re.IGNORECASE) is not None


def _as_read(value: str) -> str:
    """An address as a browser takes it: without blanks and controls around it, without tabs and lines inside (WHATWG URL, 4.4)."""
    return re.sub(r"[\t\n\r]", "", value.strip("".join(map(chr, range(0x21)))))
