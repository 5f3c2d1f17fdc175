"""The sentences of a story, found by their words, so that one is compared with the few that can say the same, not with all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from octavo.briefing.passages import Passage
from octavo.briefing.saying.weights import weight
from octavo.briefing.statement import Statement, statement

MOST = 300
"""Sentences that one is compared with: those that have most of its rarest words."""
LONGEST = 2_000
"""Sentences of a word that are looked through; of a word that more have, the first."""


@dataclass(slots=True)
class Sentence:
    """A sentence of a copy group, however many of its articles print it: where the group's own text does, what it says, where it stands
    first, and the place of that report in the story's order."""

    passage: Passage
    says: Statement
    first: Passage
    place: int


@dataclass(slots=True)
class Likes:
    """An index over a story's passages, which are given in the order of its reports. Nothing in it depends on chance."""

    passages: Sequence[Passage]
    sentences: list[Sentence] = field(init=False, repr=False, default_factory=list)
    _by_key: dict[tuple[str, str], Sentence] = field(init=False, repr=False, default_factory=dict)
    _by_word: dict[str, list[int]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        places = {name: place for place, name in enumerate(dict.fromkeys(passage.report.id for passage in self.passages))}
        for passage in self.passages:
            key = _key(passage)
            if key in self._by_key:
                found = self._by_key[key]
                if found.passage.report.is_copy and not passage.report.is_copy:
                    found.passage = passage
                continue
            found = self._by_key[key] = Sentence(passage, statement(passage), passage, places[passage.report.id])
            for word in found.says.rest | found.says.names:
                self._by_word.setdefault(word, []).append(len(self.sentences))
            self.sentences.append(found)

    def of(self, passage: Passage) -> Sentence:
        """The sentence of its copy group that a passage is; of one that is not in the story, a new one that comes last."""
        return self._by_key.get(_key(passage)) or Sentence(passage, statement(passage), passage, len(self.passages))

    def holding(self, word: str) -> Sequence[int]:
        """The numbers of the sentences that have a word that weighs something."""
        return self._by_word.get(word, ())

    def place_of(self, word: str) -> int | None:
        """The place of the first report that has a word that weighs something, if one has."""
        numbers = self._by_word.get(word)
        return self.sentences[numbers[0]].place if numbers else None

    def like(self, says: Statement, enough: float) -> Iterator[Sentence]:
        """All sentences that can have a share `enough` of what is said, and some that have not, in the story's order.

        Whatever has that share has one of any words that weigh more than the rest together (the prefix filter of Chaudhuri, Ganti and
        Kaushik 2006): the rarest are looked up.
        """
        spare, hits = (1 - enough) * says.weight, Counter[int]()
        for word in sorted(says.rest, key=lambda word: (len(self._by_word.get(word, ())), word)):
            for number in self._by_word.get(word, ())[:LONGEST]:
                hits[number] += 1
            spare -= weight(word)
            if spare < 0:
                break
        most = sorted(hits, key=lambda number: (-hits[number], number))[:MOST]
        return (self.sentences[number] for number in sorted(most))


def _key(passage: Passage) -> tuple[str, str]:
    return passage.report.origin, passage.text
