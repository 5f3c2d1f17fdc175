"""Figures that differ between independent reports of the same thing: "three killed" in one paper, "five killed" in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from datetime import timedelta

from octavo.attribution.dates.finding import dates_in
from octavo.attribution.dates.words import MONTHS, WEEKDAYS
from octavo.briefing.centrality import Story, story_of
from octavo.briefing.cleaning import cleaned
from octavo.briefing.differences.figure_counts import Count, counts, is_of_a_time
from octavo.briefing.passages import Passage
from octavo.briefs import Difference, Side
from octavo.grouping.stories.terms import stem, telling, words

MOST = 4
"""Differences that are shown."""
_OF_ONE_KEY = 12
_KEPT = 6
"""Things of one name that are told apart, and the sentences of each that a new one is held against: time stays linear."""
_NAMING = 2
_WORD = re.compile(r"[^\W\d_]+")
_NO_NAMES = {stem(word) for word in (*WEEKDAYS, *MONTHS, "hundred", "thousand", "million", "billion", "trillion")}
_CITED = 12
"""Publishers of a side that are named, each with its sentence."""
_FARTHEST = 5
"""How many times one figure may be another that counts the same."""
_TELLING = 10
"""From here on the same figure of the same name is one thing's, whatever the words around it."""
_LONG_AGO = timedelta(days=10)


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    passage: Passage
    count: Count
    words: frozenset[str]
    days: frozenset[str]

    @property
    def voice(self) -> str:
        return self.passage.report.voice or self.passage.report.origin

    @property
    def publisher(self) -> str:
        report = self.passage.report
        return report.article.publisher or report.article.agency or report.id


@dataclass(slots=True, eq=False)
class _Thing:
    """What one name counts: the sentences that give a figure of it."""

    told: list[_Told] = field(default_factory=list)


def figure_differences(passages: Sequence[Passage]) -> tuple[Difference, ...]:
    """The sentences of a story's reports, in the order of time -> the figures in which independent reports differ, the weightiest first.

    A side's speakers are the publishers whose newest report has the figure; its sentence is the most telling one. Empty where none differ.
    """
    story = story_of(passages)
    found = [each for thing in _things(tuple(_told(passages)), story) if (each := _difference(thing, story))]
    return tuple(difference for _, difference in sorted(found, key=lambda each: (-each[0], each[1].question))[:MOST])


def _told(passages: Sequence[Passage]) -> Iterator[_Told]:
    for passage in passages:
        if passage.kind == "crosshead" or not passage.is_line or not any(letter.isalpha() for letter in passage.text):
            continue
        found = [each for each in counts(passage.text) if each.value]
        if not found:
            continue
        days = frozenset(when.date for when in dates_in(passage.text, passage.report.day))
        if is_of_a_time(passage.text) or _is_long_ago(passage, days):
            continue
        held = frozenset(word for word in words(passage.text) if telling(word) and not word.isdigit())
        for each in found:
            yield _Told(passage, each, held, days)


def _is_long_ago(passage: Passage, days: Iterable[str]) -> bool:
    """Whether a sentence speaks of another time than the story's."""
    day = passage.report.day
    if day is None:
        return any(len(each) < len("2026-03-04") for each in days)
    return any(each < (day - _LONG_AGO).isoformat()[: len(each)] for each in days)


def _things(told: Sequence[_Told], story: Story) -> list[_Thing]:
    alone = _alone(told)
    by_key: dict[str, list[_Thing]] = {}
    for each in told:
        things = by_key.setdefault(each.count.key, [])
        thing = next((thing for thing in things if any(_same(each, other, story, alone) for other in thing.told[:_KEPT])), None)
        if thing is None:
            if len(things) == _OF_ONE_KEY:
                continue
            thing = _Thing()
            things.append(thing)
        thing.told.append(each)
    return [thing for things in by_key.values() for thing in things]


def _alone(told: Iterable[_Told]) -> frozenset[tuple[str, str]]:
    """The reports that have one figure only of a name, by both."""
    values: dict[tuple[str, str], list[Count]] = {}
    for each in told:
        values.setdefault((each.passage.report.id, each.count.key), []).append(each.count)
    return frozenset(of for of, counted in values.items() if all(counted[0].agrees(other) for other in counted))


