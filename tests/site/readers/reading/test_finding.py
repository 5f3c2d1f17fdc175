"""Marked words found again in a text that may be another."""

from __future__ import annotations

import time

import pytest

from octavo.site.readers.reading.finding import context, found

TEXT = "The ferry left at six. The ferry came back at nine.\n\nNobody had seen “the ferry” at seven."


def _words(text: str, words: str, start: int = 0, before: str = "") -> str | None:
    place = found(text, words, start, before)
    return text[slice(*place)] if place else None


@pytest.mark.parametrize(("words", "stands"), [
    ("The ferry left", "The ferry left"),
    ("back at nine. Nobody had", "back at nine.\n\nNobody had"),
    ('seen "the   ferry" at', "seen “the ferry” at"),
    ("ferry l", "ferry l"),
    ("The train left", None),
    ("  ", None),
    ("", None),
    ("nine.\n\nNobody had seen “the ferry” at seven. And more", None),
    (".*", None),
])
def test_spaces_and_quotation_marks_make_no_difference(words: str, stands: str | None) -> None:
    assert _words(TEXT, words) == stands


def test_of_several_places_the_one_with_the_same_before_it_and_then_the_nearest() -> None:
    second = TEXT.index("The ferry came")
    assert found(TEXT, "The ferry", second, context(TEXT, second)) == (second, second + 9)
    longer = "It rained. " + TEXT
    assert found(longer, "The ferry", 0, context(TEXT, second)) == (second + 11, second + 20)
    assert found(TEXT, "The ferry", 20) == (second, second + 9)


def test_words_that_stand_everywhere_take_no_square_of_time() -> None:
    text = "a a " * 200_000
    begun = time.process_time()
    found(text, "a " * 900 + "b", 7, "x")
    found(text, "a " * 900 + "a", 7, "x")
    assert time.process_time() - begun < 5
