"""The articles that a front page or a page of a section links, told from its furniture by what they say and where they lead.

A link counts points for what speaks for an article: headline-like words, a heading, a date or a long name in its address (see
`paths`). What stands in navigation, footer or a rail, or leads to another site, a section, a tag, an author or a legal page, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from octavo.addresses import site_of
from octavo.fetching.discovery.link import LINKS_MOST, Link
from octavo.fetching.discovery.paths import article_points, names, plain
from octavo.fetching.discovery.trees import address_of, base_of, tree_of, words_of

HEADLINE_MOST = 300
"""Characters of a link's text; longer ones are cut."""
WORDS_LEAST, LETTERS_LEAST, LETTERS_DENSE = 4, 18, 9
"""The shortest headline, in words and in characters; in scripts without spaces, in characters."""
ENOUGH = 4
"""Points from which on a link is an article's."""
ANCHORS_MOST = 5_000
"""Links of a page that are looked at; a front page has some hundreds."""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NEVER_FURNITURE = frozenset(("html", "body", "main", "article"))
_FURNITURE_TAGS = frozenset((
    "nav", "footer", "aside", "form", "script", "style", "template", "noscript", "dialog", "select", "menu", "svg", "iframe"))
_FURNITURE_ROLES = frozenset(("navigation", "contentinfo", "complementary", "search", "banner", "menu", "menubar", "dialog"))
_FURNITURE_NAMES = names("""
nav navbar navigation menu submenu footer sidebar breadcrumb breadcrumbs cookie cookies consent newsletter social share sharing
advert adverts advertisement ad ads sponsored comments login signin subscribe legal pagination pager skiplink skiplinks tagcloud blogroll
ticker toolbar
""")
_LAYOUT_NAMES = names("has with no without enabled layout open post type tag category")
"""Words that make a name one of the page or of a card, not of the furniture: "has-sidebar", "tag-newsletter"."""
_CARD_NAMES = names("headline title story article teaser card post entry promo")
_NAMES_MOST = 300
"""Characters of a class that are looked at."""
_PIECE = re.compile(r"[A-Za-z]+")
_DENSE = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CALL = re.compile(
    r"(?:read|see|view|show|find out|learn|load|watch|listen|click|continue|subscribe|sign|log|share|follow|download|weiterlesen|mehr|"
    r"lire la suite|leer más|leia mais|continua)\b.{0,30}|(?:more|mehr|plus|más|mais) (?:from|about|on|in|aus|zu|de|sur|sobre)\b.{0,60}",
    re.IGNORECASE)


@dataclass(slots=True)
class _Anchor:
    """An address as it is linked: the best words of all its links, whether they are a heading's, and whether they stand in a card."""

    words: str = ""
    heading: bool = False
    card: bool = False

    def offer(self, words: str, heading: bool, card: bool) -> None:
        """Another link to the same address."""
        self.card |= card
        if (heading, _headline_points(words), len(words)) > (self.heading, _headline_points(self.words), len(self.words)):
            self.words, self.heading = words, heading

    def points(self) -> int:
        """What speaks for a headline."""
        return _headline_points(self.words) + 3 * self.heading + self.card


def article_links(body: bytes, content_type: str | None, url: str) -> tuple[Link, ...]:
    """The articles of its own site that the HTML page of that address links, in its order; see `octavo.fetching.discovery.links`."""
    tree = tree_of(body, content_type, url)
    if tree is None:
        return ()
    site, base, own = site_of(url), base_of(tree, url), plain(url)
    found: dict[str, _Anchor] = {}
    for element, heading, card in _anchors(tree):
        address = address_of(element.get("href"), base)
        if address and site_of(address) == site and (address := plain(address)) != own:
            words, headed = _words(element)
            found.setdefault(address, _Anchor()).offer(words, heading or headed, card)
    said = [(address, anchor) for address, anchor in found.items() if anchor.words]
    articles = [Link(address, anchor.words) for address, anchor in said if anchor.points() + article_points(address) >= ENOUGH]
    return tuple(articles[:LINKS_MOST])


def _anchors(tree: etree._Element) -> Iterator[tuple[etree._Element, bool, bool]]:
    """The links outside of furniture, and whether each stands in a heading, and in a card."""
    walk = etree.iterwalk(tree, events=("start", "end"))
    headings = cards = seen = 0
    skipped: etree._Element | None = None
    for event, element in walk:
        step = 1 if event == "start" else -1
        if event == "start" and _is_furniture(element, cards):
            walk.skip_subtree()
            skipped = element
        elif skipped is element:
            skipped = None
        else:
            headings += step * (element.tag in _HEADINGS)
            cards += step * _is_card(element)
            if event == "start" and element.tag == "a" and element.get("href"):
                yield element, headings > 0, cards > 0
                if (seen := seen + 1) == ANCHORS_MOST:
                    return


def _is_card(element: etree._Element) -> bool:
    return element.tag in ("article", "section", "main", "li") or not _CARD_NAMES.isdisjoint(_pieces(element.get("class") or ""))


def _is_furniture(element: etree._Element, cards: int) -> bool:
    if element.tag in _NEVER_FURNITURE:
        return False
    if element.tag in _FURNITURE_TAGS or element.get("role") in _FURNITURE_ROLES or (element.tag == "header" and not cards):
        return True
    for written in ((element.get("class") or "")[:_NAMES_MOST] + " " + (element.get("id") or "")[:_NAMES_MOST]).split():
        pieces = _pieces(written)
        named = not _FURNITURE_NAMES.isdisjoint(pieces) or any(piece.endswith(("nav", "menu", "footer")) for piece in pieces)
        if named and _LAYOUT_NAMES.isdisjoint(pieces):
            return True
    return False


def _pieces(name: str) -> list[str]:
    return [piece.lower() for piece in _PIECE.findall(name[:_NAMES_MOST])]


def _words(anchor: etree._Element) -> tuple[str, bool]:
    """What a link says: its heading, else what is marked as its headline, else its text, else what it or its picture is called; and
    whether that is a heading."""
    marked = None
    for part in anchor.iterdescendants():
        if part.tag in _HEADINGS:
            return words_of(part, HEADLINE_MOST), True
        if marked is None and not {"headline", "title"}.isdisjoint(_pieces(part.get("class") or "")):
            marked = part
    text = words_of(anchor if marked is None else marked, HEADLINE_MOST)
    picture = next((part.get("alt") for part in anchor.iter("img") if part.get("alt")), "")
    called = anchor.get("title") or anchor.get("aria-label") or picture or ""
    return text or " ".join(called[: 2 * HEADLINE_MOST].split())[:HEADLINE_MOST], False


def _headline_points(words: str) -> int:
    if _CALL.fullmatch(words):
        return -4
    number = len(words.split())
    if number >= WORDS_LEAST and len(words) >= LETTERS_LEAST:
        return 2 + (number > WORDS_LEAST + 1)
    if len(words) >= LETTERS_DENSE and len(_DENSE.findall(words)) * 2 > len(words):
        return 3
    return -1 if number >= 2 else -3
