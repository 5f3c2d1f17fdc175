"""What a headline is about, as one short vector: the sum of what its pieces of words mean, so that "ship" and "ferry" are near.

For headlines without a text, which share few words. The table is made by `training/stories/meanings.py`; its card lies beside it.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from octavo.language.files import FOLDER, VOCABULARY
from octavo.language.wordpiece import WordPiece

Meaning: TypeAlias = NDArray[np.int8]

SIZE = 128
"""Numbers of a meaning."""
TABLE = "meanings.bin"
LONGEST = 1_000
"""Characters of a headline that are read."""
NONE: Meaning = np.zeros(0, np.int8)
"""That of a text of which no piece is known."""


@lru_cache(maxsize=1)
def wordpiece() -> WordPiece:
    """What cuts words into the pieces that the table knows."""
    return WordPiece.of((FOLDER / VOCABULARY).read_text(encoding="utf-8").splitlines())


def meaning(text: str) -> Meaning:
    """A headline -> its meaning (SIZE,), whose length says nothing; NONE where no piece of it means anything."""
    found = _table()[wordpiece().cut(text[:LONGEST]).ids].sum(axis=0, dtype=np.int32)
    largest = int(np.abs(found).max(initial=0))
    return np.rint(found * (127 / largest)).astype(np.int8) if largest else NONE


def known_words(shortest: int) -> tuple[tuple[str, ...], Meaning]:
    """The words of so many letters at least that the table knows whole, and what each means (words, SIZE)."""
    pieces = (FOLDER / VOCABULARY).read_text(encoding="utf-8").splitlines()
    whole = [at for at, piece in enumerate(pieces) if len(piece) >= shortest and piece.isalpha()]
    return tuple(pieces[at] for at in whole), _table()[whole]


@lru_cache(maxsize=1)
def _table() -> Meaning:
    """For each piece of the vocabulary its meaning, as long as the piece is telling (pieces, SIZE)."""
    return np.frombuffer((files("octavo.grouping.stories") / TABLE).read_bytes(), np.int8).reshape(-1, SIZE)
