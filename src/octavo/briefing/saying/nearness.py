"""Which words of some texts are near each other in meaning, by the vectors of `octavo.grouping.stories.meanings`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from octavo.briefing.saying.opposed import OPPOSITES
from octavo.briefing.saying.times import says_when
from octavo.briefing.saying.weights import weight
from octavo.grouping.stories.meanings import SIZE, Meaning, meaning
from octavo.grouping.stories.terms import words

NEAR = 0.6
"""The likeness from which on a word stands for another, as much as they are alike."""
SHORTEST = 3
"""Letters of a word that means something by itself."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Nearness:
    """The words of some texts, stemmed, with their meanings. Each is compared with all others once, when it is asked for."""

    def __init__(self, texts: Iterable[str]) -> None:
        """A word means what it means as it is first printed."""
        found: dict[str, Meaning] = {}
        for text in texts:
            for word, printed in zip(words(text), _WORD.findall(text.lower()), strict=False):
                if word not in found and len(word) >= SHORTEST and word.isalpha() and weight(word) and not says_when(printed):
                    found[word] = meaning(printed)
        self._words = [word for word, held in found.items() if held.size]
        self._places = {word: place for place, word in enumerate(self._words)}
        vectors = np.array([found[word] for word in self._words], np.float32).reshape(-1, SIZE)
        self._vectors: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        self._near: dict[str, Mapping[str, float]] = {}

    def like(self, word: str) -> Mapping[str, float]:
        """The words near a stemmed word, none of them its opposite, with how near they are, NEAR to 1."""
        if word not in self._near:
            self._near[word] = dict(self._found(word))
        return self._near[word]

    def _found(self, word: str) -> Iterable[tuple[str, float]]:
        place = self._places.get(word)
        if place is None:
            return
        likeness = self._vectors @ self._vectors[place]
        for at in np.flatnonzero(likeness >= NEAR).tolist():
            other = self._words[at]
            if other != word and other not in OPPOSITES.get(word, ()):
                yield other, float(likeness[at])
