"""The words for a day or time on which something was said, and the day they mean: "on Tuesday", "Sept. 27", "last week".

A weekday is the one before the article's own day, or that day itself. A date without its year is the last of its name. What names no
one day ("last week", "in July") is an occasion without a date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import Word

_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thu", "friday fri", "saturday sat", "sunday sun")
    )
    for name in names.split()
}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
            "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ABBREVIATED = listed("apr aug dec feb jan jul jun mar nov oct sep sept")
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNTS = listed("couple few many months several some weeks years") | frozenset(_NUMBERS)
_PARTS = listed("afternoon evening midday morning night noon")
_LEADS = listed("back early earlier just late later most only recently")
_PERIODS = listed("autumn campaign century decade fall month quarter season spring summer week weekend winter year")
_UNITS = listed("day days hours month months week weeks year years")
_BEGINNINGS = (
    _LEADS | _COUNTS | _WEEKDAYS.keys() | _MONTHS.keys()
    | listed("during in last on over past previous recent the this today tonight yesterday")
)  # fmt: skip
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")


def day_phrase(line: Sequence[Word], at: int, published: date | None) -> tuple[int, date | None] | None:
    """Where the phrase for a time ends that begins at a place of the line, and its day if it names one; None where none begins."""
    if at >= len(line) or not (line[at].lower in _BEGINNINGS or line[at].lower[0].isdigit()):
        return None
    place, on = at, ""
    while place < len(line) and line[place].lower in _LEADS and place < at + 2:
        place += 1
    if place < len(line) and line[place].lower in {"during", "in", "on", "over"}:
        on = line[place].lower
        place += 1
        if place < len(line) and line[place].lower in {"early", "late", "mid"}:
            place += 1
    if place >= len(line):
        return None
    found = (
        _weekday(line, place, published)
        or _calendar_day(line, place, published, on)
        or _named(line, place, published)
        or _ago(line, place, published)
        or _period(line, place, on)
    )
    return None if found and line[found[0] - 1].possessive else found


def day_within(line: Sequence[Word], start: int, end: int, published: date | None) -> date | None:
    """The first day that words of a phrase name: "at Monday's debate"."""
    for at in range(start, end):
        found = _weekday(line, at, published) or _calendar_day(line, at, published, "")
        if found and found[1]:
            return found[1]
    return None


def _lower(line: Sequence[Word], at: int) -> str:
    return line[at].lower if 0 <= at < len(line) else ""


def _weekday(line: Sequence[Word], at: int, published: date | None) -> tuple[int, date | None] | None:
    last = _lower(line, at) == "last"
    place = at + last
    number = _WEEKDAYS.get(_lower(line, place))
    if number is None or not line[place].capital:
        return None
    end = place + 1
    if _lower(line, end) == "." and len(line[place].lower) < 6:
        end += 1
    if _lower(line, end) in _PARTS:
        end += 1
    comma = _lower(line, end) == ","
    exact = _calendar_day(line, end + comma, published, "")
    if exact:
        return exact
    if published is None:
        return end, None
    back = (published.weekday() - number) % 7
    return end, _before(published, back or 7 * last)


def _calendar_day(line: Sequence[Word], at: int, published: date | None, on: str) -> tuple[int, date | None] | None:
    """"Sept. 27", "27 September 2016", and after "in" the month alone."""
    word = _lower(line, at)
    if word in _MONTHS and line[at].capital:
        month, place = _MONTHS[word], at + 1
        if _lower(line, place) == "." and word in _ABBREVIATED:
            place += 1
        day = _DAY.fullmatch(_lower(line, place))
        if day is None:
            year_follows = _YEAR.fullmatch(_lower(line, place)) is not None
            return (place + year_follows, None) if on in {"in", "during"} or year_follows else None
        return _with_year(line, place + 1, month, int(day[1]), published)
    day = _DAY.fullmatch(word)
    month_word = _lower(line, at + 1)
    if day and month_word in _MONTHS and line[at + 1].capital:
        return _with_year(line, at + 2, _MONTHS[month_word], int(day[1]), published)
    if on == "in" and _YEAR.fullmatch(word):
        return at + 1, None
    return None


def _with_year(line: Sequence[Word], end: int, month: int, day: int, published: date | None) -> tuple[int, date | None]:
    place = end + (_lower(line, end) == ",")
    written = _YEAR.fullmatch(_lower(line, place))
    if published is None:
        return (place + 1 if written else end), None
    if written:
        return place + 1, _day(int(written[0]), month, day)
    this_year = _day(published.year, month, day)
    return end, this_year if this_year and this_year <= published else _day(published.year - 1, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _before(published: date, days: int) -> date | None:
    try:
        return published - timedelta(days=days)
    except OverflowError:
        return None


def _named(line: Sequence[Word], at: int, published: date | None) -> tuple[int, date | None] | None:
    first, second = _lower(line, at), _lower(line, at + 1)
    if first == "yesterday":
        return at + 1 + (second in _PARTS), published and _before(published, 1)
    if first == "last" and second == "night":
        return at + 2, published and _before(published, 1)
    if first in {"today", "tonight"} and not line[at].possessive and not line[at].capital:
        return at + 1, published
    if first == "this" and second in _PARTS:
        return at + 2, published
    return None


def _ago(line: Sequence[Word], at: int, published: date | None) -> tuple[int, date | None] | None:
    """"Two days ago", "several weeks ago"."""
    for place in range(at + 1, at + 4):
        if _lower(line, place) in _UNITS and _lower(line, place + 1) in {"ago", "earlier"} and _lower(line, at) in _COUNTS:
            number = _NUMBERS.get(_lower(line, at)) if place == at + 1 else None
            one_day = published and number and _lower(line, place) in {"day", "days"}
            return place + 2, _before(published, number) if published and number and one_day else None
    return None


def _period(line: Sequence[Word], at: int, on: str) -> tuple[int, None] | None:
    """"Last week", "earlier this month", "over the weekend", "in the summer of 2015", "in recent days"."""
    first = _lower(line, at)
    past = _lower(line, at + 1) == "past"
    if line[at].capital and at > 0:  # "This Week" is a programme
        return None
    if first in {"last", "past", "previous", "this"} or (first == "the" and on) or (first == "recent" and on):
        place = at + 1 + past
        if first == "the" and _lower(line, place) in {"early", "last", "late", "previous"}:
            place += 1
        named = _lower(line, place)
        if named == "hours" and place == at + 1:
            return None
        if named not in _PERIODS | (_UNITS if first == "recent" else frozenset()) | {"hours"} or line[place].possessive:
            return _last_month(line, at)
        if first == "the" and named not in {"hours", "spring", "summer", "fall", "autumn", "winter", "weekend"}:
            return None
        end = place + 1
        if _lower(line, end) == "of" and _YEAR.fullmatch(_lower(line, end + 1)):
            end += 2
        return end, None
    return None


def _last_month(line: Sequence[Word], at: int) -> tuple[int, None] | None:
    if _lower(line, at) == "last" and _lower(line, at + 1) in _MONTHS and line[at + 1].capital:
        return at + 2, None
    return None
