"""The dates that sentences speak of, in texts of Wednesday, 4 March 2026."""

from __future__ import annotations

from datetime import date

import pytest

from octavo.attribution.dates.finding import LONGEST, dates_in

WEDNESDAY = date(2026, 3, 4)


def _dates(sentence: str, before: str | None = None) -> list[str]:
    return [when.date for when in dates_in(sentence, WEDNESDAY, before)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The pilots went home on Monday.", ["2026-03-02"]),
        ("The pilots will go home on Monday.", ["2026-03-09"]),
        ("The harbour office said on Tuesday that the crane would be moved on Friday.", ["2026-03-03", "2026-03-06"]),
        ("A buoy that broke loose on Sunday will be towed in on Thursday.", ["2026-03-01", "2026-03-05"]),
        ("The keeper asked visitors to stay away on Saturday.", ["2026-03-07"]),
        ("The light went out at 02:14 on Tuesday.", ["2026-03-03"]),
        ("The lamp would have been mended on Monday.", ["2026-03-02"]),
        ("The ferry’s Monday crossing was cancelled.", ["2026-03-02"]),
        ("The next meeting is on 12 March.", ["2026-03-12"]),
        ("The pier was closed on 12 December.", ["2025-12-12"]),
        ("The keeper retired on 12 May.", ["2025-05-12"]),
        ("A second crane is due on March 20.", ["2026-03-20"]),
        ("The crane fell on March 20, 2019, in a gale.", ["2019-03-20"]),
        ("The fair on 12 to 14 August drew a crowd.", ["2025-08-12"]),
        ("Votes were cast on 12 January and 19 January.", ["2026-01-12", "2026-01-19"]),
        ("The island has had a school since November.", ["2025-11"]),
        ("The quay will be shut until November.", ["2026-11"]),
        ("The lighthouse was built in 1871 and rebuilt in 1903.", ["1871", "1903"]),
        ("The company moved in late 2019.", ["2019"]),
        ("He drowned in the summer of 1987.", ["1987"]),
        ("The school opens in two years.", ["2028"]),
        ("The keeper left three months ago.", ["2025-12"]),
        ("The wall was built in two days.", []),
        ("Both sides agreed to a pause of 90 days in January.", ["2026-01"]),
        ("In September last year the keeper left, and on 3 May of last year his wife.", ["2025-09", "2025-05-03"]),
        ("The harvest is expected to be the largest in nine years.", []),
        ("Wheat of the May contract fell, to 64 crowns a year earlier.", []),
        ("Two crews vied for the cup on Sunday, hoping for a brighter tomorrow.", ["2026-03-01"]),
        ("The vote was last month and the count is next week.", ["2026-02"]),
        ("A vote was held on 3 February and repeated the next day.", ["2026-02-03", "2026-02-04"]),
        ("The pier burned on 3 February 2020; two years later it was rebuilt.", ["2020-02-03", "2022"]),
        ("It was to open in 2021, in June of that year.", ["2021", "2021-06"]),
        ("Nothing is delivered on a Sunday, nor every second Monday.", []),
        ("April Holt and August Lind, who may march, read the Sunday Post.", []),
        ("He won in 1000 metres and 2,019 tickets were sold in 2000 shops.", []),
        ("The hall was full on 31 February.", []),
        ("Black Friday and Ash Wednesday are no days of this story.", []),
    ],
)  # fmt: skip
def test_dates_are_those_that_a_careful_reader_would_see(sentence: str, expected: list[str]) -> None:
    assert _dates(sentence) == expected


def test_what_follows_is_counted_from_the_date_before_it() -> None:
    assert _dates("The following morning the boats went out.", "2026-02-11") == ["2026-02-12"]
    assert _dates("The following morning the boats went out.") == []
    assert _dates("The following morning the boats went out.", "2019") == []


def test_the_words_are_where_the_date_says() -> None:
    text = "The boats went out late on Friday, 27 February, and on Sunday."
    assert [text[when.start : when.end] for when in dates_in(text, WEDNESDAY)] == ["Friday, 27 February", "Sunday"]


def test_without_the_day_of_writing_only_what_is_written_out_is_known() -> None:
    assert [when.date for when in dates_in("On Monday, two weeks after 12 May 2019, he left.", None)] == ["2019-05-12"]


@pytest.mark.parametrize(
    "text", ["", "١٩٩٨", "in 9999 on 31 December 9999", "on Monday " * 20_000, "in " * 50_000, "last " * 9_000, "June 99-99, 2026-99-99"]
)
def test_odd_text_is_read_without_harm_and_no_farther_than_a_sentence_goes(text: str) -> None:
    assert all(0 <= when.start < when.end <= LONGEST + 20 for when in dates_in(text, date(9999, 12, 31)))
    assert dates_in(text, date(1, 1, 1)) is not None
