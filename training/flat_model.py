"""Trains `octavo/reading/flat/model.json`, which finds the body of an article in a flattened page.

    python -m training.flat_model [--folds 6]

Needs numpy, the packages of the `benchmark` group and the pages that `tests/shared.py` names. Each page is flattened in the three ways of
`benchmarks.flattened`; a line is body where most of its tokens stand, in order, in the page's true text. What is learned: a conditional
random field with one segment, by L-BFGS on the regularised likelihood (it is convex).
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

from benchmarks.flattened import WAYS, SavedPage, pages, report, tokens_of
from octavo.reading.flat.features import NAMES, features
from octavo.reading.flat.lines import Line, split_lines
from octavo.reading.flat.model import EDGE_NAMES, END_AT, START_AT, Model, edge_row

TARGET = Path(__file__).resolve().parent.parent / "src/octavo/reading/flat/model.json"
PENALTY = 30.0
STEPS = 200
MEMORY = 10
LEFT_ABOVE = 3
PART_WEIGHT = 0.3
"""What a part of a page counts for against a whole page."""
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
    weight: float
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


def examples_of(page: SavedPage) -> list[Example]:
    """A page flattened in all ways, and, for saved texts are often only a part of a page, each of them once more with less around the body.

    The less is, by turns: nothing but a few lines above it, nothing below it, neither.
    """
    out = []
    for turn, flatten in enumerate(WAYS.values()):
        lines = split_lines(flatten(page.html))
        start, end = gold_run(lines, page.truth)
        out.append(example(page.name, lines, (start, end), 1 / len(WAYS)))
        first, last = (max(0, start - LEFT_ABOVE) if turn != 1 else 0), (end if turn else len(lines))
        out.append(example(page.name, lines[first:last], (start - first, end - first), PART_WEIGHT / len(WAYS)))
    return out


def example(name: str, lines: Sequence[Line], body: tuple[int, int], weight: float) -> Example:
    """Lines made ready for training."""
    rows = features(lines)
    edges = [edge_row(row) for row in rows]
    outside = (0.0,) * len(EDGE_NAMES) + (1.0,)

    def around(places: Sequence[int]) -> Array:
        return np.array([[value for place in places for value in (edges[at + place] if 0 <= at + place < len(edges) else outside)]
                         for at in range(len(edges) + 1)], dtype=float)

    return Example(name, np.array(rows, dtype=float), around(START_AT), around(END_AT), body, weight)


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
    """The weights where the loss is least, by L-BFGS (Nocedal 1980) with halved steps."""
    here = np.zeros(count)
    value, slope = _loss(here, examples, sizes)
    steps: list[tuple[Array, Array]] = []
    for _ in range(STEPS):
        direction = _newton_like(slope, steps[-MEMORY:])
        size = 1.0 if steps else 1 / float(np.linalg.norm(slope))
        while True:
            new = here - size * direction
            reached, turned = _loss(new, examples, sizes)
            if reached <= value - 1e-4 * size * float(slope @ direction) or size < 1e-8:
                break
            size /= 2
        if value - reached < 1e-5 * abs(value):
            break
        steps.append((new - here, turned - slope))
        here, value, slope = new, reached, turned
    return here


def _newton_like(slope: Array, steps: Sequence[tuple[Array, Array]]) -> Array:
    """The slope divided by the curvature that the last steps (of weights, of slopes) show."""
    found, shares = slope.copy(), []
    for moved, bent in reversed(steps):
        share = float(moved @ found) / float(moved @ bent)
        shares.append(share)
        found -= share * bent
    if steps:
        moved, bent = steps[-1]
        found *= float(moved @ bent) / float(bent @ bent)
    for (moved, bent), share in zip(steps, reversed(shares), strict=True):
        found += moved * (share - float(bent @ found) / float(moved @ bent))
    return found


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
        value += (whole - opening[first] - closing[last]) * e.weight
        slope = slope + np.r_[lines.T @ inside, starts.T @ begins - starts[first], ends.T @ stops - ends[last]] * e.weight
    return value, slope


def rounded(rows: Sequence[Sequence[float]]) -> list[list[float]]:
    """The weights with four digits after the point, more than the pages can tell apart."""
    return [[round(value, 4) for value in row] for row in rows]


def main() -> None:
    """Cross-validates, prints the table, then trains on all pages and writes the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=6, help="0 to skip the cross-validation")
    folds = parser.parse_args().folds
    examples = {page.name: examples_of(page) for page in pages()}
    names = sorted(examples)
    models: dict[str, Model] = {}
    for fold in range(folds):
        out = set(names[fold::folds])
        model = train([each for name in names if name not in out for each in examples[name]])
        models.update(dict.fromkeys(out, model))
    if folds:
        print(f"{folds}-fold cross-validation over pages:")
        print(report(models, worst=10))
    model = train([each for name in names for each in examples[name]])
    stored = {"names": NAMES, "edge names": EDGE_NAMES, "bias": round(model.bias, 4), "line": rounded([model.line])[0],
              "start": rounded(model.start), "end": rounded(model.end)}
    TARGET.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")
    print(f"{TARGET.name} written.")


if __name__ == "__main__":
    main()
