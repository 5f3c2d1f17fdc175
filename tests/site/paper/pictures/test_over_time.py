"""What somebody has said over time, as numbers from which it is drawn."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from octavo.site.paper.pictures.over_time import COLUMNS, ROWS, STEP, OverTime, over_time

MONDAY = date(2026, 3, 2)


def picture(*said: tuple[date, str, bool, int]) -> OverTime:
    made = over_time(said)
    assert made
    return made


def test_each_day_has_a_column_and_each_act_a_shape() -> None:
    made = picture((MONDAY, "say", False, 2), (MONDAY, "deny", False, 1), (MONDAY + timedelta(days=2), "warn", False, 1))
    assert [(column.when.day, column.at, column.counts) for column in made.columns] == [
        (2, 16.67, (("said", 2), ("denied", 1))), (3, 50.0, ()), (4, 83.33, (("charged", 1),)),
    ]
    assert [shape for shape, _ in made.columns[0].marks] == ["said", "said", "denied"]
    assert [y for _, y in made.columns[0].marks] == [made.height - STEP // 2 - STEP * place for place in range(3)]
    assert (made.unit, made.each, made.shapes) == ("day", 1, ("said", "denied", "charged"))


def test_what_was_not_denied_was_said() -> None:
    made = picture((MONDAY, "deny", True, 1), (MONDAY + timedelta(days=1), "whistle", False, 1))
    assert made.shapes == ("said",)


@pytest.mark.parametrize(("days", "unit", "columns"), [(30, "day", 31), (31, "month", 2), (900, "month", 30), (4_000, "year", 12)])
def test_days_become_months_and_years(days: int, unit: str, columns: int) -> None:
    made = picture((MONDAY, "say", False, 1), (MONDAY + timedelta(days=days), "say", False, 1))
    assert (made.unit, len(made.columns)) == (unit, columns)
    assert sum(column.total for column in made.columns) == 2
    assert 1 <= sum(column.named for column in made.columns) <= 7


@pytest.mark.parametrize("number", [1, 8, 9, 81, 1_000, 123_456])
def test_a_column_is_never_much_higher_than_it_should_be(number: int) -> None:
    made = picture((MONDAY, "say", False, number), (MONDAY, "deny", False, 1), (MONDAY + timedelta(days=1), "ask", False, 1))
    assert len(made.columns[0].marks) <= ROWS + 2
    assert made.each * ROWS >= number


def test_centuries_make_a_bounded_picture() -> None:
    said = [(date(year, 1, 1), "say", False, 1) for year in range(1, 2026)]
    assert len(picture(*said).columns) == COLUMNS


def test_what_was_said_at_one_time_is_not_drawn() -> None:
    assert over_time([]) is None
    assert over_time([(MONDAY, "say", False, 5), (MONDAY, "deny", False, 5)]) is None
