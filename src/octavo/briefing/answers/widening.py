"""A question -> the words by which articles that may answer it are found: its own, and those that mean nearly the same."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from octavo.briefing.answers.likeness import Numbers, direction
from octavo.briefing.answers.question import Sought, asked
from octavo.briefing.answers.words import NOTHING
from octavo.grouping.stories.meanings import known_words
from octavo.grouping.stories.terms import RAREST, stem

MOST = 12
"""Words of a question that are sought, the most telling ones."""
PHRASE = RAREST
"""What a phrase in quotation marks weighs, which must stand in the answer: more than two words together."""
NEAR = 0.6
"""How like a word is at least that stands for another, as the cosine of what they mean."""
SYNONYMS = 4
"""Words that stand for one at most."""
_SHORTEST = 3


def sought(question: str) -> tuple[Sought, ...]:
    """What to look for, the most telling first; empty for a question without a word that says what it is about."""
    read = asked(question)
    terms = sorted(read.terms, key=lambda term: (-term.weight, term.stem))[:MOST]
    near = near_words(tuple(term.word for term in terms if not term.name))
    phrases = [Sought(phrase, PHRASE) for phrase in read.phrases[:MOST]]
    return (*phrases, *(Sought(term.word, term.weight, near.get(term.word, ())) for term in terms))


def near_words(words: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """For each word those that mean nearly the same, the nearest first; other forms of the word itself are none."""
    if not words:
        return {}
    known, directions = _known()
    likeness = np.stack([direction(word) for word in words]) @ directions.T
    found = {}
    for word, row in zip(words, likeness, strict=True):
        close = np.flatnonzero(row >= NEAR)
        ranked = [known[at] for at in close[np.argsort(-row[close], kind="stable")].tolist()]
        found[word] = tuple({stem(each): each for each in reversed(ranked) if stem(each) != stem(word)}.values())[::-1][:SYNONYMS]
    return found


@lru_cache(maxsize=1)
def _known() -> tuple[tuple[str, ...], Numbers]:
    """The words that may stand for others, and what each means, of length 1 (words, SIZE)."""
    words, meanings = known_words(_SHORTEST)
    kept = [at for at, word in enumerate(words) if word not in NOTHING]
    numbers = meanings[kept].astype(np.float32)
    return tuple(words[at] for at in kept), numbers / np.maximum(np.linalg.norm(numbers, axis=1, keepdims=True), 1)
