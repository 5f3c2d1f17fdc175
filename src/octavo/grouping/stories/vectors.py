"""A digest as one sparse vector, so that how like two articles are is one product: the mean of what they are by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from octavo.grouping.stories.digest import BODY, FIGURES, NAMES, OPENING, Digest
from octavo.grouping.stories.terms import Numbers

Weights: TypeAlias = NDArray[np.float32]

MOST = OPENING + BODY + NAMES + FIGURES
"""Terms of a vector at most."""
BARE = 1.8
"""How long the vector of a headline without a text is. Two headlines of one story share less than two texts of one do, and this
makes up for it, so that one line decides for both."""

_SALTS = {"opening": 0x9E3779B9, "body": 0, "names": 0x85EBCA6B, "figures": 0xC2B2AE35}


@dataclass(frozen=True, slots=True)
class Vector:
    """Terms in ascending order, each with its weight. A sum of vectors is one too: that of a story is the sum of its articles'."""

    numbers: Numbers
    weights: Weights

    def dot(self, other: Vector) -> float:
        """The inner product: for two articles how like they are (1 for one and the same text), for two sums the sum over all pairs."""
        small, large = (self, other) if len(self.numbers) <= len(other.numbers) else (other, self)
        if not len(small.numbers):
            return 0.0
        at = np.minimum(np.searchsorted(large.numbers, small.numbers), len(large.numbers) - 1)
        return float((small.weights * large.weights[at])[large.numbers[at] == small.numbers].sum())


def vector(made: Digest) -> Vector:
    """The vector of an article: its opening, its body, its names and its figures, each of the same length (of those that it has).

    That of an article that names no event is empty: it is like none.
    """
    numbers, weights = [], []
    for kind, salt in _SALTS.items():
        weighed = getattr(made, kind)
        if len(weighed):
            numbers.append(weighed.numbers ^ np.uint32(salt))
            mine = weighed.weights.astype(np.float32)
            weights.append(mine / np.sqrt((mine**2).sum()))
    if not numbers or made.mute:
        return Vector(np.zeros(0, np.uint32), np.zeros(0, np.float32))
    every, weight = np.concatenate(numbers), np.concatenate(weights) * np.float32(len(numbers) ** -0.5)
    order = np.argsort(every)
    return Vector(every[order], (weight[order] * (1 if made.text else BARE)).astype(np.float32))


def total(vectors: Sequence[Vector]) -> Vector:
    """The sum of some vectors."""
    if len(vectors) == 1:
        return vectors[0]
    numbers, at = np.unique(np.concatenate([each.numbers for each in vectors]), return_inverse=True)
    return Vector(numbers, np.bincount(at, np.concatenate([each.weights for each in vectors]), len(numbers)).astype(np.float32))


def products(vectors: Sequence[Vector]) -> Weights:
    """Vectors -> the matrix (n, n) of their inner products. Takes n² · 4 bytes."""
    size = len(vectors)
    numbers = np.concatenate([each.numbers for each in vectors])
    rows = np.repeat(np.arange(size), [len(each.numbers) for each in vectors])
    weights = np.concatenate([each.weights for each in vectors])
    order = np.argsort(numbers, kind="stable")
    rows, weights = rows[order], weights[order]
    starts = np.flatnonzero(np.diff(numbers[order], prepend=-1))
    found = np.zeros((size, size), np.float32)
    for start, end in pairwise((*starts, len(rows))):
        if end - start > 1:  # each term once: whose rows hold it is known to be in order and without repeats
            holders, weight = rows[start:end], weights[start:end]
            found[np.ix_(holders, holders)] += np.outer(weight, weight)
    np.fill_diagonal(found, [float((each.weights**2).sum()) for each in vectors])
    return found
