"""The list of who owns which outlets: what comes with Octavo, and on top of it what whoever runs the paper says.

An entry of their own that has the name of one that comes with Octavo takes its place, so that a newer Octavo brings the others up to date.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from octavo.folding import plain
from octavo.grouping.owners import STARTER, Owner, Owners
from octavo.messages import message as _
from octavo.site.library.models import Choice, OutletOwner
from octavo.site.library.owner_claims import NotTaken, see_unclaimed
from octavo.site.library.writing import explaining, writing

OWNERS_MOST = 1_000
"""Entries of one's own."""
ALL_OUTLETS_MOST = 10_000
"""Outlets of all these together: who owns them is looked up for each article."""
MARK = "owners"

Kind = Literal["starter", "changed", "off", "own"]
"""starter: as it comes with Octavo. changed: it has other outlets here. off: it is not one voice here. own: Octavo does not bring it."""

_STARTER_MARK = hashlib.sha256(repr(STARTER).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the list; one that is off has the outlets that it would have."""

    owner: Owner
    kind: Kind


@explaining()
def listed_owners() -> list[Listed]:
    """The whole list, by name. One query."""
    own = {plain(row.name): _owner(row) for row in OutletOwner.objects.order_by("name")}
    found = []
    for starter in STARTER:
        mine = own.pop(plain(starter.name), None)
        if mine is None:
            found.append(Listed(starter, "starter"))
        else:
            found.append(Listed(mine, "changed") if _outlets(mine) else Listed(starter, "off"))
    # One without outlets whose namesake is not with Octavo any more switches nothing off.
    found += [Listed(owner, "own") for owner in own.values() if _outlets(owner)]
    return sorted(found, key=lambda each: plain(each.owner.name))


def owners() -> Owners:
    """Who owns which outlets, as the paper counts. One query, and one more after a change.

    Where a newer Octavo brings an outlet that somebody has an entry of their own for, theirs holds.
    """
    return owners_by(list_mark())


@lru_cache(maxsize=1)
def owners_by(_mark: str) -> Owners:
    """The same, given the mark of the list as it is: one query after a change, none else."""
    told = [each for each in listed_owners() if each.kind != "off"]
    return Owners([each.owner for each in sorted(told, key=lambda each: each.kind != "starter")])


def find_owner(name: str) -> Listed | None:
    """The entry of that name, however its letters are set. One query."""
    return next((each for each in listed_owners() if plain(each.owner.name) == plain(name)), None)


def add_owner(owner: Owner) -> None:
    """Put a new entry on the list. Raises NotTaken where there is one of that name, or another has one of its outlets."""
    with writing():
        if there := find_owner(owner.name):
            if there.kind == "off":
                said = _("“%(name)s” is on the list already: change that entry. It is switched off.", name=there.owner.name)
                raise NotTaken("name", said)
            raise NotTaken("name", _("“%(name)s” is on the list already: change that entry.", name=there.owner.name))
        if OutletOwner.objects.count() >= OWNERS_MOST:
            raise NotTaken("name", _(
                "The list has %(most)s entries of your own, and can have no more. Remove one first.", most=OWNERS_MOST,
            ))
        _put(owner)


def change_owner(name: str, owner: Owner) -> None:
    """Give the entry of that name other outlets, and another name where it is one's own. Raises NotTaken as `add_owner` does."""
    with writing():
        there = _found(name)
        if there.kind != "own":
            owner = Owner(there.owner.name, owner.domains, owner.publishers)
        elif plain(owner.name) != plain(name) and find_owner(owner.name):
            raise NotTaken("name", _("Another entry is called “%(name)s”.", name=owner.name))
        _take_away(there.owner.name)
        _put(owner)


def remove_owner(name: str) -> None:
    """Count the outlets of that entry as voices of their own: one's own entry is gone, one that comes with Octavo is switched off."""
    with writing():
        there = _found(name)
        _take_away(there.owner.name)
        if there.kind != "own":
            OutletOwner.objects.create(name=there.owner.name)
        _renew_mark()


def put_back_owner(name: str) -> None:
    """Have an entry as it comes with Octavo. Raises NotTaken where another has one of its outlets by now, or Octavo does not bring it."""
    with writing():
        there = _found(name)
        shipped = next((each for each in STARTER if plain(each.name) == plain(name)), None)
        if shipped is None:
            raise NotTaken("name", _(
                "“%(name)s” does not come with Octavo: there is nothing to go back to.", name=there.owner.name,
            ))
        see_unclaimed(shipped, _others(name))
        _take_away(there.owner.name)
        _renew_mark()


def list_mark() -> str:
    """A mark of the list: another after every change of it, and in an Octavo that brings another one. One query by key."""
    return mark_with(Choice.objects.filter(name=MARK).values_list("value", flat=True).first())


def mark_with(own: object) -> str:
    """That mark, given what the library has for it."""
    return f"{_STARTER_MARK}.{own or ''}"


def _put(owner: Owner) -> None:
    see_unclaimed(owner, _others(owner.name))
    outlets = [*OutletOwner.objects.values_list("domains", "publishers"), (owner.domains, owner.publishers)]
    many = sum(len(domains) + len(publishers) for domains, publishers in outlets)
    if many > ALL_OUTLETS_MOST:
        raise NotTaken("domains", _(
            "With these your entries would have %(many)s outlets, and can have %(most)s together.", many=many, most=ALL_OUTLETS_MOST,
        ))
    OutletOwner.objects.create(name=owner.name, domains=list(owner.domains), publishers=list(owner.publishers))
    _renew_mark()


def _others(name: str) -> list[Owner]:
    return [each.owner for each in listed_owners() if each.kind != "off" and plain(each.owner.name) != plain(name)]


def _found(name: str) -> Listed:
    there = find_owner(name)
    if there is None:
        raise NotTaken("name", _("“%(name)s” is not on the list.", name=name[:60]))
    return there


def _take_away(name: str) -> None:
    rows = OutletOwner.objects.values_list("pk", "name")
    OutletOwner.objects.filter(pk__in=[pk for pk, called in rows if plain(called) == plain(name)]).delete()


def _renew_mark() -> None:
    Choice.objects.update_or_create(name=MARK, defaults={"value": secrets.token_hex(8)})


def _owner(row: OutletOwner) -> Owner:
    return Owner(row.name, tuple(row.domains), tuple(row.publishers))


def _outlets(owner: Owner) -> bool:
    return bool(owner.domains or owner.publishers)
