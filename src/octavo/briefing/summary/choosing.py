"""Which of the fit sentences tell the most of a story together, none of them again what another has told.

Greedy covering (Nemhauser, Wolsey and Fisher 1978; for summaries Lin and Bilmes 2011): each line is the one whose words that no line
has yet weigh most, for its length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from heapq import nlargest
from math import log2

from octavo.briefing.cleaning import cleaned
from octavo.briefing.passages import Passage
from octavo.briefing.reports import EARLIEST
from octavo.briefing.saying.sense import carried
from octavo.briefing.summary.fitness import size
from octavo.briefing.summary.leaning import goes_on, last_names, leans, names_in
from octavo.briefing.summary.weighing import Weights
from octavo.grouping.stories.terms import telling

SHORTLIST = 160
"""Sentences that are looked at for each line: those that alone tell most."""
AGAIN = 0.5
"""Share of a sentence's telling words that other lines have, above which it says what they say."""
LENGTH, PLACE = 0.75, 0.05
"""How much a line loses by its words, and by its place in its article: powers of them."""
GOING_ON, UNMET, OVERTAKEN = 0.9, 0.9, 0.3
"""What is left of one that goes on from another, that has a name without its first one, whose figures
a later report has replaced."""
STRANGE, AHEAD, SPOKEN = 0.7, 0.5, 0.8
"""What is left, where there are several reports, of one that has a name without its first one; that looks ahead to what a report of another
day tells; and that opens with a quotation: what was said about it all, not what it was."""
TOLD = 0.5
"""What a word that another line has counts still, where there are several reports: what has none of them is about something else."""
SUPPORT = 0.25
"""How much more a line is worth with each doubling of the independent reports that carry it."""
LOOKED_UP = 48
"""Sentences of which it is asked who carries them: those that alone are worth most."""
BRIEF = 14
"""Words up to which a line gains nothing by being short."""
_AHEAD = re.compile(
    r"\b(?:this (?:morning|afternoon|evening)|tonight|tomorrow|later today"
    r"|(?:is|are) (?:to|due to|set to|expected to|about to|preparing to)"
    r"|will (?:try|decide|vote|meet|speak|publish|ask))\b",
    re.IGNORECASE,
)
_QUOTATION = "\"“‘'«„"
ALIKE = 0.5
"""Share of telling words by which two sentences of two reports give figures of the same."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A sentence; what it is worth for its form, and each of its words for the story; whether it needs the line before; the last names that
    it makes known, and those that it has alone though its article gives them in full elsewhere."""

    passage: Passage
    worth: float
    words: tuple[tuple[str, float], ...]
    leans: bool
    known: frozenset[str]
    alone: frozenset[str]

    def gain(self, told: Set[str], again: float = 0.0) -> float:
        """What its words weigh, those that are told already only as much of it as `again`."""
        return self.worth * sum(weight * (again if word in told else 1.0) for word, weight in self.words)

    def repeats(self, told: Set[str]) -> bool:
        """Whether most of what it says is told."""
        sense = self.passage.sense
        return bool(told) and sum(telling(word) for word, _ in self.words if word in told) > AGAIN * sense.weight

    def follows(self, passage: Passage) -> bool:
        """Whether it stands right behind, in the same paragraph."""
        mine = self.passage
        return passage.report is mine.report and passage.number == mine.number - 1 and not mine.opens


def chosen(
    passages: Sequence[Passage], weights: Weights, known: Set[str], most: int, same: Callable[[Passage], Iterable[Passage]],
    support: Callable[[Passage], int],
) -> tuple[Passage, ...]:
    """Fit sentences -> at most `most` of them, the one that tells most first.

    `known` has the last names that a reader has seen in full; `same` gives the sentences that say what one says, `support` how many
    independent reports carry it: of lines that tell about as much, the one that more of them have is what a reader can trust.
    """
    pool = _supported(_shortlist(passages, weights), support)
    told, met, lines = set[str](), set(known), list[Passage]()
    several = len({id(each.passage.report) for each in pool}) > 1
    again, unmet = (TOLD, STRANGE) if several else (0.0, UNMET)
    while len(lines) < most:
        able = [each for each in pool if (not each.leans or (lines and each.follows(lines[-1]))) and not each.repeats(told)]
        best = max(able, key=lambda each: each.gain(told, again) * (1.0 if each.alone <= met else unmet), default=None)
        if best is None or not best.gain(told):
            break
        lines.append(best.passage)
        told |= best.passage.sense.words
        met |= best.known
        others = [(each.report.id, each.start, each.end) for each in same(best.passage)]
        pool = [each for each in pool if each is not best and not _within(each.passage, others)]
    return tuple(lines)


