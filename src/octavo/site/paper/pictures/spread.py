"""How a story spread: a line for each paper that reports, its own reports on it, and those that carry its text behind them. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from octavo.site.paper.entry import Entry
from octavo.site.paper.stories.bar import TOLD, Dot, dots_of, drawn
from octavo.site.paper.stories.coverage import papers_of

FEWEST = 3
"""Papers below which a single bar says as much."""
MOST = 12
"""Lines that are drawn: of the papers whose texts most articles have, in order of their first report."""
DAYS = 6
"""Days that are named along the top, at most."""
EDGE = 88
"""Percent of the line behind which no day is named: its name would stand over the edge."""


@dataclass(frozen=True, slots=True)
class Day:
    """Where a day begins, in percent of the line; `named` unless there are too many."""

    at: float
    when: date
    named: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A paper: its marks in percent of the line, reports last so that they lie on top; from where to where it reaches; what is told of
    it in words: the first marks in order of time, how many more there are, and how many papers carry its texts."""

    name: str
    dots: tuple[Dot, ...]
    start: float
    end: float
    told: tuple[Dot, ...]
    more: int
    carriers: int

    @property
    def first(self) -> Dot:
        """Its first report."""
        return self.told[0]

    @property
    def length(self) -> float:
        """Percent of the line from its first mark to its last."""
        return round(self.end - self.start, 1)


@dataclass(frozen=True, slots=True)
class Spread:
    """What is drawn: the lines, the days, how many papers are left out; and which kinds of marks are on it."""

    lines: tuple[Line, ...]
    days: tuple[Day, ...]
    rest: int
    copies: bool
    further: bool


def spread_of(entry: Entry, zone: tzinfo | None) -> Spread | None:
    """A story -> how it spread, by days of that zone; None where a bar shows as much."""
    first, last = entry.facts.first, entry.facts.last
    papers = papers_of(entry)
    if len(papers) < FEWEST or first == last:
        return None
    dots = {dot.row.pk: dot for dot in dots_of(entry, first, last)}
    lines = []
    for name, reports in papers:
        own = sorted((dots[row.pk] for report in reports for row in (report.row, *report.others)), key=lambda dot: (dot.at, dot.row.pk))
        carriers = {carrier for report in reports for carrier in report.carriers}
        lines.append(Line(name, drawn(own), own[0].at, own[-1].at, tuple(own[:TOLD]), len(own[TOLD:]), len(carriers)))
    shown = sorted(sorted(lines, key=lambda line: -len(line.told) - line.more)[:MOST], key=lambda line: line.start)
    marks = {dot.mark for line in shown for dot in line.dots}
    return Spread(tuple(shown), tuple(_days(first, last, zone)), len(lines) - len(shown), "copy" in marks, "further" in marks)


def _days(first: datetime, last: datetime, zone: tzinfo | None) -> Iterator[Day]:
    """The beginnings of days between the two; a story of years has so many that none is drawn."""
    begin = first.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    many = (last - begin).days
    if many > MOST * DAYS:
        return
    every = -(-many // DAYS) or 1
    for number in range(1, many + 1):
        # By the calendar: a day in which the clocks change is no day of 24 hours.
        when = begin + timedelta(days=number)
        at = round(100 * ((when - first) / (last - first)), 1)
        if at <= 100:
            yield Day(at, when.date(), number % every == 0 and at <= EDGE)

