"""How like two articles are, 0 to 1: headline, words, names and figures each by itself, then together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from octavo.grouping.stories.digest import Digest, Weighed
from octavo.grouping.stories.shelf import Places, Shelf

Likenesses = NDArray[np.float64]


def likeness(shelf: Shelf, made: Digest, others: Places) -> Likenesses:
    """How like an article is to each of the others, which are numbers of articles on the shelf."""
    headline = cosine(shelf, "headline", made.headline, others)
    if not len(made.body):
        return headline
    return 0.2 * headline + 0.5 * cosine(shelf, "body", made.body, others) + 0.3 * cosine(shelf, "names", made.names, others)


def cosine(shelf: Shelf, kind: str, mine: Weighed, others: Places) -> Likenesses:
    """The cosine of two lists of weighed terms; 0 where one is empty."""
    column = shelf.columns[kind]
    numbers, weights = column.numbers[others], column.weights[others].astype(np.float64)
    length = np.sqrt((weights**2).sum(axis=1) * (mine.weights.astype(np.float64) ** 2).sum())
    if not len(mine):
        return np.zeros(len(others))
    at = np.minimum(np.searchsorted(mine.numbers, numbers), len(mine) - 1)
    shared: Likenesses = np.where(mine.numbers[at] == numbers, mine.weights[at] * weights, 0.0).sum(axis=1)
    return shared / np.where(length > 0, length, 1.0)
