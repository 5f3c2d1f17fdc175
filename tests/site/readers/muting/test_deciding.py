"""What rules hide and lift, without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from octavo.site.readers.muting.deciding import Told, sift
from octavo.site.readers.muting.rules import Rule
from tests.site.readers.muting.rules import follow, mute, told

NOW = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)
TUG = told(
    1, "Tug fails off Marit", "The tug lost power, said Ines Dahl.", story=5, publisher="the pilot", agency="northwire", section="world",
    voices=frozenset({(7, "ines dahl")}),
)


def hidden(*rules: Rule, rows: tuple[Told, ...] = (TUG,)) -> set[int]:
    return set(sift(rows, rules, NOW).hidden)


@pytest.mark.parametrize("rule", [
    mute(1, "words", "TUG fails"), mute(1, "words", "lost power", places=frozenset({"text"})), mute(1, "publisher", "The Pilot"),
    mute(1, "agency", "Northwire"), mute(1, "section", "World", key="world"), mute(1, "story", "Tug", key="5"),
    mute(1, "person", "Ines Dahl", places=frozenset({"text"})), mute(1, "person", "I. Dahl", number=7, places=frozenset({"speakers"})),
    mute(1, "person", "Ines Dahl", places=frozenset({"speakers"})), mute(1, "words", "dahl", places=frozenset({"speakers"})),
])
def test_each_kind_hides(rule: Rule) -> None:
    found = sift([TUG, told(2, "A whale")], [rule], NOW)
    assert found.hidden == {1: rule}


@pytest.mark.parametrize("rule", [
    mute(1, "words", "power", places=frozenset({"headline"})), mute(1, "words", "tug", places=frozenset({"speakers"})),
    mute(1, "publisher", "Pilot"), mute(1, "story", "Tug", key="6"), mute(1, "person", "Ines Dahl", places=frozenset({"headline"})),
    mute(1, "person", "Ines Dahl", number=8, places=frozenset({"speakers"})), mute(1, "words", "tug", until=NOW),
])
def test_what_does_not_hide(rule: Rule) -> None:
    assert not hidden(rule)


def test_a_last_name_in_a_headline_is_a_persons_where_the_text_has_the_whole_name() -> None:
    rule = mute(1, "person", "Ines Dahl", places=frozenset({"headline"}))
    same, other = told(1, "Dahl resigns", "Ines Dahl has gone."), told(2, "Dahl resigns", "Per Dahl has gone.")
    assert hidden(rule, rows=(same, other)) == {1}


def test_a_rule_runs_out() -> None:
    rule = mute(1, "words", "tug", until=NOW + timedelta(seconds=1))
    assert sift([TUG], [rule], NOW).hidden
    assert not sift([TUG], [rule], NOW + timedelta(seconds=1)).hidden


def test_of_a_story_only_the_articles_that_match_are_hidden() -> None:
    rows = (told(1, "Tug fails", story=5), told(2, "Ship adrift", story=5))
    assert hidden(mute(1, "words", "tug"), rows=rows) == {1}
    assert hidden(mute(1, "story", "it", key="5"), rows=rows) == {1, 2}


def test_a_follow_is_stronger() -> None:
    rows = (replace(TUG), told(2, "Ship adrift", story=5), told(3, "Tug race", story=6))
    person = follow(1, "person", "Ines Dahl", number=7, places=frozenset({"speakers"}))
    story, words = mute(2, "story", "it", key="5"), mute(3, "words", "tug")
    found = sift(rows, [person, story, words], NOW)
    assert set(found.hidden) == {3}
    assert set(found.followed) == {1}
    assert found.despite == {(5, 0): story}


def test_a_muted_story_comes_back_when_enough_is_new() -> None:
    rule = mute(1, "story", "it", key="5", breaks_after=3, had=4, has=6)
    assert hidden(rule) == {1}
    found = sift([TUG], [replace(rule, has=7)], NOW)
    assert not found.hidden
    assert found.back[5, 0].news == 3
    assert hidden(replace(rule, breaks_after=0, has=99)) == {1}


def test_the_first_rule_is_named() -> None:
    assert sift([TUG], [mute(1, "words", "tug"), mute(2, "publisher", "The Pilot")], NOW).hidden[1].pk == 1
