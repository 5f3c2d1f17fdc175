"""What a reader has read, article by article."""

from __future__ import annotations

from tests.site.library.placed import came, tell


def test_nothing_is_read_before_it_was_opened_and_readers_are_apart(library: str) -> None:
    from octavo.site.readers.models import User
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.marking import mark, read_among

    first, second, another = came("first"), came("second"), User.objects.create_user("another")
    assert read_among(owner(), [first.pk, second.pk]) == frozenset()
    mark(owner(), [first.pk, 999_999], read=True)
    assert read_among(owner(), [first.pk, second.pk]) == {first.pk}
    assert read_among(another, [first.pk, second.pk]) == frozenset()
    mark(owner(), [first.pk], read=False)
    assert read_among(owner(), [first.pk, second.pk]) == frozenset()


def test_one_read_marks_the_copies_also_those_that_come_later(library: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.marking import mark, read_among

    origin, copy = came("origin"), came("copy", minutes=1)
    story = tell("s", origin)
    tell(story, copy, origin=origin.pk)
    mark(owner(), [copy.pk], read=True)
    later, another = came("later", minutes=2), came("another", "Other words of other people.", minutes=3)
    tell(story, later, origin=origin.pk)
    tell(story, another)
    everything = [each.pk for each in (origin, copy, later, another)]
    assert read_among(owner(), everything) == {origin.pk, copy.pk, later.pk}


def test_a_copy_marked_as_unread_is_read_again_with_its_text(library: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.marking import mark, read_among

    origin, copy = came("origin"), came("copy", minutes=1)
    story = tell("s", origin)
    tell(story, copy, origin=origin.pk)
    mark(owner(), [origin.pk], read=True)
    mark(owner(), [copy.pk], read=False)
    assert read_among(owner(), [origin.pk, copy.pk]) == {origin.pk}
    mark(owner(), [origin.pk], read=True)
    assert read_among(owner(), [origin.pk, copy.pk]) == {origin.pk, copy.pk}


def test_each_copy_counts_for_itself_where_the_reader_says_so(library: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.marking import mark, read_among
    from octavo.site.readers.reading.preferences import Preferences, set_preferences

    origin, copy = came("origin"), came("copy", minutes=1)
    tell(tell("s", origin), copy, origin=origin.pk)
    set_preferences(owner(), Preferences(each_copy=True))
    mark(owner(), [copy.pk], read=True)
    assert read_among(owner(), [origin.pk, copy.pk]) == {copy.pk}
    set_preferences(owner(), Preferences())
    mark(owner(), [copy.pk], read=True)
    assert read_among(owner(), [origin.pk, copy.pk]) == {origin.pk, copy.pk}


def test_an_earlier_text_is_read_with_the_later_one(library: str) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.marking import mark, read_among

    earlier, later = came("earlier"), came("later", minutes=1)
    tell(tell("s", earlier), later, earlier=earlier.pk)
    mark(owner(), [later.pk], read=True)
    assert read_among(owner(), [earlier.pk, later.pk]) == {earlier.pk, later.pk}


def test_looking_again_writes_nothing(site: None) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.marking import looked_at

    article, reader = came("first"), owner()
    looked_at(reader, [article.pk])
    with CaptureQueriesContext(connection) as captured:
        looked_at(reader, [article.pk])
    assert [each["sql"].split()[0] for each in captured] == ["SELECT"]


def test_asking_takes_one_query(site: None) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.marking import read_among
    from octavo.site.readers.reading.preferences import preferences

    articles, reader = [came(f"n{number}").pk for number in range(5)], owner()
    preferences(reader)
    with CaptureQueriesContext(connection) as captured:
        read_among(reader, articles)
    assert len(captured) == 1
