"""Why articles stand together, in words that anybody can check: each reason stands in the article and in others of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from octavo.grouping.relating.features import Feature, FeatureKind, features
from octavo.grouping.relating.profile import Id, Text

OF_A_KIND = 2
"""Reasons of one kind at most."""
TOLD = 3
"""Reasons that a line of a list tells."""
ORDER: tuple[FeatureKind, ...] = ("person", "figure", "thing", "phrase", "place", "word")


@dataclass(frozen=True, slots=True)
class Reason:
    """Words that an article shares with `others` of its story: a person, a place, a thing with a name, a figure, a phrase, a word."""

    kind: FeatureKind
    text: str
    others: int


def reasons(texts: Sequence[Text[Id]]) -> dict[Id, tuple[Reason, ...]]:
    """The articles of a story -> why each is in it, the most telling of each kind first, OF_A_KIND at most. Empty for one that shares
    nothing but what a headline alone may hide. Linear in the length of the texts.
    """
    found = {text.id: features(text.headline, text.text) for text in texts}
    holders: Counter[str] = Counter(key for each in found.values() for key in each)
    weight: defaultdict[str, float] = defaultdict(float)
    for each in found.values():
        for key, feature in each.items():
            weight[key] += feature.strength
    made = {}
    for id_, each in found.items():
        shared = sorted((key for key in each if holders[key] > 1), key=lambda key: (-weight[key], -len(key), key))
        made[id_] = tuple(Reason(feature.kind, feature.text, holders[feature.text.lower()] - 1) for feature in _chosen(shared, each))
    return made


def in_words(why: Sequence[Reason], most: int = TOLD) -> str:
    """The reasons as a line has them, each kind once before any is told twice: "Jon Fell, 42 passengers, Alder sandbank"."""
    by_kind = [[reason.text for reason in why if reason.kind == kind] for kind in ORDER]
    turns = (texts[turn] for turn in range(OF_A_KIND) for texts in by_kind if turn < len(texts))
    return ", ".join(text for text, _ in zip(turns, range(most), strict=False))


def story_words(one: Text[Id], other: Text[Id], said: str = "same story") -> str:
    """"same story: 42 passengers, Alder sandbank"."""
    shared = in_words(reasons((one, other))[one.id])
    return f"{said}: {shared}" if shared else said


def _chosen(keys: Sequence[str], found: Mapping[str, Feature]) -> Iterator[Feature]:
    """Features in the order of `keys`, OF_A_KIND of each kind, none that says again a word that one before it says."""
    said: set[str] = set()
    of_kind: Counter[FeatureKind] = Counter()
    for key in keys:
        feature = found[key]
        words = {word.rstrip("s") for word in key.split() if len(word) > 2}
        if of_kind[feature.kind] >= OF_A_KIND or not words.isdisjoint(said):
            continue
        of_kind[feature.kind] += 1
        said |= words
        yield feature
