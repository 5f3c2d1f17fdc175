"""How much the words of a story are of it: many of its reports have them, and so do its headlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, log

from octavo.briefing.passages import Passage
from octavo.grouping.stories.terms import telling, words


@dataclass(frozen=True, slots=True)
class Story:
    """How much each word is of the story, 0 to about 3, and how much it tells one of its events from another, 0 to about 30."""

    central: Mapping[str, float]
    telling_apart: Mapping[str, float]

    def weight(self, held: Set[str]) -> float:
        """How much a sentence is of the story that has these words: a long one has more of them, and is no better for it."""
        return float(fsum(self.central.get(word, 0.0) for word in held) / (8 + len(held)) ** 0.75)

    def shared(self, ones: Set[str], others: Set[str]) -> float:
        """The share, 0 to 1, of the lesser sentence's words that both have, each by how much it tells apart; 0 where one has none."""
        least = min(self._apart(ones), self._apart(others))
        return self._apart(ones & others) / least if least else 0.0

    def _apart(self, held: Set[str]) -> float:
        return fsum(self.telling_apart.get(word, 0.0) for word in held)


def story_of(passages: Sequence[Passage]) -> Story:
    """The words of a story, each group of copies counted once, and a headline like half of its article. Linear in the sentences."""
    return _story_of(tuple(passages))


@lru_cache(maxsize=1)
def _story_of(passages: tuple[Passage, ...]) -> Story:
    groups: dict[str, set[str]] = {}
    common: Counter[str] = Counter()
    headlines: dict[str, set[str]] = {}
    for passage in passages:
        held = {word for word in words(passage.text) if telling(word)}
        common.update(held)
        groups.setdefault(passage.report.origin, set()).update(held)
        if passage.number == 0:
            headlines.setdefault(passage.report.origin, set()).update(words(passage.report.article.headline))
    in_groups = Counter(word for held in groups.values() for word in held)
    in_headlines = Counter(word for held in headlines.values() for word in held)
    many = log(1 + len(passages))
    return Story(
        {
            word: telling(word) * (number / len(groups) * log(1 + common[word]) / many + 0.5 * in_headlines[word] / len(groups))
            for word, number in in_groups.items()
        },
        {word: telling(word) * log(1 + len(passages) / (1 + number)) for word, number in common.items()},
    )
