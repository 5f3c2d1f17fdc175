"""What binds two articles of different stories: a person, a thing with a name, a place and a subject, rare words; and how closely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Generic

from octavo.grouping.name_kinds import is_press, is_wide
from octavo.grouping.names import Name
from octavo.grouping.relating.index import PROMINENT, View
from octavo.grouping.relating.profile import Id, Profile

ABOUT = 4
"""How prominent a name must be in both that are about it, where neither has it in its headline."""
HEADLINES = 2
"""So many times sooner are too many stories about a name where they have it in headlines."""
BESIDES = 0.3
"""What the other shared names count beside the best one: many names in passing are no subject."""
OF_A_PLACE = 0.25
"""What a place counts, beside a name of its prominence: much happens in one town."""
FEW = 3
"""Where no more articles hold a name, one that tells a person is believed; else many must."""
WITH_A_NAME = 4
OF_BOTH = 0.025
"""So many rare words must be shared beside a name that is common, or may be another's, and such a share of the words of the article that
has fewer."""
CHAPTER = 6
"""So many beside one name for the two to be chapters of one story."""
WITH_A_PLACE = 5
"""So many beside a place for the two to have one subject."""
RARE_WORDS = 5
OF_THE_SHORTER = 0.07
"""So many rare words must be shared where no name is, and such a share of the words of the article that has fewer: long ones share some by
chance."""


@dataclass(frozen=True, slots=True)
class Bond:
    """`person` says whether it is one; `names` are the shared ones that both are about, as printed, the most telling first; `words` the
    rare ones. `score`: larger is closer, no unit. `close`: they share so much that one may be the other's earlier chapter;
    `words_tell`: the names bind them only together with the words."""

    person: bool
    names: tuple[str, ...]
    words: tuple[str, ...]
    score: float
    close: bool = False
    words_tell: bool = False


@dataclass(frozen=True, slots=True)
class _Shared:
    """A shared name. `prominent`: in both articles; `about`: both are about it; `common`: so are so many that it tells nothing; `alone`:
    it binds them with nothing beside it."""

    text: str
    weight: float
    prominent: bool
    about: bool
    common: bool
    both_headlines: bool
    person: bool
    place: bool
    alone: bool

    @property
    def order(self) -> tuple[object, ...]:
        return self.common, not self.both_headlines, not self.person, " " not in self.text, -self.weight, self.text


@dataclass(frozen=True, slots=True)
class Finder(Generic[Id]):
    """Finds what binds the article of a view to others."""

    mine: Profile
    view: View[Id]

    def bond(self, other: Profile) -> Bond | None:
        """The bond to another article; None where both are not about one thing that tells them from the rest."""
        names, words = self._names(other), self._words(other)
        score = self._score(names, words)
        about = sorted((each for each in names if each.about), key=lambda each: each.order)
        telling = sum(not each.common for each in about)
        fewer = min(len(self.mine.words), len(other.words))
        helped = len(words) >= max(WITH_A_NAME, OF_BOTH * fewer)
        binding = [
            each for each in about if not each.place and (each.alone or helped or telling - (not each.common) > 0)
        ]
        if binding:
            firm = sum(each.prominent and not each.common and not each.place for each in names)
            close = firm > 1 or (firm == 1 and len(words) >= CHAPTER)
            return Bond(binding[0].person, tuple(each.text for each in binding), words, score, close, helped and not binding[0].alone)
        places = tuple(each.text for each in about if each.place)
        if len(words) < (WITH_A_PLACE if places else max(RARE_WORDS, OF_THE_SHORTER * fewer)):
            return None
        return Bond(False, places, words, score, words_tell=bool(places))

    def nearness(self, other: Profile) -> float:
        """How much two articles share, bound or not; larger is nearer, no unit."""
        return self._score(self._names(other), self._words(other))

    def _names(self, other: Profile) -> list[_Shared]:
        both = (key for key in self.view.names if key in other.names)
        return [each for key in both if (each := self._shared(key, other.names[key]))]

    def _words(self, other: Profile) -> tuple[str, ...]:
        return tuple(word for word in self.view.words if word in other.words)

    def _score(self, names: Sequence[_Shared], words: Sequence[str]) -> float:
        by_words = sum(self.view.words[word] for word in words)
        if not names:
            return by_words
        best, *rest = sorted((each.weight for each in names), reverse=True)
        return best + BESIDES * sum(rest) + by_words

    def _shared(self, key: str, there: Name) -> _Shared | None:
        here, standing = self.mine.names[key], self.view.names[key]
        if not _may_be_one(here, there):
            return None
        crowd = self.view.crowd
        both = here.in_headline and there.in_headline
        either = here.in_headline or there.in_headline
        least = min(here.prominence, there.prominence)
        person = standing.person or (standing.holders <= FEW and (here.person or there.person))
        text = _printed(here, there, person)
        place = not person and (here.place or there.place or standing.place or is_wide(text))
        common = crowd.common(standing.headlines, HEADLINES) if both else crowd.common(standing.stories)
        unsure = standing.several and not (here.forms and there.forms)
        return _Shared(
            text,
            crowd.rarity(standing.stories) * sqrt(here.prominence * there.prominence) * (OF_A_PLACE if place else 1),
            prominent=least >= PROMINENT,
            about=least >= (PROMINENT if either else ABOUT),
            common=common,
            both_headlines=both, person=person, place=place or is_press(text),
            alone=not common and not unsure and (person or both or not self.view.judges),
        )


def _may_be_one(here: Name, there: Name) -> bool:
    """Whether two names with the same last word may be one: "Putin" and "Vladimir Putin" may, "Mona Reit" and "Jon Reit" not."""
    if not here.forms or not there.forms:
        return True
    return any(not set(_given(one)).isdisjoint(_given(other)) for one in here.forms for other in there.forms)


def _given(form: str) -> list[str]:
    return form.lower().replace(".", "").split()[:-1]


def _printed(here: Name, there: Name, person: bool) -> str:
    """The fullest form that both have; else the fuller of the two for a person, and for a thing the shorter, which stands in both, with
    "the" where it has an article."""
    common = [form for form in here.forms if form in there.forms]
    shorter, fuller = sorted((there.text, here.text), key=lambda text: len(text.split()))
    text = max(common, key=len) if common else fuller if person else shorter
    return text if person or not here.article else f"the {text}"
