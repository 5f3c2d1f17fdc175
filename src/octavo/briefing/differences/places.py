"""Where the statements of a story stand, so that those near each other are found, and who names whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from octavo.briefing.differences.position import Position, Positions
from octavo.briefing.passages import Passage

FAR = 12
"""Sentences beyond which two statements of an article are not near."""
FEW = 40
"""Statements that a word may be in for it to lead from one to another."""
MOST = 60
"""Statements that one is compared with at most."""


@dataclass(frozen=True, slots=True)
class Places:
    """By report and sentence the positions that stand there, by word those that have it, by speaker the words that name it."""

    known: Positions
    sentences: Mapping[str, Mapping[int, tuple[Position, ...]]]
    where: Mapping[int, Mapping[str, int]]
    having: Mapping[str, tuple[Position, ...]]
    named: Mapping[int, frozenset[str]]
    passages: Mapping[tuple[str, int], Passage]

    def around(self, position: Position) -> Iterator[Position]:
        """The statements of others that may speak of the same: those near it, and those that share its telling words."""
        seen: dict[int, Position] = {}
        for report, number in self.where[position.number].items():
            at = self.sentences[report]
            for place in range(number - FAR, number + FAR + 1):
                seen.update((each.number, each) for each in at.get(place, ()))
        for word in sorted(position.words, key=lambda word: (-self.known.weight(word), word)):
            if len(seen) > MOST:
                break
            if len(self.having[word]) <= FEW:
                seen.update((each.number, each) for each in self.having[word])
        return (each for each in seen.values() if each.who != position.who)

    def distance(self, one: Position, other: Position) -> int | None:
        """Sentences from one to the other, negative where it stands before it; None where no article has both."""
        mine, theirs = self.where[one.number], self.where[other.number]
        return min((theirs[report] - mine[report] for report in mine if report in theirs), key=abs, default=None)

    def nearness(self, one: Position, other: Position) -> float:
        """1 in one sentence or beside each other, less the farther apart, 0 in different articles."""
        apart = self.distance(one, other)
        return 0.0 if apart is None else max(0.3 if abs(apart) <= 2 * FAR else 0.1, 1 - max(abs(apart) - 1, 0) / FAR)

    def is_before(self, one: Position, other: Position) -> bool:
        """Whether an article has one before the other, or in its sentence."""
        apart = self.distance(one, other)
        return apart is not None and apart >= 0

    def last_before(self, position: Position, back: int) -> tuple[Position, ...]:
        """What "it" points back to: the statements of the last sentence before that has any, at most so many back."""
        for report, number in self.where[position.number].items():
            for place in range(number - 1, number - 1 - back, -1):
                if found := self.sentences[report].get(place):
                    return found
        return ()

    def mention(self, one: Position, other: Position) -> bool:
        """Whether the sentence of one names the other's speaker."""
        return any(self._names(first, second) for first, second in ((one, other), (other, one)))

    def _names(self, one: Position, other: Position) -> bool:
        return bool(self.named[other.number] & one.heard)


def places(known: Positions, passages: Iterable[Passage]) -> Places:
    """The positions of a story, and its sentences -> where they stand."""
    sentences: defaultdict[str, defaultdict[int, list[Position]]] = defaultdict(lambda: defaultdict(list))
    where: dict[int, dict[str, int]] = {}
    having: defaultdict[str, list[Position]] = defaultdict(list)
    for each in known.all:
        spots: dict[str, int] = {}
        for told in each.thing.told:
            spots.setdefault(told.statement.passage.report.id, told.statement.passage.number)
        where[each.number] = spots
        for report, number in spots.items():
            sentences[report][number].append(each)
        for word in each.words:
            having[word].append(each)
    return Places(
        known,
        {report: {number: tuple(some) for number, some in found.items()} for report, found in sentences.items()},
        where,
        {word: tuple(some) for word, some in having.items()},
        {each.number: _name_words(each, known) for each in known.all},
        {(each.report.id, each.number): each for each in passages},
    )


def _name_words(position: Position, known: Positions) -> frozenset[str]:
    """The words that name a speaker: the last of a person's, and of its office; all of a body's that tell something."""
    key = position.who.key.split()
    if position.who.kind != "person":
        return frozenset(word for word in key if len(word) > 3)
    return frozenset((key[-1], *(role.split()[-1] for role in known.roles[position.who] if len(role.split()) < 5)))
