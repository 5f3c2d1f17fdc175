"""A text as numbers: the hashes of all its runs of words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

WORDS = 4
"""Words in a run: four in a row seldom agree by chance, and a sub-editor's small change breaks only four runs."""

Hashes = NDArray[np.uint64]


def hashes(words: Sequence[str]) -> Hashes:
    """Folded words -> the hash (64 bits) of the run of WORDS words that begins at each, in order; none where there are fewer."""
    numbers = np.fromiter(map(_number, words), np.uint64, len(words))
    runs = max(0, len(words) - WORDS + 1)
    mixed = np.zeros(runs, np.uint64)
    for start in range(WORDS):
        mixed = _mix(mixed ^ numbers[start : start + runs])
    return mixed


def smallest(runs: Hashes, most: int) -> tuple[int, ...]:
    """The smallest of those hashes, ascending, each once: as many as `most`, all of them where there are fewer."""
    return tuple(np.unique(runs)[:most].tolist())


@lru_cache(1 << 16)
def _number(word: str) -> int:
    return crc32(word.encode(errors="replace"))


def _mix(numbers: Hashes) -> Hashes:
    """splitmix64's finish (Steele, Lea, Flood 2014): every bit of the number changes half of the bits of the result."""
    numbers = numbers + np.uint64(0x9E3779B97F4A7C15)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
