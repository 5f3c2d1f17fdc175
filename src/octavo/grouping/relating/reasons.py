"""Why articles stand together, in words that anybody can check: each reason stands in the article and in others of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from octavo.grouping.relating.features import FeatureKind, features
from octavo.grouping.relating.profile import Id, Text
from octavo.messages import Message
from octavo.messages import message as _

OF_A_KIND = 2
"""Reasons of one kind at most."""
TOLD = 3
"""Reasons that a line of a list tells."""
COMMON = 1 / 3
"""What more than this share of a story's articles have tells none of them from the others."""
SAME = _("same story")
ORDER: tuple[FeatureKind, ...] = ("person", "figure", "thing", "phrase", "place", "word")


@dataclass(frozen=True, slots=True)
class Reason:
    """Words that an article shares with `others` of its story: a person, a place, a thing with a name, a figure, a phrase, a word;
    `common` are those that much of the story has."""

    kind: FeatureKind
    text: str
    others: int
    common: bool = False

    @property
    def telling(self) -> bool:
        """Whether it tells the article from others of its story, by more than a mere word."""
        return not self.common and self.kind != "word"


def reasons(texts: Sequence[Text[Id]]) -> dict[Id, tuple[Reason, ...]]:
    """The articles of a story -> why each is in it, the most telling of each kind first, OF_A_KIND at most. Empty for one that shares
    no words. Linear in the length of the texts.
    """
    found = {text.id: features(text.headline, text.text) for text in texts}
    holders: Counter[str] = Counter(key for each in found.values() for key in each)
    weight: defaultdict[str, float] = defaultdict(float)
    for each in found.values():
        for key, feature in each.items():
            weight[key] += feature.strength
    made = {}
    for id_, each in found.items():
        shared = {
            key: Reason(feature.kind, feature.text, holders[key] - 1, holders[key] > COMMON * len(texts))
            for key, feature in each.items() if holders[key] > 1
        }
        order = sorted(shared, key=lambda key: (not shared[key].telling, -weight[key], -len(key), key))
        made[id_] = tuple(_chosen(shared[key] for key in order))
    return made


def in_words(why: Sequence[Reason], most: int = TOLD) -> str:
    """The reasons as a line has them, what tells the article from others first and what many have behind it, each kind once before any is
    told twice: "Jon Fell, 42 passengers, Alder sandbank"."""
    telling = _by_turns([reason for reason in why if reason.telling])
    shared = _by_turns([reason for reason in why if reason.common])
    words = _by_turns([reason for reason in why if not reason.telling and not reason.common])
    return ", ".join([*telling[: most - 1], *shared, *telling[most - 1 :], *words][:most])


def story_words(one: Text[Id], other: Text[Id], said: Message = SAME) -> Message:
    """"same story: 42 passengers, Alder sandbank"."""
    shared = in_words(reasons((one, other))[one.id])
    return _("%(relation)s: %(words)s", relation=said, words=shared) if shared else said


def _by_turns(why: Sequence[Reason]) -> list[str]:
    by_kind = [[reason.text for reason in why if reason.kind == kind] for kind in ORDER]
    return [texts[turn] for turn in range(OF_A_KIND) for texts in by_kind if turn < len(texts)]


def _chosen(shared: Iterable[Reason]) -> Iterator[Reason]:
    """Those of the reasons, in their order, OF_A_KIND of each kind, that say no word again that one before them says."""
    said: set[str] = set()
    of_kind: Counter[FeatureKind] = Counter()
    for reason in shared:
        words = {word.rstrip("s") for word in reason.text.lower().split() if len(word) > 2}
        if of_kind[reason.kind] >= OF_A_KIND or not words.isdisjoint(said):
            continue
        of_kind[reason.kind] += 1
        said |= words
        yield reason
