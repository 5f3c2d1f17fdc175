"""What the index is asked for, whichever database keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

LONGEST = 50_000
"""Characters of a text that are indexed: more than a long report has, and less than PostgreSQL refuses."""


class Wanted(NamedTuple):
    """Articles that have one of the words of each group; a word of several is a phrase. The newest `most` of them."""

    groups: Sequence[Sequence[str]]
    most: int


Column = Literal["text", "headline", "publisher", "agency", "section"]
"""Where a term is sought: headline and text, the headline alone, the publisher by its number, the agency's or the section's words."""


class Term(NamedTuple):
    """A word, a phrase, or a publisher's number in digits, and where it is to be."""

    column: Column
    words: str


class Query(NamedTuple):
    """Articles that have one term of each of `needs`, and none of `without`; all of them where nothing is needed. The newest `most`."""

    needs: Sequence[Sequence[Term]]
    without: Sequence[Term]
    most: int


class Index(Protocol):
    """A database's full text, as a module."""

    TABLE: str

    def make(self) -> None:
        """Make the table and the triggers that keep it; nothing where they are there."""

    def fill(self, first: int, last: int) -> None:
        """Index those articles, from the first number to the last, that are not yet."""

    def found(self, wanted: Sequence[Wanted], low: int, high: int) -> list[tuple[int, int]]:
        """(number in `wanted`, key) for each article that has what is wanted, the newest of a range of keys. One query."""

    def matching(self, queries: Sequence[Query], low: int, high: int) -> list[tuple[int, int]]:
        """(number in `queries`, key) for each article that a query is after, the newest of a range of keys, newest first. One query."""

    def reach(self, queries: Sequence[Query], low: int, high: int) -> list[tuple[int, int | None]]:
        """For each query, in order, how many articles `matching` would give and the lowest of their keys. One query."""

    def astray(self) -> tuple[int, int]:
        """How many articles are not indexed, and how many entries are of no article. One query, over all of them."""

    def lacking(self) -> list[str]:
        """What `make` makes and is not there, the table and the triggers, by name. One query."""

    def remove(self) -> None:
        """Take the table and the triggers out."""
