"""Examples -> batches of windows, cut anew in each round so that no piece is always near an edge."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from octavo.language.signs import NO_CASE
from octavo.language.windows import LENGTH
from octavo.language.wordpiece import CLOSING, OPENING, PADDING
from training.attribution.corpus import TAGS, UNKNOWN, Array, Example

TAUGHT = 0.5
"""What a window counts for that a teacher labelled, beside one that people did."""
_POOL = 16
"""Batches whose windows are sorted by length together: short ones cost little, and order stays mostly chance."""


@dataclass(frozen=True, slots=True)
class Window:
    """The pieces `start` up to but not `end` of an example."""

    example: Example
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side (B, T): what the network is given, and the tags it should find, with the shares (B, T, TAGS) of each tag.

    `counts` (B,) is what each window counts for.
    """

    windows: tuple[Window, ...]
    inputs: dict[str, Tensor]
    tags: Tensor
    shares: Tensor
    names: Tensor
    counts: Tensor


def cut(examples: Sequence[Example], chance: random.Random) -> list[Window]:
    """Windows that cover each example, beginning at a chance place; those at its edges reach inwards, so that they are full as well."""
    found = []
    for each in examples:
        size = len(each)
        if size <= LENGTH:
            found.append(Window(each, 0, size))
            continue
        for start in range(-chance.randrange(LENGTH), size, LENGTH):
            inside = min(max(start, 0), size - LENGTH)
            found.append(Window(each, inside, inside + LENGTH))
    return found


def batches(examples: Sequence[Example], size: int, known: dict[str, int], chance: random.Random) -> Iterator[Batch]:
    """One round over the examples, `size` windows at a time, in an order of chance. `known` numbers the vocabulary's signs."""
    windows = cut(examples, chance)
    chance.shuffle(windows)
    for first in range(0, len(windows), size * _POOL):
        pool = sorted(windows[first : first + size * _POOL], key=len)
        groups = [pool[at : at + size] for at in range(0, len(pool), size)]
        chance.shuffle(groups)
        yield from (packed(group, known) for group in groups)


def packed(windows: Sequence[Window], known: dict[str, int]) -> Batch:
    """The windows side by side, each between the model's two signs, filled up to the longest."""
    length = max(map(len, windows)) + 2

    def side_by_side(rows: Sequence[Array], filler: int) -> Tensor:
        block = np.full((len(windows), length), filler, np.int64)
        for place, row in enumerate(rows):
            block[place, 1 : len(row) + 1] = row
        return torch.from_numpy(block)

    parts = [slice(each.start, each.end) for each in windows]
    whole = [each.example for each in windows]
    ids = side_by_side([one.pieces.ids[part] for one, part in zip(whole, parts, strict=True)], known[PADDING])
    ids[:, 0] = known[OPENING]
    for row, each in enumerate(windows):
        ids[row, len(each) + 1] = known[CLOSING]
    tags = side_by_side([one.tags[part] for one, part in zip(whole, parts, strict=True)], 0)
    shares = functional.one_hot(tags, TAGS).float()
    for row, (one, part) in enumerate(zip(whole, parts, strict=True)):
        if one.shares is not None:
            shares[row, 1 : part.stop - part.start + 1] = torch.from_numpy(one.shares[part])
    return Batch(
        tuple(windows),
        {
            "ids": ids,
            "case": side_by_side([one.signs.case[part] for one, part in zip(whole, parts, strict=True)], NO_CASE),
            "paragraph": side_by_side([one.signs.paragraph[part] for one, part in zip(whole, parts, strict=True)], 0),
            "quote": side_by_side([one.signs.quote[part] for one, part in zip(whole, parts, strict=True)], 0),
            "mask": (ids != known[PADDING]).long(),
        },
        tags,
        shares,
        side_by_side([one.names[part] for one, part in zip(whole, parts, strict=True)], UNKNOWN),
        torch.tensor([1.0 if one.shares is None else TAUGHT for one in whole]),
    )
