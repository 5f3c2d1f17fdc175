"""How Octavo says counts, lists of names and credits, in the terminal and on its pages alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from octavo.article import Credit, CreditRole


def count(number: int, noun: str) -> str:
    """"1 article", "3 articles"; for nouns that take an s."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def joined(names: Sequence[str]) -> str:
    """"a", "a and b", "a, b and c"; nothing for no names."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def credit_lines(credits: Iterable[Credit]) -> list[str]:
    """A line a role: "Reporting by Greta Solheim in Port Alder", "Editing by Tom Ferris and Ada Holt"."""
    roles: dict[CreditRole, list[str]] = {role: [] for role in get_args(CreditRole)}
    for credit in credits:
        roles[credit.role].append(f"{credit.name} in {credit.place}" if credit.place else credit.name)
    return [f"{role.capitalize()} by {joined(names)}" for role, names in roles.items() if names]
