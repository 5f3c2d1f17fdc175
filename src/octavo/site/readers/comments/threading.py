"""Rows of comments, a thread after the other -> threads as they are printed, and threads -> pages. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

DEPTH = 4
"""So deep answers are set in; deeper ones stand beside the one that they answer, and say which that is."""

ON_A_PAGE = 50
"""Comments: a page of them stays below 100 kB while they are as long as people write them."""

WIDTH = 12
"""Digits of a number in a path."""


class Pathed(Protocol):
    """What has a place in a thread."""

    @property
    def path(self) -> str:
        """Its numbers from the thread's first comment down to itself, each of WIDTH digits: so that the order of paths is that of print."""


Row = TypeVar("Row", bound=Pathed)


@dataclass(frozen=True, slots=True)
class Node(Generic[Row]):
    """A comment and the answers to it."""

    row: Row
    answers: tuple[Node[Row], ...]


@dataclass(frozen=True, slots=True)
class Slice:
    """What a page has: whole threads, by the number of their first comment; of one that is larger than a page, `take` from `skip` on."""

    threads: tuple[int, ...]
    skip: int = 0
    take: int = ON_A_PAGE


def path_below(parent: str, number: int) -> str:
    """The path of comment `number` that answers the one with the path `parent`, "" for none."""
    above = parent if len(parent) < DEPTH * WIDTH else parent[: (DEPTH - 1) * WIDTH]
    return f"{above}{number:0{WIDTH}}"


def set_in(rows: Sequence[Row]) -> tuple[Node[Row], ...]:
    """Rows in the order of their threads and paths -> trees. One whose parent is not among the rows begins a tree."""
    below: dict[str, list[Row]] = {}
    known = {row.path for row in rows}
    for row in rows:
        above = row.path[:-WIDTH]
        below.setdefault(above if above in known else "", []).append(row)

    def tree(path: str) -> tuple[Node[Row], ...]:
        return tuple(Node(row, tree(row.path)) for row in below.get(path, ()))

    return tree("")


def seen(rows: Sequence[Row], shown: Iterable[bool]) -> list[Row]:
    """The rows that are printed: those that are shown, and those that have such an answer, as the place of a comment."""
    kept: list[Row] = []
    last = ""
    for row, show in reversed(list(zip(rows, shown, strict=True))):
        if show or last.startswith(row.path):
            kept.append(row)
            last = row.path
    return kept[::-1]


def pages(sizes: Iterable[tuple[int, int]], most: int = ON_A_PAGE) -> list[Slice]:
    """Threads (number of the first comment, comments in it) in order -> pages of at most `most` comments."""
    made: list[Slice] = []
    threads: list[int] = []
    room = most
    for number, size in sizes:
        if threads and size > room:
            made.append(Slice(tuple(threads), take=most))
            threads, room = [], most
        if size > most:
            made += [Slice((number,), skip, most) for skip in range(0, size, most)]
            continue
        threads.append(number)
        room -= size
    return [*made, Slice(tuple(threads), take=most)] if threads else made


def page_with(made: Sequence[Slice], thread: int, before: int = 0) -> int:
    """The page, counted from 1, that has the comment before which there are so many in its thread; 1 where none has."""
    for number, each in enumerate(made, 1):
        if thread in each.threads and each.skip <= before < each.skip + each.take:
            return number
    return 1
