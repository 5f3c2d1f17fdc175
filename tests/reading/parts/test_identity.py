import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.reading.parts.identity import ID_DIGITS, article_id, normalised_url


@pytest.mark.parametrize("other", [
    "http://www.pilot.example/world/ferry",
    "https://WWW.Pilot.example/world/ferry/",
    "https://www.pilot.example:443/world/ferry#comments",
    "https://www.pilot.example/world/ferry?utm_source=feed&utm_medium=rss&fbclid=abc",
    "https://pilot.example/world/ferry",
    "https://reader:secret@www.pilot.example/world/ferry",
])
def test_the_same_address_gives_the_same_id(other: str) -> None:
    assert article_id(other, "One", "text") == article_id("https://www.pilot.example/world/ferry", "Another", "words")


@pytest.mark.parametrize("other", ["https://www.pilot.example/world/Ferry", "https://www.pilot.example/world/ferry?id=2",
        "https://pilot.example"])
def test_another_address_gives_another_id(other: str) -> None:
    assert article_id(other, "", "") != article_id("https://www.pilot.example/world/ferry", "", "")


def test_what_a_query_asks_for_stays() -> None:
    assert normalised_url("https://pilot.example/read?id=7&utm_term=x&page=2") == "pilot.example/read?id=7&page=2"


def test_the_order_of_parameters_does_not_count_but_that_of_one_name_does() -> None:
    assert normalised_url("https://pilot.example/read?page=2&id=7") == normalised_url("https://pilot.example/read?id=7&page=2")
    assert normalised_url("https://pilot.example/read?id=7&id=2") != normalised_url("https://pilot.example/read?id=2&id=7")


def test_without_an_address_the_text_decides() -> None:
    assert article_id(None, "Ferry aground", "It ran aground.") == article_id(None, "FERRY aground", "It ran  aground")
    assert article_id(None, "Ferry aground", "It ran aground.") != article_id(None, "Ferry aground", "It sank.")


@given(st.text(), st.text())
def test_any_input_has_an_id(url: str, text: str) -> None:
    assert len(article_id(url, text, text)) == ID_DIGITS
    assert set(article_id(None, text, url)) <= set("0123456789abcdef")
