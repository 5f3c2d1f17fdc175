"""Which blocks of a page are the article's: the container that holds it, then block by block.

A block weighs as many characters as it holds of running text. Containers that are furniture by name or are lists of cards weigh nothing,
unless half of the page is in them. Text that stands together weighs more than the same text in scattered pieces, so a list of excerpts
does not outweigh an article. The container is the deepest one that holds most of the weight.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from octavo.reading.blocks import Block, Container, Flat
from octavo.reading.html_furniture import PICTURE_NAMES, TITLE_NAMES, caption_by_words, furniture_by_name, furniture_by_words, key

HELD = 0.8
"""The share of the weight that the article's container holds of its parent's."""

EXEMPT = 0.5
"""The share of a page's running text that no furniture holds."""

CARDS_LEAST = 3
"""How many neighbours of one make are a list of cards."""

CARD_MOST = 300
"""How many characters of running text a card holds at most, on average; what holds more may be a part of an article."""

ENTRY_LEAST = 200
"""How many characters of running text stand under the headline, where a page goes on with other articles of the same make."""

_END = re.compile(r"[.!?…。！？:;»”\"’'）)\]]\W*$")
_END_MOST = 8
"""How many characters at the end of a text are looked at for the mark that ends a sentence."""
_SENTENCE = re.compile(r"[.!?…。！？،,;:、，：]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")


@dataclass(frozen=True, slots=True)
class Kept:
    """What belongs to the article: places in `Flat.blocks`, and the place of the container that holds them (-1 where none does)."""

    container: int
    blocks: tuple[int, ...]


def prose(block: Block) -> float:
    """How many characters of running text a block holds: none for links, labels, headings and captions."""
    size = len(block.text)
    if block.kind in ("heading", "caption") or block.linked * 2 > size:
        return 0.0
    if words_of(block.text) < 6 or not _SENTENCE.search(block.text):
        return 0.0
    return float(size - block.linked)


def words_of(text: str) -> int:
    """How many words a text has, about: in scripts that set no spaces between them, one for two letters."""
    spaced = text.count(" ") + 1
    if spaced * 12 > len(text) or text.isascii():
        return spaced
    return spaced + len(_UNSPACED.findall(text[:1_000])) // 2


def choose(flat: Flat, headline: str) -> Kept:
    """The article's blocks, in order; none where the page holds no running text."""
    weights = [prose(block) for block in flat.blocks]
    if not any(weights):
        return Kept(-1, ())
    furniture = _furniture(flat, weights)
    clean = [0.0 if furniture[block.container] else weight for block, weight in zip(flat.blocks, weights, strict=True)]
    groups = _groups(flat, clean)
    title = key(headline)
    main = _descend(flat.containers, _sums(flat, _grouped(flat, clean, groups)))
    main = _entry(flat, main, title, clean)
    inside = _inside(flat.containers, _twins(flat, main, clean))
    body = max(range(len(groups)), key=lambda place: groups[place] * inside[place])
    candidates = [place for place, block in enumerate(flat.blocks) if inside[block.container] and not furniture[block.container]]
    kept: set[int] = set()
    begun = False
    for place in candidates:
        block = flat.blocks[place]
        if _belongs(block, flat.containers, title, begun, body):
            kept.add(place)
            begun = begun or clean[place] > 60
    return Kept(main, tuple(_without_bare_headings(flat, candidates, kept)))


def _sums(flat: Flat, weights: list[float]) -> list[float]:
    """For each container what its blocks weigh together."""
    totals = [0.0] * len(flat.containers)
    for block, weight in zip(flat.blocks, weights, strict=True):
        totals[block.container] += weight
    for place in range(len(totals) - 1, 0, -1):
        totals[flat.containers[place].parent] += totals[place]
    return totals


def _furniture(flat: Flat, weights: list[float]) -> list[bool]:
    """Which containers are furniture or stand in one that is. A post embedded from elsewhere is a quotation, not furniture."""
    totals = _sums(flat, weights)
    most = EXEMPT * totals[0]
    cards = _cards(flat, totals)
    furniture = [False] * len(flat.containers)
    verdicts: dict[tuple[str, frozenset[str]], bool] = {}
    for place, container in enumerate(flat.containers):
        found = container.parent >= 0 and furniture[container.parent]
        if found and container.tag == "blockquote":
            found = "social" not in flat.containers[container.parent].names
        found = found or place in cards
        if not found and totals[place] < most:
            look = (container.tag, container.names)
            if look not in verdicts:
                verdicts[look] = furniture_by_name(container)
            found = verdicts[look]
        furniture[place] = found
    return furniture


def _cards(flat: Flat, totals: list[float]) -> set[int]:
    """Neighbours of the same make, most of which hold a linked title: a list of ways to other articles.

    One that holds most of the page's text is none, if its parts are long or nothing else is there.
    """
    linked = _sums(flat, [float(block.linked > 0.8 * len(block.text) and len(block.text) > 12) for block in flat.blocks])
    alike: dict[tuple[int, str, frozenset[str]], list[int]] = {}
    for place, container in enumerate(flat.containers):
        if container.tag not in ("p", "td", "tr", "tbody", "table"):
            alike.setdefault((container.parent, container.tag, container.names), []).append(place)
    cards: set[int] = set()
    for group in alike.values():
        titled = sum(linked[place] > 0 for place in group)
        if len(group) >= CARDS_LEAST and titled >= 0.6 * len(group):
            held = sum(totals[place] for place in group)
            if held < EXEMPT * totals[0] or (held < CARD_MOST * len(group) and totals[0] - held >= ENTRY_LEAST):
                cards.update(group)
    return cards


