"""The phrases for a time at a place of a line of words -> where each ends, and what it says ("on Tuesday", "Sept. 27", "two days ago").

Each reader takes the line and the place at which its first word would stand, prepositions not counted, and gives None where there is no
such phrase; an expression of None is a time that names no one date ("last week").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from octavo.attribution.dates.expressions import Calendar, Expression, Shift, Turn, Weekday
from octavo.attribution.dates.words import ABBREVIATED, COUNTS, FEASTS, HOURS, MONTHS, NUMBERS, PARTS, PERIODS, SEASONS, UNITS, WEEKDAYS
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import Word

Read = tuple[int, Expression | None]
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?:-\d{1,2}(?:st|nd|rd|th)?)?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_ISO = re.compile(r"((?:1[6-9]|20)\d\d)-(\d\d)-(\d\d)")
_TURNS: dict[str, Turn] = {"last": "last", "past": "last", "this": "this", "next": "next", "coming": "next"}
_TO = listed("- – — to and or")
_ON_FROM_IT = listed("following next same")


def lower(line: Sequence[Word], at: int) -> str:
    """The word at a place in small letters, "" outside the line."""
    return line[at].lower if 0 <= at < len(line) else ""


def weekday(line: Sequence[Word], at: int) -> Read | None:
    """"Monday", "last Tuesday night", "Friday, 27 February"."""
    turn = _TURNS.get(lower(line, at), "")
    place = at + bool(turn)
    number = WEEKDAYS.get(lower(line, place))
    if number is None or not line[place].capital:
        return None
    end = place + 1
    if lower(line, end) == "." and len(line[place].lower) < 6:
        end += 1
    if lower(line, end) in PARTS:
        end += 1
    comma = lower(line, end) == ","
    exact = calendar_day(line, end + comma, "")
    return exact or (end, Weekday(number, turn))


def calendar_day(line: Sequence[Word], at: int, on: str) -> Read | None:
    """"Sept. 27", "27 September 2016", "the 3rd of April", "2026-02-11", and after "in" the month or the year alone."""
    word = lower(line, at)
    if word in MONTHS and line[at].capital:
        month, place = MONTHS[word], at + 1
        if lower(line, place) == "." and word in ABBREVIATED:
            place += 1
        day = _DAY.fullmatch(lower(line, place))
        if day is None:
            return _month(line, place, month, on)
        return _with_year(line, _range_end(line, place + 1), month, int(day[1]))
    if exact := _ISO.fullmatch(word):
        return at + 1, Calendar(int(exact[1]), int(exact[2]), int(exact[3])) if 1 <= int(exact[2]) <= 12 else None
    start = at + (word == "the")
    day = _DAY.fullmatch(lower(line, start))
    if day:
        place = _range_end(line, start + 1)
        of = lower(line, place) == "of"
        if lower(line, place + of) in MONTHS and line[place + of].capital and (of or start == at):
            return _with_year(line, place + of + 1, MONTHS[lower(line, place + of)], int(day[1]))
    if on == "in" and YEAR.fullmatch(word):
        return at + 1, Calendar(int(word))
    return None


def _month(line: Sequence[Word], place: int, month: int, on: str) -> Read | None:
    year_at = place + (lower(line, place) == ",")
    if YEAR.fullmatch(lower(line, place)):
        return place + 1, Calendar(int(lower(line, place)), month)
    if YEAR.fullmatch(lower(line, year_at)) and on:
        return year_at + 1, Calendar(int(lower(line, year_at)), month)
    if told := _told_year(line, place):
        return told[0], Calendar(None, month, same_year=told[1] is None, years=told[1])
    return (place, Calendar(None, month)) if on in {"in", "during"} else None


def _range_end(line: Sequence[Word], place: int) -> int:
    """Behind the last day of "22–24" and "12 to 14", whose first is the date."""
    return place + 2 if lower(line, place) in _TO and _DAY.fullmatch(lower(line, place + 1)) and len(line[place + 1].lower) < 5 else place


def _with_year(line: Sequence[Word], end: int, month: int, day: int) -> Read:
    place = end + (lower(line, end) == ",")
    written = YEAR.fullmatch(lower(line, place))
    if written:
        return place + 1, Calendar(int(written[0]), month, day)
    if told := _told_year(line, end):
        return told[0], Calendar(None, month, day, same_year=told[1] is None, years=told[1])
    return end, Calendar(None, month, day)


def _told_year(line: Sequence[Word], place: int) -> tuple[int, int | None] | None:
    """Behind a month or day, "last year", "of that year": where it ends, and how many years from that of writing; None for "that"."""
    place += lower(line, place) == "of"
    if lower(line, place + 1) != "year" or lower(line, place) not in {"that", "last", "this", "next"}:
        return None
    return place + 2, {"last": -1, "this": 0, "next": 1}.get(lower(line, place))


def named_day(line: Sequence[Word], at: int) -> Read | None:
    """"Today", "yesterday morning", "last night", "this afternoon", "the day after tomorrow"."""
    first, second = lower(line, at), lower(line, at + 1)
    opens = at == 0 or not lower(line, at - 1)[:1].isalnum()
    if first in {"yesterday", "tomorrow"}:
        return at + 1 + (second in PARTS), Shift("day", -1 if first == "yesterday" else 1)
    if first == "last" and second == "night":
        return at + 2, Shift("day", -1)
    if first in {"today", "tonight"} and (opens or not line[at].capital):
        return at + 1, Shift("day", 0)
    if first == "this" and second in PARTS:
        return at + 2, Shift("day", 0)
    if first == "the" and second == "day" and lower(line, at + 2) in {"before", "after"}:
        by = {("before", "yesterday"): -2, ("after", "tomorrow"): 2}.get((lower(line, at + 2), lower(line, at + 3)))
        return (at + 4, Shift("day", by)) if by else None
    return None


def ago(line: Sequence[Word], at: int) -> Read | None:
    """"Two days ago", "several weeks ago", "two years earlier", "a day later", "a week on Saturday"."""
    if not (lower(line, at) in COUNTS or lower(line, at).isdigit()):
        return None
    for place in range(at + 1, at + 4):
        named, turn = lower(line, place), lower(line, place + 1)
        if named not in UNITS and named not in HOURS:
            continue
        unit, number = UNITS.get(named), count(line, at) if place == at + 1 else None
        if turn == "on" and unit == "week" and number == 1 and lower(line, at + 3) in WEEKDAYS:
            return at + 4, Weekday(WEEKDAYS[lower(line, at + 3)], later=1)
        if turn in {"ago", "earlier", "later"}:
            sign = 1 if turn == "later" else -1
            return place + 2, Shift(unit, sign * number, turn != "ago") if number and unit else None
    return None


def count(line: Sequence[Word], at: int) -> int | None:
    """The number at a place, in a word up to twelve or in at most three digits."""
    word = lower(line, at)
    return int(word) if word.isdecimal() and len(word) < 4 else NUMBERS.get(word)


def period(line: Sequence[Word], at: int, on: str) -> Read | None:
    """"Last week", "last month", "earlier this year", "over the weekend", "in the summer of 2015", "in recent days"."""
    first = lower(line, at)
    past = lower(line, at + 1) == "past"
    if line[at].capital and at > 0:  # "This Week" is a programme
        return None
    if first in _TURNS or first == "previous" or (first == "the" and on) or (first == "recent" and on):
        place = at + 1 + past
        if first == "the" and lower(line, place) in {"early", "last", "late", "previous"}:
            place += 1
        word = lower(line, place)
        if word == "hours" and place == at + 1:
            return None
        if word not in PERIODS | (UNITS.keys() if first == "recent" else frozenset()) | HOURS or line[place].possessive:
            return _turned_month(line, at)
        if first == "the" and word not in HOURS | {"weekend"} | SEASONS:
            return None
        end = place + 1
        if lower(line, end) == "of" and YEAR.fullmatch(lower(line, end + 1)):
            return end + 2, Calendar(int(lower(line, end + 1)))
        by = {"last": -1, "this": 0, "next": 1}.get(_TURNS.get(first, ""))
        if word == "month" and by is not None and not past:
            return end, Shift("month", by)
        return end, Shift("year", by) if word == "year" and by is not None and first != "past" else None
    return None


def _turned_month(line: Sequence[Word], at: int) -> Read | None:
    turn = _TURNS.get(lower(line, at))
    if turn and lower(line, at + 1) in MONTHS and line[at + 1].capital and not lower(line, at + 2)[:1].isdigit():
        return at + 2, Calendar(None, MONTHS[lower(line, at + 1)], None, turn)
    return None


def following(line: Sequence[Word], at: int) -> Read | None:
    """"The following day", "the next morning", "that day": counted from the date that was named before."""
    first, second, third = lower(line, at), lower(line, at + 1), lower(line, at + 2)
    if first == "the" and second in _ON_FROM_IT and (third in UNITS or third in PARTS):
        return at + 3, Shift(UNITS.get(third, "day"), 0 if second == "same" else 1, from_before=True)
    if first == "that" and (second in PARTS or second == "day"):
        return at + 2, Shift("day", 0, from_before=True)
    return None


def feast(line: Sequence[Word], at: int) -> Read | None:
    """"Christmas", "New Year’s Eve"."""
    if not line[at].capital:
        return None
    for size in (3, 2, 1):
        found = FEASTS.get(tuple(lower(line, at + each) for each in range(size)))
        if found:
            return at + size, Calendar(None, *found)
    return None


def day_of_month(line: Sequence[Word], at: int) -> Read | None:
    """"The 22nd", where no noun follows that it counts."""
    day = _ORDINAL.fullmatch(lower(line, at + 1)) if lower(line, at) == "the" else None
    behind = lower(line, at + 2)
    alone = not behind[:1].isalnum() or behind in {"and", "at", "but", "for", "in", "of", "or", "that", "to", "when", "where", "with"}
    return (at + 2, Calendar(None, None, int(day[1]))) if day and alone and lower(line, at + 3) != "century" else None


def year(line: Sequence[Word], at: int) -> Read | None:
    """"1998" behind a preposition; not "in 2000 houses"."""
    if not YEAR.fullmatch(lower(line, at)):
        return None
    behind = lower(line, at + 1)
    counted = behind == "people" or (behind.isalpha() and len(behind) > 3 and behind.endswith("s") and not line[at + 1].capital)
    return None if counted and behind not in {"this", "does", "always", "perhaps", "towards"} else (at + 1, Calendar(int(lower(line, at))))
