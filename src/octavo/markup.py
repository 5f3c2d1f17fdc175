"""HTML -> a tree, and XML mended before it is parsed: in bounded time whatever the markup.

No parser of XML ever meets a document type: whoever mends a document cuts it off before its root element, so that no entity can be
declared, expanded or fetched.
"""

from __future__ import annotations

import html
import re
from html.entities import html5
from xml.parsers import expat

from lxml import etree

from octavo.errors import NotReadable

ATTRIBUTES_MOST = 256
"""How many attributes an element may have: all parsers take time that grows with the square of their number."""
ESCAPED_MOST = 1_000_000
"""Ampersands of damaged XML that are looked at one by one: each takes about 100 bytes while it is mended."""

# An attribute as the HTML standard's tokenizer reads one; possessive, so that no tag is read twice.
_ATTRIBUTE = r"""[\s/]*+[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_OVERLOADED = re.compile(rf"<([a-z][^\s/>]*+)(?:{_ATTRIBUTE}){{{ATTRIBUTES_MOST},}}+", re.IGNORECASE)
_NO_XML = bytes(code for code in range(32) if code not in (9, 10, 13))
# Every tag is matched, so that none is looked at twice.
_TAG = re.compile(rf"(<[A-Za-z][^\s/>]*+(?:{_ATTRIBUTE}){{0,{ATTRIBUTES_MOST}}}+)(?:{_ATTRIBUTE})*+".encode())
_AMPERSAND = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)(?:(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)?")


def parse(markup: str, name: str) -> etree._Element:
    """The tree of a page, comments and processing instructions left out; an element with too many attributes loses them.

    libxml2 reads 2,048 levels of elements, and no more of a page that is nested deeper. It leaves elements that it does not know (article,
    main) in the head of a page that has no body tag: the head is walked as the body is. Raises NotReadable where there is no element.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    markup = _OVERLOADED.sub(r"<\1", markup.replace("\0", ""))
    try:
        tree = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise NotReadable(name, f"this is no HTML ({error})", "Give an HTML page") from error
    if tree is None:
        raise NotReadable(name, "the page is empty", "Give an HTML page")
    return tree


def bounded_xml(body: bytes) -> bytes:
    """A document in UTF-8 without the characters that XML forbids, and without the attributes of an element over the limit."""
    body = body.translate(None, _NO_XML)
    overloaded = any(tag.end(1) < tag.end() for tag in _TAG.finditer(body))
    return _TAG.sub(rb"\1", body) if overloaded else body


def escaped(body: bytes) -> bytes:
    """A document in UTF-8 with bare "&" escaped and HTML's entities written as numbers; as it is where it has too many of them."""
    return _AMPERSAND.sub(_escaped, body) if body.count(b"&") <= ESCAPED_MOST else body


def _escaped(found: re.Match[bytes]) -> bytes:
    name = found[1]
    if name is None:
        return b"&amp;" + found[0][1:]
    text = html.unescape(found[0].decode()) if name.startswith(b"#") else html5.get(name.decode() + ";", "")
    if not text or text in "<&\ufffd":
        return b"&amp;" + found[0][1:]
    return "".join(f"&#{ord(character)};" for character in text).encode()


def well_formed(body: bytes) -> bool:
    """Whether it is well-formed XML. Only for what has no document type: it is cut off before the root element."""
    try:
        expat.ParserCreate().Parse(body, True)
    except expat.ExpatError:
        return False
    return True
