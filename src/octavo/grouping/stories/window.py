"""The stories of late, and the one that an article belongs to: state and article in, a decision out.

Candidates come from an index over terms, which keeps the latest articles of each term alone: what placing costs depends neither on how
many articles the window holds nor on how many share a word.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from octavo.grouping.stories.choices import NONE, Choices
from octavo.grouping.stories.digest import Digest
from octavo.grouping.stories.shelf import Shelf
from octavo.grouping.stories.times import Times
from octavo.grouping.stories.vectors import Vector, products, vector

JOINS = 0.26
"""How like the articles of a story an article must be to join it."""
STORIES = 16
"""Stories that are looked at closely for an article: those of the articles that the index finds nearest."""
MEMBERS = 48
"""Articles of a story that are compared with, from its first to its last, in even steps."""
CLOSEST, CLOSEST_COUNT = 5, 0.2
"""How many of the most alike are looked at by themselves, and what they count beside the average: coverage has more sides than one."""
MERGES, SAMPLE = 0.26, 16
"""How like the headlines of two stories must be, on the average of so many of each, to be one story after all."""
QUIET = 14 * 86_400
"""Seconds without a report after which a story is over: what comes then opens another."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Where an article goes, by ids of articles: `story` is the first article of its story, its own id where it opens one.

    `score` is how like that story it is: JOINS or more, 1 for the same text; 0 where it opens one or the owner decided. `next` is the
    story that it would have joined if not for that, None where there is none.
    """

    id: str
    story: str
    score: float
    next: str | None = None

    @property
    def opens(self) -> bool:
        """Whether it opens a story."""
        return self.id == self.story


@dataclass(slots=True)
class _Story:
    numbers: list[int]
    first: int | None
    last: int | None


class Window:
    """The articles of late with their stories. One thread at a time; the same calls give the same answers.

    A story is called by the article that opened it, and keeps that name when the article leaves it. A time is believed that another
    article came near to before, within QUIET, or that goes with the time when it was seen to come; an article with any other time is as
    one without: no story is over for it, and none is for another because of it.
    """

    def __init__(self) -> None:
        self._shelf = Shelf()
        self._ids: list[str] = []
        self._stories: dict[str, _Story] = {}
        self._story_of: dict[str, str] = {}
        self._times = Times(QUIET)

    def __len__(self) -> int:
        return len(self._story_of)

    def __contains__(self, name: str) -> bool:
        return name in self._story_of

    def story_of(self, name: str) -> str:
        """The story of an article that is in the window. Raises KeyError for another."""
        return self._story_of[name]

    def stories(self) -> Mapping[str, Sequence[str]]:
        """Each story with its articles, in the order in which they came."""
        return {name: [self._ids[number] for number in story.numbers] for name, story in self._stories.items()}

    def decide(self, name: str, made: Digest, seen: int | None = None, choices: Choices = NONE) -> Decision:
        """Where an article belongs; nothing changes. An article that is in the window already stays where it is.

        `seen`: when it came, in seconds since 1970; a time of publishing after that is not believed.
        """
        if name in self._story_of:
            return Decision(name, self._story_of[name], 0.0)
        if decided := self._chosen(name, choices):
            return Decision(name, decided, 0.0)
        when, mine = self._believed(made, seen), vector(made)
        barred = {self._story_of[other] for other in choices.without(name) if other in self._story_of}
        found: list[tuple[float, str]] = []
        for story, near in self._candidates(mine).items():
            if story in barred or self._over(self._stories[story], when):
                continue
            like = self._likeness(mine, near, self._stories[story].numbers)
            if like >= JOINS:
                found.append((like, story))
        found.sort(key=lambda each: -each[0])
        if not found:
            return Decision(name, name, 0.0)
        return Decision(name, found[0][1], found[0][0], found[1][1] if len(found) > 1 else None)

    def put(self, name: str, made: Digest, story: str, seen: int | None = None) -> None:
        """An article into a story, which may be a new one: what `decide` said, or what the library knows."""
        if name in self._story_of:
            return
        number = self._shelf.add(vector(made))
        self._ids.append(name)
        when = self._believed(made, seen)
        if (told := _time(made, seen)) is not None:
            self._times.add(told)
        held = self._stories.setdefault(story, _Story([], when, when))
        held.numbers.append(number)
        if when is not None:
            held.first = when if held.first is None else min(held.first, when)
            held.last = when if held.last is None else max(held.last, when)
        self._story_of[name] = story

    def place(self, name: str, made: Digest, seen: int | None = None, choices: Choices = NONE) -> Decision:
        """Decide, and put it there. Two stories of headlines that it shows to be one are one from then on, called as the larger was."""
        decision = self.decide(name, made, seen, choices)
        self.put(name, made, decision.story, seen)
        if decision.next and not (choices.apart or choices.story) and self._one(decision.story, decision.next):
            pair = (self._stories[each] for each in (decision.story, decision.next))
            large, small = sorted(pair, key=lambda story: (-len(story.numbers), story.numbers[0]))
            for number in list(small.numbers):
                self.move(self._ids[number], self._story_of[self._ids[large.numbers[0]]])
        return decision

    def move(self, name: str, story: str) -> None:
        """An article of the window (KeyError for another) into another story, which may be new; a story without articles is gone."""
        old = self._stories[self._story_of[name]]
        number = next(number for number in old.numbers if self._ids[number] == name)
        old.numbers.remove(number)
        if not old.numbers:
            del self._stories[self._story_of[name]]
        held = self._stories.setdefault(story, _Story([], old.first, old.last))
        insort(held.numbers, number)
        if old.first is not None and old.last is not None:
            held.first, held.last = min(old.first, held.first or old.first), max(old.last, held.last or old.last)
        self._story_of[name] = story

    def forget(self, before: int) -> None:
        """Stories without a report since then, in seconds since 1970, leave with all their articles; those without times stay."""
        gone = {name for name, story in self._stories.items() if story.last is not None and story.last < before}
        for name in gone:
            for number in self._stories.pop(name).numbers:
                del self._story_of[self._ids[number]]
        self._times.forget(before)
        if len(self._ids) > 2 * len(self._story_of):
            self._compact()

    def _compact(self) -> None:
        kept = sorted((number, story) for story in self._stories.values() for number in story.numbers)
        old, self._shelf = self._shelf, Shelf()
        ids = [self._ids[number] for number, _ in kept]
        for story in self._stories.values():
            story.numbers = []
        for number, story in kept:
            story.numbers.append(self._shelf.add(old.vector(number)))
        self._ids = ids

    def _chosen(self, name: str, choices: Choices) -> str | None:
        if name in choices.story:
            return choices.story[name]
        return next((self._story_of[other] for other in choices.with_(name) if other in self._story_of), None)

    def _candidates(self, mine: Vector) -> dict[str, list[int]]:
        """Stories, the likeliest first, each with its articles that the index finds near."""
        found: dict[str, list[int]] = {}
        for number in self._shelf.near(mine).tolist():
            story = self._story_of.get(self._ids[number])
            if story is not None and (story in found or len(found) < STORIES):
                found.setdefault(story, []).append(number)
        return found

    def _likeness(self, mine: Vector, near: Sequence[int], numbers: Sequence[int]) -> float:
        """How like an article is to those of a story: to all on the average, and to those that are closest."""
        sample = numbers[:: -(-len(numbers) // MEMBERS)]
        like = self._shelf.likeness(mine, np.array([*sample, *near[:CLOSEST]]))
        average, closest = like[: len(sample)].mean(), like[len(sample) :].mean()
        return float((1 - CLOSEST_COUNT) * average + CLOSEST_COUNT * closest)

    def _one(self, one: str, other: str) -> bool:
        """Whether two stories of headlines without texts are one; those with texts may be look-alikes, and only `repair` can tell."""
        kept = [self._stories[story].numbers for story in (one, other)]
        first, second = ([self._shelf.vector(number) for number in numbers[:: -(-len(numbers) // SAMPLE)]] for numbers in kept)
        if not all(len(each.meaning) for each in (*first, *second)):
            return False
        return bool(products([*first, *second])[: len(first), len(first) :].mean() >= MERGES)

    def _believed(self, made: Digest, seen: int | None) -> int | None:
        when = _time(made, seen)
        return when if when is None or seen is not None or self._times.bear_out(when) else None

    def _over(self, story: _Story, when: int | None) -> bool:
        if when is None or story.last is None or story.first is None:
            return False
        return when > story.last + QUIET or when < story.first - QUIET


def _time(made: Digest, seen: int | None) -> int | None:
    if made.published is None or seen is None:
        return seen if made.published is None else made.published
    return min(made.published, seen)
