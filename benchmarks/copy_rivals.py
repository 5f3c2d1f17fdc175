"""Pairs of copies by what is usually used instead: MinHash with locality-sensitive hashing, and containment of 5-grams of all pairs.

Each answers for many thresholds at once, so that its best one can be told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from datasketch import MinHash, MinHashLSH

from benchmarks.copy_set import Item

Scores = Mapping[tuple[str, str], float]
"""Pairs of ids, the smaller first, and how alike they are."""
PERMUTATIONS = 128
LEAST = 0.1
"""The threshold that the buckets are laid out for: all higher ones are told from the estimates."""


def words(text: str) -> list[str]:
    """Small letters, without punctuation."""
    return re.findall(r"\w+", text.lower())


def grams(text: str, size: int = 5) -> set[tuple[str, ...]]:
    """The set of a text's runs of words."""
    told = words(text)
    return set(zip(*(told[start:] for start in range(size)), strict=False))


def sketched(text: str) -> MinHash:
    """A text's MinHash, of PERMUTATIONS 32-bit values."""
    made = MinHash(PERMUTATIONS)
    made.update_batch([" ".join(gram).encode() for gram in grams(text)])
    return made


def by_minhash(items: Sequence[Item]) -> Scores:
    """datasketch's estimate of the likeness (Jaccard) of those pairs that share a bucket."""
    sketches = {item.id: sketched(item.text) for item in items}
    index = MinHashLSH(threshold=LEAST, num_perm=PERMUTATIONS)
    found: dict[tuple[str, str], float] = {}
    for name, sketch in sketches.items():
        for other in index.query(sketch):
            found[min(name, other), max(name, other)] = sketch.jaccard(sketches[other])
        index.insert(name, sketch)
    return found


def by_containment(items: Sequence[Item]) -> Scores:
    """The share of the shorter text's 5-grams that the longer one has, of all pairs that have one in common."""
    sets = {item.id: grams(item.text) for item in items}
    holders: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(sets):
        for gram in sets[name]:
            holders.setdefault(gram, []).append(name)
    common = Counter(pair for names in holders.values() for pair in combinations(names, 2))
    return {(one, other): times / min(len(sets[one]), len(sets[other])) for (one, other), times in common.items()}
