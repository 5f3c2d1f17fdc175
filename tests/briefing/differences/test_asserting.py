"""What a negation bears on, and what a question is named by."""

from __future__ import annotations

import pytest

from octavo.briefing.differences.asserting import is_headline, refused, unreal
from octavo.briefing.differences.question import called_false, charge, clause, phrase
from octavo.grouping.stories.terms import stem


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("the man was not wearing crampons when he slipped", ("wear", "crampon")),
        ("Russia was not strong enough to represent a real threat to NATO", ("threat",)),
        ("there is no humanitarian crisis in the territory", ("humanitarian", "crisis")),
        ("no evidence of delay and cost was produced", ("delay",)),
        ("only by invoking the fabricated threat", ("threat",)),
    ],
)
def test_a_negation_bears_on_what_stands_behind_it(content: str, what: tuple[str, ...]) -> None:
    (found,) = refused(content)
    assert found.what[: len(what)] == tuple(map(stem, what))


@pytest.mark.parametrize("content", ["", "no doubt", "not only the gun", "She was there."])
def test_what_is_no_negation_bears_on_nothing(content: str) -> None:
    assert refused(content) == ()


def test_what_something_is_for_and_what_may_be_are_not_so() -> None:
    assert {stem("injure"), stem("kill")} <= unreal("used to injure and kill as many as possible")
    assert stem("close") in unreal("the port may close")
    assert stem("close") not in unreal("the port closed")


def test_a_headline_is_nobodys_words() -> None:
    assert is_headline("General Who Called For Internment Of Radicals")
    assert not is_headline("General Holt called for the internment of radicals")


def test_a_question_is_named_by_a_whole_phrase() -> None:
    words = {stem("crisis"): 2.0, stem("humanitarian"): 2.0}
    assert phrase(["Gaza represented an alarming humanitarian crisis, and water was low"], words) == "alarming humanitarian crisis"
    assert phrase(["nothing of it"], words) == ""
    assert clause("that any rest had been missed") == "any rest had been missed"
    assert charge("the minister of having known of the photograph since 2024") == "having known of the photograph since 2024"
    assert called_false("the AP report was misleading") == "AP report"


def test_long_texts_of_nothing_but_negations_are_few() -> None:
    assert len(refused("not a gun " * 5_000)) < 10
