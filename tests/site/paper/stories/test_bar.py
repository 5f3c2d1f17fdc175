from __future__ import annotations

from itertools import pairwise

from octavo.site.paper.entry import entry_of
from octavo.site.paper.stories.bar import NARROW, STEPS, WIDE, Bar, Name, bar_of
from tests.site.paper.rows import row


def bar(*rows: object) -> Bar:
    made = bar_of(entry_of(rows))  # type: ignore[arg-type]
    assert made
    return made


def test_reports_are_full_copies_empty_and_a_papers_further_texts_small() -> None:
    made = bar(
        row(1, 100, "Northwire", story=7), row(2, 75, "Harbour Post", story=7, copy_of=1, voice="northwire"),
        row(3, 50, "Northwire", story=7), row(4, 0, "The Pilot", story=7),
    )
    assert [(dot.at, dot.mark, dot.row.pk) for dot in made.dots] == [
        (25.0, "copy", 2), (50.0, "further", 3), (0.0, "report", 1), (100.0, "report", 4),
    ]
    assert (made.copies, made.more, [told.pk for told in made.told]) == (1, 0, [1, 4])


def test_as_many_full_marks_as_the_line_of_counts_says() -> None:
    entry = entry_of([row(pk, pk * 10, f"Paper {pk % 4}", story=7) for pk in range(20)])
    made = bar_of(entry)
    assert made
    assert sum(dot.mark == "report" for dot in made.dots) == entry.facts.independent == 4


def test_two_articles_or_one_moment_make_no_bar() -> None:
    assert bar_of(entry_of([row(1, 5, story=7), row(2, 0, story=7)])) is None
    assert bar_of(entry_of([row(pk, 5, f"Paper {pk}", story=7) for pk in range(9)])) is None


def test_names_never_meet_nor_reach_over_the_times() -> None:
    made = bar(*(row(pk, pk * pk, f"The {'Very ' * (pk % 5)}Long Paper {pk}", story=7) for pk in range(40)))
    for names, width in ((made.wide, WIDE), (made.narrow, NARROW)):
        assert names
        for below in (False, True):
            spans = sorted(_span(name, width) for name in names if name.below == below)
            assert all(one[1] <= other[0] for one, other in pairwise(spans))
            assert all(start >= 0 and end <= width for start, end in spans)


def test_hundreds_of_articles_make_a_bounded_picture() -> None:
    made = bar(*(row(pk, pk / 7, f"Paper {pk}", story=7, copy_of=1 if pk % 3 else 0) for pk in range(1, 900)))
    assert len(made.dots) <= 3 * (STEPS + 1)
    assert made.more > 200


def _span(name: Name, width: int) -> tuple[float, float]:
    at, long = name.at * width / 100, len(name.text) * 6.6
    start = {"start": at, "middle": at - long / 2, "end": at - long}[name.anchor]
    return start, start + long
