"""Who else says so: for a sentence of a story the other reports that carry its claim, and the claim as it is shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from octavo.brief import Claim
from octavo.briefing.cleaning import cleaned
from octavo.briefing.passages import Passage
from octavo.briefing.reports import Report, independent_reports
from octavo.briefing.saying.weights import weight
from octavo.briefing.statement import ENOUGH, Statement, says_the_same, statement
from octavo.grouping.stories.terms import words

MOST = 300
"""Sentences that one is compared with: those that have most of its rarest words."""
LONGEST = 2_000
"""Sentences of a word that are looked through; of a word that more have, the first."""
TAKEN_OVER = 7
"""Words outside quotation marks that no two desks put in the same order by themselves."""
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„]*[”\"»“]|(?<!\w)[‘'][^‘’']*[’'](?!\w)")
_SPELLING = re.compile(r"(?<=[bt])(?:re?|er)$|(?<=\w{2}o)u(?=r)")
"""Where "metre" and "harbour" are spelt otherwise."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    passage: Passage
    says: Statement


@dataclass(slots=True)
class Corroboration:
    """The sentences of a story, found by their telling words. Built in the order of the story's passages; nothing depends on chance.

    One sentence of a copy group that many copies print is one: what is printed again adds nothing.
    """

    passages: Sequence[Passage]
    _sentences: list[_Sentence] = field(init=False, repr=False, default_factory=list)
    _by_word: dict[str, list[int]] = field(init=False, repr=False, default_factory=dict)
    _carriers: dict[tuple[str, str], tuple[Passage, ...]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        seen = set[tuple[str, str]]()
        own_first = sorted(self.passages, key=lambda passage: passage.report.is_copy)
        for passage in own_first:
            if _key(passage) in seen:
                continue
            seen.add(_key(passage))
            says = statement(passage)
            for word in says.rest:
                self._by_word.setdefault(word, []).append(len(self._sentences))
            self._sentences.append(_Sentence(passage, says))

    def carriers(self, passage: Passage) -> tuple[Passage, ...]:
        """The passage itself, then of each other copy group the sentence that says best what it says, in order of time."""
        key = _key(passage)
        if key not in self._carriers:
            self._carriers[key] = tuple(self._others(passage))
        return passage, *self._carriers[key]

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

    def _others(self, passage: Passage) -> Iterable[Passage]:
        says = statement(passage)
        best: dict[str, tuple[float, Passage]] = {}
        for sentence in self._candidates(says):
            origin = sentence.passage.report.origin
            if origin == passage.report.origin:
                continue
            score = says_the_same(says, sentence.says)
            if score and (origin not in best or score > best[origin][0]):
                best[origin] = score, sentence.passage
        return sorted((each for _, each in best.values()), key=_time)

    def _candidates(self, says: Statement) -> Iterable[_Sentence]:
        """All that can say the same: whatever has ENOUGH of the words has one of any that weigh more than the rest together."""
        rare = sorted(says.rest, key=lambda word: (len(self._by_word.get(word, ())), word))
        spare, hits = (1 - ENOUGH) * says.weight, Counter[int]()
        for word in rare:
            for number in self._by_word.get(word, ())[:LONGEST]:
                hits[number] += 1
            spare -= weight(word)
            if spare < 0:
                break
        found = sorted(hits, key=lambda number: (-hits[number], number))[:MOST]
        return (self._sentences[number] for number in sorted(found))


def _key(passage: Passage) -> tuple[str, str]:
    return passage.report.origin, passage.text


def _printed(passage: Passage) -> str:
    """What a sentence is told by that was taken over: its words, where it has so many outside quotation marks that two desks do not find
    them both; of others the text they belong to. Which spelling a desk prefers ("metres", "meters") says nothing."""
    own = _QUOTED.sub(" ", passage.text)
    if len(words(own)) < TAKEN_OVER:
        return passage.report.origin
    return " ".join(_SPELLING.sub("", word) for word in words(passage.text))


def _time(passage: Passage) -> tuple[float, str, int]:
    published = passage.report.article.published
    return published.timestamp() if published else float("-inf"), passage.report.id, passage.number
