"""Whose voice an article is: outlets of one owner are one voice, however many addresses they have.

An outlet is told by the registrable domain of its addresses, else by its name. Which outlets have one owner is plain data that the owner
of the paper can add to; `STARTER` holds some that are well known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from octavo.addresses import site_of
from octavo.grouping.owner_list import STARTER, Owner

__all__ = ["STARTER", "Owner", "Owners", "claims", "independent", "outlet"]


def outlet(url: str | None, publisher: str | None) -> str:
    """Who shows an article: the registrable domain of its address ("post.example"), else its publisher's name in small letters, "" for
    neither."""
    return site_of(url or "") or _name(publisher)


def claims(owner: Owner) -> dict[str, str]:
    """What the outlets of an owner are told by, see `outlet`, each with what the list says: {"post.example": "www.post.example"}."""
    domains = {site_of(f"https://{domain.strip().lower()}/"): domain for domain in owner.domains}
    names = {_name(publisher): publisher for publisher in owner.publishers}
    return {told: said for told, said in (domains | names).items() if told}


@dataclass(frozen=True, slots=True)
class Owners:
    """Who owns which outlets. Of two owners that claim an outlet the later in the list has it, so that one's own list goes last."""

    owners: Sequence[Owner] = STARTER
    _of: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        held: dict[str, str] = {}
        for owner in self.owners:
            held |= dict.fromkeys(claims(owner), owner.name)
        object.__setattr__(self, "_of", held)

    def voice(self, url: str | None, publisher: str | None, agency: str | None = None) -> str:
        """Whose voice an article is: that of the agency that wrote it, else of the owner of its outlet, where one is known, else of the
        outlet itself; "" where nothing tells. Without `agency` it says who carries the article."""
        return self.of(_name(agency) or outlet(url, publisher))

    def of(self, shown: str) -> str:
        """The owner of an outlet, or of a house of that name, where one is known; else itself."""
        return self._of.get(shown) or self._of.get(_name(shown), shown)


def independent(voices: Iterable[str]) -> int:
    """How many independent reports stand behind some articles, given the voice of each copy group: its origin's, with the agency.

    Groups of one voice are one report. A group of which nobody knows whose it is ("") is a report of its own.
    """
    told = list(voices)
    return len({voice for voice in told if voice}) + told.count("")


def _name(publisher: str | None) -> str:
    return " ".join((publisher or "").casefold().split())
