"""What a reader writes is read as data: each operator, and any text whatever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.site.library.searching.asked import MOST, Asked, Said, Sought, asked
from octavo.site.library.searching.dates import beginning
from octavo.site.library.searching.pieces import LONGEST, on_a_line

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=ZoneInfo("Europe/Oslo"))


def read(text: str) -> Asked:
    return asked(text, NOW)


def troubles(text: str) -> list[str]:
    return [each.trouble for each in read(text).mishaps]


def test_words_phrases_either_and_without() -> None:
    assert read('ferry "ran aground" -sold').needs == ((Sought("ferry"),), (Sought("ran aground"),))
    assert read("ferry -sold").without == (Sought("sold"),)
    assert read("ferry NOT sold").without == (Sought("sold"),)
    assert read('ferry -"ran aground"').without == (Sought("ran aground"),)
    assert read("ferry OR tug dam").needs == ((Sought("ferry"), Sought("tug")), (Sought("dam"),))
    assert read("ferry | tug").needs == read("ferry OR tug").needs
    assert read("ferry AND tug").needs == read("ferry tug").needs
    assert read("“ran aground”").needs == ((Sought("ran aground"),),)
    assert read("ferry ferry").needs == ((Sought("ferry"),),)
    assert read("Marit's Brandt’s").needs == ((Sought("Marit"),), (Sought("Brandt"),))
    assert read("e-mail o'neil").needs == ((Sought("e mail"),), (Sought("o'neil"),))


def test_names_and_places() -> None:
    query = read('publisher:Pilot agency:"North wire" person:Dahl in:politics')
    assert query.needs == (
        (Sought("Pilot", "publisher"),), (Sought("North wire", "agency"),), (Sought("Dahl", "person"),), (Sought("politics", "section"),),
    )
    assert read("publisher: Pilot").needs == read("PUBLISHER:Pilot").needs == ((Sought("Pilot", "publisher"),),)
    assert read("-publisher:Pilot ferry").without == (Sought("Pilot", "publisher"),)
    assert read("in:headline ferry publisher:Pilot").needs == ((Sought("ferry", "headline"),), (Sought("Pilot", "publisher"),))
    assert read("has:copies").copies


def test_what_was_said() -> None:
    assert read("said:Brandt lights").said == (Said("Brandt", ((Sought("lights"),),)),)
    assert read('said:"Olle Brandt" lights OR "the dam"').said == (Said("Olle Brandt", ((Sought("lights"), Sought("the dam")),)),)
    assert read("ferry said:Brandt lights publisher:Pilot").needs == ((Sought("ferry"),), (Sought("Pilot", "publisher"),))


@pytest.mark.parametrize(("told", "day"), [
    ("2026-03-01", (2026, 3, 1)), ("2026-03", (2026, 3, 1)), ("2026", (2026, 1, 1)), ("today", (2026, 3, 4)), ("yesterday", (2026, 3, 3)),
    ("Monday", (2026, 3, 2)), ('"1 March 2026"', (2026, 3, 1)), ("1.3.2026", (2026, 3, 1)), ("2026/03/01", (2026, 3, 1)),
    ("0001-01-01", (1, 1, 1)), ("9999-12-31", (9999, 12, 31)),
])
def test_days_begin_in_the_reader_s_zone(told: str, day: tuple[int, int, int]) -> None:
    query = read(f"ferry after:{told}")
    assert query.after == datetime(*day, tzinfo=NOW.tzinfo)
    assert not query.mishaps
    assert read(f"before:{told}").before == query.after


@pytest.mark.parametrize("told", [
    "0000-01-01", "99999", "99999-01-01", "2026-13", "2026-02-30", "26", "soon", "-1", "٢٠٢٦", "2026-03-01T10",
])
def test_what_is_no_day_is_said_so(told: str) -> None:
    assert beginning(told, NOW) is None
    assert "date" in troubles(f"ferry after:{told}")
    assert read(f"ferry after:{told}").needs[0] == (Sought("ferry"),)


def test_the_first_day_there_is_goes_no_further_back() -> None:
    assert beginning("yesterday", datetime(1, 1, 1, 5, tzinfo=UTC)) == datetime(1, 1, 1, tzinfo=UTC)
    assert beginning("sunday", datetime(1, 1, 1, 5, tzinfo=UTC)) is not None


@pytest.mark.parametrize(("text", "trouble"), [
    ('ferry "tug', "quote"), ("ferry said:", "empty"), ("ferry publisher:-", "empty"), ("site:post ferry", "unknown"), ("OR ferry", "or"),
    ("ferry OR", "or"), ("ferry OR -tug", "or"), ("ferry has:cake", "has"), ("ferry -said:Brandt", "kept"), ("the", "common"),
    ("ferry* tug", "star"), ("(ferry)", "brackets"), ("after:2026 before:2025", "backwards"), ("-ferry", "nothing"), ("x " * 2_000, "long"),
    (" ".join(f"w{number}" for number in range(50)), "many"), (" OR ".join(f"w{number}" for number in range(200)), "many"),
])
def test_each_trouble_is_told(text: str, trouble: str) -> None:
    assert trouble in troubles(text)


@pytest.mark.parametrize("text", [
    "NEAR(a b, 3)", "headline : ferry", "{headline text} : ferry", "^ferry", "ferry + tug", "a & b", "a:*", "!a", "<->",
])
def test_what_databases_know_means_nothing(text: str) -> None:
    assert all(each.place == "text" for need in read(text).needs for each in need)
    assert not any(sign in each.words for need in read(text).needs for each in need for sign in '*^:+&!<>{}()"')


PIECES = st.sampled_from([
    '"', '"a b"', "-", "--a", "OR", "AND", "NOT", "|", "said:", "said:Bo", "before:", "after:2026", "before:0000", "publisher:", "has:",
    "in:headline", "has:copies", "a", "ferry", "the", "*", "(", ")", ":", "site:x", "\x00", "\u202e", "e\u0301", "１２", "ß", "ﷺ",
    " ", "\n",
])


@given(st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=40).map("".join)))
@settings(max_examples=400, deadline=None)
def test_any_text_is_a_query(text: str) -> None:
    query = read(text)
    every = [each for need in query.needs for each in need] + list(query.without)
    said = [each for one in query.said for need in one.needs for each in need]
    assert len(every) + len(said) + len(query.said) <= MOST
    assert all(each.words.strip() and len(each.words) <= LONGEST for each in every + said)
    assert all("\x00" not in each.words and '"' not in each.words for each in every + said)
    assert len(query.mishaps) <= 8
    assert read(on_a_line(text)[0]) == query or len(text) > LONGEST
    assert bool(query) == bool(query.needs or query.said or query.after or query.before or query.copies)


def test_an_endless_text_is_read_at_its_beginning() -> None:
    for text in ("a" * 1_000_000, '"' * 1_000_000, "said:" * 200_000, "e\u0301" * 500_000, ":" * 1_000_000, "-" * 1_000_000):
        assert len(on_a_line(text)[0]) <= LONGEST
        read(text)


def test_times_pass_with_the_reader_s_clock() -> None:
    assert asked("after:today", NOW).after == asked("after:yesterday", NOW + timedelta(days=1)).after
