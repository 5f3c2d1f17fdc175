"""Who publishes a page: a name that the page gives for itself and that agrees with its domain, else the domain."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import urlsplit

import tld
from lxml import etree

from octavo.reading.parts.cleaning import clean_line, fold

PUBLISHER_MOST = 60
"""The longest name of a publisher, in characters; what is longer is a slogan."""

LINKS_MOST = 2_000
"""How many links are looked at for the name in the masthead."""

_PART = re.compile(r"\s+[|–—·•»:/-]+\s+|\s*[|»]\s*")
_MASTHEAD = re.compile(r"masthead|logo|site-?(?:title|name)|brand", re.IGNORECASE)
_MORE_WORDS = 3
"""How many words a name in a title may have beside those of the domain: "The Harbour Post Online"."""


def publisher_of(names: Iterable[str], titles: Iterable[str], tree: etree._Element, domain: str | None) -> str | None:
    """The first of `names` that agrees with the domain, else the first usable one; else the end or start of a title or the name in the
    masthead, if the domain's label is made of it; else the domain.
    """
    site = site_of(domain)
    usable = []
    for name in names:
        part = re.split(r"\s+[|–—-]\s+", name)[0].removeprefix("www.")
        usable += [part] if part and "://" not in part and len(part) <= PUBLISHER_MOST else []
    agreeing = (name for name in usable if site and (letters := _letters(name)) and (site in letters or letters in site))
    stated = next(agreeing, None) or next(iter(usable), None)
    if stated or not site:
        return stated or domain
    return next((part for title in titles for part in _ends(title) if made_of(site, part)), None) or next(
        (name for name in _mastheads(tree) if _letters(name).removeprefix("the") == site.removeprefix("the")), None) or domain


def domain_name(url: str | None) -> str | None:
    """The registrable domain of an address. Where no list knows its last label (an intranet, a reserved name), the last two labels;
    an IP address and a host of one label as they are.
    """
    if not url:
        return None
    try:
        known = tld.get_fld(url, fail_silently=True)
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return None
    return known or (host if _is_ip(host) else ".".join(host.split(".")[-2:])) or None


def site_of(domain: str | None) -> str:
    """The letters of a domain's first label: "harbour-post.example" as "harbourpost"; empty for an IP address or a host of one label."""
    label, dot, _ = (domain or "").partition(".")
    return label.replace("-", "").lower() if dot and not _is_ip(domain or "") else ""


def made_of(site: str, name: str) -> bool:
    """Whether the label `site` is some words of a short `name` ("bbc": "BBC News"), or `name` and a little more ("postonline": "Post")."""
    words = _plain(name).split()
    if not words or len(name) > PUBLISHER_MOST or len(words) > 8:
        return False
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            if "".join(words[start:end]) == site:
                return len(words) - (end - start) <= _MORE_WORDS and name[:1] == name[:1].upper()
    letters = "".join(words)
    return len(words) > 1 and 2 * len(letters) > len(site) and site.startswith(letters)


def _ends(title: str) -> Iterator[str]:
    """The parts of a title that may name the site, the last first; the first part only by the whole of its letters."""
    parts = [part for part in _PART.split(title) if part.strip()]
    if len(parts) > 1:
        yield from map(str.strip, reversed(parts[1:]))
        if len(parts[0].split()) <= _MORE_WORDS:
            yield parts[0].strip()


def _mastheads(tree: etree._Element) -> Iterator[str]:
    """The texts and the pictures' texts of links to the home page and of what is named as a masthead."""
    for link in islice(tree.iter("a"), LINKS_MOST):
        if _is_home(link.get("href") or ""):
            yield from _said(link)
    for element in tree.iter("div", "header", "h1", "h2", "p", "span", "strong"):
        if _MASTHEAD.search(f"{element.get('id', '')[:100]} {element.get('class', '')[:100]}"):
            yield from _said(element)


def _is_home(href: str) -> bool:
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return False
    return parts.path in ("", "/") and bool(parts.path or parts.netloc) and not parts.query


def _said(element: etree._Element) -> Iterator[str]:
    pictures = (picture.get("alt") or "" for picture in islice(element.iter("img"), 2))
    texts = (str(text) for text in islice(element.itertext(), 5))
    for text in (*texts, *pictures, element.get("title") or "", element.get("aria-label") or ""):
        if text.strip() and len(text) <= 2 * PUBLISHER_MOST:
            yield clean_line(text)


def _plain(name: str) -> str:
    """`name` folded, without accents: domains seldom have them."""
    return fold("".join(letter for letter in unicodedata.normalize("NFKD", name[:200]) if not unicodedata.combining(letter)))


def _letters(name: str) -> str:
    return _plain(name).replace(" ", "")


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
