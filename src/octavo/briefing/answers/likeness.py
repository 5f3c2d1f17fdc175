"""How near the words of sentences come to the words of a question: the same word, or one that means nearly the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from octavo.briefing.answers.question import Term
from octavo.briefing.answers.words import NOTHING
from octavo.briefing.saying.figures import figures
from octavo.grouping.stories.meanings import NONE, SIZE, meaning
from octavo.grouping.stories.terms import stem, telling

Numbers: TypeAlias = NDArray[np.float32]

LONGEST = 2_000
"""Characters of a sentence that are read."""
CHANCE, SAME = 0.25, 0.7
"""How like two words mean by chance, which counts for nothing; and from where they mean the same."""
SYNONYM = 0.85
"""What another word that means the same counts, where the same word counts 1."""

_NOWHERE: Numbers = np.zeros(SIZE, np.float32)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


@lru_cache(maxsize=32_768)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a sentence that say something, in small letters and its order, and "#42" for each figure behind them."""
    text = text[:LONGEST]
    small = (_POSSESSIVE.sub("", word).replace("’", "'") for word in _WORD.findall(text.lower()))
    return (*(word for word in small if word not in NOTHING), *(f"#{figure.value}" for figure in figures(text)))


def likeness(terms: Sequence[Term], texts: Sequence[str]) -> Numbers:
    """For each term (rows) and each text (columns) how near the nearest word of the text comes to the term, 0 to 1.

    Linear in the words of the texts, since each different word is compared once.
    """
    found = {"": 0}
    starts: list[int] = []
    numbers: list[int] = []
    for text in texts:
        starts.append(len(numbers))
        numbers += [found.setdefault(word, len(found)) for word in tokens(text)] or [0]
    near = _near(terms, list(found))
    near[:, 0] = 0
    nearest: Numbers = np.maximum.reduceat(near[:, numbers], starts, axis=1) if starts else np.zeros((len(terms), 0), np.float32)
    return nearest


def _near(terms: Sequence[Term], words: Sequence[str]) -> Numbers:
    """How near each word comes to each term (terms, words)."""
    stems = [stem(word) for word in words]
    meant = np.stack([direction(term.word) for term in terms]) @ np.stack([direction(word) for word in words]).T
    near = SYNONYM * np.clip((meant - CHANCE) / (SAME - CHANCE), 0, 1)
    for row, term in enumerate(terms):
        if term.name:
            near[row] = 0
        near[row, [at for at, each in enumerate(stems) if each == term.stem]] = 1
    small: Numbers = near.astype(np.float32)
    return small


def meant(texts: Sequence[str]) -> Numbers:
    """What each text means: the sum of what its words do, each as long as it is telling, of length 1 (texts, SIZE)."""
    found = np.stack([sum((telling(stem(word)) * direction(word) for word in tokens(text)), _NOWHERE) for text in texts])
    directions: Numbers = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)
    return directions


@lru_cache(maxsize=65_536)
def direction(word: str) -> Numbers:
    """What a word means, of length 1; 0 for a figure, and where nothing is known (SIZE,)."""
    found = NONE if word.startswith("#") or word.isdigit() else meaning(word)
    if not found.size:
        return _NOWHERE
    vector = found.astype(np.float32)
    unit: Numbers = vector / np.float32(np.linalg.norm(vector))
    return unit
