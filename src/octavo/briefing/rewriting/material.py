"""What a model is given of a story: the sentences that stand behind its brief, numbered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from octavo.briefing.checking.addressed import addressed
from octavo.briefing.checking.given import Given, given_of
from octavo.briefing.passages import Passage, passages
from octavo.briefing.reports import Report
from octavo.briefs import Brief, Citation, Claim, Difference

MOST = 40
"""Sentences that are given at most."""
LONGEST = 800
"""Characters of one."""


@dataclass(slots=True)
class Material:
    """Sentences as they are given, by what they were cited as; each once."""

    reports: Mapping[str, Report]
    given: list[Given] = field(default_factory=list)
    _numbers: dict[Citation, int] = field(default_factory=dict)
    _passages: dict[str, tuple[Passage, ...]] = field(default_factory=dict)

    def add(self, citations: Sequence[Citation], independent_reports: int | None = None) -> tuple[int, ...]:
        """The numbers of the sentences that the first citation covers, which are given now; none where they may not be.

        All the citations stand behind them where the count of reports is told, else each is cited alone.
        """
        found = []
        for passage in self._covered(citations[0]) if citations else ():
            here = passage.citation
            if here not in self._numbers and len(self.given) < MOST and may_be_given(passage):
                behind = tuple(citations) if independent_reports else (here,)
                self._numbers[here] = len(self.given) + 1
                self.given.append(given_of(len(self.given) + 1, passage, behind, independent_reports or 1))
            if here in self._numbers:
                found.append(self._numbers[here])
        return tuple(found)

    def told(self) -> list[dict[str, object]]:
        """The sentences as data for the model, with who says something in each."""
        return [
            {"n": each.number, "text": each.text} | ({"said_by": [said.speaker for said in each.said]} if each.said else {})
            for each in self.given
        ]

    def _covered(self, citation: Citation) -> Iterable[Passage]:
        report = self.reports.get(citation.id)
        if report is None:
            return ()
        if citation.id not in self._passages:
            self._passages[citation.id] = passages((report,))
        there = self._passages[citation.id]
        first = max(bisect_right([each.start for each in there], citation.start) - 1, 0)
        return [each for each in there[first:] if each.start < citation.end and each.end > citation.start]


def may_be_given(passage: Passage) -> bool:
    """Whether a model may see a sentence: English, of a sensible length, in a paragraph that tells no machine what to do."""
    report = passage.report
    if report.language != "en" or passage.end - passage.start > LONGEST:
        return False
    start, end = next((each for each in report.paragraphs if each[0] <= passage.start < each[1]), passage.span)
    return not addressed(report.text[start:end])


def of_brief(brief: Brief, reports: Iterable[Report]) -> tuple[Material, tuple[tuple[int, ...], ...]]:
    """The sentences behind a brief, those of its summary first, and the numbers of those of each of its differences."""
    made = Material({report.id: report for report in reports})
    for claim in brief.summary:
        made.add(claim.citations, claim.independent_reports)
    differing = tuple(_sides(made, each) for each in brief.differences)
    for speaker in brief.speakers:
        for said in speaker.statements[:1]:
            made.add(said.citations)
    return made, differing


def of_claims(claims: Iterable[Claim], reports: Iterable[Report]) -> Material:
    """The sentences behind answers that were found."""
    made = Material({report.id: report for report in reports})
    for claim in claims:
        made.add(claim.citations, claim.independent_reports)
    return made


def _sides(made: Material, difference: Difference) -> tuple[int, ...]:
    """The sentences of all its sides; none where one of a side cannot be given."""
    numbers = [made.add(side.citations) for side in difference.sides]
    return tuple(number for each in numbers for number in each) if all(numbers) else ()
