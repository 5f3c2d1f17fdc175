"""Which articles are about the same people, places and things: names and rare words that two texts share, and the reason in words.

What a shared name is worth falls with the number of articles that hold it (inverse document frequency, Sparck Jones 1972) and grows with
its prominence in both. Being recent is no relation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
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
OF_A_PLACE = 0.25
"""What a dateline's place counts, beside a name of its prominence: much happens in one town."""
RARE = 0.01
"""A rare word stands in no larger share of the articles, or in two."""
RARE_WORDS = 5
"""So many rare words must be shared where no name is."""

_WORD = re.compile(r"[^\W\d_]{5,30}")


@dataclass(frozen=True, slots=True)
class Text(Generic[Id]):
    """An article as far as relations need it. `id` is whatever the caller calls it; `voices` are its publisher and agency, `place` its
    dateline's."""

    id: Id
    headline: str
    text: str = field(repr=False)
    voices: tuple[str, ...] = ()
    place: str = ""


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
    every = (article, *others)
    crowd = _Crowd(
        articles=len(every),
        holders=Counter(key for text in every for key in _names(text)),
        headlines=Counter(key for text in every for key, name in _names(text).items() if name.in_headline),
        voices=_last_words(voice for text in every for voice in text.voices),
        places=_last_words(text.place for text in every),
    )
    rare = _rare_words(article, others)
    found = []
    for candidate in others:
        if candidate.id in same_text:
            found.append(Related(candidate.id, "the same text", float("inf")))
            continue
        relation = _by_names(_names(article), _names(candidate), crowd) or _by_words(rare, candidate)
        if relation:
            found.append(Related(candidate.id, *relation))
    return sorted(found, key=lambda each: -each.score)


@dataclass(frozen=True, slots=True)
class _Crowd:
    """What all the articles together say about a name, by its last word: how many hold it, how many have it in their headline,
    whether it is a publisher's, an agency's, a dateline's."""

    articles: int
    holders: Counter[str]
    headlines: Counter[str]
    voices: frozenset[str]
    places: frozenset[str]

    def common(self, held: int) -> bool:
        return held > max(3, COMMON * self.articles)


def _last_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.split()[-1].lower() for phrase in phrases if phrase.strip())


def _by_names(mine: Mapping[str, Name], other: Mapping[str, Name], crowd: _Crowd) -> tuple[str, float] | None:
    """The reason and the score of a relation by names; None where both articles are not *about* one that tells them from the rest.

    The reason is a name that both headlines have, else a person, else the rarest; where only a dateline gives a place, that is none.
    """
    score: list[float] = []
    about: list[tuple[bool, bool, float, str]] = []
    for key in (mine.keys() & other.keys()) - crowd.voices:
        here, there = mine[key], other[key]
        if not _may_be_one(here.text, there.text):
            continue
        both = here.in_headline and there.in_headline
        place = key in crowd.places
        weight = log(1 + crowd.articles / crowd.holders[key]) * sqrt(here.prominence * there.prominence) * (OF_A_PLACE if place else 1)
        score.append(weight)
        common = crowd.common(crowd.headlines[key] if both else crowd.holders[key])
        if min(here.prominence, there.prominence) >= PROMINENT and not common and (both or not place):
            about.append((both and not place, here.person or there.person, weight, _printed(here, there)))
    if not about:
        return None
    name = min(about, key=lambda each: (not each[0], not each[1], -each[2], each[3]))[3]
    best, *rest = sorted(score, reverse=True)
    return f"also about {name}", best + BESIDES * sum(rest)


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
