"""The way back after a form, wherever the form was: one and the same."""

from __future__ import annotations

import pytest


def to(wanted: str, **without: str) -> str:
    from octavo.site.paper.way_back import way_back

    return way_back(wanted, "/else/?page=2#comment-3", {"said": "ok", "of": 3}, **without)["Location"]


@pytest.mark.parametrize("wanted", [
    "", "x", "thief", "?a=1", "//thief.example/", "/\\thief.example", "///thief.example", "/\t/thief.example", "https://thief.example/",
    "http://localhost/", "javascript:alert(1)", "//[::1", "\x00", " /", "\n/",
])
def test_where_no_path_is_wanted_it_leads_elsewhere_in_the_paper(site: None, wanted: str) -> None:
    assert to(wanted) == "/else/?page=2&said=ok&of=3#comment-3"


def test_the_rest_of_the_address_is_kept_and_what_it_said_before_is_not(site: None) -> None:
    assert to("/queue/?page=2&said=a&of=1&told=b&deed=4&done=c&muting=d&q=a%26b&e=#x") == "/queue/?page=2&q=a%26b&e=&said=ok&of=3#x"
    assert to("/?shown=all&page=2", without="shown") == "/?page=2&said=ok&of=3"
    assert to("/ok\r\nLocation: https://thief.example").count("\n") == 0


def test_numbers_are_written_in_figures(site: None) -> None:
    from octavo.site.numbers import number_of

    assert [number_of(said) for said in ("7", "007", "9" * 17)] == [7, 7, 10**17 - 1]
    assert [number_of(said) for said in ("", "x", "-1", "1.0", " 7", "²", "٣", "9" * 18, "1" * 1_000_000)] == [0] * 9
    assert [number_of("1234567", digits) for digits in (6, 7)] == [0, 1234567]
