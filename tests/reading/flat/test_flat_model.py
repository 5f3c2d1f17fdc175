"""The stored model fits the features that it is read with, and finds the best run of lines."""

from __future__ import annotations

import json
from importlib.resources import files
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.reading.flat.features import NAMES, features
from octavo.reading.flat.lines import split_lines
from octavo.reading.flat.model import EDGE_NAMES, END_AT, START_AT, best_run, edge_row, trained

ROWS = ["Menu", "Home", "June 26, 2025", "By Ada Marsh", "Ferry leaves later", "Comments", "Share", "It blamed a shortage of mates.",
        "The ferry to Osterby will leave an hour later on Mondays, the company said on Thursday.", "WHY NOW", "* an item"]


def test_the_stored_model_has_a_weight_for_each_feature() -> None:
    stored = json.loads(files("octavo.reading.flat").joinpath("model.json").read_text("utf-8"))
    assert tuple(stored["names"]) == NAMES
    assert tuple(stored["edge names"]) == EDGE_NAMES
    model = trained()
    assert len(model.line) == len(NAMES)
    assert [len(model.start), len(model.end)] == [len(START_AT), len(END_AT)]
    assert {len(weights) for weights in (*model.start, *model.end)} == {len(EDGE_NAMES) + 1}


@given(st.lists(st.sampled_from(ROWS), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_the_best_run_is_the_best_of_all_runs(rows: list[str]) -> None:
    found = features(split_lines("\n".join(rows)))
    assert all(len(row) == len(NAMES) for row in found)
    runs = list(combinations(range(len(found) + 1), 2))
    assert best_score(found, *best_run(found, trained())) >= max(best_score(found, *run) for run in runs) - 1e-9


def best_score(rows: list[tuple[float, ...]], start: int, end: int) -> float:
    """A run's score, summed the long way."""
    model = trained()

    def edge(at: int, places: tuple[int, ...], weights: tuple[tuple[float, ...], ...]) -> float:
        outside = (0.0,) * len(EDGE_NAMES) + (1.0,)
        around = (edge_row(rows[at + place]) if 0 <= at + place < len(rows) else outside for place in places)
        return sum(w * v for weight, row in zip(weights, around, strict=True) for w, v in zip(weight, row, strict=True))

    inside = sum(model.bias + sum(w * v for w, v in zip(model.line, row, strict=True)) for row in rows[start:end])
    return inside + edge(start, START_AT, model.start) + edge(end, END_AT, model.end)
