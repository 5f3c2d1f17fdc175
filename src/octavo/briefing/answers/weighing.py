"""What each trait of a sentence counts in whether it answers."""

from __future__ import annotations

import numpy as np

from octavo.briefing.answers.likeness import Numbers
from octavo.briefing.answers.traits import TRAITS

WEIGHTS: dict[str, float] = {
    "one": -12.99, "covered": 0.95, "covered exactly": -1.08, "covered near": 2.82, "covered in article": 2.52, "weakest": 0.06,
    "weaker": -0.16, "weakest near": 0.56, "words": -0.01, "words exactly": 0.45, "words near": 1.60, "names": 0.68,
    "names near": 0.74, "names in article": 1.45, "rarest": -0.91, "rarest near": 2.92, "focus": 1.42, "meant": 1.56, "counted": 3.88,
    "holds figure": 0.03, "holds time": 2.41, "holds place": 0.36, "holds person": 1.00, "holds reason": 2.53, "holds saying": 1.64,
    "lacks": -1.75,
}
"""Learned by `training/answers/weights.py`, see docs/decisions/answers.md."""
ENOUGH = -1.0
"""The sum from which a sentence answers: at 0 one that answers is as likely as that none does, where half of the questions have answers."""
AS_GOOD = 0.3
"""Sums that differ by less say that two sentences answer equally well."""

_WEIGHTS = np.array([WEIGHTS.get(trait, 0.0) for trait in TRAITS], np.float32)


def weighed(told: Numbers) -> Numbers:
    """(sentences, TRAITS) -> how surely each answers, as the logarithm of its odds against none."""
    found: Numbers = told @ _WEIGHTS
    return found
