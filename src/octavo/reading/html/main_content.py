"""Which blocks of a page are the article's: the container that holds it, then block by block.

A block weighs as many characters as it holds of running text. Containers that are furniture by name or are lists of cards weigh nothing,
unless half of the page is in them. Text that stands together weighs more than the same text in scattered pieces, so a list of excerpts
does not outweigh an article. The container is the deepest one that holds most of the weight.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from octavo.reading.html.apart import apart, is_headline
from octavo.reading.html.blocks import Block, Container, Flat
from octavo.reading.html.furniture import PICTURE_NAMES, TITLE_NAMES, caption_by_words, furniture_by_words, key, notice_by_words
from octavo.reading.parts.words import words_of

HELD = 0.8
"""The share of the weight that the article's container holds of its parent's."""

ROW_LEAST = 3
"""How many cells a row of figures has at least."""

_END = re.compile(r"[.!?…。！？:;»”\"’'）)\]]\W*$")
_END_MOST = 8
"""How many characters at the end of a text are looked at for the mark that ends a sentence."""
_SENTENCE = re.compile(r"[.!?…。！？،,;:、，：]")
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


def choose(flat: Flat, headline: str) -> Kept:
    """The article's blocks, in order; none where the page holds no running text."""
    weights = [prose(block) for block in flat.blocks]
    if not any(weights):
        return Kept(-1, ())
    noticed = [0.0 if weight and notice_by_words(block.text) else weight for block, weight in zip(flat.blocks, weights, strict=True)]
    weights = noticed if any(noticed) else weights
    title = key(headline)
    furniture = apart(flat, weights, title)
    if not any(weight for block, weight in zip(flat.blocks, weights, strict=True) if not furniture[block.container]):
        furniture = [False] * len(flat.containers)
    clean = [0.0 if furniture[block.container] else weight for block, weight in zip(flat.blocks, weights, strict=True)]
    start = _start(flat, clean, title)
    clean[:start] = [0.0] * start
    homes = _homes(flat)
    groups = _groups(flat, clean, homes)
    largest = max(groups)
    together = [weight * groups[home] / largest for weight, home in zip(clean, homes, strict=True)]
    main = _descend(flat, flat.totals(together), clean)
    inside = _inside(flat.containers, _twins(flat, main, clean))
    body = max(range(len(groups)), key=lambda place: groups[place] * inside[place])
    candidates = [
        place for place, block in enumerate(flat.blocks) if place >= start and inside[block.container] and not furniture[block.container]
    ]
    candidates = [*_lead(flat, clean, start, candidates), *candidates]
    cells = _cells(flat)
    kept: set[int] = set()
    begun = False
    for place in candidates:
        block = flat.blocks[place]
        if _belongs(block, flat.containers, title, begun, body, cells):
            kept.add(place)
            begun = begun or clean[place] > 60
    return Kept(main, tuple(_without_bare_headings(flat, candidates, kept)))


def _start(flat: Flat, clean: list[float], title: str) -> int:
    """The place of the printed headline, if most of the page's text comes after it; nothing before it is the article's."""
    start = next((place for place, block in enumerate(flat.blocks) if is_headline(block, title)), 0)
    return start if sum(clean[start:]) >= sum(clean[:start]) else 0


def _homes(flat: Flat) -> list[int]:
    """For each block the container in which its neighbours stand: its own where that holds several, else the one around it."""
    held = Counter(block.container for block in flat.blocks)
    return [
        block.container if held[block.container] > 1 else max(flat.containers[block.container].parent, 0)
        for block in flat.blocks
    ]


def _groups(flat: Flat, weights: list[float], homes: list[int]) -> list[float]:
    """For each container the weight of the paragraphs that stand in it side by side."""
    groups = [0.0] * len(flat.containers)
    for home, weight in zip(homes, weights, strict=True):
        groups[home] += weight
    return groups


def _descend(flat: Flat, totals: list[float], clean: list[float]) -> int:
    """The deepest container that holds most of the weight of the one around it, but not one paragraph out of several of its make."""
    counts = flat.totals([float(weight > 0) for weight in clean])
    alike = Counter(_make(flat, place) for place, count in enumerate(counts) if count)
    heaviest = [-1] * len(flat.containers)
    for place in range(1, len(heaviest)):
        parent = flat.containers[place].parent
        if heaviest[parent] < 0 or totals[place] > totals[heaviest[parent]]:
            heaviest[parent] = place
    here = 0
    while (below := heaviest[here]) >= 0 and totals[below] >= HELD * totals[here] and (counts[below] > 1 or alike[_make(flat, below)] == 1):
        here = below
    return here


