from __future__ import annotations

from octavo.grouping.copies.sketch import sketch
from octavo.site.library.matching import Mark, match


def mark(key: str, headline: str, position: int, text: str = "") -> Mark:
    return Mark(key, headline, position, sketch(text))


FERRY = "The ferry was towed into the harbour on Tuesday with a hole in its bow the size of a door, and will stay there until spring."
MINE = "The mine at Storhaug will close in October after ninety years, its owner said, leaving three hundred people without work."


def test_the_id_decides_first() -> None:
    held = [mark("a", "One", 0), mark("b", "Two", 1)]
    assert match([mark("b", "One", 0), mark("a", "Two", 1)], held) == {0: 1, 1: 0}


def test_then_the_headline_whatever_its_case_and_white_space() -> None:
    held = [mark("a", "Ferry  to stay", 0), mark("b", "Mine to close", 1)]
    assert match([mark("x", "MINE TO CLOSE", 0), mark("y", "Ferry to stay", 1)], held) == {0: 1, 1: 0}


def test_a_headline_that_two_bear_tells_nothing() -> None:
    held = [mark("a", "Weather", 0, FERRY), mark("b", "Weather", 1, MINE)]
    assert match([mark("x", "Weather", 0, MINE), mark("y", "Weather", 1, FERRY)], held) == {0: 1, 1: 0}


def test_then_the_text_with_furniture_taken_off() -> None:
    held = [mark("a", "Menu", 0, f"Sign in to read on, or take out a subscription now. {FERRY}"), mark("b", "Also", 1, MINE)]
    assert match([mark("x", "Mine to close", 0, MINE[:90]), mark("y", "Ferry to stay", 1, FERRY)], held) == {0: 1, 1: 0}


def test_last_the_place_on_the_page() -> None:
    held = [mark("a", "We value your privacy", 0, "Accept all cookies"), mark("b", "Mine to close", 1, MINE)]
    assert match([mark("x", "Ferry to stay", 0, FERRY), mark("b", "Mine to close", 1, MINE), mark("y", "New", 2)], held) == {0: 0, 1: 1}


def test_ten_thousand_strangers_are_quickly_told_apart() -> None:
    opening = "The same words begin every one of these texts here"
    read = [mark(f"new {index}", f"Headline {index}", index + 50_000, f"{opening} {index} {index}") for index in range(10_000)]
    held = [mark(f"old {index}", f"Title {index}", index, f"{opening} {index + 20_000}") for index in range(10_000)]
    assert match(read, held) == {}
