"""The headline of an HTML page: the heading that the page's own metadata names, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable

from octavo.reading.html.blocks import Flat
from octavo.reading.html.json_ld import agreeing
from octavo.reading.html.metadata import Metadata
from octavo.reading.parts.cleaning import clean_line, fold

_SEPARATOR = re.compile(r"\s+[|–—\-·•:»>/]+\s+|\s*\|\s*")


def headline_of(flat: Flat, stated: Metadata) -> str:
    """The printed heading that agrees best with the titles of the metadata, else the first title; empty where there is none."""
    printed = list(_first_headings(flat))
    titles = [without_site(title, stated.publisher) for title in stated.titles]
    if not titles:
        return max(printed, key=len, default="")
    wanted = [set(fold(title).split()) for title in titles]
    site = fold(stated.publisher or "")
    usable = {heading: set(fold(heading).split()) for heading in printed if " " in fold(heading) and fold(heading) != site}
    agreement = {heading: agreeing(words, wanted) for heading, words in usable.items()}
    best = max(agreement, key=lambda heading: agreement[heading], default="")
    enough = 0.2 if len(usable) == 1 else 0.5
    return best if best and agreement[best] >= enough else titles[0]


def without_site(title: str, publisher: str | None) -> str:
    """`title` without the name of the site before or after it: "Ferry sinks | The Sun" for the publisher "The Sun"."""
    parts = _SEPARATOR.split(title)
    site = fold(publisher or "")
    if len(parts) < 2 or not site:
        return title
    ends = [(title.rfind(parts[-1]), parts[-1], True), (len(parts[0]), parts[0], False)]
    for place, part, last in ends:
        if fold(part) == site or (last and fold(part).replace(" ", "") in site.replace(" ", "") and len(fold(part)) > 3):
            rest = title[:place] if last else title[place:]
            return re.sub(r"^[\s|–—\-·•:»>/]+|[\s|–—\-·•:»>/]+$", "", rest) or title
    return title


def _first_headings(flat: Flat) -> Iterable[str]:
    seen: dict[int, str] = {}
    for block in flat.blocks:
        place = block.container
        while place >= 0 and flat.containers[place].tag != "h1":
            place = flat.containers[place].parent if block.kind == "heading" else -1
        if place >= 0:
            seen[place] = clean_line(seen.get(place, "") + " " + block.text)
    return seen.values()
