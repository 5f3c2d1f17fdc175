"""Marked and quoted words found again in a text that may be another."""

from __future__ import annotations

import time

import pytest

from octavo.site.readers.finding import context, span_of

TEXT = "The ferry left at six. The ferry came back at nine.\n\nNobody had seen “the ferry” at seven."


def _words(text: str, words: str, start: int = 0, before: str = "") -> str | None:
    place = span_of(text, words, start, before)
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
    ("(a*", None),
    ("at six - The", None),
    ("at nine‑", None),
])
def test_spaces_and_quotation_marks_make_no_difference(words: str, stands: str | None) -> None:
    assert _words(TEXT, words) == stands


def test_of_several_places_the_one_with_the_same_before_it_and_then_the_nearest() -> None:
    second = TEXT.index("The ferry came")
    assert span_of(TEXT, "The ferry", second, context(TEXT, second)) == (second, second + 9)
    longer = "It rained. " + TEXT
    assert span_of(longer, "The ferry", 0, context(TEXT, second)) == (second + 11, second + 20)
    assert span_of(TEXT, "The ferry", 20) == (second, second + 9)


def test_words_move_with_their_text_and_go_with_it() -> None:
    second = TEXT.index("The ferry came")
    assert span_of("New first line.\n\n" + TEXT, "The ferry came", second) == (second + 17, second + 31)
    assert span_of(TEXT.replace("ferry” at", "tug” at"), "“the ferry” at", TEXT.index("“")) is None
    assert span_of("safe - for now", "safe – for now") == (0, 14)


def test_words_that_stand_everywhere_take_no_square_of_time() -> None:
    text = "a a " * 200_000
    begun = time.process_time()
    span_of(text, "a " * 900 + "b", 7, "x")
    span_of(text, "a " * 900 + "a", 7, "x")
    assert time.process_time() - begun < 5
