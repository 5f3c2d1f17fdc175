from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.grouping.copies.words import fold


@pytest.mark.parametrize(("one", "other"), [
    ("The programme's centre has grey colours", "the program’s center has gray colors"),
    ("They organised, travelled and analysed the defence licence", "They organized, traveled and analyzed the defense license"),
    ("twelve percent of 1,500 sheep", "12 per cent of 1500 sheep"),
    ("12% of sheep", "12 percent of sheep"),
    ("a loan of 1.5 million", "a loan of 1.5m"),
    ("The U.S. and U.N. said", "the US and UN said"),
    ("on Sept. 5 in Zürich", "on September 5 in Zurich"),
    ("“Stay,” he said — twice", "'Stay', he said - twice"),
])
def test_what_house_style_changes_is_the_same_word(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [
    ("12 sheep", "13 sheep"), ("the board met", "the board meets"), ("Pell", "Alder"), ("五羊", "六羊"),
])
def test_what_says_something_else_is_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_scripts_without_spaces_come_sign_by_sign() -> None:
    assert len(fold("渡轮停在港口")) == 6


@given(st.text(max_size=200))
def test_any_text_has_words_and_folding_them_again_changes_no_count(any_text: str) -> None:
    assert all(word and not word.isspace() for word in fold(any_text))
