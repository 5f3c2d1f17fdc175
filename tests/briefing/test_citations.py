"""Every line of every brief stands where it says it does: over the specimen edition, a page of bare text, PolNeAR and ECB+."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import pytest

from octavo.article import Article
from octavo.attribution.analyse import analyses_of
from octavo.briefing.brief import brief
from octavo.briefing.cleaning import says
from octavo.briefing.novelty import fresh
from octavo.briefing.reports import Report, in_time, reports_of
from octavo.briefs import Brief, Citation
from octavo.grouping.stories.gathering import gathered
from tests.briefing.stories import ecb, polnear, seed_page, specimen

Line = tuple[str, str, tuple[Citation, ...]]
GAP = " … "
"""Between the pieces of what somebody said, each of which is cited."""
FEW = 8
"""Stories of the data that are looked at in each run; all of them in the long one."""


def _reports(articles: Iterable[Article]) -> tuple[Report, ...]:
    told = in_time(articles)
    return reports_of(told, analyses_of(told), gathered(told))


def _lines(made: Brief) -> Iterator[Line]:
    yield from (("summary", each.text, each.citations) for each in made.summary)
    yield from (("speakers", said.text, said.citations) for each in made.speakers for said in each.statements)
    yield from (("differences", side.text, side.citations) for each in made.differences for side in each.sides)
    yield from (("timeline", each.text, each.citations) for each in made.timeline)
    yield from (("new", each.text, each.citations) for each in made.new)


def faults(reports: Sequence[Report]) -> tuple[list[Line], int]:
    """The lines that do not stand where they say they do, and how many lines there are."""
    texts = {report.id: report.text for report in reports}
    lines = [*_lines(brief(reports)), *(("fresh", each.line.text, each.line.citations) for each in fresh(reports))]
    return [each for each in lines if not _stands(each, texts)], len(lines)


def _stands(line: Line, texts: dict[str, str]) -> bool:
    part, text, citations = line
    if not citations or any(not 0 <= each.start < each.end <= len(texts[each.id]) for each in citations):
        return False
    spans = [texts[each.id][each.start : each.end] for each in citations]
    if part == "speakers" and GAP in text:
        return all(any(says(piece, span) for span in spans) for piece in text.split(GAP))
    return says(text, spans[0]) and all(map(str.strip, spans))


def test_specimen_edition() -> None:
    for story, articles in specimen().items():
        found, lines = faults(_reports(articles))
        assert not found
        assert lines > 5, story


def test_page_of_bare_text() -> None:
    found, lines = faults(_reports(seed_page()))
    assert not found
    assert lines > 5


@pytest.mark.parametrize("stories", [pytest.param(FEW, id="few"), pytest.param(None, id="all", marks=pytest.mark.long)])
def test_polnear(stories: int | None) -> None:
    _all_stand(islice(polnear(), stories))


@pytest.mark.parametrize("articles", [pytest.param(FEW, id="few"), pytest.param(100, id="100 articles", marks=pytest.mark.long)])
def test_ecb(articles: int) -> None:
    _all_stand(ecb(articles))


def _all_stand(stories: Iterable[Sequence[Article]]) -> None:
    told = [faults(_reports(articles)) for articles in stories]
    assert not [fault for found, _ in told for fault in found]
    assert sum(lines for _, lines in told) > 5 * len(told)
