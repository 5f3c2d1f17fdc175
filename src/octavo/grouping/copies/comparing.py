"""Two texts, read whole: how much of each is in the other, and whether that makes one a copy.

What two reporters have in common is what somebody said to both, and the paragraphs that their papers print under every article. Words
inside quotation marks and commonplaces therefore make no copy by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from octavo.grouping.copies.sketch import WORDS, Hashes, hashes, smallest
from octavo.grouping.copies.words import fold

ENOUGH = 0.45
"""The share of the shorter text that makes a copy."""
ENOUGH_UNQUOTED = 0.35
"""And of what it says outside quotation marks, where that is more than MATTERS."""
MATTERS = 0.25
"""The share of a text that stands for the whole."""
FEWEST = 12
"""Runs of words in common: less is a common phrase, not a common text."""
FEW = 30
"""Words below which a text says so little that all of it must agree."""
ALL = 0.9
"""How much is all."""
MOST_CHARACTERS = 200_000
"""What of a text is looked at: the first 30,000 words or so."""

_QUOTED = re.compile(
    r'“[^“”\n]*(?:”|$)|"[^"\n]*(?:"|$)|«[^«»\n]*(?:»|$)|„[^„“\n]*(?:“|$)'
    r"|(?<!\w)[‘'](?=\w)[^\n‘]*?(?<=[\w.,!?…])[’'](?!\w)", re.M)

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A text as it is compared: the hash of each run of words in order, and whether it stands within quotation marks."""

    runs: Hashes
    quoted: Flags

    @property
    def sketch(self) -> tuple[int, ...]:
        """See `octavo.grouping.copies.sketch`."""
        return smallest(self.runs)


@dataclass(frozen=True, slots=True)
class Shares:
    """How much two texts have in common: runs of words, and the share (0 to 1) of each text that they are, then of what each says
    outside quotation marks."""

    runs: int
    of_one: float
    of_other: float
    unquoted_of_one: float
    unquoted_of_other: float


def read(text: str) -> Reading:
    """Text -> how it is compared. Linear in its length, and no more than MOST_CHARACTERS of it."""
    text = text[:MOST_CHARACTERS]
    words: list[str] = []
    flags: list[bool] = []
    end = 0
    for match in _QUOTED.finditer(text):
        for part, within in ((text[end : match.start()], False), (match[0], True)):
            folded = fold(part)
            words += folded
            flags += [within] * len(folded)
        end = match.end()
    folded = fold(text[end:])
    words += folded
    flags += [False] * len(folded)
    runs = hashes(words)
    quoted = np.array(flags, bool)
    inside = np.ones(len(runs), bool)
    for start in range(WORDS):
        inside &= quoted[start : start + len(runs)]
    return Reading(runs, inside)


def shares(one: Reading, other: Reading, commonplaces: Set[int] = frozenset()) -> Shares:
    """How much two texts have in common. A stretch that consists of commonplaces, as far as these are known, does not count."""
    in_other, in_one = _common(one, other, commonplaces), _common(other, one, commonplaces)
    return Shares(
        min(int(in_other.sum()), int(in_one.sum())), _share(in_other), _share(in_one), _unquoted(in_other, one), _unquoted(in_one, other),
    )


def is_copy(found: Shares) -> bool:
    """Whether one of the texts is the other's, wholly or mostly."""
    if found.runs < FEWEST:
        return False
    by_one = found.of_one >= ENOUGH and found.unquoted_of_one >= ENOUGH_UNQUOTED
    return by_one or (found.of_other >= ENOUGH and found.unquoted_of_other >= ENOUGH_UNQUOTED)


def _common(one: Reading, other: Reading, commonplaces: Set[int]) -> Flags:
    """Which of one text's runs the other has, without stretches of commonplaces."""
    common: Flags = np.isin(one.runs, other.runs)
    if not commonplaces or not common.any():
        return common
    known = np.isin(one.runs, np.array(sorted(commonplaces), np.uint64))
    stretch = np.cumsum(np.diff(common, prepend=False))
    sampled = np.bincount(stretch, known)
    own: Flags = common & (sampled[stretch] == 0)
    return own


def _share(common: Flags) -> float:
    return float(common.mean()) if len(common) else 0.0


def _unquoted(common: Flags, reading: Reading) -> float:
    own = common[~reading.quoted]
    return _share(own if len(own) >= MATTERS * len(common) else common)
