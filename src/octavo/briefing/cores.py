"""Which sentences of other reports carry the core of what one says, in words of their own: one sentence, or two neighbours together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import log

from octavo.briefing.core import Core, agree, core_of, goes_on, has_figure, joined, official, telling, together
from octavo.briefing.likes import Likes
from octavo.briefing.passages import Passage
from octavo.briefing.saying.nearness import Nearness
from octavo.briefing.saying.synonyms import others_for
from octavo.briefing.saying.times import MONTHS
from octavo.briefing.statement import Statement, statement
from octavo.grouping.mentions import TITLES
from octavo.grouping.stories.terms import words

ENOUGH = 0.69
"""The share of the core's words, names and figures, by weight, that another needs."""
ENOUGH_NAMED = 0.62
"""The same where two of its names stand there."""
ENOUGH_OF_TWO = 0.9
"""The same of two sentences, which have more words by chance."""
NEARLY_ALL = 0.85
"""The same where no word says what is done, or neither a name nor a figure stands there: anybody may have been killed in a crash."""
ENOUGH_APART = 0.6
"""The share where each counts by how few sentences of the story have it: what a story is about stands in those about all that happened."""
UNSAID = 0.4
"""What is left of the weight of what is missing because it goes without saying."""
COMMON = 0.3
"""The share of a story's texts from which on a word can go without saying in a sentence of a report that has it elsewhere."""
NEARER = 0.7
"""How near in meaning the word that says what is done must have its like."""
NAME, FIGURE = 2.0, 2.0
"""What a name and a figure weigh."""
LOOKED_AT = 40
"""Sentences that one core is compared with, each alone and with its neighbours."""
LONGEST = 2_000
"""Sentences of a word that are looked through."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """Another report's sentence, or two of them as one; whether it does `alone`, and how much of the core it has, 0 to 1."""

    passage: Passage
    alone: bool
    share: float

    @property
    def rank(self) -> tuple[bool, float]:
        """What the better one has more of."""
        return self.alone, self.share


