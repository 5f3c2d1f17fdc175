"""A library with stories, placed by hand: a wire's text in three papers, what another reports, and another story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.site.library.placed import came, tell

if TYPE_CHECKING:
    from django.test import Client

    from octavo.site.library.models import Article

WIRE = (
    "The ferry Marit was towed off the Alder sandbank on Tuesday with 42 passengers still on board.",
    "Harbour master Ida Brekke said that the colour of the channel lights had been checked.",
    "A tug had pulled at the ship for two nights without moving it by a metre.",
    "The owner of the ferry would not say when it could sail again.",
)


@dataclass(frozen=True)
class Made:
    """The articles and the numbers of the two stories."""

    wire: Article
    cut: Article
    same: Article
    own: Article
    otters: Article
    story: int
    other: int


def made() -> Made:
    """Put them in."""
    wire = came("wire", *WIRE, publisher="Northwire", headline="Ferry Marit off the sandbank")
    cut = came("cut", *WIRE[:2], publisher="Coast Daily", agency="Northwire", headline="Afloat at last", minutes=20)
    same = came("same", *WIRE, publisher="Alder Gazette", agency="Northwire", headline="Ferry Marit off the sandbank", minutes=30)
    seen = "Our reporter saw the ferry Marit come into the harbour with 42 people."
    own = came("own", seen, publisher="The Pilot", headline="Marit comes home", minutes=60)
    counted = "Eleven sea otters were counted in the sound."
    otters = came("otters", counted, publisher="The Pilot", headline="Otters in the sound", minutes=5)
    story = tell("marit", wire, voice="northwire", outlet="northwire")
    tell(story, cut, origin=wire.pk, outlet="coast daily")
    tell(story, same, origin=wire.pk, outlet="alder gazette")
    tell(story, own, voice="the pilot", outlet="the pilot")
    return Made(wire, cut, same, own, otters, story, tell("otters", otters, voice="the pilot", outlet="the pilot"))


def said(client: Client, path: str) -> str:
    """The page at that address, its white space made one blank each."""
    return " ".join(client.get(path).content.decode().split())
