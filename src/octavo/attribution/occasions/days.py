"""The words for a day or time on which something was said, and the day they mean: "on Tuesday", "Sept. 27", "last week".

A weekday is the one before the article's own day, or that day itself. A date without its year is the last of its name. What names no
one day ("last week", "in July") is an occasion without a date.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from octavo.attribution.dates.expressions import day_of, resolved
from octavo.attribution.dates.reading import Read, ago, calendar_day, lower, named_day, period, weekday
from octavo.attribution.dates.words import COUNTS, MONTHS, WEEKDAYS
from octavo.attribution.words.lists import listed
from octavo.attribution.words.spans import Word

_LEADS = listed("back early earlier just late later most only recently")
_BEGINNINGS = (
    _LEADS | COUNTS | WEEKDAYS.keys() | MONTHS.keys()
    | listed("during in last on over past previous recent the this today tonight yesterday")
)  # fmt: skip


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
    found = weekday(line, place) or calendar_day(line, place, on) or _named(line, place) or ago(line, place) or period(line, place, on)
    return None if found is None or line[found[0] - 1].possessive else (found[0], _day(found, published))


def day_within(line: Sequence[Word], start: int, end: int, published: date | None) -> date | None:
    """The first day that words of a phrase name: "at Monday's debate"."""
    for at in range(start, end):
        found = weekday(line, at) or calendar_day(line, at, "")
        if found and (day := _day(found, published)):
            return day
    return None


def _named(line: Sequence[Word], at: int) -> Read | None:
    """Of the days that are named from the day of writing those on which something can have been said."""
    capital = lower(line, at) in {"today", "tonight"} and line[at].capital
    return None if lower(line, at) in {"tomorrow", "the"} or capital else named_day(line, at)


def _day(found: Read, published: date | None) -> date | None:
    return None if published is None or found[1] is None else day_of(resolved(found[1], published))
