from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.site.paper.words import after_standfirst, ago, ahead, day, edition_hour, every, exact, host, parted, standfirst

NOW = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)  # a Tuesday


@pytest.mark.parametrize(("when", "words"), [
    (NOW, "just now"),
    (NOW - timedelta(seconds=59), "just now"),
    (NOW - timedelta(minutes=1), "1 minute ago"),
    (NOW - timedelta(minutes=20), "20 minutes ago"),
    (NOW - timedelta(minutes=60), "1 hour ago"),
    (NOW - timedelta(hours=5, minutes=59), "5 hours ago"),
    (NOW - timedelta(hours=8), "yesterday"),
    (datetime(2026, 3, 2, 0, 1, tzinfo=UTC), "yesterday"),
    (datetime(2026, 3, 1, 23, 10, tzinfo=UTC), "Sunday"),
    (datetime(2026, 2, 25, 9, 0, tzinfo=UTC), "Wednesday"),
    (datetime(2026, 2, 24, 9, 0, tzinfo=UTC), "24 February"),
    (datetime(2025, 12, 31, 9, 0, tzinfo=UTC), "31 December 2025"),
    (datetime(1, 1, 2, tzinfo=UTC), "2 January 1"),
    (NOW + timedelta(hours=2), "3 March, 9:30"),
])
def test_times_are_said_as_people_say_them(when: datetime, words: str) -> None:
    assert ago(when, NOW) == words


def test_a_day_is_a_day_of_the_readers_zone() -> None:
    late = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    assert ago(late, NOW) == "yesterday"
    assert ago(late, NOW.astimezone(timezone(timedelta(hours=1)))) == "8 hours ago"


@given(st.datetimes(timezones=st.just(UTC)), st.integers(-14, 14))
def test_every_time_has_words(when: datetime, hours: int) -> None:
    now = NOW.astimezone(timezone(timedelta(hours=hours)))
    assert ago(when, now)
    assert exact(when, now)


@pytest.mark.parametrize("when", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
@pytest.mark.parametrize("hours", [-11, 11])
def test_the_edges_of_time_have_words_too(when: datetime, hours: int) -> None:
    now = NOW.astimezone(timezone(timedelta(hours=hours)))
    assert ago(when, now)
    assert exact(when, now)


def test_exact_times_name_day_and_minute() -> None:
    assert exact(NOW, NOW) == "Tuesday, 3 March 2026, 07:30"


@pytest.mark.parametrize(
    ("hour", "name"), [(0, "Night"), (5, "Morning"), (10, "Morning"), (11, "Afternoon"), (17, "Evening"), (22, "Night")],
)
def test_an_edition_is_named_by_its_hour(hour: int, name: str) -> None:
    assert edition_hour(NOW.replace(hour=hour)) == f"{name} edition, {hour}:30"


def test_the_date_under_the_masthead() -> None:
    assert day(NOW) == "Tuesday, 3 March 2026"


FIRST = "Tugs drew the island ferry into deep water at dawn, two days after she left a marked channel."
SECOND = "Divers found no breach in the hull, the U.S. coast guard and Dr. Lind said."


@pytest.mark.parametrize(("text", "room", "shown"), [
    (f"{FIRST}\n\nThe next paragraph.", 200, FIRST),
    (f"{FIRST} {SECOND}", 200, f"{FIRST} {SECOND}"),
    (f"{FIRST} {SECOND}", 120, FIRST),
    (f"“{FIRST}” {SECOND}", 120, f"“{FIRST}”"),
    (SECOND, 60, "Divers found no breach in the hull, the U.S. coast guard and…"),
    ("a" * 500, 100, "a" * 100 + "…"),
    ("", 100, ""),
])
def test_a_standfirst_is_whole_sentences_where_they_fit(text: str, room: int, shown: str) -> None:
    assert standfirst(text, room) == shown


def test_a_lead_runs_on_with_its_second_paragraph() -> None:
    assert after_standfirst("The first. Still the first.\n\nThe second. More of it.\n\nThe third.") == "The second. More of it."
    assert after_standfirst("Only one paragraph.") == ""


def test_a_paragraph_that_runs_on_is_parted_between_sentences_and_not_inside_a_quotation() -> None:
    sentence = "The council of Northhaven voted on Tuesday to close the old harbour bridge for three months."
    quotation = '"' + " ".join([sentence] * 8).removesuffix(".") + '," said the mayor.'
    text = " ".join([sentence] * 6 + [quotation] + [sentence] * 6)
    parts = parted(text)
    assert len(parts) >= 3
    assert " ".join(parts) == text
    assert sum(quotation in part for part in parts) == 1
    assert parted(" ".join([sentence] * 5)) == [" ".join([sentence] * 5)]


@given(st.text())
def test_parting_loses_nothing(text: str) -> None:
    assert "".join("".join(parted(text * 20)).split()) == "".join((text * 20).split())


@given(st.text(), st.integers(1, 300))
def test_a_standfirst_keeps_to_its_room(text: str, room: int) -> None:
    assert len(standfirst(text, room)) <= room + 1


def test_a_mark_that_is_never_closed_takes_no_time() -> None:
    text = "“" + "So. " * 250_000
    assert parted(text) == [text.strip()]


@pytest.mark.parametrize(("minutes", "said"), [
    (-90, "now"), (0, "now"), (1, "in 1 minute"), (20, "in 20 minutes"), (60, "in 1 hour"), (200, "in 3 hours"), (15 * 60, "in 15 hours"),
    (23 * 60, "tomorrow, 6:30"), (3 * 24 * 60, "Friday, 7:30"), (30 * 24 * 60, "2 April"), (400 * 24 * 60, "7 April 2027"),
])
def test_times_to_come(minutes: int, said: str) -> None:
    assert ahead(NOW + timedelta(minutes=minutes), NOW) == said


@pytest.mark.parametrize(("seconds", "said"), [
    (1, "every minute"), (60, "every minute"), (2400, "every 40 minutes"), (3600, "every hour"), (5400, "every 90 minutes"),
    (10800, "every 3 hours"), (86400, "every day"), (30 * 3600, "every 30 hours"), (2 * 86400, "every 2 days"),
])
def test_how_often(seconds: int, said: str) -> None:
    assert every(seconds) == said


def test_the_host_of_an_address() -> None:
    assert host("https://www.pilot.example:8443/feed") == "pilot.example:8443"
    assert host("files") == "files"
