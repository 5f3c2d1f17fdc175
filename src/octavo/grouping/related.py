"""Which articles are about the same people, places and things: names and rare words that two texts share, and the reason in words.

What a shared name is worth falls with the number of articles that hold it (inverse document frequency, Sparck Jones 1972) and grows with
its prominence in both. Being recent is no relation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from math import log, sqrt
from typing import Generic, TypeVar

from octavo.grouping.names import Name, names

Id = TypeVar("Id", bound=Hashable)

LOOKED_AT = 3000
"""Characters of a text that count: what an article is about stands at its beginning."""
PROMINENT = 3
"""How prominent a name must be in both articles for them to be about it (see `octavo.grouping.names.Name`)."""
BESIDES = 0.3
"""What the other shared names count beside the best one: many names in passing are no subject."""
COMMON = 0.4
"""A name that a larger share of the articles holds relates nothing by itself."""
ENOUGH_TO_JUDGE = 100
"""With fewer articles nobody can tell a rare word from a common one: then only names count."""
RARE = 0.01
"""A rare word stands in no larger share of the articles, or in two."""
RARE_WORDS = 5
"""So many rare words must be shared where no name is."""

_WORD = re.compile(r"[^\W\d_]{5,30}")


@dataclass(frozen=True, slots=True)
class Text(Generic[Id]):
    """An article as far as relations need it. `id` is whatever the caller calls it; `voices` are its publisher and agency."""

    id: Id
    headline: str
    text: str = field(repr=False)
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Related(Generic[Id]):
    """A related article, why it is ("also about Vladimir Putin"), and how much they share: larger is closer, no unit."""

    id: Id
    reason: str
    score: float


def related(
    article: Text[Id], candidates: Sequence[Text[Id]], same_text: frozenset[Id] = frozenset(),
) -> list[Related[Id]]:
    """The candidates that relate to `article`, best first, unrelated ones left out, each with its reason.

    `same_text` holds the ids of candidates that carry the article's text; they come first. Equal scores keep the candidates' order.
    """
    others = [candidate for candidate in candidates if candidate.id != article.id]
    voices = {voice.split()[-1].lower() for text in (article, *others) for voice in text.voices if voice.strip()}
    holders = Counter(key for text in (article, *others) for key in _names(text))
    rare = _rare_words(article, others)
    found = []
    for candidate in others:
        if candidate.id in same_text:
            found.append(Related(candidate.id, "the same text", float("inf")))
            continue
        relation = _by_names(_names(article), _names(candidate), holders, len(others) + 1, voices) or _by_words(rare, candidate)
        if relation:
            found.append(Related(candidate.id, *relation))
    return sorted(found, key=lambda each: -each.score)


def _by_names(
    mine: Mapping[str, Name], other: Mapping[str, Name], holders: Counter[str], articles: int, voices: Set[str],
) -> tuple[str, float] | None:
    """The reason and the score of a relation by names; None where both articles are not *about* one that tells them from the rest."""
    shared: list[tuple[float, str]] = []
    about = False
    for key in (mine.keys() & other.keys()) - voices:
        here, there = mine[key], other[key]
        if not _may_be_one(here.text, there.text):
            continue
        shared.append((log(1 + articles / holders[key]) * sqrt(here.prominence * there.prominence), _printed(here, there)))
        about = about or (holders[key] <= max(3, COMMON * articles) and min(here.prominence, there.prominence) >= PROMINENT)
    if not about:
        return None
    (best, name), *rest = sorted(shared, key=lambda pair: (-pair[0], pair[1]))
    return f"also about {name}", best + BESIDES * sum(score for score, _ in rest)


def _may_be_one(name: str, other: str) -> bool:
    """Whether two names with the same last word may be one: "Putin" and "Vladimir Putin" may, "Mona Reit" and "Jon Reit" not."""
    first, second = name.lower().split()[:-1], other.lower().split()[:-1]
    return not first or not second or not set(first).isdisjoint(second)


def _printed(here: Name, there: Name) -> str:
    fuller = there if len(there.text.split()) > len(here.text.split()) else here
    return f"the {fuller.text}" if here.article else fuller.text


def _rare_words(article: Text[Id], others: Sequence[Text[Id]]) -> dict[str, float]:
    """The article's words that hardly any other article has, each with its weight; none where there are too few articles to tell."""
    if len(others) < ENOUGH_TO_JUDGE:
        return {}
    mine = _words(article)
    holders = Counter(word for other in others for word in _words(other) & mine)
    articles = len(others) + 1
    return {word: log(1 + articles / (1 + count)) / 4 for word, count in holders.items() if count < max(3, RARE * articles)}


def _by_words(rare: Mapping[str, float], other: Text[Id]) -> tuple[str, float] | None:
    shared = sorted(_words(other) & rare.keys(), key=lambda word: (-rare[word], -len(word), word))
    if len(shared) < RARE_WORDS:
        return None
    return f"in common: {', '.join(shared[:3])}", sum(rare[word] for word in shared)


def _names(text: Text[Id]) -> Mapping[str, Name]:
    return names(text.headline, text.text[:LOOKED_AT])


def _words(text: Text[Id]) -> frozenset[str]:
    return _words_of(text.text[:LOOKED_AT])


@lru_cache(maxsize=2048)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text) if word.islower())