def _groups(flat: Flat, weights: list[float]) -> list[float]:
    """For each container the weight of the paragraphs that stand in it side by side."""
    groups = [0.0] * len(flat.containers)
    for block, weight in zip(flat.blocks, weights, strict=True):
        groups[_group(flat, block)] += weight
    return groups


def _grouped(flat: Flat, weights: list[float], groups: list[float]) -> list[float]:
    largest = max(groups) or 1.0
    return [weight * groups[_group(flat, block)] / largest for block, weight in zip(flat.blocks, weights, strict=True)]


def _group(flat: Flat, block: Block) -> int:
    return block.container if block.kind in ("plain", "cell") else max(flat.containers[block.container].parent, 0)


def _descend(containers: list[Container], totals: list[float]) -> int:
    heaviest = [-1] * len(containers)
    for place in range(1, len(containers)):
        parent = containers[place].parent
        if heaviest[parent] < 0 or totals[place] > totals[heaviest[parent]]:
            heaviest[parent] = place
    here = 0
    while heaviest[here] >= 0 and totals[heaviest[here]] >= HELD * totals[here]:
        here = heaviest[here]
    return here


def _entry(flat: Flat, main: int, title: str, clean: list[float]) -> int:
    """The part of `main` that stands under the headline, where other parts of the same make have headings of their own."""
    heading = next((b for b in flat.blocks if b.kind == "heading" and len(b.text) < 2 * len(title) + 10 and key(b.text) == title), None)
    if heading is None:
        return main
    containers = flat.containers
    tag, path = containers[heading.container].tag, [heading.container]
    while path[-1] > main:
        path.append(containers[path[-1]].parent)
    if path[-1] != main or len(path) < 2:
        return main
    entry = containers[path[-2]]
    totals = _sums(flat, clean)
    headed = _sums(flat, [float(containers[block.container].tag == tag) for block in flat.blocks])
    others = [
        place for place, one in enumerate(containers)
        if one.parent == main and place != path[-2] and (one.tag, one.names) == (entry.tag, entry.names) and headed[place] and totals[place]
    ]
    return path[-2] if others and totals[path[-2]] >= ENTRY_LEAST else main


def _twins(flat: Flat, main: int, clean: list[float]) -> list[int]:
    """`main` and what is made like it under the same headline: a body in several parts."""
    containers = flat.containers
    if not containers[main].names:
        return [main]
    look = (containers[main].tag, containers[main].names)
    totals = _sums(flat, clean)
    titled = _sums(flat, [float(containers[block.container].tag == "h1") for block in flat.blocks])
    home = _home(containers, main, titled)
    alike = (place for place, container in enumerate(containers) if (container.tag, container.names) == look)
    return [place for place in alike if place == main or (totals[place] > 0 and _home(containers, place, titled) == home)]


def _home(containers: list[Container], place: int, titled: list[float]) -> int:
    """The article around a place: the nearest element that says so or holds a headline."""
    while place >= 0 and containers[place].tag != "article" and not titled[place]:
        place = containers[place].parent
    return place


def _inside(containers: list[Container], mains: list[int]) -> list[bool]:
    inside = [False] * len(containers)
    for main in mains:
        inside[main] = True
    for place in range(mains[0] + 1, len(containers)):
        inside[place] = inside[place] or inside[containers[place].parent]
    return inside


def _ended(text: str) -> bool:
    return _END.search(text[-_END_MOST:]) is not None


def _belongs(block: Block, containers: list[Container], title: str, begun: bool, body: int) -> bool:
    """Whether a block of the article's container is the article's. `begun`: running text stands before it; `body`: the largest group."""
    text = block.text
    container = containers[block.container]
    words = words_of(text)
    density = block.linked / len(text)
    if block.kind == "caption" or (container.tag == "h1" and not begun):
        return False
    if len(text) < 2 * len(title) + 10 and key(text) in ("", title):
        return False
    if density > 0.8:
        return begun and container.parent == body and (block.kind == "heading" or _ADDRESS.match(text) is not None)
    if block.kind != "cell" and furniture_by_words(text, words, density):
        return False
    if block.under_picture and words < 12 and block.kind in ("text", "plain") and not _ended(text):
        return False
    if block.kind == "plain":
        if (words < 6 and not _ended(text)) or (density > 0.5 and words < 15):
            return False
        if not PICTURE_NAMES.isdisjoint(container.names) or caption_by_words(text):
            return False
    if not begun and words < 20 and block.kind != "heading":
        return TITLE_NAMES.isdisjoint(container.names) and not (_YEAR.search(text) and not _ended(text))
    return True


def _without_bare_headings(flat: Flat, candidates: list[int], kept: set[int]) -> list[int]:
    """A heading stays only where text of the article comes before the next one, and not after a list of links."""
    bare = True
    for place in reversed(candidates):
        block = flat.blocks[place]
        if block.kind == "heading":
            if bare:
                kept.discard(place)
            bare = place not in kept
        elif place in kept:
            bare = False
        elif block.kind == "list":
            bare = True
    return sorted(kept)