def _make(flat: Flat, place: int) -> tuple[int, str, frozenset[str]]:
    container = flat.containers[place]
    return container.parent, container.tag, container.names if container.tag != "p" else frozenset()


def _twins(flat: Flat, main: int, clean: list[float]) -> list[int]:
    """`main` and what is made like it under the same headline: a body in several parts."""
    containers = flat.containers
    if not containers[main].names:
        return [main]
    look = (containers[main].tag, containers[main].names)
    totals = flat.totals(clean)
    titled = flat.totals([float(containers[block.container].tag == "h1") for block in flat.blocks])
    home = _home(containers, main, titled)
    alike = (place for place, container in enumerate(containers) if (container.tag, container.names) == look)
    return [place for place in alike if place == main or (totals[place] > 0 and _home(containers, place, titled) == home)]


def _home(containers: list[Container], place: int, titled: list[float]) -> int:
    """The article around a place: the nearest element that says so or holds a headline."""
    while place >= 0 and containers[place].tag != "article" and not titled[place]:
        place = containers[place].parent
    return place


def _lead(flat: Flat, clean: list[float], start: int, candidates: list[int]) -> list[int]:
    """The paragraphs between headline and container that are made like those inside it, but for a name more or less."""
    makes = {flat.containers[flat.blocks[place].container].names for place in candidates if clean[place]} - {frozenset()}
    first = candidates[0] if candidates else start
    between = (place for place in range(start, first) if clean[place] and flat.blocks[place].kind in ("text", "plain"))
    names = ((place, flat.containers[flat.blocks[place].container].names) for place in between)
    return [place for place, own in names if own and any(own <= make or make <= own for make in makes)]


def _inside(containers: list[Container], mains: list[int]) -> list[bool]:
    inside = [False] * len(containers)
    for main in mains:
        inside[main] = True
    for place in range(mains[0] + 1, len(containers)):
        inside[place] = inside[place] or inside[containers[place].parent]
    return inside


def _cells(flat: Flat) -> frozenset[int]:
    """The cells in rows of several, in tables that are mostly not links: there a linked name is part of the row."""
    linked = flat.totals([float(block.linked) for block in flat.blocks])
    lengths = flat.totals([float(len(block.text)) for block in flat.blocks])
    figures = [False] * len(flat.containers)
    for place, container in enumerate(flat.containers):
        if container.tag == "table":
            figures[place] = linked[place] * 2 < lengths[place]
        else:
            figures[place] = container.parent >= 0 and figures[container.parent]
    held = Counter(block.container for block in flat.blocks if block.kind == "cell")
    whole = [place for place, count in held.items() if count == 1 and figures[place]]
    rows = Counter(flat.containers[place].parent for place in whole)
    return frozenset(place for place in whole if rows[flat.containers[place].parent] >= ROW_LEAST)


def _ended(text: str) -> bool:
    return _END.search(text[-_END_MOST:]) is not None


def _belongs(block: Block, containers: list[Container], title: str, begun: bool, body: int, cells: frozenset[int]) -> bool:
    """Whether a block of the article's container is the article's.

    `begun`: running text stands before it; `body`: the largest group; `cells`: the containers in tables of figures.
    """
    text = block.text
    container = containers[block.container]
    words = words_of(text)
    density = block.linked / len(text)
    if block.kind == "caption" or (container.tag == "h1" and not begun):
        return False
    if len(text) < 2 * len(title) + 10 and key(text) in ("", title):
        return False
    if density > 0.8 and block.container not in cells:
        return begun and container.parent == body and (block.kind == "heading" or _ADDRESS.match(text) is not None)
    if block.kind != "cell" and furniture_by_words(text, words, density):
        return False
    if block.under_picture and words < 12 and block.kind in ("text", "plain") and not _ended(text):
        return False
    if block.kind == "plain":
        if (words < (6 if begun else 12) and not _ended(text)) or (density > 0.5 and words < 15):
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
