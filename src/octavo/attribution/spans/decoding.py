"""What the model says of each piece -> the spans of sources, cues and contents, as the best sequence of tags.

A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) over BIO tags; Viterbi's algorithm finds the best sequence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

SOURCE, CUE, CONTENT = 0, 1, 2
"""The roles in the order of their tags: 0 outside, then begin and inside of each role, so that inside is even."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces `first` up to but not `last` that the tags make one span of a role."""

    role: int
    first: int
    last: int


def best_tags(scores: Sequence[Floats], steps: Floats, starts: Floats) -> list[NDArray[np.int8]]:
    """The best sequence of tags for each text of a batch.

    `scores` has an array (pieces, K) a text, `steps` (K, K) what going from tag to tag adds, `starts` (K,) what beginning with it does.
    The texts are gone through side by side, so that a batch of many short ones costs as many steps as its longest; no text's answer
    depends on the others.
    """
    order = sorted(range(len(scores)), key=lambda index: -len(scores[index]))
    lengths = [len(scores[index]) for index in order]
    longest = lengths[0] if lengths else 0
    alive = np.searchsorted(-np.array(lengths), -np.arange(longest), side="left")  # how many texts are longer than each place
    block = np.zeros((len(order), longest, len(starts)), np.float32)
    for row, index in enumerate(order):
        block[row, : lengths[row]] = scores[index]
    back = np.zeros((len(order), longest, len(starts)), np.int8)
    reached = starts + block[:, 0] if longest else np.zeros((len(order), len(starts)), np.float32)
    for place in range(1, longest):
        rows = alive[place]
        ways = reached[:rows, :, None] + steps
        back[:rows, place] = ways.argmax(1)
        reached[:rows] = ways.max(1) + block[:rows, place]
    found: list[NDArray[np.int8]] = [np.zeros(0, np.int8)] * len(order)
    for row, index in enumerate(order):
        tags = np.zeros(lengths[row], np.int8)
        tag = int(reached[row].argmax())
        for place in range(lengths[row] - 1, -1, -1):
            tags[place] = tag
            tag = int(back[row, place, tag])
        found[index] = tags
    return found


def stretches(tags: NDArray[np.int8]) -> list[Stretch]:
    """The spans that a sequence of tags makes, in its order."""
    found: list[Stretch] = []
    place = 0
    while place < len(tags):
        tag = int(tags[place])
        first, place = place, place + 1
        if tag:
            role = (tag - 1) // 2
            while place < len(tags) and tags[place] == 2 * role + 2:
                place += 1
            found.append(Stretch(role, first, place))
    return found
