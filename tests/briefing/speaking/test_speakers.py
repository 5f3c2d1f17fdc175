"""Who said what over the articles of a story, found in texts by the shipped model."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from octavo import analyse, group
from octavo.article import Article, Paragraph
from octavo.briefing.passages import passages
from octavo.briefing.reports import Report, reports_of
from octavo.briefing.speaking.speakers import speakers
from octavo.briefs import SpeakerLines

FIRST = (
    "The council of Sorrel voted on Monday to close the old bridge over the Tamm. “The bridge will not last another winter,” said Una "
    "Holt, the mayor of Sorrel.",
    "The engineer Bram Sund warned that the northern pier had sunk by nine centimetres since the flood in March.",
    "A spokesman for the bus company said that the detour would take an hour.",
)
SECOND = (
    "The bridge at Sorrel is to be closed after a vote of its council. Mayor Una Holt said the closure would come into force on Friday.",
    "“The bridge will not last another winter,” Holt said.",
    "Shopkeepers said that they would lose half of their customers.",
)


def _reports(*texts: tuple[str, ...]) -> tuple[Report, ...]:
    articles = [
        Article(
            id=f"a{number}", url=f"https://paper{number}.example/bridge", publisher=f"Paper {number}", headline="Bridge to close",
            paragraphs=tuple(Paragraph("text", each) for each in text), published=datetime(2026, 5, 4 + number, tzinfo=UTC), language="en",
        )
        for number, text in enumerate(texts)
    ]  # fmt: skip
    return reports_of(articles, analyse([each.text for each in articles], [None] * len(articles)), group(articles))


@pytest.fixture(scope="module")
def told() -> tuple[tuple[Report, ...], tuple[SpeakerLines, ...]]:
    reports = _reports(FIRST, SECOND)
    return reports, speakers(passages(reports))


def _of(found: tuple[SpeakerLines, ...], name: str) -> SpeakerLines:
    return next(each for each in found if each.name == name)


def test_whom_all_quote_comes_first_by_the_whole_name(told: tuple[tuple[Report, ...], tuple[SpeakerLines, ...]]) -> None:
    _, found = told
    assert found[0].name == "Una Holt"
    assert found[0].kind == "person"
    assert [each.name for each in found].count("Una Holt") == 1
    assert "Holt" not in [each.name for each in found]


def test_the_same_words_in_two_papers_are_one_with_a_citation_of_each(told: tuple[tuple[Report, ...], tuple[SpeakerLines, ...]]) -> None:
    _, found = told
    winter = [each for each in _of(found, "Una Holt").statements if "winter" in each.text]
    assert len(winter) == 1
    assert [each.id for each in winter[0].citations] == ["a0", "a1"]
    assert winter[0].form == "direct"


def test_every_line_is_what_its_first_citation_says(told: tuple[tuple[Report, ...], tuple[SpeakerLines, ...]]) -> None:
    reports, found = told
    texts = {each.id: each.text for each in reports}
    for said in (each for speaker in found for each in speaker.statements):
        first = said.citations[0]
        printed = texts[first.id][first.start : first.end]
        assert said.text[0].lower() + said.text[1:] in printed or said.text in printed


def test_what_is_told_behind_that_begins_with_a_capital(told: tuple[tuple[Report, ...], tuple[SpeakerLines, ...]]) -> None:
    _, found = told
    assert _of(found, "Bram Sund").statements[0].text.startswith("The northern pier had sunk by nine centimetres")


def test_a_story_without_statements_has_no_speakers() -> None:
    assert speakers(passages(_reports(("It rained in Sorrel on Monday. The river rose.",)))) == ()
    assert speakers(()) == ()


def test_the_order_of_the_articles_says_nothing() -> None:
    one, other = _reports(FIRST, SECOND)
    again = tuple(sorted((other, one), key=lambda report: report.id))
    assert speakers(passages((one, other))) == speakers(passages(again))
