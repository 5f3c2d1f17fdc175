"""What all parts of a brief hold of reports: their language, and which of their sentences may be lines."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

import pytest

import octavo
from octavo.briefing.brief import brief
from octavo.briefing.passages import passages
from octavo.briefing.reports import Report
from octavo.briefing.rewriting.material import may_be_given
from octavo.briefing.saying.sense import sense
from octavo.grouping.stories.terms import telling
from tests.briefing.made import report

FIRST = "The ferry Marit ran aground off Kelby on 2 April with 40 people on board."
THEN = "Divers of the coast guard found a hole of two metres in her hull on 3 April."


def spoken(language: str, of: Report) -> Report:
    return replace(of, article=replace(of.article, language=language))


def test_english_of_two_countries_is_one_language() -> None:
    story = [spoken("en-GB", report("a", FIRST)), spoken("en", report("b", THEN, hours=3)), spoken("EN-us", report("c", THEN, hours=5))]
    made = brief(story)
    assert [line.text for line in made.new] == [THEN]
    assert {each.citations[0].id for each in made.summary} == {"a", "b"}
    assert all(may_be_given(passage) for passage in passages(story))


def test_what_has_no_full_stop_for_pages_is_no_line() -> None:
    long = "On 3 April, on Thursday, the ferry Marit lay there with 43 people on board, " * 60 + "and sank."
    made = brief([report("a", FIRST), report("b", long, hours=24)])
    sides = [side.text for each in made.differences for side in each.sides]
    shown = [*(each.text for each in made.summary), *(each.text for each in made.timeline), *(each.text for each in made.new), *sides]
    assert max(map(len, shown)) < 200


def test_a_sentence_weighs_the_same_in_whatever_order_its_words_are_added() -> None:
    for length in range(3, 40):
        said = sense(" ".join(f"{THEN} {FIRST} Quarry dust closed the northern causeway; wheat rotted at Ulvnes.".split()[:length]))
        assert said.weight == fsum(sorted(map(telling, said.words)))


@pytest.mark.parametrize("given", ["abc", [None], [{"id": "a"}]])
def test_what_is_no_article_is_said(given: list[object]) -> None:
    with pytest.raises(TypeError, match=r"octavo\.read"):
        octavo.brief(given)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"octavo\.read"):
        octavo.ask("Where is the ferry?", given)  # type: ignore[arg-type]
