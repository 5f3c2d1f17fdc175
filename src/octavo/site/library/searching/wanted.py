"""What the index is asked for, whichever database keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

LONGEST = 50_000
"""Characters of a text that are indexed: more than a long report has, and less than PostgreSQL refuses."""


class Wanted(NamedTuple):
    """Articles that have one of the words of each group; a word of several is a phrase. The newest `most` of them."""

    groups: Sequence[Sequence[str]]
    most: int


class Index(Protocol):
    """A database's full text, as a module."""

    def make(self) -> None:
        """Make the table and the triggers that keep it; nothing where they are there."""

    def fill(self, first: int, last: int) -> None:
        """Index those articles, from the first number to the last, that are not yet."""

    def found(self, wanted: Sequence[Wanted], low: int, high: int) -> list[tuple[int, int]]:
        """(number in `wanted`, key) for each article that has what is wanted, the newest of a range of keys. One query."""

    def remove(self) -> None:
        """Take the table and the triggers out."""
