"""How a story spread, as numbers from which it is drawn."""

from __future__ import annotations

from datetime import UTC, date
from zoneinfo import ZoneInfo

from octavo.site.paper.entry import entry_of
from octavo.site.paper.pictures.spread import MOST, Spread, spread_of
from tests.site.paper.rows import row

DAY = 24 * 60


def spread(*rows: object, zone: object = UTC) -> Spread:
    made = spread_of(entry_of(rows), zone)  # type: ignore[arg-type]
    assert made
    return made


def three() -> list[object]:
    """NOW is a Tuesday, 7:30."""
    return [
        row(1, 100, "Northwire", story=7, text="One text.", agency="Northwire"),
        row(3, 50, "Herald", story=7),
        row(4, 0, "The Pilot", story=7),
        row(2, 75, "Harbour Post", story=7, text="One text.", agency="Northwire", copy_of=1, voice="northwire"),
    ]


def test_each_paper_has_a_line_with_its_reports_and_with_those_that_carry_them() -> None:
    made = spread(*three())
    told = [(line.name, [(dot.at, dot.mark) for dot in line.dots], line.start, line.end, line.carriers) for line in made.lines]
    assert told == [
        ("Northwire", [(25.0, "copy"), (0.0, "report")], 0.0, 25.0, 1),
        ("Herald", [(50.0, "report")], 50.0, 50.0, 0),
        ("The Pilot", [(100.0, "report")], 100.0, 100.0, 0),
    ]
    assert (made.copies, made.further, made.rest, made.days) == (True, False, 0, ())


def test_days_begin_where_the_reader_is() -> None:
    rows = [row(pk, DAY * pk, f"Paper {pk}", story=7) for pk in range(3)]
    assert [(day.when, day.at) for day in spread(*rows).days] == [(date(2026, 3, 2), 34.4), (date(2026, 3, 3), 84.4)]
    there = spread(*rows, zone=ZoneInfo("Pacific/Auckland"))
    assert [(day.when, day.named) for day in there.days] == [(date(2026, 3, 2), True), (date(2026, 3, 3), True)]
    assert there.days[0].at < 10


def test_what_a_bar_shows_as_well_is_not_drawn() -> None:
    assert spread_of(entry_of([row(1, 5, "One", story=7), row(2, 0, "Two", story=7)]), UTC) is None
    assert spread_of(entry_of([row(pk, 5, f"Paper {pk}", story=7) for pk in range(9)]), UTC) is None


def test_a_story_of_years_and_of_hundreds_makes_a_bounded_picture() -> None:
    made = spread(*(row(pk, pk * DAY * 9, f"Paper {pk % 50}", story=7) for pk in range(400)))
    assert (len(made.lines), made.rest, made.days) == (MOST, 50 - MOST, ())
    assert all(len(line.told) + line.more == 8 for line in made.lines)
