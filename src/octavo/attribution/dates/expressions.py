"""What the words for a time say before it is known on which day they were written, and the date that they mean then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from octavo.attribution.dates.words import Unit

Turn = Literal["", "last", "this", "next"]
_FARTHEST = 300
"""Days back at which a date without its year is rather the one to come."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0; `later` whole weeks after the coming one ("a week on Saturday")."""

    number: int
    turn: Turn = ""
    later: int = 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day, month or year as far as it is written; `same_year`: of the year that was named before ("October of that year"); `years`: of
    the year so many from that of writing ("in September last year")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    turn: Turn = ""
    same_year: bool = False
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the day of writing, or from the date that the text named before ("two days later")."""

    unit: Unit
    count: int
    from_before: bool = False
    to_come: bool = False
    """Whether it is a date only of what is to come: it takes "in three days", not "was done in three days"."""


Expression = Weekday | Calendar | Shift


def resolved(said: Expression, written: date | None, ahead: bool | None = False, before: str | None = None) -> str | None:
    """The date that an expression means in a text written on a day: ISO 8601, as exact as it is itself, or None where nobody can know.

    `ahead`: whether it speaks of what is to come (None: nobody knows); `before`: the date that the text named before it.
    """
    if isinstance(said, Shift):
        return _shifted(said, written, ahead, before)
    if isinstance(said, Calendar):
        return _calendar(said, written, ahead, before)
    return None if written is None else _weekday(said, written, ahead)


def day_of(iso: str | None) -> date | None:
    """The day that a date of `resolved` is, None for a month or a year."""
    return date.fromisoformat(iso) if iso is not None and len(iso) == len("2026-03-04") else None


def _weekday(said: Weekday, written: date, ahead: bool | None) -> str | None:
    back = (written.weekday() - said.number) % 7
    if said.turn == "last":
        return _days_from(written, -(back or 7))
    if said.turn == "next":
        return _days_from(written, 7 - written.weekday() + said.number)
    if said.later or ahead:
        return _days_from(written, (said.number - written.weekday()) % 7 + 7 * said.later)
    return _days_from(written, -back)


def _calendar(said: Calendar, written: date | None, ahead: bool | None, before: str | None) -> str | None:
    if said.same_year and before is None:
        return None
    year = int(before[:4]) if said.same_year and before else said.year
    if year is not None:
        return _iso(year, said.month, said.day)
    if written is None:
        return None
    if said.years is not None:
        return _iso(written.year + said.years, said.month, said.day)
    here = written.isoformat()
    if said.month is None:
        months = [_month_from(written, by) for by in (-2, -1, 0, 1, 2)]
        near = [_iso(int(month[:4]), int(month[5:]), said.day) for month in months]
    else:
        near = [_iso(written.year + by, said.month, said.day) for by in (-8, -4, -1, 0, 1, 4, 8)]
    here = here if said.day else here[:7]
    earlier = max((each for each in near if each and each <= here), default=None)
    later = min((each for each in near if each and each >= here), default=None)
    if said.turn == "last":
        return max((each for each in near if each and each < here), default=None)
    if said.turn == "next":
        return min((each for each in near if each and each > here), default=None)
    if ahead is None:
        return _nearer(written, earlier, later)
    return later if ahead else earlier


def _nearer(written: date, earlier: str | None, later: str | None) -> str | None:
    if earlier is None or later is None:
        return earlier or later
    past, coming = (date.fromisoformat(f"{each}-15"[:10]) for each in (earlier, later))
    return earlier if written - past <= coming - written else later


def _shifted(said: Shift, written: date | None, ahead: bool | None, before: str | None) -> str | None:
    if said.to_come and ahead is False:
        return None
    base = before if said.from_before else written.isoformat() if written else None
    if base is None:
        return None
    if said.unit == "year":
        return _iso(int(base[:4]) + said.count, None, None)
    if said.unit == "month":
        return _month_from(date.fromisoformat(f"{base[:7]}-01"), said.count) if len(base) > 4 else None
    day = day_of(base)
    return _days_from(day, said.count * (7 if said.unit == "week" else 1)) if day else None


def _days_from(day: date, days: int) -> str | None:
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _month_from(day: date, months: int) -> str:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return f"{min(max(year, 1), 9999):04}-{month + 1:02}"


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def sensible(said: Expression, written: date | None, ahead: bool | None, before: str | None = None) -> str | None:
    """As `resolved`, but of a day that would lie nearly a year back the one to come: with the year it would have been said."""
    found = resolved(said, written, ahead, before)
    day = day_of(found)
    unsaid = isinstance(said, Calendar) and said.year is said.years is None and not said.turn and not said.same_year
    if day and written and ahead is False and unsaid and (written - day).days > _FARTHEST:
        return resolved(said, written, None, before)
    return found
