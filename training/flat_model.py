"""Trains `octavo/reading/flat_model.json`, which finds the body of an article in a flattened page.

    python -m training.flat_model [--folds 6]

Needs numpy, the packages of the `benchmark` group and the pages that `tests/shared.py` names. Each page is flattened in the three ways of
`benchmarks.flattened`; a line is body where most of its tokens stand, in order, in the page's true text. What is learned: a conditional
random field with one segment, by full-batch gradient descent with Nesterov's momentum on the regularised likelihood (it is convex).
The weights are L2-regularised hard, for there are few pages. Cross-validation leaves out whole pages, all their flattenings together.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.flattened import WAYS, tokens_of, pages, report
from octavo.reading.flat_features import NAMES, features
from octavo.reading.flat_model import EDGE_NAMES, END_AT, START_AT, Model, edge_row
from octavo.reading.lines import Line, split_lines

TARGET = Path(__file__).resolve().parent.parent / "src/octavo/reading/flat_model.json"
PENALTY = 30.0
STEPS = 400
RUN = 4
"""Tokens that must agree in a row to count as found, unless they are their whole line."""

Array = NDArray[np.float64]


@dataclass(slots=True)
class Example:
    """One flattened page: the features of its lines and of its boundaries, and the run of lines that is its body."""

    name: str
    lines: Array
    starts: Array
    ends: Array
    body: tuple[int, int]
    scaled: tuple[Array, Array, Array] = field(default=(np.zeros(0),) * 3)


def gold_run(lines: Sequence[Line], truth: str) -> tuple[int, int]:
    """The run of lines that holds most words of the true text and fewest others."""
    tokens = [(at, token) for at, line in enumerate(lines) for token in tokens_of(line.text.lower())]
    found = [0] * len(lines)
    counts = [0] * len(lines)
    for at, _ in tokens:
        counts[at] += 1
    matcher = SequenceMatcher(None, [token for _, token in tokens], tokens_of(truth.lower()), autojunk=False)
    for block in matcher.get_matching_blocks():
        for at, _ in tokens[block.a : block.a + block.size]:
            found[at] += block.size >= RUN or counts[at] <= block.size
    gains = [(line.text.count(" ") + 1) * (0 if not count else 1 if hit * 2 >= count else -1)
             for line, count, hit in zip(lines, counts, found, strict=True)]
    best = (0, 0, 0)
    total, begin = 0, 0
    for at, gain in enumerate(gains):
        if total <= 0:
            total, begin = 0, at
        total += gain
        if total > best[0]:
            best = (total, begin, at + 1)
    return best[1:]


def example(name: str, text: str, truth: str) -> Example:
    """A flattened page made ready for training."""
    lines = split_lines(text)
    rows = features(lines)
    edges = [edge_row(row) for row in rows]
    outside = (0.0,) * len(EDGE_NAMES) + (1.0,)

    def around(places: Sequence[int]) -> Array:
        return np.array([[value for place in places for value in (edges[at + place] if 0 <= at + place < len(edges) else outside)]
                         for at in range(len(edges) + 1)], dtype=float)

    return Example(name, np.array(rows, dtype=float), around(START_AT), around(END_AT), gold_run(lines, truth))


def train(examples: Sequence[Example]) -> Model:
    """The model that makes the true runs of these pages likeliest."""
    parts = [np.concatenate(arrays) for arrays in zip(*((e.lines, e.starts, e.ends) for e in examples), strict=True)]
    means = [part.mean(0) for part in parts]
    scales = [part.std(0) + floor for part, floor in zip(parts, (1e-6, 1e-2, 1e-2), strict=True)]
    for e in examples:
        lines, starts, ends = ((part - mean) / scale for part, mean, scale in zip((e.lines, e.starts, e.ends), means, scales, strict=True))
        e.scaled = (np.c_[lines, np.ones(len(lines))], starts, ends)
    sizes = np.cumsum([examples[0].scaled[0].shape[1], examples[0].scaled[1].shape[1]])
    weights = _descend(examples, sizes, int(sizes[1] + examples[0].scaled[2].shape[1]))
    line, start, end = np.split(weights, sizes)
    raw = line[:-1] / scales[0]
    width = len(EDGE_NAMES) + 1
    return Model(float(line[-1] - raw @ means[0]), tuple(raw.tolist()), _rows(start / scales[1], width), _rows(end / scales[2], width))


def _rows(values: Array, width: int) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(row) for row in values.reshape(-1, width).tolist())


def _descend(examples: Sequence[Example], sizes: Array, count: int) -> Array:
    here = ahead = np.zeros(count)
    step, momentum = 1e-4, 1.0
    value, slope = _loss(ahead, examples, sizes)
    for _ in range(STEPS):
        while True:
            new = ahead - step * slope
            reached, _ = _loss(new, examples, sizes)
            if reached <= value - step / 2 * float(slope @ slope) + 1e-9:
                break
            step /= 2
        following = (1 + (1 + 4 * momentum**2) ** 0.5) / 2
        pushed = new + (momentum - 1) / following * (new - here)
        if float(slope @ (new - here)) > 0:  # momentum leads uphill: begin it anew
            following, pushed = 1.0, new
        here, ahead, momentum, step = new, pushed, following, step * 1.1
        value, slope = _loss(ahead, examples, sizes)
        if float(np.abs(slope).max()) < 1e-2:
            break
    return here


def _loss(weights: Array, examples: Sequence[Example], sizes: Array) -> tuple[float, Array]:
    """Negative log-likelihood of the true runs with the penalty, and its gradient."""
    line, start, end = np.split(weights, sizes)
    value, slope = PENALTY / 2 * float(weights @ weights), PENALTY * weights
    for e in examples:
        lines, starts, ends = e.scaled
        size, (first, last) = len(lines), e.body
        sums = np.r_[0.0, np.cumsum(lines @ line)]
        opening, closing = starts @ start - sums, ends @ end + sums
        before = np.logaddexp.accumulate(opening)
        after = np.logaddexp.accumulate(closing[::-1])[::-1]
        whole = np.logaddexp.reduce(before[:-1] + closing[1:])
        begins, stops = np.zeros(size + 1), np.zeros(size + 1)
        begins[:-1] = np.exp(opening[:-1] + after[1:] - whole)
        stops[1:] = np.exp(closing[1:] + before[:-1] - whole)
        inside = np.cumsum(begins - stops)[:-1]
        inside[first:last] -= 1
        value += (whole - opening[first] - closing[last]) / len(WAYS)
        slope = slope + np.r_[lines.T @ inside, starts.T @ begins - starts[first], ends.T @ stops - ends[last]] / len(WAYS)
    return value, slope


def main() -> None:
    """Cross-validates, prints the table, then trains on all pages and writes the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=6, help="0 to skip the cross-validation")
    folds = parser.parse_args().folds
    known = pages()
    examples = {(way, page.name): example(page.name, flatten(page.html), page.truth) for page in known for way, flatten in WAYS.items()}
    names = sorted(page.name for page in known)
    models: dict[str, Model] = {}
    for fold in range(folds):
        out = set(names[fold::folds])
        model = train([e for (_, name), e in examples.items() if name not in out])
        models.update(dict.fromkeys(out, model))
    if folds:
        print(f"{folds}-fold cross-validation over pages:")
        print(report(models))
    model = train(list(examples.values()))
    TARGET.write_text(json.dumps({
        "names": NAMES, "edge names": EDGE_NAMES, "bias": round(model.bias, 4), "line": [round(value, 4) for value in model.line],
        "start": [[round(value, 4) for value in row] for row in model.start], "end": [[round(value, 4) for value in row] for row in model.end],
    }, indent=1) + "\n", "utf-8")
    print(f"{TARGET.name} written.")


if __name__ == "__main__":
    main()
