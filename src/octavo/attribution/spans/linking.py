"""Which source and which contents belong to which cue: a bilinear score of the cue with each piece around it, as the model learned it.

Biaffine scoring of pairs as in Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing" (ICLR 2017).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from octavo.attribution.spans.decoding import CONTENT, CUE, SOURCE, Floats, Stretch

REACH = 160
"""Pieces around a cue in which its source and contents are looked for: 999 of 1,000 lie nearer (PolNeAR)."""
FAR = 0.002
"""What a piece between a cue and a part takes from how well they fit."""
YIELDS = 0.5
"""How much worse than elsewhere a content may fit a cue that would have none without it."""

UNSEEN = np.float32(-6)
"""The score of a piece that no window shows together with the cue: all that remains is how near it is."""
_LEAST = np.float32(1e-9)


@dataclass(frozen=True, slots=True)
class View:
    """What the model says of the N pieces from `start` on that it read in one window, to pair them: `asking` (N, 2, D) as cues, `answering`
    (N, 2, D) and `alone` (N, 2) as parts of a source (0) or a content (1). `weights` (N,): how well the window shows each."""

    start: int
    asking: Floats
    answering: Floats
    alone: Floats
    weights: Floats

    @property
    def end(self) -> int:
        """Where the window ends."""
        return self.start + len(self.alone)


@dataclass(frozen=True, slots=True)
class Pairing:
    """A text of so many pieces as its windows show it, in their order; `by_distance` (33, 2) adds for how far a piece lies from the cue.

    A cue and a part are compared as one window shows both: what the model says of a piece also tells where in its window it stands, so
    that vectors of two windows do not meet (with vectors averaged over windows a third of the links across their ends were in doubt).
    """

    pieces: int
    views: tuple[View, ...]
    by_distance: Floats


@dataclass(frozen=True, slots=True)
class Linked:
    """A cue with the stretches that belong to it, in the order of the text, and how sure the model is of them, 0..1."""

    source: tuple[Stretch, ...]
    cue: Stretch
    content: tuple[Stretch, ...]
    sure: float


def link(found: Sequence[Stretch], pairing: Pairing) -> list[Linked]:
    """The attributions among the stretches of a text, one for each cue that has a content, in its order.

    A cue has at most one source and a source one cue; they are matched greedily, what fits best first (with human spans this
    finds 0.93 of whole attributions where each part going to the cue that asks most for it finds 0.83). Contents are matched likewise; one
    that is left over is a further piece of its best cue's content. Time grows with the number of cues and what lies within REACH of them.
    """
    cues = [each for each in found if each.role == CUE]
    shares = [_shares(cue, pairing) for cue in cues]
    sources, contents = (_pairs(cues, [each for each in found if each.role == role], shares, role) for role in (SOURCE, CONTENT))
    best: dict[Stretch, _Pair] = {}
    for pair in contents:
        best.setdefault(pair.part, pair)
    said: dict[int, list[_Pair]] = {}
    for pair in _matched(each for each in contents if best[each.part].fit - each.fit <= YIELDS):
        said[pair.cue] = [pair]
    whose = {pair.cue: pair for pair in _matched(sources)}
    taken = {pair.part for pairs in said.values() for pair in pairs}
    for part, pair in best.items():
        if part not in taken:
            said.setdefault(pair.cue, []).append(pair)
    linked = []
    for index, pairs in sorted(said.items()):
        source = [whose[index]] if index in whose else []
        content = sorted((each.part for each in pairs), key=lambda part: part.first)
        sure = min(each.share for each in (*source, *pairs))
        linked.append(Linked(tuple(each.part for each in source), cues[index], tuple(content), sure))
    return linked


@dataclass(frozen=True, slots=True)
class _Pair:
    """A part, the index of a cue near it, the share of its belonging there, and that less what their distance costs."""

    part: Stretch
    cue: int
    share: float
    fit: float


def _pairs(cues: Sequence[Stretch], parts: Sequence[Stretch], shares: Sequence[tuple[int, Floats]], role: int) -> list[_Pair]:
    """Each part with each cue within REACH of it, what fits best first."""
    places = [cue.first for cue in cues]
    found = []
    for part in parts:
        for index in range(bisect_left(places, part.first - REACH), bisect_left(places, part.last + REACH)):
            share = _mean(shares[index], part, 0 if role == SOURCE else 1)
            gap = max(cues[index].first - part.last, part.first - cues[index].last, 0)
            found.append(_Pair(part, index, share, share - FAR * gap))
    return sorted(found, key=lambda pair: (-pair.fit, pair.cue, pair.part.first))


def _matched(pairs: Iterable[_Pair]) -> Iterator[_Pair]:
    """Pairs of which no two have a cue or a part in common: the first that comes is kept."""
    cues: set[int] = set()
    parts: set[Stretch] = set()
    for pair in pairs:
        if pair.cue not in cues and pair.part not in parts:
            cues.add(pair.cue)
            parts.add(pair.part)
            yield pair


def _shares(cue: Stretch, pairing: Pairing) -> tuple[int, Floats]:
    """Where the cue's surroundings begin, and the shares (pieces, 2) of their belonging to its source and its content; next to nothing
    for a piece that no window shows together with the cue."""
    first, last = max(0, cue.first - REACH), min(pairing.pieces, cue.last + REACH)
    total, weight = np.zeros((last - first, 2), np.float32), np.zeros((last - first, 1), np.float32)
    for view in pairing.views[bisect_left(pairing.views, cue.last, key=lambda view: view.end) :]:
        if view.start > cue.first:
            break
        own, seen = slice(cue.first - view.start, cue.last - view.start), slice(max(first, view.start), min(last, view.end))
        told, put = slice(seen.start - view.start, seen.stop - view.start), slice(seen.start - first, seen.stop - first)
        asking = view.asking[own].mean(0)
        scores = np.einsum("rd,nrd->nr", asking, view.answering[told]) / np.sqrt(asking.shape[1]) + view.alone[told]
        counts = view.weights[told, None] * view.weights[own].mean()
        total[put] += scores * counts
        weight[put] += counts
    away = np.round(np.arange(first, last) - (cue.first + cue.last - 1) / 2)
    scores = np.where(weight > 0, total / np.maximum(weight, _LEAST), UNSEEN) + pairing.by_distance[_bucket(away)]
    top = np.maximum(scores.max(1, keepdims=True), 0)
    weights = np.exp(scores - top)
    return first, (weights / (weights.sum(1, keepdims=True) + np.exp(-top))).astype(np.float32)


def _bucket(away: Floats) -> NDArray[np.int64]:
    """The row of `by_distance` for so many pieces to the left (negative) or right: 0..32, finer near the cue."""
    size = np.minimum((np.log2(np.minimum(np.abs(away), 255) + 1) * 2).astype(np.int64), 16)
    return np.asarray(np.where(away < 0, 16 - size, 16 + size), np.int64)


def _mean(shares: tuple[int, Floats], stretch: Stretch, column: int) -> float:
    first, values = shares
    inside = values[max(0, stretch.first - first) : max(0, stretch.last - first), column]
    return float(inside.sum()) / (stretch.last - stretch.first)
