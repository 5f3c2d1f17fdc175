from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.site.readers.comments.cleaning import MARKS, cleaned, one_line


@pytest.mark.parametrize(("typed", "kept"), [
    ("  Two\r\nlines \t \r\n\r\n\r\n\r\nand more\x00\x07 ", "Two\nlines\n\nand more"),
    ("turned \u202eback\u202c and \u2066apart\u2069\u200e", "turned back and apart"),
    ("zero\u200bwidth\ufeff\u00ad\u2060", "zerowidth"),
    ("tag\U000e0041\U000e0042", "tag"),
    ("e\u0301\u0323" + "\u0336" * 500 + "nd", None),
    ("a\u3164b\u115fc", "abc"),
    ("می\u200cروم", "می\u200cروم"),
    ("a\u200db", "ab"),
    ("👩\u200d🔬", "👩\u200d🔬"),
    ("\ud800half", "half"),
    ("no\u00a0break\u2028next", "no break\nnext"),
    ("\u202e" * 1000, ""),
])
def test_what_cannot_be_seen_is_taken_out(typed: str, kept: str | None) -> None:
    said = cleaned(typed)
    if kept is not None:
        assert said == kept
    said.encode()


def test_piles_of_marks_are_cut_and_other_languages_keep_theirs() -> None:
    pile = cleaned("a" + "\u0336\u0323" * 250_000)
    assert len(unicodedata.normalize("NFD", pile)) <= 1 + MARKS
    for said in ("tiếng Việt", "ὦ ἄνδρες Ἀθηναῖοι", "बच्चों की", "שָׁלוֹם", "ภาษาไทยที่นี่"):
        assert cleaned(said) == unicodedata.normalize("NFC", said)


@given(st.text(max_size=300))
def test_cleaning_twice_is_cleaning_once(typed: str) -> None:
    once = cleaned(typed)
    assert cleaned(once) == once
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Co") for char in once.replace("\n", ""))


def test_a_name_stands_on_one_line() -> None:
    assert one_line("Ada\n\u202eLovelace " + "x" * 200, 20) == "Ada Lovelace xxxxxxx"
