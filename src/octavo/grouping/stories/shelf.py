"""Digests of many articles side by side, with an index over their terms: about a kilobyte an article."""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray

from octavo.grouping.stories.digest import Numbers
from octavo.grouping.stories.meanings import SIZE, Meaning
from octavo.grouping.stories.vectors import MOST, Vector, Weights, blended, unit

Places = NDArray[np.intp]

ASKED = 24
"""Terms of an article that stand for it in the index, the weightiest."""
CROWD = 64
"""Articles that the index keeps of a term: the latest, so that a word that everybody writes costs no more than another."""
NEAR = 200
"""Articles that the index answers with."""

_BLOCK = 1024
"""Rows of a block: storage grows by these, so that nothing is ever copied."""


class Shelf:
    """Articles are called by their number, in the order in which they came."""

    def __init__(self) -> None:
        self._numbers: list[Numbers] = []
        self._weights: list[NDArray[np.float16]] = []
        self._meanings: list[Meaning] = []
        self._holders: dict[int, array[int]] = {}
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, mine: Vector) -> int:
        """One more article; returns its number."""
        number, row = self._count, self._count % _BLOCK
        if row == 0:
            self._numbers.append(np.zeros((_BLOCK, MOST), np.uint32))
            self._weights.append(np.zeros((_BLOCK, MOST), np.float16))
            self._meanings.append(np.zeros((_BLOCK, SIZE), np.int8))
        size = len(mine.numbers)
        self._numbers[-1][row, :size] = mine.numbers
        self._weights[-1][row, :size] = mine.weights
        if len(mine.meaning):
            self._meanings[-1][row] = np.rint(mine.meaning * (127 / np.abs(mine.meaning).max()))
        self._count += 1
        for term in asked(mine).numbers.tolist():
            held = self._holders.setdefault(term, array("I"))
            held.append(number)
            if len(held) >= 2 * CROWD:
                del held[:-CROWD]
        return number

    def vector(self, number: int) -> Vector:
        """The vector of the article of that number."""
        block, row = divmod(number, _BLOCK)
        numbers, weights, meaning = self._numbers[block][row], self._weights[block][row], self._meanings[block][row]
        held = numbers != 0
        return Vector(numbers[held], weights[held].astype(np.float32), unit(meaning[:SIZE if meaning.any() else 0]))

    def near(self, mine: Vector) -> Places:
        """The articles that share the weightiest terms with this one, the nearest first; the later of two alike."""
        terms = asked(mine)
        found: list[NDArray[np.uint32]] = []
        worth: list[Weights] = []
        for term, weight in zip(terms.numbers.tolist(), terms.weights, strict=True):
            if held := self._holders.get(term):
                latest = np.array(held[-CROWD:], np.uint32)
                found.append(latest)
                worth.append(np.full(len(latest), weight**2, np.float32))
        if not found:
            return np.zeros(0, np.intp)
        numbers, at = np.unique(np.concatenate(found), return_inverse=True)
        shared = np.bincount(at, np.concatenate(worth))
        return numbers[np.lexsort((-numbers.astype(np.int64), -shared))][:NEAR].astype(np.intp)

    def likeness(self, mine: Vector, others: Places) -> Weights:
        """How like an article is to those of these numbers."""
        if not len(mine.numbers):
            return np.zeros(len(others), np.float32)
        numbers, weights, meanings = (
            np.stack([kept[number // _BLOCK][number % _BLOCK] for number in others])
            for kept in (self._numbers, self._weights, self._meanings)
        )
        at = np.minimum(np.searchsorted(mine.numbers, numbers), len(mine.numbers) - 1)
        shared: Weights = np.where(mine.numbers[at] == numbers, mine.weights[at] * weights, np.float32(0)).sum(axis=1, dtype=np.float32)
        if len(mine.meaning):
            bare = meanings.any(axis=1)
            meant = meanings[bare].astype(np.float32)
            shared[bare] = blended(shared[bare], meant @ mine.meaning / np.sqrt((meant**2).sum(axis=1)))
        return shared


def asked(mine: Vector) -> Vector:
    """The ASKED weightiest terms; of equal weight, those of the lower numbers."""
    kept = np.sort(np.lexsort((mine.numbers, -mine.weights))[:ASKED])
    return Vector(mine.numbers[kept], mine.weights[kept], mine.meaning)

