"""Which of the fit sentences tell the most of a story together, none of them again what another has told.

Greedy covering (Nemhauser, Wolsey and Fisher 1978; for summaries Lin and Bilmes 2011): each line is the one whose words that no line
has yet weigh most, for its length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from heapq import nlargest

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
TOLD = 0.5
"""What a word that another line has counts still, where there are several reports: what has none of them is about something else."""
BRIEF = 14
"""Words up to which a line gains nothing by being short."""
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
) -> tuple[Passage, ...]:
    """Fit sentences -> at most `most` of them, the one that tells most first.

    `known` has the last names that a reader has seen in full; `same` gives the sentences that say what one says.
    """
    pool = _shortlist(passages, weights)
    told, met, lines = set[str](), set(known), list[Passage]()
    again = TOLD if len({id(each.passage.report) for each in pool}) > 1 else 0.0
    while len(lines) < most:
        able = [each for each in pool if (not each.leans or (lines and each.follows(lines[-1]))) and not each.repeats(told)]
        best = max(able, key=lambda each: each.gain(told, again) * (1.0 if each.alone <= met else UNMET), default=None)
        if best is None or not best.gain(told):
            break
        lines.append(best.passage)
        told |= best.passage.sense.words
        met |= best.known
        others = {id(each) for each in same(best.passage)}
        pool = [each for each in pool if each is not best and id(each.passage) not in others]
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
    old = {id(each) for each in counts if any(_replaces(later.passage, each.passage) for later in counts)}
    return [replace(each, worth=each.worth * OVERTAKEN) if id(each) in old else each for each in found]


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


def _replaces(later: Passage, passage: Passage) -> bool:
    """Whether a later report gives other figures in a sentence about the same: "Five were killed" after "Three were killed"."""
    one, other = passage.sense, later.sense
    return (
        passage.report is not later.report
        and (passage.report.article.published or EARLIEST) < (later.report.article.published or EARLIEST)
        and bool(one.figures - other.figures and other.figures - one.figures)
        and carried(one, other) >= ALIKE
    )
