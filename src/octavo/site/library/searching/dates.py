"""What a reader writes for a day -> when it begins. Pure: the time that is now, in the reader's zone, comes in."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_FORMS = ("%Y-%m-%d", "%Y-%m", "%Y", "%Y/%m/%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %Y", "%b %Y")


def beginning(told: str, now: datetime) -> datetime | None:
    """When that day, month or year begins, in `now`'s zone; None for what is none.

    "2026-03-01", "2026-03", "2026", "1 March 2026", "today", "yesterday"; a day of the week is the last that began.
    """
    word = " ".join(told.lower().split())
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if word in WEEKDAYS:
        return _back(today, (today.weekday() - WEEKDAYS.index(word)) % 7)
    if word in ("today", "yesterday"):
        return _back(today, int(word == "yesterday"))
    for form in _FORMS:
        with suppress(ValueError):
            # The year is four digits: strptime takes "26" for 26 as well, and nobody means that.
            if form.startswith("%Y") and not (len(word) > 3 and word[:4].isascii() and word[:4].isdigit()):
                continue
            return datetime.strptime(word, form).replace(tzinfo=now.tzinfo)
    return None


def _back(day: datetime, days: int) -> datetime:
    # By the wall clock: a day is not always 24 hours.
    with suppress(OverflowError):
        return (day.replace(tzinfo=None) - timedelta(days=days)).replace(tzinfo=day.tzinfo)
    return day
