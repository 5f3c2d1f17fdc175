"""The edges of a body: a rail of teasers under it is no part of it."""

from __future__ import annotations

from octavo.reading.flat.body import main_body
from octavo.reading.flat.lines import split_lines
from tests.reading.flat.test_flat_parts import BRIDGE, WATER

RAIL = ["Ferry times", "Town fair", "Mill road", "School roof", "Quay open", "Rye loaf", "Boat race"]


def test_teasers_under_many_short_lines_are_cut_off() -> None:
    lines = split_lines("\n".join([*BRIDGE, *RAIL, WATER[0]]))
    assert [paragraph.text for paragraph in main_body(lines, (0, len(lines))).paragraphs] == list(BRIDGE)


def test_as_much_text_under_short_lines_as_above_stays() -> None:
    lines = split_lines("\n".join([*BRIDGE, *RAIL, *WATER]))
    assert [paragraph.text for paragraph in main_body(lines, (0, len(lines))).paragraphs] == [*BRIDGE, *RAIL, *WATER]


def test_short_lines_above_the_first_text_are_cut_off() -> None:
    lines = split_lines("\n".join([*RAIL, *BRIDGE]))
    assert [paragraph.text for paragraph in main_body(lines, (0, len(lines))).paragraphs] == list(BRIDGE)


def test_a_sentence_of_a_word_above_the_run_is_text() -> None:
    lines = split_lines("\n".join(["A dog rides alone", "A dog took the bus.", "Again.", *BRIDGE, "Share", "Print", "Menu"]))
    assert [paragraph.text for paragraph in main_body(lines, (3, 7)).paragraphs] == ["A dog took the bus.", "Again.", *BRIDGE]
