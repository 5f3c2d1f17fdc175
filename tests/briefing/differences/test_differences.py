"""Where people differ, and where they do not, found in texts by the shipped model."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from octavo import analyse, group
from octavo.article import Article, Paragraph
from octavo.briefing.differences.differences import differences
from octavo.briefing.passages import passages
from octavo.briefing.reports import Report, reports_of
from octavo.briefs import Difference

TRUTH = Path(__file__).parents[1] / "differences.json"
NOBODY = [row for row in json.loads(TRUTH.read_text(encoding="utf-8")) if row.get("none") and row.get("texts")]


def _reports(*texts: str, published: Sequence[str] = ()) -> tuple[Report, ...]:
    articles = [
        Article(
            id=f"a{number}", url=f"https://paper{number}.example/story", publisher=f"Paper {number}", headline="",
            paragraphs=tuple(Paragraph("text", each) for each in text.split("\n")), language="en",
            published=datetime.fromisoformat(published[number] if published else f"2026-05-0{number + 1}T08:00:00+02:00"),
        )
        for number, text in enumerate(texts)
    ]  # fmt: skip
    days = [each.published.date() if each.published else None for each in articles]
    return reports_of(articles, analyse([each.text for each in articles], days), group(articles))


def _found(*texts: str) -> tuple[Difference, ...]:
    return differences(passages(_reports(*texts)))


def _sides(difference: Difference) -> list[set[str]]:
    return [set(side.speakers) for side in difference.sides]


DENIED = (
    "The dyers' union accused the mill at Sorrel on Monday of pouring dye into the Tamm by night.\nThe mill's director, Bram Sund, denied "
    "that any dye had reached the river. “Our tanks are closed,” Sund said."
)
CONTRAST = (
    "The mayor of Sorrel, Una Holt, said on Monday that the ferry would pay for itself within a year. “People will come,” Holt said.\n"
    "Not everyone agrees.\nThe council's treasurer, Peer Lind, said the ferry would lose money every winter."
)


def test_a_denial_stands_beside_the_accusation() -> None:
    found = _found(DENIED)
    assert [each.kind for each in found] == ["denial"]
    assert _sides(found[0])[1] == {"Bram Sund"}
    assert "denied that any dye had reached the river" in found[0].sides[1].text or "Our tanks are closed" in found[0].sides[1].text
    assert found[0].question == "any dye had reached the river"


def test_it_points_back_to_what_was_said_before() -> None:
    found = _found("Two traders said on Monday that the buyer in the south had cancelled its order for barley.\nThe buyer denied it.")
    assert len(found) == 1
    assert _sides(found[0]) == [{"two traders"}, {"the buyer"}]


def test_an_article_says_itself_that_two_do_not_agree() -> None:
    found = _found(CONTRAST)
    assert len(found) == 1
    assert _sides(found[0]) == [{"Una Holt"}, {"Peer Lind"}]


def test_what_cannot_both_be_true_is_found_across_papers() -> None:
    found = _found(
        "Police said on Monday that the driver had pointed a loaded rifle at the officers before he was shot.",
        "Neighbours told another story. A witness said that the driver had not pointed a rifle at the officers.",
    )
    assert len(found) == 1
    assert {name.lower() for some in _sides(found[0]) for name in some} >= {"police", "a witness"}


@pytest.mark.parametrize("row", NOBODY, ids=lambda row: row["why"])
def test_where_nobody_differs_it_says_nothing(row: dict[str, list[dict[str, str]]]) -> None:
    texts = row["texts"]
    assert differences(passages(_reports(*(each["text"] for each in texts), published=[each["published"] for each in texts]))) == ()


def test_who_speaks_for_a_body_does_not_differ_from_it() -> None:
    found = _found(
        "The dyers' union said on Monday that the strike would go on until June.\nThe secretary of the dyers' union, Mona Reit, said the "
        "strike would not go on until June without a vote."
    )
    assert found == ()


def test_every_line_is_what_its_first_citation_says() -> None:
    for text in (DENIED, CONTRAST):
        reports = _reports(text)
        printed = {each.id: each.text for each in reports}
        for side in (side for each in differences(passages(reports)) for side in each.sides):
            first = side.citations[0]
            assert side.text[1:].split(" … ")[0] in printed[first.id][first.start : first.end]


def test_nothing_is_made_of_nothing() -> None:
    assert differences(()) == ()
