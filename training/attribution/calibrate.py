"""The weights of an attribution's confidence, from articles of the training split; how well they hold, on articles of the dev split.

    PYTHONPATH=src:. python -m training.attribution.calibrate --model FOLDER [--every 8]

An attribution is right where its content has half of its tokens in common with a marked one and their sources meet (`score/quotes.py`).
A model is surer of the articles that it was trained on than of others. So the weights are fitted on what another one says, in FOLDER, that
was trained without one article in so many (`training.attribution.train --without`, `training.attribution.export --out`), of those articles.
Prints the line for `octavo/attribution/spans/confidence.py`, and for shares of confidence how many were right of what the shipped model
finds. Runs on the benchmark's packages; run it again when the model is another.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.quote_scores import Article, articles, paired
from octavo.analysis import Found
from octavo.attribution.spans.confidence import features, shares
from octavo.attribution.spans.decoding import Stretch
from octavo.attribution.spans.finder import Finder
from octavo.attribution.spans.linking import Linked
from octavo.language.files import FOLDER
from octavo.language.model import Reading

Values = NDArray[np.float64]
_BINS = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1.01)


class _Telling(Finder):
    """A finder that keeps the features of what it finds, in order."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.rows: list[list[float]] = []

    def _linked(self, read: Reading, stretches: list[Stretch]) -> tuple[Linked, ...]:
        linked = super()._linked(read, stretches)
        tags = shares(self._of(read, "tags"))
        self.rows += [features(each, tags) for each in linked]
        return linked


def told(given: Sequence[Article], folder: Path) -> tuple[Values, Values]:
    """The features of all that the model in the folder finds in the articles (N, 5), and whether each is right (N,)."""
    finder = _Telling(folder)
    right: list[bool] = []
    for article in given:
        found: tuple[Found, ...] = finder.find([article["text"]])[0][0]
        hits = set(paired(article, found).values())
        right += [number in hits for number in range(len(found))]
    return np.array(finder.rows), np.array(right, float)


def fitted(rows: Values, right: Values, rounds: int = 40) -> tuple[float, ...]:
    """The weights for rows of features, the first for nothing: Newton's method, with a little that holds them down."""
    given = np.c_[np.ones(len(rows)), rows]
    held = np.diag([0.0, *np.ones(rows.shape[1])])
    weights = np.zeros(given.shape[1])
    for _ in range(rounds):
        sure = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (sure - right) + held @ weights
        weights -= np.linalg.solve((given.T * (sure * (1 - sure))) @ given + held, slope)
    return tuple(round(float(each), 2) for each in weights)


def table(rows: Values, right: Values, weights: Sequence[float]) -> str:
    """For each span of confidence how many there are, their mean, and the share right; and how far these are apart on the whole."""
    sure = 1 / (1 + np.exp(-np.c_[np.ones(len(rows)), rows] @ np.array(weights)))
    lines, apart = ["| confidence | attributions | mean | right |", "| --- | --- | --- | --- |"], 0.0
    for least, most in pairwise(_BINS):
        inside = (sure >= least) & (sure < most)
        if inside.any():
            mean, share = float(sure[inside].mean()), float(right[inside].mean())
            lines.append(f"| {least:.1f} to {min(most, 1):.1f} | {int(inside.sum())} | {mean:.2f} | {share:.2f} |")
            apart += abs(mean - share) * float(inside.sum())
    return "\n".join([*lines, "", f"apart on the mean: {apart / len(right):.3f}"])


def main() -> None:
    """Prints the weights and the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, metavar="FOLDER", help="a model that was trained without the articles")
    parser.add_argument("--every", type=int, default=8, help="one training article in so many is read")
    asked = parser.parse_args()
    weights = fitted(*told(articles("train")[:: asked.every], asked.model))
    print(f"WEIGHTS: tuple[float, ...] = {weights}\n")
    print(table(*told(articles("dev"), FOLDER), weights))


if __name__ == "__main__":
    main()
