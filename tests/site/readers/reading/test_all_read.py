"""Everything marked as read, and that undone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.site.library.articles import MORNING
from tests.site.library.placed import came, tell

if TYPE_CHECKING:
    from octavo.site.library.models import Article

DAY = timedelta(days=1)


def _some(number: int = 4) -> list[Article]:
    return [came(f"n{each}", f"Text {each} of its own.", minutes=each) for each in range(number)]


def _read(*articles: Article) -> list[bool]:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.marking import read_among

    read = read_among(owner(), [each.pk for each in articles])
    return [each.pk in read for each in articles]


def test_everything_is_read_up_to_what_was_seen_and_costs_one_row(library: str) -> None:
    from octavo.site.readers.models import User
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.all_read import read_through
    from octavo.site.readers.reading.marking import read_among
    from octavo.site.readers.reading.models import ReadMark, ReadThrough

    a, b, c, d = _some()
    read_through(owner(), c.pk, MORNING)
    assert _read(a, b, c, d) == [True, True, True, False]
    assert (ReadThrough.objects.count(), ReadMark.objects.count()) == (1, 0)
    assert read_among(User.objects.create_user("another"), [a.pk]) == frozenset()


def test_it_is_undone_exactly(library: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.all_read import read_through, undo
    from octavo.site.readers.reading.marking import mark
    from octavo.site.readers.reading.models import ReadingDeed

    a, b, c, d = _some()
    mark(owner(), [a.pk], read=True)
    mark(owner(), [b.pk], read=False)
    deed = read_through(owner(), d.pk, MORNING)
    assert _read(a, b, c, d) == [True, True, True, True]
    mark(owner(), [c.pk], read=True)
    assert undo(owner(), deed)
    assert _read(a, b, c, d) == [True, False, True, False]
    assert not undo(owner(), deed)
    assert not ReadingDeed.objects.exists()


def test_what_was_opened_since_stays_read(library: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.all_read import read_articles, read_through, undo
    from octavo.site.readers.reading.marking import looked_at, mark

    a, b, c, d = _some()
    first = read_articles(owner(), [a.pk, b.pk], MORNING)
    looked_at(owner(), [a.pk])
    second = read_through(owner(), d.pk, MORNING)
    mark(owner(), [c.pk], read=False)
    assert undo(owner(), second)
    assert _read(a, b, c, d) == [True, True, False, False]
    assert undo(owner(), first)
    assert _read(a, b, c, d) == [True, False, False, False]


def test_an_older_deed_undone_leaves_what_a_later_one_did(library: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.all_read import read_articles, read_through, undo
    from octavo.site.readers.reading.marking import mark

    a, b, c, d = _some()
    mark(owner(), [a.pk], read=False)
    first = read_articles(owner(), [a.pk, b.pk, d.pk], MORNING)
    second = read_through(owner(), b.pk, MORNING)
    third = read_articles(owner(), [d.pk], MORNING)
    assert undo(owner(), first)
    assert _read(a, b, c, d) == [True, True, False, True]
    assert undo(owner(), second)
    assert undo(owner(), third)
    assert _read(a, b, c, d) == [False, False, False, False]


def test_a_source_is_read_and_its_texts_elsewhere_with_it(library: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.all_read import read_through, undo

    a, b = came("a", kind="feed"), came("b", "Words of its own.", minutes=1)
    deed = read_through(owner(), b.pk, MORNING, [a.page.source_id])
    assert _read(a, b) == [True, False]
    copy = came("copy", minutes=2)
    tell(tell("s", a), copy, origin=a.pk)
    assert _read(a, b, copy) == [True, False, True]
    undo(owner(), deed)
    assert _read(a, b, copy) == [False, False, False]


def test_nobody_undoes_what_another_did(library: str) -> None:
    from octavo.site.readers.models import User
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.all_read import read_through, undo

    (a,) = _some(1)
    deed = read_through(owner(), a.pk, MORNING)
    assert not undo(User.objects.create_user("another"), deed)
    assert _read(a) == [True]


def test_after_a_day_it_holds_for_good_and_little_is_kept(library: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.all_read import read_through, undo
    from octavo.site.readers.reading.models import ReadThrough

    a, b, c, d = _some()
    source = a.page.source_id
    deeds = [read_through(owner(), each.pk, MORNING, sources) for each in (a, b) for sources in ([source], None)]
    read_through(owner(), c.pk, MORNING + 2 * DAY)
    assert not undo(owner(), deeds[0])
    assert [(row.source_id, row.through) for row in ReadThrough.objects.order_by("through")] == [(None, b.pk), (None, c.pk)]
    assert _read(a, b, c, d) == [True, True, True, False]


def test_a_number_from_nowhere_marks_nothing_to_come(library: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.all_read import read_through

    (a,) = _some(1)
    read_through(owner(), 10**15, MORNING)
    later = came("later", "It came later.", minutes=9)
    assert _read(a, later) == [True, False]
