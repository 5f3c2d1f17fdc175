"""What a page says about its article outside the text: JSON-LD, meta elements, marked-up bylines and times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from lxml import etree

from octavo.reading.html import json_ld, microdata
from octavo.reading.html.publishers import domain_name, publisher_of
from octavo.reading.parts import times
from octavo.reading.parts.addresses import web_address
from octavo.reading.parts.cleaning import clean_line

BYLINE_MOST = 150
"""The longest printed byline, in characters."""

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


def read(tree: etree._Element, address: str | None) -> Metadata:
    """The metadata of a page that came from `address`."""
    linked = json_ld.read(tree)
    article = {**microdata.article(tree), **{key: value for key, value in linked.article().items() if value}}
    metas = _metas(tree)
    canonical = _canonical(tree, metas, article, address)
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
        ]),
        modified=_time([article.get("dateModified"), _first(metas, _MODIFIED)]),
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


def _canonical(tree: etree._Element, metas: dict[str, str], article: json_ld.Item, address: str | None) -> str | None:
    """The address that the page gives for itself. Where the page came from is known, only one of the same registrable domain counts."""
    links = (link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    main = article.get("mainEntityOfPage")
    stated = (next(links, None), metas.get("og:url"), article.get("url"), main.get("@id") if isinstance(main, dict) else main)
    for url in stated:
        whole = web_address(url, address) if isinstance(url, str) else None
        if whole and (address is None or domain_name(whole) == domain_name(address)):
            return whole
    return None


def _byline(tree: etree._Element, linked: json_ld.Linked, article: json_ld.Item) -> tuple[str, ...]:
    marked = (clean_line("".join(map(str, link.itertext()))) for link in tree.iter("a") if link.get("rel") == "author")
    return tuple(filter(_is_name, linked.names(article.get("author")))) or tuple(filter(_is_name, islice(marked, 1)))


def _is_name(name: str) -> bool:
    return "://" not in name and not name.startswith("@") and 2 < len(name) <= BYLINE_MOST and name.lower() not in _NOBODY


def _time(stated: list[object]) -> datetime | None:
    for text in stated:
        when = times.machine(text) if isinstance(text, str) else None
        if when:
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
