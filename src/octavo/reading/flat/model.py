"""Where the body of an article begins and ends among the lines of a flattened page: a small linear model, trained on real pages.

A body is one run of lines. Its score is the sum of what its lines score, of what stands around its beginning and of what stands around
its end; the best run is found in one pass. Trained as a conditional random field over runs (semi-Markov, one segment) by
`training/flat_model.py`, which writes `model.json`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from operator import mul

from octavo.reading.flat.features import NAMES

EDGE_NAMES = (
    "words", "ends a sentence", "button", "tail", "pointer", "asking", "caption", "date or byline", "prose", "capitals only", "list",
    "small words", "stands twice", "digits",
)
"""The features that are looked at around a body's beginning and end; after them comes 1 for a place outside the page."""
START_AT = (-3, -2, -1, 0, 1)
"""The lines looked at around a beginning, counted from the body's first line."""
END_AT = (-2, -1, 0, 1, 2)
"""The lines looked at around an end, counted from the first line after the body."""

_EDGES = tuple(NAMES.index(name) for name in EDGE_NAMES)
_OUTSIDE = (0.0,) * len(_EDGES) + (1.0,)

Row = Sequence[float]


@dataclass(frozen=True, slots=True)
class Model:
    """The weights: `line` for `NAMES`, `start` and `end` for `EDGE_NAMES` and the outside, at each of `START_AT` and `END_AT`."""

    bias: float
    line: tuple[float, ...]
    start: tuple[tuple[float, ...], ...]
    end: tuple[tuple[float, ...], ...]


@cache
def trained() -> Model:
    """The model that the package holds."""
    stored = json.loads(files("octavo.reading.flat").joinpath("model.json").read_text("utf-8"))
    return Model(stored["bias"], tuple(stored["line"]), tuple(map(tuple, stored["start"])), tuple(map(tuple, stored["end"])))


def edge_row(row: Row) -> tuple[float, ...]:
    """What of a line's features is looked at near an edge."""
    return (*(row[at] for at in _EDGES), 0.0)


def best_run(rows: Sequence[Row], model: Model) -> tuple[int, int]:
    """The lines `start <= line < end` that are the body, by the features of all lines. Linear in their number; (0, 0) without lines."""
    if not rows:
        return 0, 0
    edges = [edge_row(row) for row in rows]
    starts, ends = _edge_scores(edges, START_AT, model.start), _edge_scores(edges, END_AT, model.end)
    sums = list(accumulate((_dot(model.line, row) + model.bias for row in rows), initial=0.0))
    best, run, top, begin = float("-inf"), (0, 1), float("-inf"), 0
    for end in range(1, len(rows) + 1):
        if starts[end - 1] - sums[end - 1] > top:
            top, begin = starts[end - 1] - sums[end - 1], end - 1
        value = top + sums[end] + ends[end]
        if value > best:
            best, run = value, (begin, end)
    return run


def _edge_scores(edges: Sequence[Row], places: Sequence[int], weights: Sequence[Row]) -> list[float]:
    """For each boundary 0 .. len(edges): what the lines around it say."""
    scores = [0.0] * (len(edges) + 1)
    for place, weight in zip(places, weights, strict=True):
        outside = [_dot(weight, _OUTSIDE)] * abs(place)
        inside = [_dot(weight, edge) for edge in edges]
        # boundary `at` looks at line `at + place`: the lines moved down or up, with what is outside the page before or after them
        moved = outside + inside if place < 0 else inside[place:] + outside
        moved += [_dot(weight, _OUTSIDE)] * (len(scores) - len(moved))
        scores = [score + value for score, value in zip(scores, moved, strict=False)]
    return scores


def _dot(weights: Row, row: Row) -> float:
    return float(sum(map(mul, weights, row)))
