"""How probable it is that an attribution is right as a whole: its spans are those of a statement, and they belong together.

A logistic regression on what the model says anyway: of the pieces of each span, that they are of its role; of the links, the least share.
`training/attribution/calibrate.py` gives the weights.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from octavo.attribution.spans.decoding import Floats, Stretch
from octavo.attribution.spans.linking import Linked

WEIGHTS: tuple[float, ...] = (3.52, 0.84, 0.57, 0.53, 0.22, -3.32)
"""What is added for nothing, and for each feature in turn."""
_LEAST = 0.01
"""What a share of nothing is taken for, so that it has a logarithm."""


def shares(scores: Floats) -> Floats:
    """The scores of tags (N, K) -> their shares, which sum to 1 for each piece."""
    weights = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(weights / weights.sum(1, keepdims=True), np.float32)


def features(linked: Linked, tags: Floats) -> list[float]:
    """Logarithms of the least share among the links, and of how sure the tags (N, K) are of the cue, of the content's least sure piece and
    of the source; whether it has none. All are at most 0 but the last."""
    source = _sure(linked.source, tags) if linked.source else 1 - _LEAST
    sure = (linked.sure, _sure((linked.cue,), tags), _sure(linked.content, tags), source)
    return [*(float(np.log(share + _LEAST)) for share in sure), float(not linked.source)]


def confidence(linked: Linked, tags: Floats) -> float:
    """The probability, 0..1."""
    bias, *weights = WEIGHTS
    score = bias + sum(weight * each for weight, each in zip(weights, features(linked, tags), strict=True))
    return float(1 / (1 + np.exp(-score)))


def _sure(stretches: Sequence[Stretch], tags: Floats) -> float:
    """The mean share of a stretch's role over its pieces, the least among the stretches."""
    return min(float(tags[each.first : each.last, 2 * each.role + 1 : 2 * each.role + 3].sum(1).mean()) for each in stretches)
