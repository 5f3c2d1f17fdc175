"""A long text is read in windows that overlap; what the model says of a piece in several of them is averaged, the middle counting most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

LENGTH = 254
"""Pieces of a window; with the model's two signs around them 256, as in training."""
OVERLAP = 32
"""Pieces that two neighbouring windows share."""
_SURE = 32
"""Pieces from a cut at which context no longer tells."""


@dataclass(frozen=True, slots=True)
class Window:
    """What the model says of the pieces [start, end) of a text, read in one window: `values` (end - start, D), and how much each of them
    counts there, `weights` (end - start,), which grow to 1 away from where the text is cut."""

    start: int
    end: int
    values: NDArray[np.float32]
    weights: NDArray[np.float32]


def window(start: int, end: int, values: NDArray[np.float32], pieces: int) -> Window:
    """The window of a text of so many pieces."""
    return Window(start, end, values, _weights(end - start, start == 0, end == pieces))


def windows(pieces: int) -> list[tuple[int, int]]:
    """The windows (start, end) over so many pieces, in order; the last reaches back so that it is full as well."""
    if pieces <= LENGTH:
        return [(0, pieces)] if pieces else []
    starts = [*range(0, pieces - LENGTH, LENGTH - OVERLAP), pieces - LENGTH]
    return [(start, start + LENGTH) for start in starts]


def joined(parts: Sequence[Window], columns: slice) -> NDArray[np.float32]:
    """What a text's windows, in its order, say in those columns together: shape (pieces, D), a weighted mean where they overlap."""
    if len(parts) == 1:
        return parts[0].values[:, columns]
    pieces = parts[-1].end if parts else 0
    total = np.zeros((pieces, columns.stop - columns.start), np.float32)
    weight = np.zeros((pieces, 1), np.float32)
    for part in parts:
        total[part.start : part.end] += part.values[:, columns] * part.weights[:, None]
        weight[part.start : part.end] += part.weights[:, None]
    return np.asarray(total / weight, np.float32)


@lru_cache
def _weights(length: int, first: bool, last: bool) -> NDArray[np.float32]:
    place = np.arange(length)
    left = np.full(length, _SURE) if first else place + 1
    right = np.full(length, _SURE) if last else length - place
    return np.asarray((np.minimum(np.minimum(left, right), _SURE) / _SURE) ** 2, np.float32)
