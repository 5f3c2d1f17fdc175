"""Sitemaps (https://www.sitemaps.org/protocol.html) and Google's news sitemaps -> links; where a site's sitemaps lie."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from heapq import nlargest
from io import BytesIO
from itertools import islice
from urllib.parse import urljoin

from lxml import etree

from octavo.article import MAX_BYTES
from octavo.decode import decode
from octavo.errors import NotReadable, TooLarge
from octavo.fetching.discovery.link import LINKS_MOST, Link
from octavo.fetching.discovery.trees import address_of
from octavo.markup import bounded_xml, escaped, well_formed
from octavo.messages import message as _

TITLE_MOST = 500
LINKS_READ = 100_000
"""Links of a sitemap; the protocol allows 50,000. Each takes about 30 µs."""
NAMED_MOST, _NAMED_LOOKED_AT = 20, 200
"""Sitemaps of a robots.txt that are given, and among how many of them those of news are looked for."""
_ROBOTS_BYTES = 512_000
"""RFC 9309, 2.5, asks for at least 500 KiB of a robots.txt."""

_ROOT = re.compile(rb"<(?:[\w.-]{1,40}:)?(?:urlset|sitemapindex)(?=[\s>])", re.I)
_END = re.compile(rb"</(?:[\w.-]{1,40}:)?(?:url|sitemap)\s{0,9}>", re.I)
_NAMED = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S{1,2000})", re.IGNORECASE | re.MULTILINE)
_NEWS = re.compile(r"news|nachrichten|noticias|actualit|notizie|nieuws", re.IGNORECASE)
_NEVER = datetime.min.replace(tzinfo=UTC)


def sitemaps_named(robots: bytes, url: str) -> tuple[str, ...]:
    """The sitemaps that the robots.txt of that address names, those of news first."""
    written = islice(_NAMED.finditer(decode(robots[:_ROBOTS_BYTES])), _NAMED_LOOKED_AT)
    named = dict.fromkeys(filter(None, (address_of(each[1], url) for each in written)))
    return tuple(sorted(named, key=lambda each: not is_news(each))[:NAMED_MOST])


def sitemap_paths(url: str) -> tuple[str, ...]:
    """Where a site's sitemap lies when its robots.txt names none, that of news first."""
    return tuple(urljoin(url, path) for path in ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml"))


def is_news(url: str) -> bool:
    """Whether the name of a sitemap says that it holds news."""
    return _NEWS.search(url) is not None


def sitemap_links(body: bytes, content_type: str | None, url: str) -> tuple[Link, ...]:
    """The links of a sitemap or sitemap index, packed by gzip or not: newest first, LINKS_MOST at most. Raises TooLarge and NotReadable."""
    text = decode(_unpacked(body, url), content_type)
    root = _ROOT.search(xml := text.encode("utf-8", "replace"))
    if not root:
        raise NotReadable(url, _("this is no sitemap"), _("Give the address of a sitemap, of a feed or of a page"))
    number = xml.count(b"<loc") + xml.count(b":loc>")
    if number > LINKS_READ:
        raise TooLarge(url, _(
            "the sitemap has %(many)s links, more than the %(most)s that are read", many=number, most=LINKS_READ,
        ), _("Give the site's feed"))
    xml = bounded_xml(xml[root.start():])
    if not well_formed(xml):
        xml = _whole(escaped(xml))
    found = ((link.published or link.changed or _NEVER, -place, link) for place, link in enumerate(_links(xml)))
    newest = (replace(link, url=address) for _, _, link in nlargest(LINKS_MOST, found) if (address := address_of(link.url, url)))
    return tuple({link.url: link for link in newest}.values())


def _whole(xml: bytes) -> bytes:
    """A document, and of one that is cut, what ends with its last whole link: half an address leads nowhere."""
    end = max((found.end() for found in _END.finditer(xml)), default=0)
    return xml if well_formed(xml) else xml[:end]


def _unpacked(body: bytes, url: str) -> bytes:
    if body.startswith(b"\x1f\x8b"):
        opened = zlib.decompressobj(31)
        try:
            body = opened.decompress(body, MAX_BYTES + 1)
        except zlib.error as error:
            raise NotReadable(url, _("this is a damaged gzip file (%(error)s)", error=str(error)), _("Try again later")) from error
    if len(body) > MAX_BYTES:
        raise TooLarge(url, _(
            "the sitemap is larger than %(most)s MiB", most=MAX_BYTES // 2**20,
        ), _("Give one of its parts, or the site's feed"))
    return body


def _links(xml: bytes) -> Iterator[Link]:
    """The links, their addresses as they are written: made absolute for the newest alone, since that takes longest."""
    walk = etree.iterparse(BytesIO(xml), events=("end",), tag=("{*}url", "{*}sitemap"), resolve_entities=False, no_network=True,
                           load_dtd=False, huge_tree=False, recover=True, remove_comments=True, remove_pis=True)
    for _event, element in walk:
        link = _link(element)
        if link:
            yield link
        element.clear(keep_tail=False)
        while element.getprevious() is not None:  # else the emptied links of a long sitemap stay in the tree
            del element.getparent()[0]


def _link(element: etree._Element) -> Link | None:
    said: dict[str, str] = {}
    for part in element:
        # Pictures and films have titles and addresses of their own.
        for each in part if etree.QName(part).localname == "news" else (part,):
            said.setdefault(etree.QName(each).localname, (each.text or "").strip())
    if not said.get("loc"):
        return None
    title = " ".join(said.get("title", "")[: 2 * TITLE_MOST].split())[:TITLE_MOST]
    index = etree.QName(element).localname == "sitemap"
    return Link(said["loc"], title, _time(said.get("publication_date")), _time(said.get("lastmod")), index)


def _time(written: str | None) -> datetime | None:
    """W3C's profile of ISO 8601 (https://www.w3.org/TR/NOTE-datetime), from a day on; without an offset it is taken as UTC."""
    try:
        when = datetime.fromisoformat((written or "")[:40])
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
