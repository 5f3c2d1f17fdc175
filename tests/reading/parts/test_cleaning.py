import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.reading.parts.cleaning import ELLIPSIS, HEADLINE_MOST, MARKS_MOST, clean_headline, clean_line, fold


@pytest.mark.parametrize(("text", "cleaned"), [
    ("  The\u00a0ferry\u2028sank\t at\r\nnoon\u3000", "The ferry sank at noon"),
    ("Fe\u0301nelon", "F\u00e9nelon"),
    ("har\u00adbour\u200b wall\ufeff", "harbour wall"),
    ("\u202eevil\u202c \u2066isolate\u2069 \u200fmark", "evil isolate mark"),
    ("bell\x07 null\x00", "bell null"),
    ("lone \ud800surrogate", "lone surrogate"),
    ("&lt;b&gt; &amp;", "&lt;b&gt; &amp;"),
    ("a\u200cb\u200dc", "abc"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("क्\u200dष", "क्\u200dष"),
    ("👩\u200d🚀 up", "👩\u200d🚀 up"),
    ("می\u200c\u200c\u200cخواهم", "می\u200cخواهم"),
])
def test_a_line_holds_only_what_is_seen(text: str, cleaned: str) -> None:
    assert clean_line(text) == cleaned


def test_a_long_headline_is_cut_at_a_word() -> None:
    cut = clean_headline("harbour " * 500)
    assert len(cut) <= HEADLINE_MOST
    assert cut.endswith("harbour" + ELLIPSIS)
    assert len(clean_headline("x" * 5_000)) == HEADLINE_MOST
    assert clean_headline("x" * HEADLINE_MOST) == "x" * HEADLINE_MOST


def test_stacked_marks_are_bounded() -> None:
    assert len(clean_line("q" + "\u0323\u0301" * 50_000)) <= MARKS_MOST + 1


def test_fold_forgets_case_width_and_marks_of_punctuation() -> None:
    assert fold("The \u201cHarbour\u201d — POST!") == fold("the harbour post") == "the harbour post"
    assert fold("Ｐｏｓｔ") == "post"


@given(st.text())
def test_any_text_is_cleaned_for_good(text: str) -> None:
    line = clean_line(text)
    assert clean_line(line) == line
    assert unicodedata.is_normalized("NFC", line)
    assert line == " ".join(line.split())
    line.encode()