def _shortlist(passages: Sequence[Passage], weights: Weights) -> list[Candidate]:
    """Those that alone tell most, in the order of the passages, those whose figures a later one has replaced set back."""
    bare = [sum(weights.get(word, 0.0) for word in sorted(each.sense.words)) * _form(each) for each in passages]
    kept = [passages[place] for place in sorted(nlargest(SHORTLIST, range(len(bare)), key=lambda place: (bare[place], -place)))]
    names = [names_in(cleaned(each.text)) for each in kept]
    full: dict[str, set[str]] = {}
    for each, printed in zip(kept, names, strict=True):
        full.setdefault(each.report.id, set()).update(last_names(printed))
    found = [_candidate(each, weights, printed, full[each.report.id]) for each, printed in zip(kept, names, strict=True)]
    counts = [each for each in found if each.passage.sense.figures]
    if len({each.report.id for each in passages}) > 1:
        last = max((each.report.day for each in passages if each.report.day), default=None)
        found = [replace(each, worth=each.worth * _looks(each.passage, last)) for each in found]
        counts = [each for each in found if each.passage.sense.figures]
    old = {id(each) for each in counts if any(_replaces(later.passage, each.passage) for later in counts)}
    return [replace(each, worth=each.worth * OVERTAKEN) if id(each) in old else each for each in found]


def _supported(found: Sequence[Candidate], support: Callable[[Passage], int]) -> list[Candidate]:
    """With what those that are worth most gain by who carries them."""
    if len({each.passage.report.origin for each in found}) < 2:
        return list(found)
    asked = {id(each) for each in nlargest(LOOKED_UP, found, key=lambda each: each.gain(frozenset()))}
    return [
        replace(each, worth=each.worth * (1 + SUPPORT * log2(support(each.passage)))) if id(each) in asked else each for each in found
    ]


def _within(passage: Passage, spans: Sequence[tuple[str, int, int]]) -> bool:
    return any(passage.report.id == name and start <= passage.start and passage.end <= end for name, start, end in spans)


def _candidate(passage: Passage, weights: Weights, names: Sequence[tuple[str, ...]], full: Set[str]) -> Candidate:
    known = last_names(names)
    worth = _form(passage) * (GOING_ON if goes_on(passage) else 1)
    return Candidate(
        passage, worth, tuple((word, weights.get(word, 0.0)) for word in sorted(passage.sense.words)), leans(passage), frozenset(known),
        frozenset(name[0] for name in names if len(name) == 1 and name[0] in full) - known,
    )


def _form(passage: Passage) -> float:
    """What a sentence's length and place leave of what its words weigh."""
    return float(1 / (max(size(cleaned(passage.text)), BRIEF) ** LENGTH * (1 + passage.number) ** PLACE))


def _looks(passage: Passage, last: date | None) -> float:
    """What its looking ahead, and its opening with a quotation, leave of its worth in a story whose last report is of that day."""
    published = passage.report.day
    ahead = published is not None and last is not None and published < last and _AHEAD.search(passage.text)
    return (AHEAD if ahead else 1.0) * (SPOKEN if passage.text[:1] in _QUOTATION else 1.0)


def _replaces(later: Passage, passage: Passage) -> bool:
    """Whether a later report gives other figures in a sentence about the same: "Five were killed" after "Three were killed"."""
    one, other = passage.sense, later.sense
    return (
        passage.report is not later.report
        and (passage.report.article.published or EARLIEST) < (later.report.article.published or EARLIEST)
        and bool(one.figures - other.figures and other.figures - one.figures)
        and carried(one, other) >= ALIKE
    )
