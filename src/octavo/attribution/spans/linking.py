"""Which source and which contents belong to which cue: a bilinear score of the cue with each piece around it, as the model learned it.

Biaffine scoring of pairs as in Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing" (ICLR 2017).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from octavo.attribution.spans.decoding import CONTENT, CUE, SOURCE, Floats, Stretch

REACH = 160
"""Pieces around a cue in which its source and contents are looked for: 999 of 1,000 lie nearer (PolNeAR)."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """What the model says of a text's N pieces, to pair them: `asking` (N, 2, D) as cues, `answering` (N, 2, D) and `alone` (N, 2) as
    parts of a source (0) or a content (1); `by_distance` (33, 2) adds for how far a piece lies from the cue."""

    asking: Floats
    answering: Floats
    alone: Floats
    by_distance: Floats


@dataclass(frozen=True, slots=True)
class Linked:
    """A cue with the stretches that belong to it, in the order of the text, and how sure the model is of them, 0..1."""

    source: tuple[Stretch, ...]
    cue: Stretch
    content: tuple[Stretch, ...]
    sure: float


def link(found: Sequence[Stretch], pairing: Pairing, least: tuple[float, float]) -> list[Linked]:
    """The attributions among the stretches of a text, one for each cue, in its order.

    Each source and content goes to the cue near it that asks most for it, if its share is at least that of its role in `least`
    (source, content); a cue keeps one source. Time grows with the number of cues and what lies within REACH of them.
    """
    cues = [each for each in found if each.role == CUE]
    places = [cue.first for cue in cues]
    shares = [_shares(cue, pairing) for cue in cues]
    given: list[dict[int, list[tuple[float, Stretch]]]] = [{SOURCE: [], CONTENT: []} for _ in cues]
    for stretch in found:
        if stretch.role == CUE:
            continue
        column = 0 if stretch.role == SOURCE else 1
        near = range(bisect_left(places, stretch.first - REACH), bisect_left(places, stretch.last + REACH))
        asked = [(_mean(shares[index], stretch, column), -index) for index in near]
        share, index = max(asked, default=(0.0, 0))
        if asked and share >= least[column]:
            given[-index][stretch.role].append((share, stretch))
    linked = []
    for cue, parts in zip(cues, given, strict=True):
        sources = sorted(parts[SOURCE], key=lambda part: -part[0])[:1]
        sure = [share for share, _ in (*sources, *parts[CONTENT])]
        linked.append(
            Linked(tuple(each for _, each in sources), cue, tuple(each for _, each in parts[CONTENT]), min(sure, default=0.0))
        )
    return linked


def _shares(cue: Stretch, pairing: Pairing) -> tuple[int, Floats]:
    """Where the cue's surroundings begin, and the shares (pieces, 2) of their belonging to its source and its content."""
    first, last = max(0, cue.first - REACH), min(len(pairing.alone), cue.last + REACH)
    asking = pairing.asking[cue.first : cue.last].mean(0)
    scores = np.einsum("rd,nrd->nr", asking, pairing.answering[first:last]) / np.sqrt(asking.shape[1])
    away = np.round(np.arange(first, last) - (cue.first + cue.last - 1) / 2)
    scores = scores + pairing.alone[first:last] + pairing.by_distance[_bucket(away)]
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
