import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.reading.parts.people import Byline, of_line, read


@pytest.mark.parametrize(("printed", "names", "agency"), [
    (["By Jane Doe, Associated Press"], ["Jane Doe"], "Associated Press"),
    (["By JANE DOE and JOHN O'ROE"], ["Jane Doe", "John O'Roe"], None),
    (["Jane Doe", "John Roe, Staff Writer", "jane doe"], ["Jane Doe", "John Roe"], None),
    (["By Jane Doe | jane@post.example | @jane"], ["Jane Doe"], None),
    (["By Associated Press writer Jane Doe"], ["Jane Doe"], "Associated Press"),
    (["Jane Doe (Reuters)"], ["Jane Doe"], "Reuters"),
    (["By Jane Doe in London and John Roe in Paris"], ["Jane Doe", "John Roe"], None),
    (["By Jane Doe, Health Correspondent, Jr."], ["Jane Doe"], None),
    (["Jane van der Doe/Northwire"], ["Jane van der Doe"], "Northwire"),
    (["Von Jana Döe"], ["Jana Döe"], None),
    (["李雷"], ["李雷"], None),
    (["Reuters"], [], "Reuters"),
    (["By Jane Doe, Meridian Press"], ["Jane Doe"], "Meridian Press"),
    (["Northwire and Meridian Press"], [], "Northwire"),
    (["Harbour Post staff and Northwire"], [], "Northwire"),
    (["Jane Doe and Frank Press"], ["Jane Doe"], None),
    (["By Jane Doe, Alder Free Press"], ["Jane Doe"], None),
    (["Jane Doe, Eastmere"], ["Jane Doe"], None),
    (["Jane Doe and Regan"], ["Jane Doe", "Regan"], None),
    (["The Harbour Post"], [], None),
    (["By Jane Doe, Harbour Post"], ["Jane Doe"], None),
    (["https://people.example/jane", "None", "admin", "Staff", ""], [], None),
    (["By Jane Doe • Published 3 hours ago"], ["Jane Doe"], None),
    (["Jane Doe, AP National Political Writer", "Reuters, Washington,"], ["Jane Doe"], "Reuters"),
    (["By JANE DOE Associated Press"], ["Jane Doe"], "Associated Press"),
    (["By Jane Doe The Canadian Press"], ["Jane Doe"], "Canadian Press"),
    (["Par Marc Tessier avec AFP"], ["Marc Tessier"], "AFP"),
    (["Jane Doe | AP"], ["Jane Doe"], "Associated Press"),
    (["By Jane Press"], ["Jane Press"], None),
    (["By Ann Chief"], ["Ann Chief"], None),
    (["By Tom Wire"], ["Tom Wire"], None),
    (["By Claire Swire"], ["Claire Swire"], None),
    (["By Bureau Chief"], [], None),
    (["Rev. John Roe III"], ["Rev. John Roe III"], None),
    (["Jane Doe in Oslo and Tom Ash in Rome for Coast Daily"], ["Jane Doe", "Tom Ash"], None),
    (["Jane Doe for AFP"], ["Jane Doe"], "AFP"),
    (["Reuters Breakingviews"], [], "Reuters"),
    (["Jane Doe, The Alder Enquirer"], ["Jane Doe"], None),
])
def test_people_and_agencies_of_bylines(printed: list[str], names: list[str], agency: str | None) -> None:
    assert read(printed, "The Harbour Post") == Byline(tuple(names), agency)


@pytest.mark.parametrize("line", ["By Jane Doe", "By Jane Doe and John Roe, Harbour Post", "By Jane Doe, Associated Press",
        "Written by Jane Doe"])
def test_a_line_may_be_a_byline(line: str) -> None:
    found = of_line(line, "The Harbour Post")
    assert found
    assert found.names[0] == "Jane Doe"


@pytest.mark.parametrize("line", ["By Friday the ferry was gone", "By all accounts", "By night", "By Jane Doe, she fell.", "Jane Doe",
        "By " * 40_000, ""])
def test_a_sentence_is_no_byline(line: str) -> None:
    assert of_line(line) is None


@given(st.lists(st.text(), max_size=4), st.text())
def test_no_byline_raises(printed: list[str], publisher: str) -> None:
    for name in read(printed, publisher).names:
        assert name.strip() == name != ""
