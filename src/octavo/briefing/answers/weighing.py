"""What each trait of a sentence counts in whether it answers."""

from __future__ import annotations

import numpy as np

from octavo.briefing.answers.likeness import Numbers
from octavo.briefing.answers.traits import TRAITS

WEIGHTS: dict[str, float] = {
    "one": -11.68, "covered": 0.98, "covered exactly": -1.10, "covered near": 2.66, "covered in article": 2.30, "weakest": -0.03,
    "weaker": 0.01, "weakest near": 0.67, "words": -0.00, "words exactly": 0.48, "words near": 1.36, "names": 0.68,
    "names near": 0.77, "names in article": 1.44, "rarest": -0.90, "rarest near": 2.84, "focus": 1.46, "meant": 1.28, "counted": 3.69,
    "holds figure": 0.14, "holds time": 2.34, "holds place": 0.31, "holds person": 0.94, "holds reason": 2.48, "holds saying": 1.70,
    "lacks": -1.70,
}
"""Learned as docs/decisions/answers.md says: a softmax over the sentences and "none of them", with a penalty on the squares."""
ENOUGH = 0.0
"""The sum from which a sentence answers."""
AS_GOOD = 1.0
"""Sums that differ by less say that two sentences answer equally well."""

_WEIGHTS = np.array([WEIGHTS.get(trait, 0.0) for trait in TRAITS], np.float32)


def weighed(told: Numbers) -> Numbers:
    """(sentences, TRAITS) -> how surely each answers, as the logarithm of its odds against none."""
    found: Numbers = told @ _WEIGHTS
    return found
