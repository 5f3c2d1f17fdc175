"""Which of the newest articles that have what is sought come first. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Literal

from octavo.site.library.searching.keys import ROOM, article_of

Order = Literal["best", "newest"]

HEADLINE = 2.0
"""For each word that stands in the headline, as a share of all: the article is about it."""
TOGETHER = 1.5
"""All words stand in the order in which they were asked."""
REPORTS = 0.4
"""For each doubling of the independent reports of its story."""
AGE = 0.25
"""What is lost with each doubling of its age in days, counted from the newest that was found."""
COPY = 0.1
"""What a copy has less than its origin."""
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found: its number in the index, its own, its story's (0 while it stands alone), how many independent reports
    and papers that has, and whether it carries another's text."""

    key: int
    article: int
    story: int = 0
    reports: int = 1
    papers: int = 1
    copy: bool = False

    @property
    def home(self) -> tuple[int, int]:
        """What it is grouped by: its story, or itself."""
        return self.story, 0 if self.story else self.article


def best_first(hits: Sequence[Hit], headline: Mapping[int, float], together: frozenset[int]) -> list[Hit]:
    """Hits, newest first -> the best first; of those that are worth as much the newest. `headline`: the share of what is sought that
    stands in the headline, by key; `together`: the keys of those that have all words in a row."""
    newest = hits[0].key // ROOM if hits else 0

    def worth(hit: Hit) -> float:
        age = max(0, newest - hit.key // ROOM) / _DAY
        return (
            HEADLINE * headline.get(hit.key, 0.0) + TOGETHER * (hit.key in together) + REPORTS * log2(max(1, hit.reports))
            - AGE * log2(1 + age) - COPY * hit.copy
        )

    return sorted(hits, key=lambda hit: (-worth(hit), -hit.key))


def by_story(hits: Sequence[Hit]) -> list[tuple[Hit, ...]]:
    """Hits in order -> those of each story, an article alone being one, in the order of their first."""
    homes: dict[tuple[int, int], list[Hit]] = {}
    for hit in hits:
        homes.setdefault(hit.home, []).append(hit)
    return [tuple(some) for some in homes.values()]


def hit_at(key: int) -> Hit:
    """An article as long as no more is known of it than where it stands in the index."""
    return Hit(key, article_of(key))
