"""How Octavo says counts, lists of names and credits, in the terminal and on its pages alike."""

from __future__ import annotations

from collections.abc import Iterable

from octavo.article import Credit, CreditRole
from octavo.messages import Message, gettext_noop, joined
from octavo.messages import message as _

__all__ = ["count", "credit_lines", "joined"]

BY: dict[CreditRole, str] = {
    "reporting": gettext_noop("Reporting by %(names)s"),
    "additional reporting": gettext_noop("Additional reporting by %(names)s"),
    "writing": gettext_noop("Writing by %(names)s"),
    "editing": gettext_noop("Editing by %(names)s"),
    "photography": gettext_noop("Photography by %(names)s"),
}
"""A line for each role, in the order in which they stand."""


def count(number: int, noun: str) -> str:
    """"1 article", "3 articles"; for nouns that take an s."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def credit_lines(credits: Iterable[Credit]) -> list[Message]:
    """A line a role: "Reporting by Greta Solheim in Port Alder", "Editing by Tom Ferris and Ada Holt"."""
    roles: dict[CreditRole, list[str]] = {role: [] for role in BY}
    for credit in credits:
        roles[credit.role].append(_("%(name)s in %(place)s", name=credit.name, place=credit.place) if credit.place else credit.name)
    return [Message(BY[role], {"names": names}) for role, names in roles.items() if names]
