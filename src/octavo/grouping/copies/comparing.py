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

from octavo.grouping.copies.hashing import WORDS, Hashes, hashes, smallest
from octavo.grouping.copies.sketch import SIZE
from octavo.grouping.copies.words import CLOSES, OPENS, fold

ENOUGH = 0.42
"""The share of the shorter text that makes a copy."""
ENOUGH_UNQUOTED = 0.3
"""And of what it says outside quotation marks, where that is more than MATTERS."""
MATTERS = 0.25
"""The share of a text that stands for the whole."""
FEWEST = 12
"""Runs of words in common: less is a common phrase, not a common text."""
LITTLE, ENOUGH_OF_LITTLE = 60, 0.6
"""Where fewer runs are in common, what a paper prints under every article say, they must be more of the shorter text."""
FEW = 30
"""Runs below which a text says so little that all of it must agree. A text of fewer than FEWEST, a headline alone say, is no copy."""
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
        return smallest(self.runs, SIZE)


@dataclass(frozen=True, slots=True)
class Shares:
    """How much two texts have in common: runs of words, how many the shorter text has at all, and the share (0 to 1) of each text that
    they are, then of what each says outside quotation marks."""

    runs: int
    shorter: int
    of_one: float
    of_other: float
    unquoted_of_one: float
    unquoted_of_other: float


def read(text: str) -> Reading:
    """Text -> how it is compared. Linear in its length, and no more than MOST_CHARACTERS of it."""
    words = np.array(fold(_QUOTED.sub(_marked, text[:MOST_CHARACTERS])) or [""], object)
    opens, closes = words == OPENS, words == CLOSES
    said = ~(opens | closes)
    quoted = (np.cumsum(opens) > np.cumsum(closes))[said]
    runs = hashes(words[said].tolist())
    inside = np.ones(len(runs), bool)
    for start in range(WORDS):
        inside &= quoted[start : start + len(runs)]
    return Reading(runs, inside)


def _marked(quotation: re.Match[str]) -> str:
    return f"{OPENS}{quotation[0]}{CLOSES}"


def shares(one: Reading, other: Reading, commonplaces: Set[int] = frozenset()) -> Shares:
    """How much two texts have in common."""
    return shares_of(one, held_runs(one, other, commonplaces), other, held_runs(other, one, commonplaces))


def shares_of(one: Reading, in_other: Flags, other: Reading, in_one: Flags) -> Shares:
    """How much two texts have in common, from which of each one's runs the other has."""
    common = min(int(in_other.sum()), int(in_one.sum()))
    shorter = min(len(in_other), len(in_one))
    return Shares(common, shorter, _share(in_other), _share(in_one), _unquoted(in_other, one), _unquoted(in_one, other))


def is_copy(found: Shares) -> bool:
    """Whether one of the texts is the other's, wholly or mostly."""
    if found.runs < FEWEST:
        return False
    enough, unquoted = ENOUGH if found.runs >= LITTLE else ENOUGH_OF_LITTLE, ENOUGH_UNQUOTED
    if found.shorter < FEW:
        enough = unquoted = ALL
    by_one = found.of_one >= enough and found.unquoted_of_one >= unquoted
    return by_one or (found.of_other >= enough and found.unquoted_of_other >= unquoted)


def held_runs(one: Reading, other: Reading, commonplaces: Set[int] = frozenset()) -> Flags:
    """Which of one text's runs the other has, without stretches that are commonplaces, by half of what is known of them."""
    common: Flags = np.isin(one.runs, other.runs)
    if not commonplaces or not common.any():
        return common
    known = np.isin(one.runs, np.array(sorted(commonplaces), np.uint64))
    stretch = np.cumsum(np.diff(common, prepend=False))
    sampled = one.runs <= one.sketch[-1]
    own: Flags = common & (2 * np.bincount(stretch, known) < np.bincount(stretch, sampled))[stretch]
    return own


def _share(common: Flags) -> float:
    return float(common.mean()) if len(common) else 0.0


def _unquoted(common: Flags, reading: Reading) -> float:
    own = common[~reading.quoted]
    return _share(own if len(own) >= MATTERS * len(common) else common)
