"""An index of what articles are about, which gives the few that may relate to one.

What a shared name is worth falls with the number of stories that hold it (inverse document frequency, Sparck Jones 1972) and grows with
its prominence in both. Stories are counted, not articles: a name that forty papers print in one story is no common name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice
from math import log, sqrt
from typing import Generic, TypeVar

from octavo.grouping.names import Name
from octavo.grouping.relating.features import LITTLE
from octavo.grouping.relating.profile import Id, Profile
from octavo.grouping.stories.terms import stem, telling

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")

CONSIDERED = 150
"""Candidates that are compared in full: those that share most."""
NEWEST = 1000
"""Of a name that more articles hold, those that came last."""
PROMINENT = 3
"""How prominent a name must be in both articles for them to be about it (see `octavo.grouping.names.Name`)."""
COMMON = 1.0
"""A name relates nothing by itself where more stories hold it than this many times the square root of all, and
than a handful."""
ENOUGH_TO_JUDGE = 100
"""With fewer articles nobody can tell a rare word from a common one: then only names count."""
RARE = 0.5
"""A word is rare that stands in no more stories than this many times the square root of all, or in a handful."""
EVERYWHERE = 20
"""A word that one in so many articles of any news has is common, however few of these have it."""
A_HANDFUL = 3
FORMS = 20
"""Full names with one last word that are told apart."""
STRANGERS = 0.1
"""The share of them that may be somebody else's where a last name alone still stands for the one whom most write of."""
A_STORY = 10
HELD_MOST = 100
"""And in so many times as many articles, HELD_MOST at most."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What all the articles together say about a name: how many hold it, how many stories, how many stories have it in a headline, whether
    many take it for a person's or a place's, and whether several go by it ("Fell" alone may be any of them)."""

    holders: int
    stories: int
    headlines: int
    person: bool
    place: bool
    several: bool


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many stories there are, and what that makes of a name that some of them hold."""

    stories: int

    def common(self, held: int, sooner: float = 1) -> bool:
        """Whether a name that so many stories hold tells nothing; `sooner` divides how many may."""
        return held > max(A_HANDFUL, COMMON * sqrt(self.stories) / sooner)

    def rarity(self, held: int) -> float:
        """The weight of what so many stories hold."""
        return log(1 + self.stories / max(1, held))


@dataclass(frozen=True, slots=True)
class View(Generic[Id]):
    """What the index shows of one article: the standing of its names, the weights of its rare words, and who may relate to it from outside
    its story, those that share most first; the rarest word comes first. `judges`: there are enough articles to tell rare words."""

    crowd: Crowd
    names: Mapping[str, Standing]
    words: Mapping[str, float]
    candidates: tuple[Id, ...]
    judges: bool


class Index(Generic[Id]):
    """Articles by their names, words and stories. Adding, taking out and moving cost what the article's profile is long; `look` a few
    thousand steps, however many articles there are."""

    def __init__(self) -> None:
        self.profiles: dict[Id, Profile] = {}
        self._story: dict[Id, Hashable] = {}
        self._members: dict[Hashable, dict[Id, None]] = {}
        self._names: dict[str, dict[Id, Name]] = {}
        self._words: dict[str, dict[Id, None]] = {}
        self._voices: Counter[str] = Counter()
        self._places: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self.profiles)

    def add(self, id_: Id, made: Profile, story: Hashable = None) -> None:
        """Take an article in, in its story (None: one of its own); another profile takes the place of the one that it had."""
        self.discard(id_)
        self.profiles[id_] = made
        self._place(id_, id_ if story is None else story)
        for key, name in made.names.items():
            self._names.setdefault(key, {})[id_] = name
        for word in made.words:
            self._words.setdefault(word, {})[id_] = None
        self._voices.update(made.voices)
        self._places.update((made.place,) if made.place else ())

    def discard(self, id_: Id) -> None:
        """Forget an article; one that is not there is forgotten already."""
        made = self.profiles.pop(id_, None)
        if made is None:
            return
        self._leave(id_)
        for key in made.names:
            _drop(self._names, key, id_)
        for word in made.words:
            _drop(self._words, word, id_)
        self._voices.subtract(made.voices)
        self._places.subtract((made.place,) if made.place else ())

    def move(self, id_: Id, story: Hashable) -> None:
        """Put an article that is in the index into another story."""
        self._leave(id_)
        self._place(id_, story)

    def story(self, id_: Id) -> Hashable:
        """The story of an article that is in the index."""
        return self._story[id_]

    def members(self, id_: Id) -> tuple[Id, ...]:
        """The articles of that one's story, itself too, in the order in which they came."""
        return tuple(self._members[self._story[id_]])

    def look(self, id_: Id) -> View[Id]:
        """What the index shows of an article that is in it."""
        made = self.profiles[id_]
        crowd = Crowd(len(self._members))
        standing = {key: self._standing(key) for key in made.names if self._voices[key] <= 0}
        words = self._rare(made, crowd)
        votes: defaultdict[Id, float] = defaultdict(float)
        for key, each in standing.items():
            mine = made.names[key].prominence
            if mine < PROMINENT:
                continue
            for other, name in islice(reversed(self._names[key].items()), NEWEST):
                if name.prominence >= PROMINENT:
                    votes[other] += crowd.rarity(each.stories) * sqrt(mine * name.prominence)
        for word, weight in words.items():
            for other in self._words[word]:
                votes[other] += weight
        mates = self._members[self._story[id_]]
        others = {other: vote for other, vote in votes.items() if other not in mates}
        return View(crowd, standing, words, tuple(nlargest(CONSIDERED, others, others.__getitem__)), self._judges)

    @property
    def _judges(self) -> bool:
        return len(self) > ENOUGH_TO_JUDGE

    def _place(self, id_: Id, story: Hashable) -> None:
        self._story[id_] = story
        self._members.setdefault(story, {})[id_] = None

    def _leave(self, id_: Id) -> None:
        _drop(self._members, self._story.pop(id_), id_)

    def _stories(self, held: Iterable[Id]) -> int:
        return len({self._story[id_] for id_ in held})

    def _standing(self, key: str) -> Standing:
        newest = list(islice(reversed(self._names[key].items()), NEWEST))
        persons = sum(name.person for _, name in newest)
        places = sum(name.place for _, name in newest)
        return Standing(
            len(newest),
            self._stories(id_ for id_, _ in newest),
            self._stories(id_ for id_, name in newest if name.in_headline),
            persons > max(places, len(newest) / 3),
            self._places[key] > 0 or places > max(persons, len(newest) / 3),
            _several({(self._story[id_], form.lower()) for id_, name in newest for form in name.forms}),
        )

    def _rare(self, made: Profile, crowd: Crowd) -> dict[str, float]:
        """The article's words that hardly any other story has, each with its weight; none where there are too few articles to tell."""
        if not self._judges:
            return {}
        most = max(A_HANDFUL, RARE * sqrt(crowd.stories))
        articles = min(A_STORY * most, HELD_MOST)
        rare = {}
        for word in made.words:
            held = self._words[word]
            if word in LITTLE or telling(stem(word)) < sqrt(log(EVERYWHERE)):
                continue
            if 1 < len(held) <= articles and (count := self._stories(held)) <= most:
                rare[word] = crowd.rarity(count) / 4
        return dict(sorted(rare.items(), key=lambda each: (-each[1], -len(each[0]), each[0])))


def _several(printed: Iterable[tuple[Hashable, str]]) -> bool:
    """(story, full name with one last word) -> whether they are more than one person's: "Jon Fell", "Mona Fell". Ones that hardly any
    story has aside."""
    most = Counter(form for _, form in printed).most_common(FORMS)
    if not most:
        return False
    same = set(most[0][0].split()[:-1])
    strange = sum(times for form, times in most if same.isdisjoint(form.split()[:-1]))
    return strange > STRANGERS * sum(times for _, times in most)


def _drop(kept: dict[_Key, dict[Id, _Value]], key: _Key, id_: Id) -> None:
    held = kept[key]
    del held[id_]
    if not held:
        del kept[key]
