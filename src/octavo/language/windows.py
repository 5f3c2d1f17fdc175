"""A long text is read in windows that overlap; what the model says of a piece in several of them is averaged, the middle counting most."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

LENGTH = 254
"""Pieces of a window; with the model's two signs around them 256, as in training."""
OVERLAP = 32
"""Pieces that two neighbouring windows share."""
_SURE = 32
"""Pieces from a cut at which context no longer tells."""


def windows(pieces: int) -> list[tuple[int, int]]:
    """The windows (start, end) over so many pieces, in order; the last reaches back so that it is full as well."""
    if pieces <= LENGTH:
        return [(0, pieces)] if pieces else []
    starts = [*range(0, pieces - LENGTH, LENGTH - OVERLAP), pieces - LENGTH]
    return [(start, start + LENGTH) for start in starts]


def joined(pieces: int, parts: list[tuple[int, int, NDArray[np.float32]]]) -> NDArray[np.float32]:
    """What windows (start, end, values of shape (end - start, D)) say together: shape (pieces, D), a weighted mean where they overlap."""
    if len(parts) == 1:
        return parts[0][2]
    total = np.zeros((pieces, parts[0][2].shape[1]), np.float32)
    weight = np.zeros((pieces, 1), np.float32)
    for start, end, values in parts:
        own = _weights(end - start, start == 0, end == pieces)[:, None]
        total[start:end] += values * own
        weight[start:end] += own
    return total / weight


@lru_cache
def _weights(length: int, first: bool, last: bool) -> NDArray[np.float32]:
    place = np.arange(length)
    left = np.full(length, _SURE) if first else place + 1
    right = np.full(length, _SURE) if last else length - place
    return np.asarray((np.minimum(np.minimum(left, right), _SURE) / _SURE) ** 2, np.float32)
