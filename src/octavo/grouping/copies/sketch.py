"""A text as numbers: the hashes of all its runs of words, and the smallest of them, which are kept.

A sketch (Broder 1997, "On the resemblance and containment of documents", bottom-k) tells how much of the shorter of two texts is in the
longer one, however different their lengths: below the smaller of the largest hashes of two full sketches, both texts' hashes are known
completely.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from octavo.grouping.copies.words import fold

WORDS = 4
"""Words in a run: four in a row seldom agree by chance, and a sub-editor's small change breaks only four runs."""
SIZE = 128
"""Hashes in a full sketch: 1 KiB an article."""
FORM = b"\x02"
"""What a packed sketch begins with: the form of folding and hashing. Sketches of another form cannot be compared."""

Hashes = NDArray[np.uint64]


def hashes(words: Sequence[str]) -> Hashes:
    """Folded words -> the hash (64 bits) of the run of WORDS words that begins at each, in order; none where there are fewer."""
    numbers = np.fromiter(map(_number, words), np.uint64, len(words))
    runs = max(0, len(words) - WORDS + 1)
    mixed = np.zeros(runs, np.uint64)
    for start in range(WORDS):
        mixed = _mix(mixed ^ numbers[start : start + runs])
    return mixed


def sketch(text: str) -> tuple[int, ...]:
    """The SIZE smallest hashes (64 bits) of the text's runs of WORDS words, ascending; all of them where there are fewer."""
    return smallest(hashes(fold(text)))


def smallest(runs: Hashes) -> tuple[int, ...]:
    """The sketch of a text whose `hashes` those are."""
    return tuple(np.unique(runs)[:SIZE].tolist())


def same_text(one: Sequence[int], other: Sequence[int]) -> float:
    """Sketches -> the estimated share, 0 to 1, of the shorter text's runs of words that the longer text has too."""
    return max(_estimated(frozenset(one), frozenset(other)))


def pack(hashes: Sequence[int]) -> bytes:
    """A sketch as bytes: FORM, then eight a hash, little-endian."""
    return FORM + np.array(hashes, "<u8").tobytes()


def unpack(data: bytes | memoryview) -> tuple[int, ...]:
    """The sketch that `pack` made those bytes of; () for one of another form, which an earlier Octavo made."""
    return tuple(np.frombuffer(data, "<u8", offset=1).tolist()) if data[:1] == FORM and len(data) % 8 == 1 else ()


def _estimated(one: frozenset[int], other: frozenset[int]) -> tuple[float, float]:
    """Sketches -> the estimated share of one text that is in the other, and of the other that is in the one."""
    full = [max(side) for side in (one, other) if len(side) >= SIZE]
    if full:
        below = min(full)
        one = frozenset(each for each in one if each <= below)
        other = frozenset(each for each in other if each <= below)
    common = len(one & other)
    return (common / len(one), common / len(other)) if one and other else (0.0, 0.0)


@lru_cache(1 << 16)
def _number(word: str) -> int:
    return crc32(word.encode(errors="replace"))


def _mix(numbers: Hashes) -> Hashes:
    """splitmix64's finish (Steele, Lea, Flood 2014): every bit of the number changes half of the bits of the result."""
    numbers = numbers + np.uint64(0x9E3779B97F4A7C15)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
