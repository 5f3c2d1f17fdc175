"""Thirty days of a source as a small drawing. Pure: counts in, the path of an SVG and its words out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.dates import MONTHS
from django.utils.translation import gettext, ngettext

from octavo.site.messages import numeral

DAYS = 30
"""Days that are drawn, today (UTC) among them."""

STEP, BAR, HEIGHT = 4, 3, 24
"""Units from bar to bar, and how wide and how high at most a bar is."""

LEAST = 2
"""The height of a day with an article, however many the others have."""


@dataclass(frozen=True, slots=True)
class Sparkline:
    """Articles a day, the oldest day first."""

    first: date
    days: tuple[int, ...]

    @property
    def total(self) -> int:
        """Articles in all these days."""
        return sum(self.days)

    @property
    def width(self) -> int:
        """Units from the first bar to the end of the last one."""
        return len(self.days) * STEP - (STEP - BAR)

    @property
    def height(self) -> int:
        """Units of the highest bar."""
        return HEIGHT

    @property
    def path(self) -> str:
        """The `d` of an SVG path: a bar for each day that had an article, standing on y = HEIGHT."""
        most = max(self.days, default=0)
        bars = ((place * STEP, max(LEAST, round(HEIGHT * day / most))) for place, day in enumerate(self.days) if day)
        return "".join(f"M{x} {HEIGHT}v-{high}h{BAR}v{high}z" for x, high in bars)

    @property
    def words(self) -> str:
        """What the drawing shows, for those who do not see it."""
        if not self.total:
            return gettext("No article in the last %(days)s days") % {"days": len(self.days)}
        most = max(self.days)
        best = self.first + timedelta(days=self.days.index(most))
        return ngettext(
            "%(n)s article in the last %(days)s days, the most on %(day)s %(month)s: %(most)s",
            "%(n)s articles in the last %(days)s days, the most on %(day)s %(month)s: %(most)s", self.total,
        ) % {"n": numeral(self.total), "days": len(self.days), "day": best.day, "month": MONTHS[best.month], "most": numeral(most)}


def sparkline(days: Mapping[date, int], today: date) -> Sparkline:
    """Counts by day (UTC) -> the last DAYS of them up to today; a day that is not among them had none."""
    first = first_day(today)
    return Sparkline(first, tuple(days.get(first + timedelta(days=number), 0) for number in range(DAYS)))


def first_day(today: date) -> date:
    """The first of the days that are drawn."""
    return today - timedelta(days=DAYS - 1)
