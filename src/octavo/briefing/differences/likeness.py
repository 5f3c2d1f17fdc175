"""How much of what one statement speaks of another speaks of too, words of near meaning counted in part."""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from octavo.briefing.differences.position import Positions
from octavo.grouping.stories.meanings import meaning

NEAR = 0.5
"""The likeness, -1 to 1, from which on two words are about one thing."""


def covered(words: Set[str], by: Set[str], known: Positions) -> float:
    """The share, 0 to 1, of some words, by how much they tell, that others have, or one near in meaning."""
    whole = sum(map(known.weight, words))
    return sum(known.weight(word) * nearness(word, by) for word in words) / whole if whole else 0.0


def nearness(word: str, to: Set[str]) -> float:
    """1 for a word that is among others, else the likeness of the nearest, 0 where it is not near."""
    if word in to:
        return 1.0
    found = max((_likeness(*sorted((word, other))) for other in to), default=0.0)
    return found if found >= NEAR else 0.0


def shared(one: Iterable[str], other: Set[str]) -> frozenset[str]:
    """The words of one that the other has too."""
    return frozenset(one) & other


@lru_cache(maxsize=65_536)
def _likeness(one: str, other: str) -> float:
    first, second = _vector(one), _vector(other)
    return float(first @ second) if first.size and second.size else 0.0


@lru_cache(maxsize=16_384)
def _vector(word: str) -> NDArray[np.float64]:
    found = meaning(word).astype(np.float64)
    length = float(np.sqrt(found @ found)) if found.size else 0.0
    return np.round(found / length, 6) if length else np.zeros(0)
