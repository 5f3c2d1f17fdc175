"""Digests side by side in arrays, with an index over their terms: some 900 bytes an article."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from octavo.grouping.stories.digest import BODY, FIGURES, HEADLINE, NAMES, SCALE, Digest, Weighed
from octavo.grouping.stories.terms import Numbers

Places = NDArray[np.intp]

KINDS = {"headline": HEADLINE, "body": BODY, "names": NAMES, "figures": FIGURES}
"""The kinds of terms and how many of each an article has at most."""
ASKED = 32
"""Terms of an article that the index is asked for, the weightiest of headline and body."""
CROWD = 64
"""Articles that the index keeps of a term: the latest, so that a word that everybody writes costs no more than another."""
NEAR = 160
"""Articles that the index answers with."""


@dataclass(slots=True)
class _Column:
    numbers: Numbers
    weights: NDArray[np.uint8]

    def grow(self, rows: int) -> None:
        for field in ("numbers", "weights"):
            old = getattr(self, field)
            new = np.zeros((rows, old.shape[1]), old.dtype)
            new[: len(old)] = old
            setattr(self, field, new)


class Shelf:
    """Articles are called by their number, in the order in which they came."""

    def __init__(self) -> None:
        self.columns = {kind: _Column(np.zeros((64, most), np.uint32), np.zeros((64, most), np.uint8)) for kind, most in KINDS.items()}
        self._names: list[str] = []
        self._holders: dict[int, array[int]] = {}

    def name(self, number: int) -> str:
        """The id of the article of that number."""
        return self._names[number]

    def add(self, name: str, made: Digest) -> int:
        """One more article; returns its number."""
        number = len(self._names)
        self._names.append(name)
        for kind, column in self.columns.items():
            if number == len(column.numbers):
                column.grow(2 * number)
            weighed: Weighed = getattr(made, kind)
            column.numbers[number, : len(weighed)] = weighed.numbers
            column.weights[number, : len(weighed)] = weighed.weights
        for term, _ in asked(made):
            held = self._holders.setdefault(term, array("I"))
            held.append(number)
            if len(held) >= 2 * CROWD:
                del held[:-CROWD]
        return number

    def near(self, made: Digest) -> Places:
        """The articles that share the most telling terms with this one, the nearest first; the later of two alike."""
        found: list[NDArray[np.uint32]] = []
        worth: list[NDArray[np.float64]] = []
        for term, weight in asked(made):
            if held := self._holders.get(term):
                latest = np.array(held[-CROWD:], np.uint32)
                found.append(latest)
                worth.append(np.full(len(latest), (weight / SCALE) ** 2))
        if not found:
            return np.zeros(0, np.intp)
        numbers, at = np.unique(np.concatenate(found), return_inverse=True)
        shared = np.bincount(at, np.concatenate(worth))
        return numbers[np.lexsort((-numbers.astype(np.int64), -shared))][:NEAR].astype(np.intp)


def asked(made: Digest) -> list[tuple[int, int]]:
    """The terms that stand for an article in the index, with their weights: those of the headline first, then the weightiest."""
    weights = dict(zip(made.body.numbers.tolist(), made.body.weights.tolist(), strict=True))
    headline = dict(zip(made.headline.numbers.tolist(), made.headline.weights.tolist(), strict=True))
    rest = sorted((each for each in weights.items() if each[0] not in headline), key=lambda each: (-each[1], each[0]))
    return [*headline.items(), *rest][:ASKED]
