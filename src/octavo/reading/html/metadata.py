"""What a page says about its article outside the text: JSON-LD, meta elements, marked-up bylines and times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from lxml import etree

from octavo.addresses import web_address
from octavo.reading.html import json_ld, microdata
from octavo.reading.html.publishers import domain_name, publisher_of
from octavo.reading.parts import times
from octavo.reading.parts.cleaning import clean_line

BYLINE_MOST = 150
"""The longest printed byline, in characters."""

HEADINGS_MOST, HEADING_MOST = 10, 300
"""How many main headings are looked at to know the page's article from others, and how many characters of a piece of one."""

AHEAD_MOST = timedelta(days=1)
"""How far after the page was fetched a stated time may lie: clocks and zones are set wrong."""

_LANGUAGE = re.compile(r"[a-z]{2}(?![a-z])", re.IGNORECASE)
_TITLES = ("og:title", "twitter:title", "dc.title", "title", "sailthru.title")
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "sailthru.date",
    "parsely-pub-date", "pubdate", "publishdate", "publish-date", "publication_date", "article.published", "cxenseparse:recs:publishtime",
    "dcterms.date", "datecreated", "og:article:published_time",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "article.updated", "lastmod")
_AUTHOR = ("author", "article:author", "dc.creator", "sailthru.author", "parsely-author")
_NOBODY = frozenset(("admin", "administrator", "editor", "webmaster", "staff"))
_SECTION = ("article:section", "parsely-section", "section", "cxenseparse:section", "og:article:section")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states. `titles` are names of the article, the most trusted first; they may end with the name of the site.
    `byline` is who JSON-LD or a marked link names, `author` whom only a meta element does: often the last who saved the page.
    `owners` are names of who provided or owns the text, where JSON-LD states them: an agency may be among them.
    """

    titles: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    language: str | None = None
    section: str | None = None
    images: tuple[str, ...] = ()
    image_alt: str = ""
    body: str = ""


def read(tree: etree._Element, address: str | None, fetched: datetime | None = None) -> Metadata:
    """The metadata of a page that came from `address`; times more than a day after it was `fetched` are not believed."""
    linked = json_ld.read(tree)
    metas = _metas(tree)
    links = tuple(link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())[:1]
    named = (*_printed_headings(tree), *(_first(metas, (key,)) for key in _TITLES), _title(tree))
    stated = linked.article((*(web_address(one, address) for one in (*links, metas.get("og:url"))), address), named)
    article = {**microdata.article(tree), **{key: value for key, value in stated.items() if value}}
    canonical = _canonical((*links, metas.get("og:url"), *json_ld.stated_addresses(article)), address)
    sites = (_first(metas, ("og:site_name",)), *linked.names(article.get("publisher")), _first(metas, ("application-name",)))
    titles = (json_ld.plain(article.get("headline")), *(_first(metas, (key,)) for key in _TITLES), _title(tree))
    return Metadata(
        titles=tuple(dict.fromkeys(filter(None, titles))),
        byline=_byline(tree, linked, article),
        author=tuple(filter(_is_name, islice((metas[key] for key in _AUTHOR if key in metas), 1))),
        owners=linked.names([
            one
            for key in ("provider", "sourceOrganization", "copyrightHolder", "creator", "publisher")
            for one in (article[key] if isinstance(article.get(key), list) else [article.get(key)])
        ]),
        publisher=publisher_of(sites, titles[1:], tree, domain_name(canonical or address)),
        url=canonical or web_address(address),
        published=_time([
            article.get("datePublished"), article.get("dateCreated"), _first(metas, _PUBLISHED), *_marked_times(tree),
        ], fetched),
        modified=_time([article.get("dateModified"), _first(metas, _MODIFIED)], fetched),
        language=_language(tree, article, metas),
        section=_section(article, metas),
        images=tuple(filter(None, (
            _first(metas, ("og:image:secure_url", "og:image", "og:image:url")),
            _image(linked.follow(article.get("image"))),
            _first(metas, ("twitter:image", "twitter:image:src")),
        ))),
        image_alt=_first(metas, ("og:image:alt", "twitter:image:alt")),
        body=json_ld.lines(article.get("articleBody")),
    )


def _metas(tree: etree._Element) -> dict[str, str]:
    """The first content of each meta element, by name, property or itemprop in lower case."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = clean_line(meta.get("content") or "")
        if content:
            for key in ("property", "name", "itemprop", "http-equiv"):
                name = meta.get(key)
                if name:
                    found.setdefault(name.strip().lower(), content)
    return found


def _first(metas: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((metas[key] for key in keys if key in metas), "")


def _title(tree: etree._Element) -> str:
    title = next(tree.iter("title"), None)
    return clean_line("".join(map(str, title.itertext()))) if title is not None else ""


def _canonical(stated: Iterable[str | None], address: str | None) -> str | None:
    """The address that the page gives for itself. Where the page came from is known, only one of the same registrable domain counts."""
    for url in stated:
        whole = web_address(url, address)
        if whole and (address is None or domain_name(whole) == domain_name(address)):
            return whole
    return None


def _printed_headings(tree: etree._Element) -> Iterator[str]:
    for heading in islice(tree.iter("h1"), HEADINGS_MOST):
        yield clean_line("".join(str(piece)[:HEADING_MOST] for piece in islice(heading.itertext(), 20)))


def _byline(tree: etree._Element, linked: json_ld.Linked, article: json_ld.Item) -> tuple[str, ...]:
    marked = (clean_line("".join(map(str, link.itertext()))) for link in tree.iter("a") if link.get("rel") == "author")
    return tuple(filter(_is_name, linked.names(article.get("author")))) or tuple(filter(_is_name, islice(marked, 1)))


def _is_name(name: str) -> bool:
    return "://" not in name and not name.startswith("@") and 2 < len(name) <= BYLINE_MOST and name.lower() not in _NOBODY


def _time(stated: list[object], fetched: datetime | None) -> datetime | None:
    for text in stated:
        when = times.machine(text) if isinstance(text, str) else None
        if when and (fetched is None or (when if when.tzinfo else when.replace(tzinfo=fetched.tzinfo)) <= fetched + AHEAD_MOST):
            return when
    return None


def _marked_times(tree: etree._Element) -> list[object]:
    """The times of the first `time` elements and of those marked as published."""
    found: list[object] = []
    for element in tree.iter("time"):
        if element.get("datetime"):
            found.append(element.get("datetime"))
        if len(found) == 3:
            break
    return found


def _language(tree: etree._Element, article: json_ld.Item, metas: dict[str, str]) -> str | None:
    stated = (tree.get("lang"), json_ld.plain(article.get("inLanguage")), metas.get("og:locale"), metas.get("content-language"))
    for text in stated:
        code = _LANGUAGE.match((text or "").strip())
        if code:
            return code[0].lower()
    return None


def _section(article: json_ld.Item, metas: dict[str, str]) -> str | None:
    value = article.get("articleSection")
    stated = json_ld.plain(value[0] if isinstance(value, list) and value else value)
    found = stated or _first(metas, _SECTION)
    return found if found and len(found) <= 60 and "://" not in found else None


def _image(value: object) -> str:
    while isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("url") or value.get("contentUrl") or value.get("@id")
    return value if isinstance(value, str) else ""
