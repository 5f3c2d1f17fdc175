"""What a person writes about an owner of outlets -> an owner, and whether others have what it claims. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from octavo.addresses import ascii_address, host_of, site_of, web_address
from octavo.errors import OctavoError
from octavo.folding import plain
from octavo.grouping.owners import Owner, claims
from octavo.messages import message as _
from octavo.messages import messages as ngettext
from octavo.terminal import one_line

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
            raise NotTaken(field, _(
                "That is too long: %(many)s characters, and %(most)s are looked at.", many=len(text), most=WRITTEN_MOST,
            ))
    owner = Owner(_name(name, "name"), _domains(domains), _names(publishers))
    many = len(owner.domains) + len(owner.publishers)
    if not many:
        raise NotTaken("domains", _("It needs at least one domain, such as post.example, or the name of an outlet."))
    if many > OUTLETS_MOST:
        raise NotTaken("domains", ngettext(
            "Those are %(n)s outlet; an owner may have %(most)s.", "Those are %(n)s outlets; an owner may have %(most)s.", many,
            most=OUTLETS_MOST,
        ))
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
        raise NotTaken("domains", ngettext(
            "%(named)s is no domain, such as post.example.", "%(named)s are no domains, such as post.example.", len(wrong),
            named=_some(wrong),
        ))
    return tuple(found)


def _names(text: str) -> tuple[str, ...]:
    names = [_name(line, "publishers") for line in text.splitlines() if line.strip()]
    return tuple({plain(name): name for name in names}.values())


def _name(said: str, field: str) -> str:
    name = one_line(said)
    if not name:
        raise NotTaken(field, _("It needs a name."))
    if len(name) > NAME_MOST:
        raise NotTaken(field, _(
            "A name has at most %(most)s characters; “%(name)s…” has %(many)s.", most=NAME_MOST, name=name[:40], many=len(name),
        ))
    return name


def see_unclaimed(owner: Owner, others: Iterable[Owner]) -> None:
    """See that no other owner has an outlet of this one: an outlet has one owner. Raises NotTaken, which says which has."""
    held: dict[str, str] = {}
    for other in others:
        held |= dict.fromkeys(claims(other), other.name)
    twice = [(said, held[told]) for told, said in claims(owner).items() if told in held]
    if twice:
        named = [_("%(outlet)s is an outlet of %(owner)s", outlet=_quoted(said), owner=_quoted(name)) for said, name in twice[:NAMED_MOST]]
        if len(twice) > NAMED_MOST:
            named.append(ngettext("%(n)s more outlet is one of others", "%(n)s more outlets are those of others", len(twice) - NAMED_MOST))
        field = "domains" if twice[0][0] in owner.domains else "publishers"
        raise NotTaken(field, _("%(outlets)s. An outlet has one owner: take it away there first.", outlets=named))


def _some(said: list[str]) -> list[str]:
    named = [_quoted(each) for each in said[:NAMED_MOST]]
    return [*named, _("%(n)s more", n=len(said) - NAMED_MOST)] if len(said) > NAMED_MOST else named


def _quoted(said: str) -> str:
    text = one_line(said)
    return f"“{text if len(text) <= 60 else text[:59] + '…'}”"
