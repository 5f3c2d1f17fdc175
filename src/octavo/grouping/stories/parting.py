"""Look-alike events told apart: two escapes from two prisons share nearly all their words, and hardly any name or figure.

What all the articles of a group have in common tells none of them from another. So their words are weighed anew by how many of *these*
articles have them, and if the group then falls into two halves that share little, figures least of all, it was two stories.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from octavo.grouping.stories.digest import Digest

Matrix: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]

FEWEST = 8
"""Articles with a text below which nobody can tell: chance parts few of them as well."""
HALF = 3
"""Articles of each half at least."""
ALIKE = 0.36
"""A half whose articles are more alike than this, after all, is copies of one text: they differ from others by their words alone."""
PARTS = 0.48
"""How much two halves may share, in words against each by itself and in figures, and still be two stories."""
NO_FIGURES = 0.25
"""What figures count where the articles have too few to tell."""
CUTS, ROUNDS = 5, 3
MOST = 400
"""Articles that are looked at; a larger story is not two events that were taken for one."""


def parted(digests: Sequence[Digest]) -> list[list[int]]:
    """The digests of a group -> their numbers, in one part or, where they are look-alike events, more."""
    return sorted(_parted(digests, list(range(len(digests)))))


def _parted(digests: Sequence[Digest], group: list[int]) -> list[list[int]]:
    if not FEWEST <= len(group) <= MOST or sum(digests[at].text for at in group) < 0.8 * len(group):
        return [group]
    words = _by_their_own(digests, group)
    best = min((half for half in _halves(words)), key=lambda half: _shared(words, half), default=None)
    if best is None or max(_within(words, best), _within(words, ~best)) > ALIKE:
        return [group]
    figures = _figures(digests, group)
    said = (_within(figures, best, True) + _within(figures, ~best, True)) / 2
    common = _between(figures, best) if said >= 0.2 else NO_FIGURES
    if _shared(words, best) + common > PARTS:
        return [group]
    halves = ([at for at, one in zip(group, best, strict=True) if one is wanted] for wanted in (np.True_, np.False_))
    return [part for half in halves for part in _parted(digests, half)]


def _by_their_own(digests: Sequence[Digest], group: Sequence[int]) -> Matrix:
    """How like the articles of a group are, by words that some of them have and others have not."""
    return _cosines([(digests[at].body.numbers, digests[at].body.weights / 64) for at in group])


def _figures(digests: Sequence[Digest], group: Sequence[int]) -> Matrix:
    return _cosines([(digests[at].figures.numbers, np.ones(len(digests[at].figures))) for at in group], own=False)


def _cosines(rows: Sequence[tuple[NDArray[np.uint32], NDArray[np.float64]]], own: bool = True) -> Matrix:
    """The cosines of rows of weighed terms; `own`: each term weighed by how few of these rows have it, one alone not counted."""
    terms, holders = np.unique(np.concatenate([numbers for numbers, _ in rows]), return_counts=True)
    table = np.zeros((len(rows), len(terms)))
    for at, (numbers, weights) in enumerate(rows):
        table[at, np.searchsorted(terms, numbers)] = weights
    if own:
        table *= np.where(holders > 1, np.log(len(rows) / holders), 0.0)
    length = np.sqrt((table**2).sum(axis=1, keepdims=True))
    table /= np.where(length > 0, length, 1)
    return table @ table.T


def _halves(words: Matrix) -> list[Flags]:
    """Ways to part the articles in two, each begun from the two largest groups of a clustering and settled by the nearer one."""
    found = []
    for labels in _clusterings(words):
        sizes = sorted(((int((labels == label).sum()), -label) for label in set(labels.tolist())), reverse=True)
        if len(sizes) < 2 or sizes[1][0] < 2:
            continue
        one, other = labels == -sizes[0][1], labels == -sizes[1][1]
        for _ in range(ROUNDS):
            nearer = _mean_to(words, one) >= _mean_to(words, other)
            if min(nearer.sum(), (~nearer).sum()) < 2:
                break
            one, other = nearer, ~nearer
        if min(one.sum(), (~one).sum()) >= HALF:
            found.append(one)
    return found


def _clusterings(words: Matrix) -> list[NDArray[np.intp]]:
    """The articles in 6, 5, 4, 3 and 2 groups, by average linkage."""
    sums = words.copy()
    count = np.ones(len(words))
    labels = np.arange(len(words))
    alive = list(range(len(words)))
    found = []
    while len(alive) > 2:
        here = np.array(alive)
        average = sums[np.ix_(here, here)] / np.outer(count[here], count[here])
        np.fill_diagonal(average, -np.inf)
        one, other = (int(here[at]) for at in divmod(int(np.argmax(average)), len(here)))
        one, other = min(one, other), max(one, other)
        sums[one] += sums[other]
        sums[:, one] = sums[one]
        count[one] += count[other]
        labels[labels == other] = one
        alive.remove(other)
        if len(alive) <= CUTS + 1:
            found.append(labels.copy())
    return found


def _mean_to(words: Matrix, half: Flags) -> Matrix:
    """How like each article is to the others of a half, on the average."""
    own = np.where(half, np.diag(words), 0)
    mean: Matrix = (words[:, half].sum(axis=1) - own) / np.maximum(half.sum() - half, 1)
    return mean


def _within(matrix: Matrix, half: Flags, itself: bool = False) -> float:
    inside = matrix[np.ix_(half, half)]
    if itself:
        return float(inside.mean())
    size = len(inside)
    return float((inside.sum() - np.trace(inside)) / max(size * (size - 1), 1))


def _between(matrix: Matrix, half: Flags) -> float:
    return float(matrix[np.ix_(half, ~half)].mean())


def _shared(words: Matrix, half: Flags) -> float:
    """How like the halves are to each other, against what each is to itself."""
    return _between(words, half) / max(sqrt(max(_within(words, half), 0) * max(_within(words, ~half), 0)), 1e-9)
