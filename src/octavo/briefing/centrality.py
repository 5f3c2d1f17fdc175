"""How much the words of a story are of it: many of its reports have them, and so do its headlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log

from octavo.briefing.passages import Passage
from octavo.grouping.stories.terms import telling, words


@dataclass(frozen=True, slots=True)
class Story:
    """How much each word is of the story, 0 to about 3, and how many of its sentences hold it."""

    central: Mapping[str, float]
    common: Mapping[str, int]
    sentences: int

    def apart(self, word: str) -> float:
        """How much a word tells one event of the story from another."""
        return telling(word) * log(1 + self.sentences / (1 + self.common.get(word, 0)))

    def weight(self, held: Collection[str]) -> float:
        """How much a sentence is of the story that has these words: a long one has more of them, and is no better for it."""
        return float(sum(self.central.get(word, 0.0) for word in sorted(held)) / (8 + len(held)) ** 0.75)


def story_of(passages: Sequence[Passage]) -> Story:
    """The words of a story, each group of copies counted once; headlines count as sentences of their own."""
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
        common,
        len(passages),
    )
