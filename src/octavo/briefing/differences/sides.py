"""Oppositions -> questions with their sides: who stands where, several who agree on one side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from octavo.briefing.differences.likeness import covered
from octavo.briefing.differences.opposition import Opposition
from octavo.briefing.differences.places import Places
from octavo.briefing.differences.position import Position, Positions
from octavo.briefing.speaking.cast import Who

SAME_QUESTION = 0.5
"""The share of a pair's words that a question must have for a pair of the same speakers to be part of it."""
AGREE = 0.7
"""The share of the shorter statement's words that who stands beside another must have said."""


@dataclass(slots=True, eq=False)
class Question:
    """A question on which some differ: its oppositions, the surest first, and the statements of each of two sides, the first told first;
    `together` are those who are known to agree."""

    oppositions: list[Opposition]
    sides: tuple[list[Position], list[Position]]
    words: set[str] = field(default_factory=set)
    together: list[tuple[Who, Who]] = field(default_factory=list)

    def side_of(self, who: Who) -> int | None:
        """On which side a speaker stands."""
        return next((side for side, some in enumerate(self.sides) if any(each.who == who for each in some)), None)

    def has(self, position: Position) -> bool:
        """Whether a statement is part of it."""
        return any(position is each for some in self.sides for each in some)


def questions(oppositions: Iterable[Opposition], known: Positions, places: Places) -> list[Question]:
    """Pairs of statements that do not agree -> the questions, in the order of their surest pairs."""
    found: list[Question] = []
    for each in sorted(oppositions, key=lambda each: (-each.score, each.one.number, each.other.number)):
        question = next((known_one for known_one in found if _belongs(each, known_one, known, places)), None)
        if question is None:
            found.append(Question([each], ([each.one], [each.other]), set(each.one.words | each.other.words)))
        else:
            _join(each, question)
    return found


def stand_beside(questions: Sequence[Question], pairs: Iterable[tuple[int, int]], known: Positions) -> None:
    """Put those who are said to stand beside another on his side, twice, as one may come by another, and those who say the same."""
    for one, other in [pair for two in pairs for pair in (two, two[::-1])] * 2:
        _put_beside(questions, known.all[one], known.all[other])
    for question in questions:
        for side in question.sides:
            for each in known.all:
                if question.side_of(each.who) is None and _says_the_same(each, side[0], known):
                    side.append(each)
                    question.together.append((side[0].who, each.who))


def merged(found: Sequence[Question]) -> list[Question]:
    """Questions that share a statement are one, where nobody would stand on both sides of it."""
    kept: list[Question] = []
    for question in found:
        into = next((each for each in kept if _fits(question, each) is not None), None)
        if into is None:
            kept.append(question)
            continue
        turned = _fits(question, into)
        into.oppositions += question.oppositions
        into.words |= question.words
        into.together += question.together
        for side, some in enumerate(question.sides):
            mine = into.sides[side ^ bool(turned)]
            mine += [each for each in some if not into.has(each)]
    return kept


def _fits(question: Question, into: Question) -> bool | None:
    """Whether its sides are the other way round there; None where it does not fit."""
    for turned in (False, True):
        first, second = question.sides[::-1] if turned else question.sides
        shares = any(each is other for mine, theirs in zip((first, second), into.sides, strict=True) for each in mine for other in theirs)
        crossed = {each.who for each in first} & {each.who for each in into.sides[1]} | {each.who for each in second} & {
            each.who for each in into.sides[0]
        }
        if shares and not crossed:
            return turned
    return None


def _put_beside(questions: Sequence[Question], one: Position, other: Position) -> None:
    for question in questions:
        side = question.side_of(one.who)
        if side is not None and question.side_of(other.who) is None and _same_text(one, question.sides[side]):
            question.sides[side].append(other)
        if side is not None and side == question.side_of(other.who):
            question.together.append((one.who, other.who))


def _same_text(one: Position, side: Sequence[Position]) -> bool:
    return any(one.passage.report.id == each.passage.report.id for each in side)


def _belongs(pair: Opposition, question: Question, known: Positions, places: Places) -> bool:
    one, other = question.side_of(pair.one.who), question.side_of(pair.other.who)
    if one is not None and one == other:
        return False
    if question.has(pair.one) or question.has(pair.other):
        return True
    if one is None and other is None:
        return False
    if one is None or other is None:
        return covered(pair.one.words & pair.other.words | pair.words, question.words, known) >= SAME_QUESTION
    near = any(places.nearness(pair.other, each) >= 0.5 for some in question.sides for each in some)
    return near or covered(pair.one.words & pair.other.words, question.words, known) >= SAME_QUESTION


def _join(pair: Opposition, question: Question) -> None:
    one, other = question.side_of(pair.one.who), question.side_of(pair.other.who)
    first = one if one is not None else 1 - other if other is not None else 0
    question.oppositions.append(pair)
    question.words |= pair.one.words | pair.other.words
    for position, side in ((pair.one, first), (pair.other, 1 - first)):
        if not question.has(position):
            question.sides[side].append(position)


def _says_the_same(one: Position, other: Position, known: Positions) -> bool:
    both = one.words & other.words
    if len(both - one.names - other.names) < 2 or one.open:
        return False
    if one.attitude != other.attitude or one.speaks != other.speaks or (one.turned ^ other.turned) & both:
        return False
    less = min(one.words, other.words, key=len)
    return sum(map(known.weight, sorted(both))) >= AGREE * sum(map(known.weight, sorted(less)))


def groups(question: Question, known: Positions) -> list[list[Position]]:
    """The sides as they are shown: those who are known to agree, or speak for one body, together; the two that differ most surely first."""
    found: list[list[Position]] = []
    for side in question.sides:
        parts: list[list[Position]] = []
        for each in side:
            mine = [part for part in parts if any(_together(each.who, other.who, question, known) for other in part)]
            parts = [part for part in parts if part not in mine]
            parts.insert(0, [*(other for part in mine for other in part), each])
        found += sorted(parts, key=lambda part: side.index(part[0]))
    return found


def _together(one: Who, other: Who, question: Question, known: Positions) -> bool:
    return known.allied(one, other) or (one, other) in question.together or (other, one) in question.together
