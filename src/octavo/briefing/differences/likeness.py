"""How much of what one statement speaks of another speaks of too, words of near meaning counted in part."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Set
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from octavo.briefing.differences.position import Positions
from octavo.grouping.stories.meanings import SIZE, meaning

NEAR = 0.5
"""The likeness, -1 to 1, from which on two words are about one thing."""


def covered(words: Set[str], by: Set[str], known: Positions) -> float:
    """The share, 0 to 1, of some words, by how much they tell, that others have, or one near in meaning."""
    order = sorted(words)
    whole = sum(map(known.weight, order))
    if not whole:
        return 0.0
    near = nearness([word for word in order if word not in by], by)
    return sum(known.weight(word) * near.get(word, 1.0) for word in order) / whole


def nearness(words: Collection[str], to: Collection[str]) -> Mapping[str, float]:
    """For each word the likeness of the nearest of others, 0 where none is near."""
    if not words or not to:
        return dict.fromkeys(words, 0.0)
    mine, theirs = [_vector(word) for word in words], [_vector(word) for word in sorted(to)]
    products = np.stack([each[0] for each in mine]) @ np.stack([each[0] for each in theirs]).T
    lengths = np.outer([each[1] for each in mine], [each[1] for each in theirs])
    best = (products / lengths).max(axis=1)
    return {word: float(found) if found >= NEAR else 0.0 for word, found in zip(words, best, strict=True)}


@lru_cache(maxsize=16_384)
def _vector(word: str) -> tuple[NDArray[np.int32], float]:
    """The meaning of a word in whole numbers, so that products are exact in any order, and its length, 1 for none."""
    found = meaning(word).astype(np.int32)
    return (found, float(np.sqrt(found @ found))) if found.size else (np.zeros(SIZE, np.int32), 1.0)
