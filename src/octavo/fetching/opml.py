"""OPML 2.0 (https://opml.org/spec2.opml) -> outlines and back: lists of sources, as feed readers write and read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from typing import Literal

from lxml import etree

from octavo.addresses import ascii_address, web_address
from octavo.decode import decode
from octavo.errors import InputError, NotReadable, TooLarge
from octavo.fetching.answers import Credentials
from octavo.fetching.discovery.typed import typed
from octavo.markup import bounded_xml, escaped, well_formed
from octavo.messages import message as _

BYTES_MOST = 32 << 20
OUTLINES_MOST = 100_000
"""Outlines, folders counted, of a list; the longest that people have are a few thousand."""
TEXT_MOST = 500
"""Characters of a title or a folder's name."""
NAMESPACE = "urn:octavo:opml"

_ROOT = re.compile(rb"<opml(?=[\s>])", re.I)
_OUTLINE = re.compile(rb"<outline(?=[\s/>])", re.I)
_ENTITY = re.compile(rb"<!ENTITY", re.I)

SourceKind = Literal["feed", "page", "sitemap"]


@dataclass(frozen=True, slots=True)
class Outline:
    """A source of a list. `address` is absolute and ASCII, "" where the list gives none of the web; `home` likewise.

    `folders` is its place, the outermost first. `credentials` stood in the address: they are never written.
    """

    address: str
    title: str = ""
    home: str = ""
    folders: tuple[str, ...] = ()
    kind: SourceKind = "feed"
    credentials: Credentials | None = field(default=None, repr=False)


def outlines_of(body: bytes, name: str = "the list") -> tuple[Outline, ...]:
    """The sources of a list, in its order. `name` is what errors call it.

    A source that stands in several folders is given once, in the first. Folders come from nesting, else from the first `category`.
    Names of attributes may be in odd case; ampersands and HTML's entities that break the XML are mended; of a list that is cut, what is
    whole is read. Raises TooLarge, NotReadable for what is no OPML, and InputError for one that declares entities of its own.
    """
    root = etree.fromstring(_xml(body, name), etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True, remove_pis=True))
    found: dict[str, Outline] = {}
    for place, outline in enumerate(_outlines(root) if root is not None else ()):
        key = outline.address or f"unusable {place}"
        known = found.get(key)
        if known is None or (outline.folders and not known.folders):
            found[key] = outline
    return tuple(found.values())


def opml_of(outlines: Iterable[Outline], title: str, created: datetime) -> bytes:
    """A list of sources that other readers read: an outline for each, in nested folders. No credentials are in it.

    What is no feed is a link to them, which `outlines_of` knows again.
    """
    root = etree.Element("opml", {"version": "2.0"}, nsmap={"octavo": NAMESPACE})
    head, body = etree.SubElement(root, "head"), etree.SubElement(root, "body")
    etree.SubElement(head, "title").text = _line(title)
    etree.SubElement(head, "dateCreated").text = format_datetime(created)
    folders: dict[tuple[str, ...], etree._Element] = {(): body}
    for outline in outlines:
        named = tuple(filter(None, map(_line, outline.folders)))
        for depth in range(1, len(named) + 1):
            if named[:depth] not in folders:
                folders[named[:depth]] = etree.SubElement(folders[named[: depth - 1]], "outline", {"text": named[depth - 1]})
        etree.SubElement(folders[named], "outline", _attributes(outline))
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _attributes(outline: Outline) -> dict[str, str]:
    title = _line(outline.title) or outline.address
    named = {"text": title, "title": title}
    if outline.kind == "feed":
        named |= {"type": "rss", "xmlUrl": outline.address}
    else:
        named |= {"type": "link", "url": outline.address, _KIND: outline.kind}
    home = web_address(outline.home)
    return named | ({"htmlUrl": home} if home else {})


def _xml(body: bytes, name: str) -> bytes:
    if len(body) > BYTES_MOST:
        raise TooLarge(name, _("the list is larger than %(most)s MiB", most=BYTES_MOST >> 20), _("Give it in several files"))
    document = decode(body).encode("utf-8", "replace")
    root = _ROOT.search(document)
    if not root:
        raise NotReadable(name, _("this is no OPML"), _("Export the list of sources from your feed reader once more"))
    if _ENTITY.search(document):
        problem = _("the list declares entities of its own, which can grow without end")
        raise InputError(name, problem, _("Export it once more, without them"))
    if len(_OUTLINE.findall(document)) > OUTLINES_MOST:
        raise TooLarge(name, _("the list has more than %(most)s outlines", most=OUTLINES_MOST), _("Give it in several files"))
    document = bounded_xml(document[root.start():])
    return document if well_formed(document) else escaped(document)


def _outlines(root: etree._Element) -> Iterator[Outline]:
    """Each outline that is a source, in the order of the document, without recursion: a stack of elements with their folders."""
    waiting: list[tuple[etree._Element, tuple[str, ...]]] = [(root, ())]
    while waiting:
        element, folders = waiting.pop()
        name = etree.QName(element).localname.lower()
        inside = folders
        if name == "outline":
            said = {etree.QName(key).localname.lower(): " ".join(str(value).split()) for key, value in element.attrib.items()}
            outline = _outline(said, element.get(_KIND), folders, leaf=not len(element))
            if outline:
                yield outline
            elif folder := (said.get("text") or said.get("title") or "")[:TEXT_MOST]:
                inside = (*folders, folder)
        if name != "head":
            waiting += ((child, inside) for child in reversed(element))


def _outline(said: dict[str, str], kind: str | None, folders: tuple[str, ...], *, leaf: bool) -> Outline | None:
    """The source that an outline is, None for a folder. One without an address is one too where it is a leaf with a home."""
    sort, written = said.get("type", "").lower(), said.get("xmlurl", "")
    is_source = kind in ("page", "sitemap") or sort in ("rss", "atom", "feed")
    written = written or (said.get("url", "") if is_source else "")
    if not written and not (leaf and said.get("htmlurl") and sort != "link"):
        return None
    address, credentials = "", None
    if written:
        try:
            asked = typed(written)
            address, credentials = asked.addresses[0], asked.credentials
        except InputError:  # said by an empty address: whoever adds the list says which of its sources could not be
            address = ""
    return Outline(
        address,
        (said.get("title") or said.get("text") or "")[:TEXT_MOST],
        _home(said.get("htmlurl")),
        folders or _category(said.get("category", "")),
        "sitemap" if kind == "sitemap" else "page" if kind == "page" or sort == "html+xpath" else "feed",
        credentials,
    )


def _home(written: str | None) -> str:
    address = web_address(written)
    return (address and ascii_address(address)) or ""


def _category(written: str) -> tuple[str, ...]:
    """The first of "/Science/Moon,/World"; a word without strokes is a tag, and as good as a folder."""
    return tuple(part.strip()[:TEXT_MOST] for part in written.split(",", 1)[0].split("/") if part.strip())


def _line(text: str) -> str:
    """On one line, without what XML cannot hold."""
    return " ".join(_NO_XML.sub("\ufffd", text).split())[:TEXT_MOST]


_KIND = f"{{{NAMESPACE}}}kind"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
