"""What somebody has said over time: a column for each day, month or year, a mark for each statement, its shape by what was done. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Shape = Literal["said", "denied", "charged", "asked"]
SHAPES: tuple[Shape, ...] = ("said", "denied", "charged", "asked")
"""From the foot of a column up."""
OF_ACT: dict[str, Shape] = {
    "deny": "denied", "dispute": "denied",
    "warn": "charged", "accuse": "charged", "criticise": "charged",
    "demand": "asked", "ask": "asked", "promise": "asked", "propose": "asked",
}
"""Act -> its shape; every other, and what was not done, is said."""

COLUMNS = 31
ROWS = 12
"""Marks that stand on one another, about: where there are more statements, a mark is several."""
NAMED = 7
"""Columns that are named, at most."""
STEP, WIDE = 11, 40
"""Pixels from mark to mark, and what a column has at most."""

Unit = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Column:
    """A day, or the first of a month or year: `at` percent of the line; how many statements of each shape; marks, from the foot up, and
    how many pixels below the top each stands; `named` unless there are too many."""

    when: date
    at: float
    counts: tuple[tuple[Shape, int], ...]
    marks: tuple[tuple[Shape, int], ...]
    named: bool

    @property
    def total(self) -> int:
        """Statements."""
        return sum(number for _, number in self.counts)


@dataclass(frozen=True, slots=True)
class OverTime:
    """What is drawn: columns of a unit of time, what a mark stands for, the shapes that there are; pixels of the marks and of the whole."""

    columns: tuple[Column, ...]
    unit: Unit
    each: int
    shapes: tuple[Shape, ...]
    height: int
    width: int


def over_time(said: Iterable[tuple[date, str, bool, int]]) -> OverTime | None:
    """(Day, act, whether it is negated, how many) -> the picture; None where all was said at one time. What was said before the first of
    COLUMNS years is not drawn."""
    rows = list(said)
    if not rows:
        return None
    last, first = max(day for day, *_ in rows), min(day for day, *_ in rows)
    unit = _unit(first, last)
    counts: dict[date, Counter[Shape]] = {}
    for day, act, negated, number in rows:
        counts.setdefault(_begin(day, unit), Counter())[_shape(act, negated=negated)] += number
    whens = _between(_begin(first, unit), _begin(last, unit), unit)[-COLUMNS:]
    if sum(when in counts for when in whens) < 2:
        return None
    each = _each(max(counts[when].total() for when in whens if when in counts))
    every = -(-len(whens) // NAMED)
    stacks = [_stack(counts.get(when, Counter()), each) for when in whens]
    height = max(map(len, stacks)) * STEP
    columns = tuple(
        Column(when, round(100 * (place + 0.5) / len(whens), 2), _counts(counts.get(when, Counter())), _standing(stack, height),
               named=place % every == 0)
        for place, (when, stack) in enumerate(zip(whens, stacks, strict=True))
    )
    shown = {shape for stack in stacks for shape in stack}
    return OverTime(columns, unit, each, tuple(shape for shape in SHAPES if shape in shown), height, len(whens) * WIDE)


def _shape(act: str, *, negated: bool) -> Shape:
    return "said" if negated else OF_ACT.get(act, "said")


def _unit(first: date, last: date) -> Unit:
    if (last - first).days < COLUMNS:
        return "day"
    return "month" if 12 * (last.year - first.year) + last.month - first.month < COLUMNS else "year"


def _begin(day: date, unit: Unit) -> date:
    return day if unit == "day" else day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _between(first: date, last: date, unit: Unit) -> list[date]:
    """Each day, month or year from one to the other."""
    if unit == "day":
        return [first + timedelta(days=number) for number in range((last - first).days + 1)]
    if unit == "year":
        return [date(year, 1, 1) for year in range(first.year, last.year + 1)]
    months = range(12 * first.year + first.month - 1, 12 * last.year + last.month)
    return [date(number // 12, number % 12 + 1, 1) for number in months]


def _each(most: int) -> int:
    """How many statements a mark is, so that a column has about ROWS: 1, 2, 5, 10, 20 ..."""
    scale = 1
    while True:
        for step in (1, 2, 5):
            if most <= step * scale * ROWS:
                return step * scale
        scale *= 10


def _counts(found: Counter[Shape]) -> tuple[tuple[Shape, int], ...]:
    return tuple((shape, found[shape]) for shape in SHAPES if found[shape])


def _stack(found: Counter[Shape], each: int) -> list[Shape]:
    """The marks of a column from its foot up."""
    return [shape for shape, number in _counts(found) for _ in range(-(-number // each))]


def _standing(stack: list[Shape], height: int) -> tuple[tuple[Shape, int], ...]:
    return tuple((shape, height - STEP // 2 - place * STEP) for place, shape in enumerate(stack))
