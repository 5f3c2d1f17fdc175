"""Which earlier texts have runs of words in common with a new one: an index over a sliding window, in memory.

Hash chains as in compression by Ziv and Lempel's window (RFC 1951, section 4): each place in a ring of texts points to the earlier one
that fell into the same bucket. A text is found by walking its hashes' chains from the newest back, together; what is older than the window
is overwritten and ends a chain. Time per text depends on neither the window nor the number of texts, and a run of words that very many
texts hold costs no more than CROWD steps.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Id = TypeVar("Id", bound=Hashable)

KEYS = 64
"""Hashes of a text that are entered, the smallest of its sketch: eight bytes each, and half as many for the buckets."""
CROWD = 24
"""Texts that may hold the same run of words before it counts as a commonplace ("sign up for our newsletter")."""
STEPS = CROWD + 16
"""How far a chain is walked: other texts' hashes fall into the same bucket."""
MOST = 6
"""Earlier texts that are named: those with most hashes in common."""
WINDOW = 1 << 20
"""Texts that are remembered, when nobody says how many."""


@dataclass(frozen=True, slots=True)
class Met(Generic[Id]):
    """Earlier texts and how many of the hashes each has too, best first, of equals the earlier; and hashes that are commonplaces."""

    texts: tuple[tuple[Id, int], ...]
    commonplaces: frozenset[int]


class Index(Generic[Id]):
    """Texts by their hashes, the last `window` of those that were added."""

    def __init__(self, window: int = WINDOW) -> None:
        self._window = max(1, window)
        places = self._window * KEYS
        if places >= 1 << 32:
            problem = f"a window of {window} texts is too large: at most {(1 << 32) // KEYS - 1}"
            raise ValueError(problem)
        buckets = 1 << max(4, (places // 2).bit_length())
        self._mask = np.uint32(buckets - 1)
        # Zero pages cost no memory before they are written to.
        self._heads = np.zeros(buckets, np.uint32)
        self._next = np.zeros(places + 1, np.uint32)
        self._keys = np.zeros(places + 1, np.uint32)
        self._ids: list[Id] = []
        self._added = 0

    def add(self, name: Id, hashes: Sequence[int]) -> Id | None:
        """Enter a text by its sketch; returns the id of the text that is forgotten for it, if any."""
        slot = self._added % self._window
        self._added += 1
        forgotten = None
        if slot < len(self._ids):
            forgotten, self._ids[slot] = self._ids[slot], name
        else:
            self._ids.append(name)
        first = slot * KEYS + 1
        keys = _short(hashes[:KEYS])
        places = np.arange(first, first + len(keys), dtype=np.uint32)
        self._keys[first : first + KEYS] = 0
        self._keys[places] = keys
        self._next[first : first + KEYS] = 0
        self._next[places] = self._heads[keys & self._mask]
        self._heads[keys & self._mask] = places
        return forgotten

    def find(self, hashes: Sequence[int]) -> Met[Id]:
        """The earlier texts that have some of a sketch's hashes, at most MOST of them."""
        keys = _short(hashes)
        slots, which = self._walk(keys)
        crowded = np.bincount(which, minlength=len(keys)) >= CROWD
        commonplaces = frozenset(hashes[at] for at in np.flatnonzero(crowded).tolist())
        texts, times = np.unique(slots[~crowded[which]], return_counts=True)
        age = (self._added - 1 - texts) % self._window
        best = np.lexsort((-age, -times))[:MOST]
        return Met(tuple((self._ids[texts[at]], int(times[at])) for at in best), commonplaces)

    def _walk(self, keys: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Pairs, as two arrays: the slot of a text, and which of the keys it has."""
        which = np.arange(len(keys))
        place = self._heads[keys & self._mask].astype(np.int64)
        end = ((self._added - 1) % self._window + 1) * KEYS
        younger = np.full(len(keys), -1)
        slots, found = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for _ in range(STEPS):
            age = (end - place) % (self._window * KEYS)
            # What was overwritten is younger than what pointed to it.
            alive = (place != 0) & (age > younger)
            if not alive.any():
                break
            which, place, younger = which[alive], place[alive], age[alive]
            holds = self._keys[place] == keys[which]
            slots.append((place[holds] - 1) // KEYS)
            found.append(which[holds])
            place = self._next[place].astype(np.int64)
        return np.concatenate(slots), np.concatenate(found)


def _short(hashes: Sequence[int]) -> NDArray[np.uint32]:
    """The lower half of each hash: the smallest ones differ little in the upper."""
    return np.array(hashes, np.uint64).astype(np.uint32)
