"""Which containers of a page stand apart from its article: furniture by name, lists of cards, comments, the articles after it."""

from __future__ import annotations

from octavo.reading.html.blocks import Block, Flat
from octavo.reading.html.furniture import ANSWER_MOST, ANSWERS, furniture_by_name, key

EXEMPT = 0.5
"""The share of a page's running text that no furniture holds."""

CARDS_LEAST = 3
"""How many neighbours of one make are a list of cards."""

MOST_OF_THEM = 0.6
"""The share of the neighbours that must show a mark of cards."""

CARD_MOST = 300
"""How many characters of running text a card holds at most, on average; what holds more may be a part of an article."""

REST_LEAST = 200
"""How many characters of running text a page holds at least besides a list of cards."""

ENTRY_NAMES = frozenset(("article", "post", "story", "entry", "hentry", "node", "single", "beitrag", "artikel", "noticia"))
"""What page makers call the element around one article."""

PARAGRAPH_LEAST = 60
"""How many characters of running text the first paragraph has at least."""

TITLE_LEAST = 12
"""The shortest linked title of a card, in characters."""


def apart(flat: Flat, weights: list[float], title: str) -> list[bool]:
    """For each container whether it or one around it stands apart. `weights` are the blocks' running text in characters, `title` is the
    headline as `key` makes it. A post embedded from elsewhere is a quotation, not furniture.
    """
    totals = flat.totals(weights)
    around = _around_headline(flat, title)
    listed = _cards(flat, weights, totals, around) | _other_articles(flat, title, around) | _headers(flat, weights, totals)
    found = [False] * len(flat.containers)
    by_name: dict[tuple[str, frozenset[str]], bool] = {}
    for place, container in enumerate(flat.containers):
        inside = container.parent >= 0 and found[container.parent]
        if inside and container.tag == "blockquote":
            inside = "social" not in flat.containers[container.parent].names
        inside = inside or place in listed
        if not inside and totals[place] < EXEMPT * totals[0]:
            make = (container.tag, container.names)
            if make not in by_name:
                by_name[make] = furniture_by_name(container)
            inside = by_name[make]
        found[place] = inside
    return found


def is_headline(block: Block, title: str) -> bool:
    """Whether a block prints the headline whose `key` is `title`."""
    return block.kind == "heading" and len(block.text) < 2 * len(title) + 10 and key(block.text) == title


def _around_headline(flat: Flat, title: str) -> list[int]:
    """The containers around the printed headline, innermost first; none where it is not printed."""
    here = next((block.container for block in flat.blocks if is_headline(block, title)), -1)
    around: list[int] = []
    while here >= 0:
        around.append(here)
        here = flat.containers[here].parent
    return around


def _headers(flat: Flat, weights: list[float], totals: list[float]) -> set[int]:
    """The headers before the first paragraph: site names, standfirsts, dates. One that holds half of the page's text is none."""
    inside = [False] * len(flat.containers)
    for place, container in enumerate(flat.containers):
        inside[place] = container.tag == "header" or (container.parent >= 0 and inside[container.parent])
    paragraphs = (block.container for block, weight in zip(flat.blocks, weights, strict=True) if weight >= PARAGRAPH_LEAST)
    first = next((place for place in paragraphs if not inside[place]), 0)
    return {
        place for place, container in enumerate(flat.containers[:first])
        if container.tag == "header" and totals[place] < EXEMPT * totals[0]
    }


def _firsts(flat: Flat, chosen: list[bool]) -> list[int]:
    """For each container the place of its first block of those chosen; where it has none, the number of all blocks."""
    firsts = [len(flat.blocks)] * len(flat.containers)
    for place, (block, is_chosen) in enumerate(zip(flat.blocks, chosen, strict=True)):
        if is_chosen:
            firsts[block.container] = min(firsts[block.container], place)
    for place in range(len(firsts) - 1, 0, -1):
        parent = flat.containers[place].parent
        firsts[parent] = min(firsts[parent], firsts[place])
    return firsts


def _cards(flat: Flat, weights: list[float], totals: list[float], around: list[int]) -> set[int]:
    """Neighbours of the same make, most of which begin with a linked title or hold a way to answer: ways to other articles, comments.

    A list that holds most of the page's text is none, if its parts are long or nothing else is there.
    """
    titles = _firsts(flat, [block.linked > 0.8 * len(block.text) and len(block.text) >= TITLE_LEAST for block in flat.blocks])
    texts = _firsts(flat, [weight > 0 for weight in weights])
    answered = flat.totals([float(len(block.text) <= ANSWER_MOST and key(block.text) in ANSWERS) for block in flat.blocks])
    alike: dict[tuple[int, str, frozenset[str]], list[int]] = {}
    for place, container in enumerate(flat.containers):
        if container.tag not in ("p", "td", "tr", "tbody", "table"):
            alike.setdefault((container.parent, container.tag, container.names), []).append(place)
    cards: set[int] = set()
    for group in alike.values():
        if len(group) < CARDS_LEAST or not set(group).isdisjoint(around):
            continue
        if sum(answered[place] > 0 for place in group) >= MOST_OF_THEM * len(group):
            cards.update(group)
        elif sum(titles[place] < texts[place] for place in group) >= MOST_OF_THEM * len(group):
            held = sum(totals[place] for place in group)
            if held < EXEMPT * totals[0] or (held < CARD_MOST * len(group) and totals[0] - held >= REST_LEAST):
                cards.update(group)
    return cards


def _other_articles(flat: Flat, title: str, around: list[int]) -> set[int]:
    """Articles that the page goes on with: elements made like those around the headline, or said to be articles, under another headline
    of the same rank.
    """
    if not around:
        return set()
    containers = flat.containers
    tag = containers[around[0]].tag
    makes = {(containers[place].tag, containers[place].names) for place in around if not ENTRY_NAMES.isdisjoint(containers[place].names)}
    headed = flat.totals([float(containers[block.container].tag == tag and key(block.text) != title) for block in flat.blocks])
    own = set(around)
    return {
        place for place, container in enumerate(containers)
        if headed[place] and place not in own and container.tag != tag
        and (container.tag == "article" or (container.tag, container.names) in makes)
    }
