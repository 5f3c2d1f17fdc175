"""Which article that was read again from a page is which of the articles that the library has from it: pure.

By id; then by headline, by text, and last by place, each only among those left over, so that an article keeps its row, and with it its
address in the paper, when better reading gives it another headline, text or id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

from octavo.grouping.copies.sketch import same_text

ALIKE = 0.5
"""The share of the shorter text that two readings of one article have in common at least."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What an article is known by. `sketch` is `octavo.grouping.copies.sketch` of its text."""

    key: str
    headline: str
    position: int
    sketch: Sequence[int] = field(default=(), repr=False)


def match(read: Sequence[Mark], held: Sequence[Mark]) -> dict[int, int]:
    """Index in `read` -> index in `held`; those without a partner are left out. Time grows with their number, not its square."""
    found: dict[int, int] = {}

    def left(marks: Sequence[Mark], taken: set[int]) -> dict[int, Mark]:
        return {index: mark for index, mark in enumerate(marks) if index not in taken}

    def by(name: Callable[[Mark], Hashable]) -> None:
        news, olds = left(read, set(found)), left(held, set(found.values()))
        places: dict[Hashable, list[int]] = {}
        for index, mark in olds.items():
            places.setdefault(name(mark), []).append(index)
        times = Counter(name(mark) for mark in news.values())
        for index, mark in news.items():
            # A name that several bear tells nothing.
            if times[name(mark)] == 1 and len(places.get(name(mark), ())) == 1:
                found[index] = places[name(mark)][0]

    by(lambda mark: mark.key)
    by(lambda mark: " ".join(mark.headline.casefold().split()))
    found |= _by_text(left(read, set(found)), left(held, set(found.values())))
    by(lambda mark: mark.position)
    return found


def _by_text(news: dict[int, Mark], olds: dict[int, Mark]) -> dict[int, int]:
    found: dict[int, int] = {}
    holders: dict[int, list[int]] = {}
    for index, mark in olds.items():
        for each in mark.sketch:
            holders.setdefault(each, []).append(index)
    taken: set[int] = set()
    for index, mark in news.items():
        # What more than a few articles of a page have in common is no article's own.
        met = Counter(old for each in mark.sketch if len(holders.get(each, ())) <= 4 for old in holders.get(each, ()))
        likely = [(same_text(mark.sketch, olds[old].sketch), -old) for old, _ in met.most_common(8) if old not in taken]
        share, old = max(likely, default=(0.0, 0))
        if share >= ALIKE:
            found[index] = -old
            taken.add(-old)
    return found
