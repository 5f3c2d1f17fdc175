"""What a sentence says, folded so that two can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from octavo.briefing.saying.figures import figures
from octavo.briefing.saying.negation import negations
from octavo.grouping.mentions import NO_NAMES, mentions_in
from octavo.grouping.stories.terms import telling, words


@dataclass(frozen=True, slots=True)
class Sense:
    """A sentence's content words (stemmed, see `octavo.grouping.stories.terms`), the words of its names in small letters, its figures as
    they are told, and how many words turn it around."""

    words: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    negations: int

    @property
    def negated(self) -> bool:
        """Whether it says, all in all, that something is not so."""
        return self.negations % 2 == 1

    @property
    def weight(self) -> float:
        """How telling its words are, together."""
        return fsum(map(telling, self.words))


@lru_cache(maxsize=16_384)
def sense(text: str) -> Sense:
    """Text of a sentence -> what it says. Linear in its length."""
    return Sense(
        words=frozenset(word for word in words(text) if telling(word)),
        names=frozenset(names(text)),
        figures=frozenset(figure.told for figure in figures(text)),
        negations=negations(text),
    )


def carried(of: Sense, by: Sense) -> float:
    """The share, 0 to 1, of one sentence's telling words that another has too, each counted by how telling it is; 0 for no words."""
    whole = of.weight
    return fsum(map(telling, of.words & by.words)) / whole if whole else 0.0


def names(text: str) -> set[str]:
    """The words, in small letters, of what has capitals as a name; not a single word that begins a sentence."""
    return {word.lower() for mention in mentions_in(text) if not (mention.opens and len(mention.words) == 1)
            for word in mention.words if word[0].isupper() and word.lower() not in NO_NAMES}  # fmt: skip
