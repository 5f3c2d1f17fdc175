"""The words that dates are written with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from octavo.attribution.words.lists import listed


def _numbered(lines: Iterable[str], first: int) -> dict[str, int]:
    return {name: number for number, names in enumerate(lines, start=first) for name in names.split()}


WEEKDAYS = _numbered(
    ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thu", "friday fri", "saturday sat", "sunday sun"), 0,
)  # fmt: skip
MONTHS = _numbered(
    ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
     "october oct", "november nov", "december dec"), 1,
)  # fmt: skip
ABBREVIATED = listed("apr aug dec feb jan jul jun mar nov oct sep sept")
NUMBERS = _numbered(("a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1)
COUNTS = listed("couple few many months several some weeks years") | frozenset(NUMBERS)
PARTS = listed("afternoon evening lunchtime midday morning night noon")
"""Parts of a day, behind its name."""
SEASONS = listed("autumn fall spring summer winter")
PERIODS = listed("campaign century decade month quarter season week weekend year") | SEASONS
Unit = Literal["day", "week", "month", "year"]
UNITS: dict[str, Unit] = {"day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year",
                          "years": "year"}  # fmt: skip
HOURS = listed("hour hours")
FEASTS = {("christmas",): (12, 25), ("christmas", "day"): (12, 25), ("christmas", "eve"): (12, 24), ("boxing", "day"): (12, 26),
          ("new", "year", "eve"): (12, 31), ("new", "year", "day"): (1, 1)}  # fmt: skip
"""Feasts that are one day of every year."""
NAMED_AFTER = listed("black good bloody super ash easter cyber ruby holy palm shrove whit maundy giving sheffield")
"""What makes a weekday the name of something else: "Black Friday"."""
KINDS_OF = listed("prayer prayers school schools mass roast newspaper newspapers lunches nights mornings evenings afternoons league")
"""What a weekday tells the kind of, and no day: "Friday prayers"."""
