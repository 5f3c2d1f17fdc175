"""Who else says so: for a sentence of a story the other reports that carry its claim, and the claim as it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from octavo.briefing.cleaning import cleaned
from octavo.briefing.cores import Cores
from octavo.briefing.likes import Likes
from octavo.briefing.passages import Passage
from octavo.briefing.reports import EARLIEST, Report, independent_reports
from octavo.briefing.statement import ENOUGH, QUOTED, says_the_same
from octavo.briefs import Claim
from octavo.grouping.stories.terms import words

TAKEN_OVER = 7
"""Words outside quotation marks that no two desks put in the same order by themselves."""
_SPELLING = re.compile(r"(?<=[bt])(?:re?|er)$|(?<=\w{2}o)u(?=r)")
"""Where "metre" and "harbour" are spelt otherwise."""


class Corroboration:
    """Which reports of a story carry what one of its passages says. Looked up once for each sentence of a copy group."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        """`passages`: all of the story, in the order of its reports."""
        self.likes = Likes(passages)
        self._cores = Cores(self.likes)
        self._others: dict[tuple[str, str], tuple[Passage, ...]] = {}

    def carriers(self, passage: Passage) -> tuple[Passage, ...]:
        """The passage itself, then of each other copy group the sentence that says best what it says, or the one or two that carry the core
        of it (see `octavo.briefing.cores`), in order of time."""
        key = passage.report.origin, passage.text
        if key not in self._others:
            self._others[key] = tuple(self._found(passage))
        return passage, *self._others[key]

    def independent_reports(self, passage: Passage) -> int:
        """How many independent reports carry what a passage says, its own among them.

        A report in another copy group that has the sentence word for word has it from there, or from where that one has it: a piece that
        was taken into another article is no report of its own.
        """
        told: dict[str, Report] = {}
        for carrier in sorted(self.carriers(passage), key=_time):
            told.setdefault(_printed(carrier), carrier.report)
        return independent_reports(told.values())

    def claim(self, passage: Passage) -> Claim:
        """A passage as a line of a brief, with all that carry it."""
        citations = tuple(each.citation for each in self.carriers(passage))
        return Claim(cleaned(passage.text), citations, self.independent_reports(passage))

    def _found(self, passage: Passage) -> Iterator[Passage]:
        """Of each other copy group the sentence that says the whole best; where none does, what carries the core of it best."""
        says = self.likes.of(passage).says
        best: dict[str, tuple[float, Passage]] = {}
        for other in self.likes.like(says, ENOUGH) if says.claims else ():
            origin = other.passage.report.origin
            if origin == passage.report.origin:
                continue
            score = says_the_same(says, other.says)
            if score and (origin not in best or score > best[origin][0]):
                best[origin] = score, other.passage
        cores = {each.passage.report.origin: each.passage for each in self._cores.carriers(passage)}
        return iter(sorted((cores | {origin: each for origin, (_, each) in best.items()}).values(), key=_time))


def _printed(passage: Passage) -> str:
    """What a sentence is told by that was taken over: its words, where it has so many outside quotation marks that two desks do not find
    them both; of others the text they belong to. Which spelling a desk prefers ("metres", "meters") says nothing."""
    if len(words(QUOTED.sub(" ", passage.text))) < TAKEN_OVER:
        return passage.report.origin
    return " ".join(_SPELLING.sub("", word) for word in words(passage.text))


def _time(passage: Passage) -> tuple[float, str, int]:
    return (passage.report.article.published or EARLIEST).timestamp(), passage.report.id, passage.number
