"""A digest as one sparse vector, so that how like two articles are is one product: the mean of what they are by kind.

Between two headlines without texts, what they mean counts beside that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from octavo.grouping.stories.digest import BODY, FIGURES, NAMES, OPENING, Digest, Numbers
from octavo.grouping.stories.meanings import Meaning

Weights: TypeAlias = NDArray[np.float32]

MOST = OPENING + BODY + NAMES + FIGURES
"""Terms of a vector at most."""
BARE = 1.8
"""How long the vector of a headline without a text is. Two headlines of one story share less than two texts of one do, and this
makes up for it, so that one line decides for both."""
WORDS, MEANINGS = 0.31, 1.0
"""What words count between two headlines without texts, and what they mean besides."""
CHANCE = 0.1
"""How like two headlines mean by chance: no more than that counts for nothing."""

NO_MEANING: Weights = np.zeros(0, np.float32)

_SALTS = {"opening": 0x9E3779B9, "body": 0, "names": 0x85EBCA6B, "figures": 0xC2B2AE35}


@dataclass(frozen=True, slots=True)
class Vector:
    """Terms in ascending order, each with its weight, and for a headline without a text its meaning, of length 1 (else NO_MEANING)."""

    numbers: Numbers
    weights: Weights
    meaning: Weights


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
        return Vector(np.zeros(0, np.uint32), np.zeros(0, np.float32), NO_MEANING)
    every, weight = np.concatenate(numbers), np.concatenate(weights) * np.float32(len(numbers) ** -0.5)
    order = np.argsort(every)
    return Vector(every[order], (weight[order] * (1 if made.text else BARE)).astype(np.float32), unit(made.meaning))


def unit(meaning: Meaning) -> Weights:
    """A meaning of length 1; NO_MEANING for NONE."""
    if not len(meaning):
        return NO_MEANING
    found = meaning.astype(np.float32)
    found /= np.sqrt((found**2).sum())
    return found


def blended(shared: Weights, cosines: Weights) -> Weights:
    """For pairs of headlines without texts: the products of their terms, and the cosines of their meanings -> how like they are."""
    nearer: Weights = np.maximum(cosines - np.float32(CHANCE), np.float32(0)) / np.float32(1 - CHANCE)
    return np.float32(WORDS) * shared + np.float32(MEANINGS) * nearer


def products(vectors: Sequence[Vector]) -> Weights:
    """Vectors -> the matrix (n, n) of how like any two are. Takes n² · 4 bytes, and as much again for headlines alone."""
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
    bare = np.flatnonzero([len(each.meaning) for each in vectors])
    if len(bare):
        meanings = np.stack([each.meaning for each in vectors if len(each.meaning)])
        found[np.ix_(bare, bare)] = blended(found[np.ix_(bare, bare)], meanings @ meanings.T)
    return found
