"""How much of a text was found: 4-gram shingles, counted as article-extraction-benchmark counts them.

Source: https://github.com/scrapinghub/article-extraction-benchmark (its `evaluate.py`). Tokens are runs of word characters
(`\\w+`), case kept; shingles are a multiset; a text of fewer than four tokens is one shingle; an empty text is one empty shingle.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SIZE = 4

_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their F1, each 0..1: of one text, or of many when made by `mean`."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 where both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The multiset of a text's 4-grams."""
    tokens: Sequence[str] = _TOKEN.findall(text)
    return Counter(tuple(tokens[at : at + SIZE]) for at in range(max(1, len(tokens) - SIZE + 1)))


def score(truth: str, found: str) -> Score:
    """How well `found` covers `truth`; two texts without a token agree fully."""
    wanted, got = shingles(truth), shingles(found)
    hits = (wanted & got).total()
    return Score(hits / got.total(), hits / wanted.total())


def mean(scores: Iterable[Score]) -> Score:
    """Precision and recall averaged over texts, each text weighing the same; `f1` is then that of the two means."""
    rows = list(scores)
    return Score(sum(row.precision for row in rows) / len(rows), sum(row.recall for row in rows) / len(rows))
