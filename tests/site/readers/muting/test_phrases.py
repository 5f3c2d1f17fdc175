"""Words and phrases in texts, without a database."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from octavo.folding import plain
from octavo.site.readers import muting
from octavo.site.readers.muting.phrases import Phrases


@pytest.mark.parametrize(("phrase", "text"), [
    ("class", "A class of its own"), ("CLASS", "first Class."), ("café", "in the CAFE"), ("cafe", "the Café’s door"),
    ("card tricks", "They did card\n\n tricks all night"), ("o'brien", "said O’Brien."), ("AT&T", "AT&T falls"), ("C++", "wrote C++ there"),
    ("a.b", "see a.b there"), ("$100", "for $100 a day"), (".*", "the signs .* were drawn"), ("covid-19", "COVID-19 again"),
    ("Straße", "in der STRASSE"), ("中国", "在中国的经济"), ("東京", "今日の東京\nは"), ("กรุงเทพ", "ในกรุงเทพมหานคร"),
    ("삼성", "삼성이 발표했다"),
    ("हिन्दी", "वह हिन्दी बोलता है"), ("war", "war"),
])
def test_what_is_found(phrase: str, text: str) -> None:
    assert Phrases([(plain(phrase), 1)]).found_in(plain(text)) == {1}


@pytest.mark.parametrize(("phrase", "text"), [
    ("ass", "a class act"), ("class", "classes"), ("card tricks", "card and tricks"), ("card tricks", "tricks card"), ("C++", "vitamin C"),
    ("a.b", "axb"), (".*", "anything at all"), ("[a-z]", "b"), ("AT&T", "at t"), ("", "anything"), ("हि", "वह हिन्दी"),
    ("war", "wars, award, warm"),
    ("中国", "中央国立"),
])
def test_what_is_not_found(phrase: str, text: str) -> None:
    assert Phrases([(plain(phrase), 1)]).found_in(plain(text)) == set()


def test_phrases_that_begin_alike_and_lie_in_each_other() -> None:
    phrases = Phrases([("card", 1), ("card tricks", 2), ("card tricks at night", 3), ("tricks", 4), ("card sharps", 5)])
    assert phrases.found_in("card card tricks at noon") == {1, 2, 4}


def steps(phrases: Phrases[int], text: str) -> int:
    """How many lines of their module are gone through to look for them: what a collection of garbage calls meanwhile is not theirs."""
    gone = 0

    def count(frame: Any, event: str, _told: Any) -> Any:
        nonlocal gone
        if frame.f_code.co_filename != muting.phrases.__file__:
            return None
        gone += event == "line"
        return count

    sys.settrace(count)
    try:
        assert phrases.found_in(text) == set()
    finally:
        sys.settrace(None)
    return gone


def test_it_takes_no_more_steps_for_more_phrases() -> None:
    text = " ".join(f"word{number % 977} of{number % 31}" for number in range(3_000))
    few, many = (Phrases((f"word{number % 10} no{number}", number) for number in range(count)) for count in (10, 10_000))
    assert steps(few, text) == steps(many, text)
    assert steps(few, f"{text} {text}") < 2.1 * steps(few, text)
