"""The measures of stories: B-cubed and the adjusted Rand index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import comb


@dataclass(frozen=True, slots=True)
class Score:
    """B-cubed F1, precision and recall (Bagga and Baldwin 1998), the adjusted Rand index (Hubert and Arabie 1985), how many stories."""

    f1: float
    precision: float
    recall: float
    ari: float
    stories: int

    def row(self, name: str) -> str:
        """A line of a table."""
        return f"| {name} | {self.f1:.3f} | {self.precision:.3f} | {self.recall:.3f} | {self.ari:.3f} | {self.stories} |"


def score(gold: Sequence[str], answers: Sequence[object]) -> Score:
    """The stories of some articles, and those that are answered, in the same order; the definitions are those of `score/stories.py`."""
    pairs = list(zip(gold, answers, strict=True))
    both, true, told = Counter(pairs), Counter(gold), Counter(answers)
    precision = sum(both[pair] / told[pair[1]] for pair in pairs) / len(pairs)
    recall = sum(both[pair] / true[pair[0]] for pair in pairs) / len(pairs)
    together, of_true, of_told = (sum(comb(size, 2) for size in counted.values()) for counted in (both, true, told))
    expected = of_true * of_told / comb(len(pairs), 2)
    ari = (together - expected) / ((of_true + of_told) / 2 - expected)
    return Score(2 * precision * recall / (precision + recall), precision, recall, ari, len(told))
