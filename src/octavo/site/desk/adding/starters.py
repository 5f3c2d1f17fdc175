"""Well-known public news feeds, offered on the first run; nothing of them is fetched before they are added."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from octavo.errors import InputError
from octavo.fetching.opml import Outline
from octavo.messages import Message
from octavo.messages import message as _

WORDS = {str(word): word for word in (
    _("World"), _("Europe"), _("North America"), _("Latin America"), _("Africa"), _("Asia"), _("Oceania"), _("Science and technology"),
    _("Middle East"), _("National"), _("Analysis"), _("Environment"), _("Investigations"), _("Politics"), _("Science"), _("Technology"),
)}
"""What the list says of regions and sections."""


@dataclass(frozen=True, slots=True)
class Starter:
    """A feed of the list. `language` is an ISO 639-1 code; `region` and `section` are words for a person."""

    title: str
    feed: str
    home: str
    region: Message
    section: Message
    language: str


@cache
def starters() -> tuple[Starter, ...]:
    """The list, by region; a region's feeds stand together."""
    found = json.loads((files("octavo.site.desk.adding") / "starters.json").read_text("utf-8"))
    return tuple(Starter(**each | {name: WORDS[each[name]] for name in ("region", "section")}) for each in found)


def regions() -> tuple[Message, ...]:
    """The regions, in the list's order."""
    return tuple(dict.fromkeys(each.region for each in starters()))


def starter_outlines(region: str) -> tuple[Outline, ...]:
    """The feeds of a region, in any case of its letters, or of all ("all"), each in a folder of its region. Raises InputError."""
    chosen = [each for each in starters() if region.lower() in ("all", each.region.lower())]
    if not chosen:
        raise InputError(f"--starter {region[:100]!r}", _("there is no such region"), _("Choose all, %(regions)s", regions=regions()))
    return tuple(Outline(each.feed, each.title, each.home, (str(each.region),)) for each in chosen)
