import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.language.wordpiece import WordPiece

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "mayor", "##s", "cafe", ",", ".", "'", "un", "##told", "東", "a", "##b"]


def cut(text: str) -> list[tuple[str, str, bool]]:
    """The pieces of a text: as the vocabulary has them, as the text has them, and whether they go on a word."""
    pieces = WordPiece.of(VOCABULARY).cut(text)
    return [
        (VOCABULARY[number], text[start:end], inner)
        for number, start, end, inner in zip(
            pieces.ids.tolist(), pieces.starts.tolist(), pieces.ends.tolist(), pieces.inner.tolist(), strict=True
        )
    ]


def test_words_are_cut_into_the_longest_pieces_that_are_known() -> None:
    assert cut("The mayors, untold.") == [
        ("the", "The", False), ("mayor", "mayor", False), ("##s", "s", True), (",", ",", False),
        ("un", "un", False), ("##told", "told", True), (".", ".", False),
    ]


def test_a_word_with_a_piece_that_is_unknown_is_unknown_as_a_whole() -> None:
    assert cut("mayorx the") == [("[UNK]", "mayorx", False), ("the", "the", False)]


def test_accents_fall_and_places_still_point_into_the_text() -> None:
    assert cut("CAFÉ cafe\u0301") == [("cafe", "CAFÉ", False), ("cafe", "cafe", False)]


def test_scripts_without_spaces_are_cut_letter_by_letter() -> None:
    assert cut("東a") == [("東", "東", False), ("a", "a", False)]


def test_letters_that_control_are_dropped_and_their_word_goes_on() -> None:
    assert cut("the\x07 a\u200bb \ufffd") == [("the", "the", False), ("a", "a", False), ("##b", "b", True)]


def test_a_word_of_more_than_a_hundred_letters_is_unknown_and_costs_no_search() -> None:
    assert cut("a" * 101) == [("[UNK]", "a" * 101, False)]
    assert len(cut("ab" * 500_000)) == 1


def test_a_vocabulary_without_the_signs_of_the_model_is_none() -> None:
    with pytest.raises(KeyError):
        WordPiece.of(["the", "[UNK]"])


@given(st.text(max_size=300))
def test_pieces_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    pieces = WordPiece.of(VOCABULARY).cut(text)
    assert (pieces.starts < pieces.ends).all()
    assert (pieces.ends[:-1] <= pieces.starts[1:]).all() or any(letter != letter.lower() or not letter.isascii() for letter in text)
    assert not len(pieces) or (pieces.starts[0] >= 0 and pieces.ends[-1] <= len(text))


@given(st.lists(st.text(max_size=30), max_size=5))
def test_what_was_cut_before_changes_nothing(texts: list[str]) -> None:
    used = WordPiece.of(VOCABULARY)
    for text in texts:
        used.cut(text)
    for text in texts:
        assert used.cut(text).ids.tolist() == WordPiece.of(VOCABULARY).cut(text).ids.tolist()
