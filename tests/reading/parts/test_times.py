from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.reading.parts import times

SUMMER = timezone(timedelta(hours=2))
FETCHED = datetime(2025, 6, 27, 12, 0, tzinfo=SUMMER)
AGES = [
    ("17 minutes ago", "2025-06-27T11:43:00+02:00"),
    ("3 hours ago", "2025-06-27T09:00:00+02:00"),
    ("an hour ago", "2025-06-27T11:00:00+02:00"),
    ("1 hour, 5 minutes ago", "2025-06-27T10:55:00+02:00"),
    ("2d ago", "2025-06-25T12:00:00+02:00"),
    ("3h", "2025-06-27T09:00:00+02:00"),
    ("just now", "2025-06-27T12:00:00+02:00"),
    ("Yesterday", "2025-06-26T12:00:00+02:00"),
    ("yesterday at 10:42", "2025-06-26T10:42:00+02:00"),
    ("Published 3 hours ago", "2025-06-27T09:00:00+02:00"),
    ("vor 3 Stunden", "2025-06-27T09:00:00+02:00"),
    ("il y a 3 heures", "2025-06-27T09:00:00+02:00"),
]
DATES = [
    ("June 27, 2025", "2025-06-27T00:00:00+02:00"),
    ("27 June 2025", "2025-06-27T00:00:00+02:00"),
    ("Friday, 27th of June, 2025", "2025-06-27T00:00:00+02:00"),
    ("27/06/2025 10:42", "2025-06-27T10:42:00+02:00"),
    ("05/06/2025", "2025-06-05T00:00:00+02:00"),
    ("06/26/2025", "2025-06-26T00:00:00+02:00"),
    ("05/06/2025 8:00 PM EDT", "2025-05-06T20:00:00-04:00"),
    ("27.06.25, 10:42 Uhr", "2025-06-27T10:42:00+02:00"),
    ("2025-06-27T10:42:00+02:00", "2025-06-27T10:42:00+02:00"),
    ("Fri, 27 Jun 2025 10:42:00 GMT", "2025-06-27T10:42:00+00:00"),
    ("Jun 27, 2025, 10:42 AM EDT", "2025-06-27T10:42:00-04:00"),
    ("Updated 10:42 AM EDT, Fri June 27, 2025", "2025-06-27T10:42:00-04:00"),
    ("26 Jun 2025, 4:00 PM ET", "2025-06-26T16:00:00-04:00"),
    ("14 January 2025 16:00 ET", "2025-01-14T16:00:00-05:00"),
    ("Updated: 27 June 2025 at 10.42am", "2025-06-27T10:42:00+02:00"),
    ("28 December", "2024-12-28T00:00:00+02:00"),
    ("27. Juni 2025", "2025-06-27T00:00:00+02:00"),
    ("Publié le 27 juin 2025", "2025-06-27T00:00:00+02:00"),
    ("27. Juni 2025, 10:42 Uhr", "2025-06-27T10:42:00+02:00"),
    ("Stand: 27.06.2025, 10:42 Uhr", "2025-06-27T10:42:00+02:00"),
    ("27.06.2025 um 10:42 Uhr", "2025-06-27T10:42:00+02:00"),
    ("Publié le 27 juin 2025 à 08h15", "2025-06-27T08:15:00+02:00"),
    ("27/06/2025 às 10h42", "2025-06-27T10:42:00+02:00"),
    ("Publicado: 27/06/2025 10:42", "2025-06-27T10:42:00+02:00"),
    ("June 26, 2025 / 9:41 AM EDT / Kanal 5 News", "2025-06-26T09:41:00-04:00"),
    ("Friday June 27 2025, 12.01am BST, Coast Daily", "2025-06-27T00:01:00+01:00"),
]


@pytest.mark.parametrize(("text", "when"), AGES + DATES)
def test_ages_and_dates_are_read_whole_and_alone(text: str, when: str) -> None:
    assert times.published(text, FETCHED) == datetime.fromisoformat(when)
    found = times.age_line(text, FETCHED)
    assert found == datetime.fromisoformat(when)
    assert found.utcoffset() == datetime.fromisoformat(when).utcoffset()


@pytest.mark.parametrize("text", [
    "", "10:42", "June 2025", "30 February 2025", "2025-02-30", "June 27, 2025 25:00", "2025-06-27T25:00:00", "0001-01-01T00:00:00Z",
    "9999-12-31T00:00:00Z", "99999999999 days ago", "999999999999999999 hours ago", "June 29, 2031", "May the ferry sail", "1 2 3 4",
    "Sat, 00 Jan 2025 10:00:00 GMT", "13:00 PM, 27 June 2025",
])
def test_what_cannot_be_is_none(text: str) -> None:
    assert times.published(text, FETCHED) is None
    assert times.age_line(text, FETCHED) is None


@pytest.mark.parametrize("text", [
    "Three people died 3 days ago in a fire", "On June 27, 2025 the ferry sank", "Harbour wall mended, 3 hours ago", "The Star",
    "Yesterday in parliament", "June 27, 2025, 10:42 the ferry sank", "June 27, 2025 / Ferry sinks", "27.06.2025, 10:42, Port, Alder",
])
def test_a_sentence_with_a_time_in_it_is_no_age_line(text: str) -> None:
    assert times.age_line(text, FETCHED) is None


def test_a_line_about_an_article_may_say_more() -> None:
    assert times.published("Posted 3 days ago in World by Mara Quill", FETCHED) == FETCHED - timedelta(days=3)


