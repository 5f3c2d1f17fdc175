"""The headline of an HTML page: the heading that the page's own metadata names, without the name of the site."""

from __future__ import annotations

from collections.abc import Iterable

from octavo.reading.html.blocks import KICKER_NAMES, Block, Flat
from octavo.reading.html.furniture import furniture_by_name, notice_by_words
from octavo.reading.html.json_ld import agreeing
from octavo.reading.html.main_content import prose
from octavo.reading.html.metadata import Metadata
from octavo.reading.parts.cleaning import clean_line, fold
from octavo.reading.parts.kickers import without_publisher

SITE_MOST = 4
"""How many words a title has at most that is the name of a site, where the page does not tell."""

TEXT_WITHIN = 4
"""How many blocks after the headline the text begins, where only that tells the headline."""

TEXT_LEAST = 40
"""How many characters of running text a paragraph has there."""


def headline_of(flat: Flat, stated: Metadata) -> str:
    """The printed heading that agrees best with the titles of the metadata, else the first title; empty where there is none."""
    printed = list(_first_headings(flat))
    site = fold(stated.publisher or "")
    bare = (without_publisher(title, stated.publisher, url=stated.url) for title in stated.titles)
    titles = [title for title in bare if fold(title) != site]
    usable = {heading: set(words) for heading in printed if len(words := fold(heading).split()) > 1 and " ".join(words) != site}
    if not titles:
        return max(usable or printed, key=len, default="") or _over_text(flat) or next(iter(stated.titles), "")
    wanted = [set(fold(title).split()) for title in titles]
    agreement = {heading: agreeing(words, wanted) for heading, words in usable.items()}
    best = max(agreement, key=lambda heading: agreement[heading], default="")
    enough = 0.2 if len(usable) == 1 else 0.5
    if best and agreement[best] >= enough:
        return best
    if max(map(len, wanted)) <= SITE_MOST:  # a title that nothing printed agrees with: rather the site's name
        longer = best if len(usable) == 1 and len(usable[best]) > SITE_MOST else ""
        return longer or ("" if printed else _over_text(flat)) or titles[0]
    return titles[0]


def _first_headings(flat: Flat) -> Iterable[str]:
    main: list[int] = []  # for each container the h1 that it is or stands in, else -1
    for place, container in enumerate(flat.containers):
        main.append(place if container.tag == "h1" else main[container.parent] if container.parent >= 0 else -1)
    pieces: dict[int, list[str]] = {}
    for block in flat.blocks:
        place = main[block.container]
        if place >= 0 and not _is_kicker(flat, block):
            pieces.setdefault(place, []).append(block.text)
    return [clean_line(" ".join(texts)) for texts in pieces.values()]


def _is_kicker(flat: Flat, block: Block) -> bool:
    container = flat.containers[block.container]
    return container.tag != "h1" and not KICKER_NAMES.isdisjoint(container.names)


def _over_text(flat: Flat) -> str:
    """The first heading of any rank that stands over running text and not in furniture; empty where none does."""
    furniture: list[bool] = []
    for container in flat.containers:
        furniture.append((container.parent >= 0 and furniture[container.parent]) or furniture_by_name(container))
    for place, block in enumerate(flat.blocks):
        if block.kind != "heading" or block.linked or _is_kicker(flat, block) or furniture[block.container]:
            continue
        for below in flat.blocks[place + 1 : place + 1 + TEXT_WITHIN]:
            if below.kind == "heading":
                break
            if prose(below) >= TEXT_LEAST and not notice_by_words(below.text):
                return clean_line(block.text)
    return ""
