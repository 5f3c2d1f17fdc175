"""Which blocks of a page are the article's: the container that holds it, then block by block."""

from __future__ import annotations

import re
from dataclasses import dataclass

from octavo.reading.blocks import Block, Container, Flat

FURNITURE_NAMES = frozenset(
    """comment comments disqus related relateds recommended recommend recommendation recommendations recirc promo promos promotion newsletter
    newsletters signup subscribe subscription share sharing sharedaddy social sidebar footer nav navbar navigation menu breadcrumb breadcrumbs
    caption captions figcaption tags taglist ad ads advert adverts advertisement advertising sponsor sponsored outbrain taboola trending popular
    cookie cookies consent gdpr modal popup overlay widget login register paywall byline toolbar pagination pager teaser teasers carousel
    readmore mostread subscribe optin addthis sharethis respond trackback trackbacks upsell nocontent noprint excerpt dek standfirst
    subheadline credit""".split()
)
FURNITURE_PAIRS = tuple(map(frozenset, (
    ("author", "bio"), ("author", "info"), ("author", "box"), ("about", "author"), ("next", "prev"), ("no", "print"), ("print", "none"),
    ("read", "more"), ("most", "read"), ("see", "also"), ("also", "like"), ("sub", "headline"), ("article", "tags"), ("post", "tags"),
)))
_FURNITURE_TAGS = frozenset(("aside", "footer", "nav"))
_PICTURE_NAMES = frozenset(("photo", "image", "picture", "img", "media", "gallery", "slideshow"))
_TITLE_NAMES = frozenset(("title", "titulo", "headline", "heading", "subtitle", "date", "time", "meta", "author"))
_END = re.compile(r"[.!?…。！？:;»”\"’'）)\]]\W*$")
_SENTENCE = re.compile(r"[.!?…。！？،,;:]")
_LABEL = re.compile(
    r"\W*(?:(?:read|see|watch|learn|find out|view|explore)\s+(?:more|also|next|now|further|the full)|related"
    r"|more(?:\s+(?:on|from|about|in|stories|news|pics|photos))?\b|don.?t miss|recommended|also (?:read|see|on)|you may also|you might"
    r"|watch|listen|click here|continue reading|sign up|subscribe|follow|have a tip|get the latest|tags?\b|filed under|topics?:"
    r"|lesen sie|mehr zum|siehe auch|lire aussi|à lire|lea también|lee también|leia (?:também|mais)|leggi anche|lees ook|baca juga"
    r"|читайте также|см\. также)",
    re.IGNORECASE,
)
_PLEA = re.compile(
    r"\b(?:follow (?:him|her|them|us|@?\w+)(?: \w+)? on (?:twitter|facebook|instagram|x)\b|our newsletter|newsletters?\b.{0,40}\binbox|inbox\b.{0,80}\bnewsletters?"
    r"|subscribe to (?:our|the)\b|sign up (?:for|to)\b|click here to\b|may be reached at|can be reached at|download our app"
    r"|requires javascript|enable javascript|all comments submitted|this document is subject to copyright)",
    re.IGNORECASE,
)
_UI = frozenset(
    """advertisement advertisements advert comments comment share print email caption close related sponsored facebook twitter whatsapp
    pinterest linkedin reddit menu search more top gallery video photos loading tags newsletter anzeige publicidad publicidade publicité
    реклама""".split()
)
_UI_LINES = frozenset((
    "caption close", "explore further", "continue reading below", "story continues below", "story continues below advertisement",
    "article continues below", "article continues after advertisement", "scroll to continue", "more on this story", "read later",
    "share this story", "share this article", "recommended stories", "you may also like", "you might also like", "tell us what you think",
    "read more", "related articles", "related stories", "about the author", "filed under", "leave a comment", "sign up", "buy now",
))
_SHORTCODE = re.compile(r"\[/?\w+(?:\s[^\]]*=[^\]]*)?\]|<img |<iframe |<script")
_CAPTION_TEXT = re.compile(r"\((?:image|photo|picture|pic|credit|foto|bild|фото)s?\s*[:/©]|^\W*©\s|\b(?:image|photo|picture)s? ?(?:credit)?s?: ?[A-Z©]\S*(?: \S+){0,4}$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Kept:
    """What belongs to the article: places in `Flat.blocks`, and the place of the container that holds them (-1 where none does)."""

    container: int
    blocks: tuple[int, ...]


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def prose(block: Block) -> float:
    """How many characters of running text a block holds: none for links, labels, headings and captions."""
    size = len(block.text)
    if block.kind in ("heading", "caption") or block.linked * 2 > size:
        return 0.0
    words = max(block.text.count(" ") + 1, size / 12)
    if words < 6 or not _SENTENCE.search(block.text):
        return 0.0
    return float(size - block.linked)


def sums(flat: Flat, weights: list[float]) -> list[float]:
    """For each container what its blocks weigh together."""
    totals = [0.0] * len(flat.containers)
    for block, weight in zip(flat.blocks, weights, strict=True):
        totals[block.container] += weight
    for place in range(len(totals) - 1, 0, -1):
        totals[flat.containers[place].parent] += totals[place]
    return totals


def furniture_containers(flat: Flat, weights: list[float], share: float = 0.5) -> list[bool]:
    """Which containers are furniture by their tag or names, or stand in one that is. One that holds half of the page's prose is not."""
    totals = sums(flat, weights)
    most = share * totals[0] if totals else 0.0
    furniture = [False] * len(flat.containers)
    verdicts: dict[tuple[str, frozenset[str]], bool] = {}
    for place, container in enumerate(flat.containers):
        around = container.parent >= 0 and furniture[container.parent]
        if around and container.tag == "blockquote":
            around = flat.containers[container.parent].names.isdisjoint(("social",))
        if not around and totals[place] < most:
            look = (container.tag, container.names)
            if look not in verdicts:
                verdicts[look] = _furniture(container)
            around = verdicts[look]
        furniture[place] = around
    return furniture


def _furniture(container: Container) -> bool:
    if container.tag in _FURNITURE_TAGS or not FURNITURE_NAMES.isdisjoint(container.names):
        return True
    return any(pair <= container.names for pair in FURNITURE_PAIRS)


def choose(flat: Flat, headline: str) -> Kept:
    """The article's blocks, in order; none where the page holds no prose."""
    if not flat.containers:
        return Kept(-1, ())
    weights = [prose(block) for block in flat.blocks]
    furniture = furniture_containers(flat, weights)
    _add_cards(flat, weights, furniture)
    clean = [0.0 if furniture[block.container] else weight for block, weight in zip(flat.blocks, weights, strict=True)]
    groups = _groups(flat, clean)
    totals = sums(flat, _grouped(flat, clean, groups))
    if totals[0] <= 0:
        return Kept(-1, ())
    main = _descend(flat.containers, totals, 0.75)
    inside = _inside(flat.containers, _twins(flat, main, clean))
    body = max(range(len(groups)), key=lambda place: groups[place])
    title = _key(headline)
    candidates = [
        place for place, block in enumerate(flat.blocks) if inside[block.container] and not furniture[block.container]
    ]
    kept: list[int] = []
    begun = False
    for place in candidates:
        block = flat.blocks[place]
        if _keep(block, flat.containers, title, begun, body):
            kept.append(place)
            begun = begun or (clean[place] > 0 and len(block.text) > 60)
    return Kept(main, tuple(_with_text_below(flat, candidates, kept)))


def _with_text_below(flat: Flat, candidates: list[int], kept: list[int]) -> list[int]:
    """Headings stay only where the next block that could be the article's is."""
    chosen = set(kept)
    last = -1
    for place in reversed(candidates):
        block = flat.blocks[place]
        if block.kind == "heading" and place in chosen and (last < 0 or last not in chosen):
            chosen.discard(place)
        if block.kind != "caption":
            last = place
    return sorted(chosen)


def _add_cards(flat: Flat, weights: list[float], furniture: list[bool]) -> None:
    """Marks lists of cards: at least three neighbours of the same make, most of which hold a linked title."""
    linked = sums(flat, [1.0 if block.linked > 0.8 * len(block.text) and len(block.text) > 12 else 0.0 for block in flat.blocks])
    totals = sums(flat, weights)
    cards: dict[tuple[int, str, frozenset[str]], list[int]] = {}
    for place, container in enumerate(flat.containers):
        if container.tag not in ("p", "td", "tr", "tbody", "table") and not furniture[place]:
            cards.setdefault((container.parent, container.tag, container.names), []).append(place)
    for group in cards.values():
        if len(group) >= 3 and sum(linked[place] > 0 for place in group) >= 0.6 * len(group):
            if sum(totals[place] for place in group) < 0.5 * totals[0]:
                for place in group:
                    furniture[place] = True
    for place, container in enumerate(flat.containers):
        if container.parent >= 0 and furniture[container.parent] and container.tag != "blockquote":
            furniture[place] = True


def _groups(flat: Flat, weights: list[float]) -> list[float]:
    groups = [0.0] * len(flat.containers)
    for block, weight in zip(flat.blocks, weights, strict=True):
        groups[_group(flat, block)] += weight
    return groups


def _grouped(flat: Flat, weights: list[float], groups: list[float]) -> list[float]:
    largest = max(groups, default=0.0) or 1.0
    return [weight * groups[_group(flat, block)] / largest for block, weight in zip(flat.blocks, weights, strict=True)]


def _group(flat: Flat, block: Block) -> int:
    return max(flat.containers[block.container].parent, 0) if block.kind in ("text", "list", "quote", "heading") else block.container


def _descend(containers: list[Container], totals: list[float], share: float) -> int:
    children: dict[int, list[int]] = {}
    for place, container in enumerate(containers):
        children.setdefault(container.parent, []).append(place)
    here = 0
    while True:
        best = max(children.get(here, ()), key=lambda place: totals[place], default=-1)
        if best < 0 or totals[best] < share * totals[here]:
            return here
        here = best


def _twins(flat: Flat, main: int, clean: list[float]) -> list[int]:
    """`main` and what is made like it in the same article: a body in several parts."""
    containers = flat.containers
    if not containers[main].names:
        return [main]
    look = (containers[main].tag, containers[main].names)
    totals = sums(flat, clean)
    home = _article_around(containers, main)
    return [
        place
        for place, container in enumerate(containers)
        if (container.tag, container.names) == look and (place == main or (totals[place] > 0 and _article_around(containers, place) == home))
    ]


def _article_around(containers: list[Container], place: int) -> int:
    while place >= 0 and containers[place].tag != "article":
        place = containers[place].parent
    return place


def _inside(containers: list[Container], mains: list[int]) -> list[bool]:
    inside = [False] * len(containers)
    for main in mains:
        inside[main] = True
    for place in range(mains[0], len(containers)):
        parent = containers[place].parent
        inside[place] = inside[place] or (parent >= 0 and inside[parent])
    return inside


def _keep(block: Block, containers: list[Container], title: str, begun: bool, body: int) -> bool:
    text = block.text
    container = containers[block.container]
    if block.kind == "caption" or (container.tag == "h1" and not begun):
        return False
    key = _key(text)
    if not key or key == title or key in _UI or key in _UI_LINES:
        return False
    density = block.linked / len(text)
    if density > 0.8:
        return block.kind == "heading" and begun and container.parent == body
    if density > 0.35 and _LABEL.match(text):
        return False
    if _SHORTCODE.match(text):
        return False
    words = text.count(" ") + 1
    if words < 60 and _PLEA.search(text):
        return False
    if block.kind == "plain":
        if words < 6 and not _END.search(text):
            return False
        if not _PICTURE_NAMES.isdisjoint(container.names) or _CAPTION_TEXT.search(text):
            return False
    if not begun and words < 20:
        if not _TITLE_NAMES.isdisjoint(container.names):
            return False
        if _YEAR.search(text) and not _END.search(text):
            return False
    return True