@pytest.mark.parametrize(("text", "when"), [
    ("2025-06-27", "2025-06-27T00:00:00+00:00"),
    ("20250627T104200Z", "2025-06-27T10:42:00+00:00"),
    ("2025-06-27 10:42:00 +0200", "2025-06-27T10:42:00+02:00"),
    ("Fri, 27 Jun 2025 10:42:00 EST", "2025-06-27T10:42:00-05:00"),
    ("1751013720", "2025-06-27T08:42:00+00:00"),
    ("1751013720000", "2025-06-27T08:42:00+00:00"),
    ("2031-06-27T10:42:00Z", "2031-06-27T10:42:00+00:00"),
])
def test_machine_dates_are_taken_as_stated(text: str, when: str) -> None:
    assert times.machine(text) == datetime.fromisoformat(when)


def test_a_machine_date_without_offset_is_where_it_is_said_to_be() -> None:
    found = times.machine("2025-06-27T10:42:00", SUMMER)
    assert found
    assert found.utcoffset() == timedelta(hours=2)


@given(st.one_of(st.text(),
        st.from_regex(r"[0-9]{1,12} ?(minutes|days|y|weeks)? ?(ago)?[0-9/: .-]{0,20}(June|Mai|ET|\+99:99)?[0-9 ]{0,6}")),
       st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2090, 1, 1)))  # noqa: DTZ001
def test_no_text_raises_and_every_time_has_an_offset(text: str, fetched: datetime) -> None:
    now = fetched.replace(tzinfo=UTC)
    for when in (times.published(text, now), times.age_line(text, now), times.machine(text)):
        assert when is None or (when.tzinfo is not None and when.year in times.YEARS)


@pytest.mark.parametrize("unit", ["1", " ", "ago ", "2025-", "27/", "June ", "3 days ", "at ", "("])
def test_long_text_is_not_searched_for_ever(unit: str) -> None:
    assert times.age_line(unit * 100_000, FETCHED) is None
    times.published(unit * 100_000, FETCHED)


@pytest.mark.parametrize(("zone", "offset"), [("BST", 1), ("CEST", 2), ("JST", 9), ("IST", 5.5), ("AEST", 10), ("EST", -5), ("GMT", 0)])
def test_zones_by_name_count(zone: str, offset: float) -> None:
    for text in (f"Fri, 27 Jun 2025 10:42:00 {zone}", f"Fri Jun 27 10:42:00 {zone} 2025"):
        found = times.machine(text)
        assert found == datetime(2025, 6, 27, 10, 42, tzinfo=timezone(timedelta(hours=offset)))


@pytest.mark.parametrize(("text", "when"), [
    ("27 Jun 2025", "2025-06-27T00:00:00+00:00"), ("27/06/2025 10:42", "2025-06-27T10:42:00+00:00"),
    ("27.06.2025 10:42", "2025-06-27T10:42:00+00:00"), ("June 27, 2025 10:42 AM", "2025-06-27T10:42:00+00:00"),
    ("Fr, 27 Jun 2025 10:42:00 +0200", "2025-06-27T10:42:00+02:00"), ("Fri Jun 27 10:42:00 2025", "2025-06-27T10:42:00+00:00"),
    ("Fr., 27. Juni 2025 10:42", "2025-06-27T10:42:00+00:00"), ("2025-06-28T09:00:00Z", "2025-06-28T09:00:00+00:00"),
])
def test_feeds_state_printed_dates_too(text: str, when: str) -> None:
    found = times.stated(text, FETCHED)
    assert found
    assert found == datetime.fromisoformat(when)
    assert found.utcoffset() == datetime.fromisoformat(when).utcoffset()


@pytest.mark.parametrize("text", [
    "3 hours ago", "yesterday", "just now", "June 27", "2025-06-29T00:00:00Z", "Fri, 27 Jun 2031 10:42:00 GMT", "1970-01-01T00:00:00Z",
    "Thu, 01 Jan 1970 00:00:00 GMT", "1 January 1970",
])
def test_no_age_no_time_to_come_and_no_second_zero_is_stated(text: str) -> None:
    assert times.stated(text, FETCHED) is None


@pytest.mark.parametrize("text", ["Yesterday", "3 hours ago", "3h", "just now", "05/06/2025 ET", "28 December", "vor 3 Stunden", "today",
        "27. Juni 2025"])
@pytest.mark.parametrize("edge", [datetime(1, 1, 1), datetime(9999, 12, 31, 23)])  # noqa: DTZ001
@pytest.mark.parametrize("hours", [-14, 0, 14])
def test_a_fetch_at_the_edge_of_the_calendar_raises_nothing(text: str, edge: datetime, hours: int) -> None:
    fetched = edge.replace(tzinfo=timezone(timedelta(hours=hours)))
    for found in (times.published(text, fetched), times.age_line(text, fetched), times.stated(text, fetched)):
        assert found is None or found.year == 2025


def test_when_it_was_published_wins_over_when_it_was_changed() -> None:
    both = "Updated: June 27, 2025 10:42, published: June 26, 2025 9:00"
    assert times.published(both, FETCHED) == datetime(2025, 6, 26, 9, tzinfo=SUMMER)
    assert times.published("Updated: June 27, 2025 10:42", FETCHED) == datetime(2025, 6, 27, 10, 42, tzinfo=SUMMER)


def test_the_same_moment_in_two_zones_is_not_taken_for_one() -> None:
    for zone in (UTC, SUMMER):
        found = times.published("27. Juni 2025 08:15", FETCHED.astimezone(zone))
        assert found
        assert found.utcoffset() == FETCHED.astimezone(zone).utcoffset()
