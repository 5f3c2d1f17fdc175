"""What a person writes about an owner of outlets -> an owner, and whether others have what it claims. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from octavo.addresses import ascii_address, host_of, site_of, web_address
from octavo.errors import OctavoError
from octavo.folding import plain
from octavo.grouping.owners import Owner, claims
from octavo.terminal import one_line
from octavo.words import count, joined

NAME_MOST = 200
"""Characters of a name, of an owner or of an outlet."""
OUTLETS_MOST = 500
"""Domains and names of outlets that one owner may have. The largest groups of newspapers have half as many."""
WRITTEN_MOST = 50_000
"""Characters that are looked at for domains or for names: more than so many outlets need."""
NAMED_MOST = 5
"""So many of those that cannot be taken are named."""

_BETWEEN = re.compile(r"[\s,;]+")
_DOMAIN = re.compile(r"[a-z0-9](?:[\w-]*[a-z0-9])?(?:\.[a-z0-9](?:[\w-]*[a-z0-9])?)*\.[a-z][a-z0-9-]*", re.ASCII)


class NotTaken(OctavoError):
    """What was written about an owner cannot be used. `field` is "name", "domains" or "publishers"."""

    def __init__(self, field: str, said: str) -> None:
        super().__init__(said)
        self.field = field


def written(name: str, domains: str, publishers: str) -> Owner:
    """An owner as a person writes it: domains (or addresses there) between blanks, commas or ends of lines; a name of an outlet a line.

    Each is kept once; of a domain what was registered (of www.post.example, post.example). Raises NotTaken.
    """
    for field, text in (("domains", domains), ("publishers", publishers)):
        if len(text) > WRITTEN_MOST:
            raise NotTaken(field, f"That is too long: {len(text):,} characters, and {WRITTEN_MOST:,} are looked at.")
    owner = Owner(_name(name, "name"), _domains(domains), _names(publishers))
    many = len(owner.domains) + len(owner.publishers)
    if not many:
        raise NotTaken("domains", "It needs at least one domain, such as post.example, or the name of an outlet.")
    if many > OUTLETS_MOST:
        raise NotTaken("domains", f"Those are {count(many, 'outlet')}; an owner may have {OUTLETS_MOST}.")
    return owner


def _domains(text: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    wrong = []
    for said in filter(None, _BETWEEN.split(text)):
        address = web_address(said if "://" in said else f"https://{said}")
        host = host_of(ascii_address(address) or "" if address else "").rstrip(".")
        if _DOMAIN.fullmatch(host):
            found[site_of(f"https://{host}/")] = None
        else:
            wrong.append(said)
    if wrong:
        raise NotTaken("domains", f"{_some(wrong)} {'is no domain' if len(wrong) == 1 else 'are no domains'}, such as post.example.")
    return tuple(found)


def _names(text: str) -> tuple[str, ...]:
    names = [_name(line, "publishers") for line in text.splitlines() if line.strip()]
    return tuple({plain(name): name for name in names}.values())


def _name(said: str, field: str) -> str:
    name = one_line(said)
    if not name:
        raise NotTaken(field, "It needs a name.")
    if len(name) > NAME_MOST:
        raise NotTaken(field, f"A name has at most {NAME_MOST} characters; “{name[:40]}…” has {len(name):,}.")
    return name


def see_unclaimed(owner: Owner, others: Iterable[Owner]) -> None:
    """See that no other owner has an outlet of this one: an outlet has one owner. Raises NotTaken, which says which has."""
    held: dict[str, str] = {}
    for other in others:
        held |= dict.fromkeys(claims(other), other.name)
    twice = [(said, held[told]) for told, said in claims(owner).items() if told in held]
    if twice:
        named = joined([f"{_quoted(said)} is an outlet of {_quoted(name)}" for said, name in twice[:NAMED_MOST]])
        more = f", and {count(len(twice) - NAMED_MOST, 'more outlet')} of others" if len(twice) > NAMED_MOST else ""
        field = "domains" if twice[0][0] in owner.domains else "publishers"
        raise NotTaken(field, f"{named}{more}. An outlet has one owner: take it away there first.")


def _some(said: list[str]) -> str:
    more = f" and {len(said) - NAMED_MOST:,} more" if len(said) > NAMED_MOST else ""
    return (", ".join(map(_quoted, said[:NAMED_MOST])) + more) if more else joined([_quoted(each) for each in said])


def _quoted(said: str) -> str:
    text = one_line(said)
    return f"“{text if len(text) <= 60 else text[:59] + '…'}”"
