"""What an address asks for, and what a query that finds nothing may be asked instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.site.library.searching.asked import asked
from octavo.site.library.searching.marking import Marker
from octavo.site.paper.searching.loosening import looser, respelled, spelled
from octavo.site.paper.searching.results import LINE, around
from octavo.site.paper.searching.wishes import PAGES, Wish, wish_of
from tests.site.library.articles import MORNING


def test_an_address_says_the_wish_again() -> None:
    wish = Wish("ferry & co", "newest", 3, -77, 12)
    assert wish.parameters == "q=ferry+%26+co&order=newest&page=3&upto=-77&seen=12"
    assert wish.by("best") == "q=ferry+%26+co&order=best&upto=-77&seen=12"
    assert wish.address() == "q=ferry+%26+co&order=newest&seen=12"
    assert wish.instead("tug") == "q=tug&order=newest"


@given(st.dictionaries(st.sampled_from(["q", "order", "page", "upto", "seen"]), st.text(max_size=30)))
def test_any_address_is_a_wish(parameters: dict[str, str]) -> None:
    wish = wish_of(parameters)
    assert 1 <= wish.page <= PAGES
    assert wish.order in ("", "best", "newest")
    assert wish.seen >= 0
    assert wish.upto is None or abs(wish.upto) < 2**63


@pytest.mark.parametrize(("query", "asks"), [
    ("who pulled the ferry", True), ("ferry?", True), ("Was it the captain", True), ("what ferry", False), ("ferry harbour", False),
    ("who:said what now", False), ("?", True), ("whoever said it all", False),
])
def test_what_is_a_question(query: str, asks: bool) -> None:
    assert Wish(query).is_question is asks


def test_less_is_asked(site: None) -> None:
    def less(text: str) -> list[str]:
        return [query for _, query in looser(text, asked(text, MORNING))]

    assert less('ferry "ran aground" after:2026-03 in:headline has:copies') == [
        'ferry "ran aground" in:headline has:copies', 'ferry "ran aground" after:2026-03 has:copies',
        'ferry "ran aground" after:2026-03 in:headline', 'ferry OR "ran aground"',
    ]
    assert less("ferry") == []
    assert less("after:2026-03-01") == []


def test_spellings() -> None:
    assert spelled(["breke", "dahl", "of"], ["ida brekke", "ines dahl"]) == [("breke", "brekke")]
    assert spelled(["zzyzx"], ["ida brekke"]) == []
    assert respelled('said:Brèke "the Breke"', [("breke", "brekke")]) == [("brekke", 'said:brekke "the brekke"')]


def test_of_a_long_line_what_lies_around_its_marks() -> None:
    line = "word " * 200 + "the ferry came " + "word " * 200
    pieces = around(line, Marker(asked("ferry", MORNING).words))
    told = "".join(words for words, _ in pieces)
    assert ("ferry", True) in pieces
    assert told.startswith("…")
    assert told.endswith("…")
    assert len(told) <= LINE + 2
    endless = "".join(words for words, _ in around("x" * 5_000, Marker(())))
    assert endless.startswith("xxx")
    assert len(endless) <= LINE + 1
