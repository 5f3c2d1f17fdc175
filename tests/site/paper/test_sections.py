from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.site.paper.sections import MORE, SECTIONS, Section, in_columns, in_order, sections_of


@pytest.mark.parametrize(("name", "slug"), [
    ("World", "world"),
    ("World news / Europe", "world"),
    ("uk/sport/football", "sport"),
    ("POLITICS", "politics"),
    ("Wirtschaft", "business"),
    ("Middle-East", "world"),
    ("Obituaries", "more"),
    ("Sportsmanship", "more"),
    ("", "more"),
    ("!!!", "more"),
])
def test_a_publishers_own_name_is_told_from_its_words(name: str, slug: str) -> None:
    assert sections_of([("The Pilot", name)])[name].slug == slug


def test_a_section_that_several_papers_use_is_one_of_its_own() -> None:
    found = sections_of([("The Pilot", "Islands"), ("Northwire", "islands"), ("The Pilot", "Boats"), ("The Pilot", "Boats")])
    assert found["Islands"].slug == found["islands"].slug == "islands"
    assert found["Boats"] == MORE


def test_news_is_no_section_however_many_use_it() -> None:
    assert set(sections_of((paper, name) for paper in "abc" for name in ("News", "more", "Home")).values()) == {MORE}


def test_the_papers_own_sections_come_first_and_the_rest_last() -> None:
    islands = Section("islands", "Islands")
    assert in_order([MORE, SECTIONS[1], islands, SECTIONS[0], islands]) == [islands, SECTIONS[0], SECTIONS[1], MORE]


def test_columns_end_about_level() -> None:
    assert in_columns([7, 7, 3, 4, 3, 7], 3) == [[0, 3], [1, 2], [4, 5]]
    assert in_columns([], 3) == []


@given(st.lists(st.integers(1, 20), max_size=12), st.integers(1, 4))
def test_columns_hold_everything_once_and_differ_by_no_more_than_the_longest(sizes: list[int], columns: int) -> None:
    made = in_columns(sizes, columns)
    assert sorted(place for column in made for place in column) == list(range(len(sizes)))
    heights = [sum(sizes[place] for place in column) for column in made] + [0] * (columns - len(made))
    assert max(heights) - min(heights) <= max(sizes, default=0)
