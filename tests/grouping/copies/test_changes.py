from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.grouping.copies.changes import MOST_WORDS, Piece, changes
from tests.grouping.copies.texts import FERRY, article


def kinds(*paragraphs: str) -> list[str]:
    return [paragraph.kind for paragraph in changes(article("Ferry stays", *FERRY), article("Ferry stays", *paragraphs)).paragraphs]


@pytest.mark.parametrize(("headline", "paragraphs", "said"), [
    ("Ferry stays", FERRY, "word for word"),
    ("FERRY STAYS", FERRY, "word for word"),
    ("Crack keeps Marit in port", FERRY, "another headline"),
    ("Ferry stays", FERRY[:3], "cut the last two paragraphs"),
    ("Ferry stays", FERRY[:4], "cut the last paragraph"),
    ("Ferry stays", FERRY[:1] + FERRY[2:], "cut one paragraph"),
    ("Ferry stays", (*FERRY[:2], "In Pell, people wait for word from the capital.", *FERRY[2:]), "added one paragraph"),
    ("Ferry stays", (FERRY[0], FERRY[2], FERRY[1], *FERRY[3:]), "moved one paragraph"),
    ("Ferry stays", (*FERRY[:4], FERRY[4].replace("Friday", "Friday evening")), "changed words in one paragraph"),
    ("Ferry stays", tuple(part.replace("harbour", "harbor").replace("programme", "program") for part in FERRY), "spelling only"),
    ("Ferry stays", (f"{FERRY[0]} {FERRY[1]}", *FERRY[2:]), "word for word"),
    ("Ferry stays", (), "cut five paragraphs"),
])
def test_the_change_is_told_in_few_words(headline: str, paragraphs: tuple[str, ...], said: str) -> None:
    assert str(changes(article("Ferry stays", *FERRY), article(headline, *paragraphs))) == said


def test_paragraphs_stand_in_the_copy_s_order_with_cut_ones_where_they_stood() -> None:
    local = "In Pell, people wait for word from the capital."
    assert kinds(FERRY[0], local, FERRY[2], FERRY[4]) == ["kept", "added", "cut", "kept", "cut", "kept"]


def test_words_that_differ_are_shown_inside_their_paragraph() -> None:
    copy = FERRY[0].replace("harbour", "harbor").replace("on Tuesday ", "").replace("a crack", "a long crack")
    pieces = changes(article("a", FERRY[0]), article("a", copy)).paragraphs[0].pieces
    assert pieces == (
        Piece("kept", "The"), Piece("respelled", "harbor", "harbour"), Piece("kept", "board said"), Piece("cut", "on Tuesday"),
        Piece("kept", "that the ferry Marit will stay in port until the new year, after divers found a"), Piece("added", "long"),
        Piece("kept", "crack in her hull."),
    )


def test_the_end_of_a_paragraph_that_is_gone_is_shown_in_it() -> None:
    cut = changes(article("a", *FERRY), article("a", FERRY[0][:60], *FERRY[1:])).paragraphs
    assert [paragraph.kind for paragraph in cut] == ["changed", "kept", "kept", "kept", "kept"]
    assert cut[0].pieces[-1].kind == "cut"


@given(st.lists(st.text("ab c", max_size=30), max_size=6), st.lists(st.text("ab c", max_size=30), max_size=6))
def test_each_word_of_either_text_is_told_once(origin: list[str], copy: list[str]) -> None:
    told = changes(article("a", *origin), article("a", *copy)).paragraphs
    pieces = [piece for paragraph in told for piece in paragraph.pieces]
    after = [word for piece in pieces if piece.kind != "cut" for word in piece.text.split()]
    assert after == " ".join(copy).split()
    before = [word for piece in pieces if piece.kind != "added" for word in (piece.before or piece.text).split()]
    assert sorted(before) == sorted(" ".join(origin).split())


def test_a_text_of_any_length_is_compared_as_far_as_it_goes() -> None:
    long = "a b " * MOST_WORDS
    found = changes(article("a", long), article("a", long, *FERRY))
    assert not found.whole
    assert sum(len(piece.text.split()) for paragraph in found.paragraphs for piece in paragraph.pieces) <= 2 * MOST_WORDS
