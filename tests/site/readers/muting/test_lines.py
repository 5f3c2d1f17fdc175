"""Rules as lines of text, and what cannot be a rule."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from octavo.site.readers.muting.lines import lines_of, wishes_of
from octavo.site.readers.muting.rules import Rule
from octavo.site.readers.muting.wishing import end_of, wish
from octavo.site.readers.refusing import Refused
from tests.site.readers.muting.rules import follow, mute

NOW = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)
ALL = [
    mute(1, "words", "card tricks: how, until 2026", places=frozenset({"headline", "speakers"}), until=datetime(2026, 4, 1, tzinfo=UTC)),
    follow(2, "person", "Ines Dahl"), mute(3, "publisher", "The Pilot"), mute(4, "section", "Sport", key="sport"),
    mute(5, "story", "Tug fails", key="12", breaks_after=3),
]


@pytest.fixture(autouse=True)
def django(site: None) -> None:
    """Words for people need its settings."""


@pytest.mark.parametrize("rule", ALL)
def test_there_and_back(rule: Rule) -> None:
    (made,), wrong = wishes_of(lines_of([rule], NOW), NOW)
    assert not wrong
    for name in ("effect", "kind", "value", "key", "until", "breaks_after"):
        assert getattr(made, name) == getattr(rule, name), name
    assert set(made.places) == set(rule.places)


def test_words_alone_are_muted_and_what_is_wrong_is_named() -> None:
    made, wrong = wishes_of("football\n\n# mine\nmute story: it\nmute words until 2020-01-01: x\nmute words: \u0301\n", NOW)
    assert [(each.effect, each.kind, each.value) for each in made] == [("mute", "words", "football")]
    assert [number for number, _ in wrong] == [4, 5, 6]


@pytest.mark.parametrize("value", ["", "   ", "\n\t", "\u0301\u0301", "x" * 201, "x" * 10_000, "x" * 1_000_000])
def test_what_cannot_be_a_rule(value: str) -> None:
    with pytest.raises(Refused):
        wish("mute", "words", value)


def test_too_much_at_once() -> None:
    with pytest.raises(Refused):
        wishes_of("word\n" * 501, NOW)
    with pytest.raises(Refused):
        wishes_of("x" * 300_000, NOW)


def test_for_how_long() -> None:
    assert end_of("ever", "", NOW) is None
    assert end_of("week", "", NOW) == NOW + timedelta(days=7)
    assert end_of("until", "2026-03-03", NOW) == datetime(2026, 3, 4, tzinfo=UTC)
    for day in ("2026-03-02", "9999-12-31", "soon", "", "2026-02-30"):
        with pytest.raises(Refused):
            end_of("until", day, NOW)