@dataclass(slots=True)
class Cores:
    """A story's sentences, in which the cores of others are looked for."""

    likes: Likes
    _told: dict[int, Statement] = field(init=False, repr=False, default_factory=dict)
    _at: dict[tuple[str, int], int] = field(init=False, repr=False, default_factory=dict)
    _holders: dict[str, set[str]] = field(init=False, repr=False, default_factory=dict)
    _in_report: dict[str, set[str]] = field(init=False, repr=False, default_factory=dict)
    _groups: int = field(init=False, repr=False, default=1)
    _nearness: Nearness = field(init=False, repr=False)

    def __post_init__(self) -> None:
        holders: defaultdict[str, set[str]] = defaultdict(set)
        held: defaultdict[str, set[str]] = defaultdict(set)
        for number, each in enumerate(self.likes.sentences):
            report = each.passage.report
            self._at[report.id, each.passage.number] = number
            held[report.origin] |= each.says.all
            if each.passage.number == 0:
                held[report.origin].update(words(report.article.headline))
            for word in each.says.names | each.says.rest:
                holders[word].add(report.origin)
        self._holders, self._in_report, self._groups = dict(holders), dict(held), max(len(held), 1)
        self._nearness = Nearness(each.passage.text for each in self.likes.sentences)

    def carriers(self, passage: Passage) -> Iterator[Carrier]:
        """For each other copy group the sentence, or the two, that carry the core of a passage best. In the order of the story."""
        core = core_of(passage)
        if not core.claims:
            return
        best: dict[str, Carrier] = {}
        for number in self._likely(core, passage.report.origin):
            for found in self._tried(core, number):
                origin = found.passage.report.origin
                if origin not in best or found.rank > best[origin].rank:
                    best[origin] = found
        yield from best.values()

    def _tried(self, core: Core, number: int) -> Iterator[Carrier]:
        """A sentence, and where it does not carry the core alone, with the one before or behind."""
        alone = self.likes.sentences[number]
        share = self._share(core, self._says(number), alone.passage)
        if share:
            yield Carrier(alone.passage, alone=True, share=share)
            return
        report, place = alone.passage.report.id, alone.passage.number
        for pair in ((place - 1, place), (place, place + 1)):
            if all((report, each) in self._at for each in pair):
                first, second = (self._at[report, each] for each in pair)
                one, other = self.likes.sentences[first].passage, self.likes.sentences[second].passage
                if not goes_on(other, self._says(second).names - core.says.names - self._says(first).names):
                    continue
                share = self._share(core, together(self._says(first), self._says(second)), alone.passage)
                if share >= ENOUGH_OF_TWO:
                    yield Carrier(joined(one, other), alone=False, share=share)

    def _says(self, number: int) -> Statement:
        if number not in self._told:
            self._told[number] = statement(telling(self.likes.sentences[number].passage))
        return self._told[number]

    def _likely(self, core: Core, origin: str) -> list[int]:
        hits: defaultdict[int, float] = defaultdict(float)
        sought = [*core.rest, *((name[-1], NAME) for name in core.names)]
        for word, weighs in sought:
            alike = {word: 1.0, **dict.fromkeys(sorted(others_for(word)), 1.0), **self._nearness.like(word)}
            for other, likeness in alike.items():
                numbers = self.likes.holding(other)[:LONGEST]
                rare = weighs * likeness * log(1 + len(self.likes.sentences) / (1 + len(numbers)))
                for number in numbers:
                    hits[number] += rare
        own = [each for each in hits if self.likes.sentences[each].passage.report.origin != origin]
        return sorted(sorted(own, key=lambda number: (-hits[number], number))[:LOOKED_AT])

    def _share(self, core: Core, other: Statement, passage: Passage) -> float:
        """How much of a core another says: 0 where they do not agree or too little is shared."""
        origin = passage.report.origin
        if other.asks or ("whether" in other.all and "whether" not in core.says.all):
            return 0.0
        if not agree(core.says, other, core.official and official(telling(passage).contents)):
            return 0.0
        if core.does and self._has_word(core.does, other) < NEARER:
            return 0.0
        counted: list[tuple[float, float, str]] = []
        met = 0
        for name in core.names:
            has = name[-1] in other.all or (name[0] in TITLES and name[0] in other.all)
            met += has
            if not has and not other.names <= core.says.names:
                return 0.0
            unsaid = not has and self._goes_without_saying(name[-1], origin)
            counted.append((NAME * (UNSAID if unsaid else 1.0), float(has), name[-1]))
        figures: list[tuple[float, float, str]] = []
        for figure in core.says.told:
            if figure.of & MONTHS:
                continue
            known = has_figure(figure, other.told)
            if known is False:
                return 0.0
            about = any(self._has_word(word, other) for word in sorted(figure.of))
            figures.append((FIGURE * (1.0 if known or about else UNSAID), float(bool(known)), figure.value))
        counted += figures
        for word, weighs in core.rest:
            likeness = self._has_word(word, other)
            unsaid = not likeness and self._goes_without_saying(word, origin)
            counted.append((weighs * (UNSAID if unsaid else 1.0), likeness, word))
        shared = _weighed(counted)
        apart = _weighed([(weighs * self._apart(word), has, word) for weighs, has, word in counted])
        anchored = core.does and (met or any(has for _, has, _ in figures))
        enough = NEARLY_ALL if not anchored else ENOUGH_NAMED if met > 1 else ENOUGH
        return shared if shared >= enough and apart >= ENOUGH_APART else 0.0

    def _has_word(self, word: str, other: Statement) -> float:
        if word in other.all or any(each in other.all for each in others_for(word)):
            return 1.0
        near = self._nearness.like(word)
        return max((near[each] for each in other.rest if each in near), default=0.0)

    def _apart(self, word: str) -> float:
        return log(1 + len(self.likes.sentences) / (1 + len(self.likes.holding(word))))

    def _goes_without_saying(self, word: str, origin: str) -> bool:
        """Whether a name or word is the story's, and the report has it elsewhere."""
        return len(self._holders.get(word, ())) >= COMMON * self._groups and word in self._in_report.get(origin, ())


def _weighed(counted: Iterable[tuple[float, float, str]]) -> float:
    every = list(counted)
    whole = sum(weighs for weighs, _, _ in every)
    return sum(weighs * has for weighs, has, _ in every) / whole if whole else 0.0
