"""Which words of one text are which of another's: a rough linear alignment by runs of words that both have once, then the gaps closely.

Patience diff (Bram Cohen) on runs of words; difflib inside the gaps, which are small between texts that are copies.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher

RUN = 3
"""Words in a run that anchors the one text to the other."""
CLOSELY = 120
"""Words of a gap, on either side, up to which it is looked at word by word; larger gaps are taken as other text on both sides."""


def aligned(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of places of the same word, ascending on both sides. Time grows with the length, times its logarithm."""
    pairs: list[tuple[int, int]] = []
    start_one = start_other = 0
    for at_one, at_other in (*_anchors(one, other), (len(one), len(other))):
        if at_one < start_one or at_other < start_other:
            continue
        pairs += _between(one, other, start_one, at_one, start_other, at_other)
        if at_one < len(one) and at_other < len(other):
            pairs.append((at_one, at_other))
        start_one, start_other = at_one + 1, at_other + 1
    return pairs


def _anchors(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """The longest series of pairs of places, ascending on both sides, at which runs begin that each text has once."""
    here, there = _once(one), _once(other)
    return ascending([(at, there[run]) for run, at in here.items() if run in there])


def ascending(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of pairs ascending in their first, the most that ascend in their second too (Schensted 1961)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place)
            ends.append(index)
        else:
            tails[at], ends[at] = place, index
    found: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Runs that occur once -> where, in their order."""
    places: dict[tuple[str, ...], int] = {}
    for at, run in enumerate(zip(*(words[start:] for start in range(RUN)), strict=False)):
        places[run] = -1 if run in places else at
    return {run: at for run, at in places.items() if at >= 0}


def _between(one: Sequence[str], other: Sequence[str], i: int, i_end: int, j: int, j_end: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    while i < i_end and j < j_end and one[i] == other[j]:
        pairs.append((i, j))
        i, j = i + 1, j + 1
    tail: list[tuple[int, int]] = []
    while i < i_end and j < j_end and one[i_end - 1] == other[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
        tail.append((i_end, j_end))
    if 0 < i_end - i <= CLOSELY and 0 < j_end - j <= CLOSELY:
        blocks = SequenceMatcher(None, one[i:i_end], other[j:j_end], autojunk=False).get_matching_blocks()
        pairs += ((i + block.a + step, j + block.b + step) for block in blocks for step in range(block.size))
    return pairs + tail[::-1]