def _same(one: _Told, other: _Told, story: Story, alone: Set[tuple[str, str]]) -> bool:
    """Whether two figures count the same thing, by the words around them and the days."""
    one_days, other_days = ({day for day in each.days if len(day) == 10} for each in (one, other))
    if one_days and other_days and not one_days & other_days:
        return False
    if one.count.value == other.count.value >= _TELLING and not one.count.is_measure:
        return True
    low, high = sorted((one.count.value, other.count.value))
    if high > _FARTHEST * low:
        return False
    own = {stem(word) for word in one.count.key.split()} | set(words(one.count.noun)) | set(words(other.count.noun))
    ones, others = one.words - own, other.words - own
    share = story.shared(ones, others)
    sure = all((each.passage.report.id, each.count.key) in alone for each in (one, other))
    if one.count.is_of_people:
        return True
    if one.count.is_physical and one.passage.report.day != other.passage.report.day:
        return len(ones & others) >= 3 and share >= 0.5
    return len(ones & others) >= 3 - sure and share >= (0.25 if sure else 0.4)


def _difference(thing: _Thing, story: Story) -> tuple[float, Difference] | None:
    sides = _sides(_newest(thing.told))
    if not any(_apart(one, other) for place, one in enumerate(sides) for other in sides[:place]):
        return None
    voices = {each.voice for side in sides for each in side}
    firsts = [max(side, key=lambda each: (_weight(each, story), -each.passage.number)) for side in sides]
    weight = sum(_weight(each, story) for each in firsts) * len(voices)
    return weight, Difference("figures", _question(firsts, story), tuple(map(_side, firsts, sides)))


def _question(firsts: Sequence[_Told], story: Story) -> str:
    """What is counted, in words of the articles; for what is only measured the words that the sides share, as the first has them."""
    first = firsts[0]
    if not first.count.is_measure:
        return first.count.noun
    shared = frozenset.intersection(*(each.words for each in firsts)) - set(words(first.count.noun)) - _NO_NAMES
    best = sorted(shared, key=lambda word: (-story.central.get(word, 0.0), word))[:_NAMING]
    printed = [word for word in _WORD.findall(first.passage.text) if stem(word.lower()) in best]
    return ", ".join(dict.fromkeys([*printed, first.count.noun] if first.count.noun else printed))


def _apart(one: Sequence[_Told], other: Sequence[_Told]) -> bool:
    """Whether papers stand on either side, and not one text only, in those that have its newer state and those that have not."""
    ones, others = ({each.publisher for each in side} for side in (one, other))
    return bool(ones - others and others - ones) and {each.voice for each in one} != {each.voice for each in other}


def _weight(told: _Told, story: Story) -> float:
    return story.weight(told.words)


def _newest(told: Sequence[_Told]) -> list[_Told]:
    """What each publisher's newest report of the thing says: its own later count is no difference."""
    last: dict[str, str] = {}
    for each in told:
        last[each.publisher] = each.passage.report.id
    return [each for each in told if last[each.publisher] == each.passage.report.id]


def _sides(told: Sequence[_Told]) -> list[list[_Told]]:
    """Those who agree, together; a report that has two figures of the thing has none of its own, unless others have both."""
    sides: list[list[_Told]] = []
    for each in told:
        fits = [side for side in sides if all(each.count.agrees(other.count) for other in side)]
        if fits:
            fits[0].append(each)
        else:
            sides.append([each])
    counted: dict[str, set[int]] = {}
    for place, side in enumerate(sides):
        for each in side:
            counted.setdefault(each.passage.report.id, set()).add(place)
    kept = [[each for each in side if len(counted[each.passage.report.id]) == 1] for side in sides]
    return [side for side in kept if side]


def _side(first: _Told, side: Sequence[_Told]) -> Side:
    cited = {first.publisher: first}
    for each in side:
        if len(cited) < _CITED:
            cited.setdefault(each.publisher, each)
    return Side(tuple(sorted(cited)), cleaned(first.passage.text), tuple(each.passage.citation for each in cited.values()))
