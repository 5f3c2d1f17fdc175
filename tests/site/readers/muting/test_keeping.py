"""A reader's rules in the library: put in, changed, taken out and put back, also by two browsers at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.readers.two_readers import two_readers

if TYPE_CHECKING:
    from octavo.site.readers.models import User

NOW = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)


@pytest.fixture
def ada(library: str) -> User:
    return two_readers().ada.reader


def wish(value: str, effect: str = "mute", **fields: Any) -> Any:
    from octavo.site.readers.muting import wishing

    return wishing.wish(effect, "words", value, **fields)


def put(reader: User, *values: str) -> tuple[list[int], list[Any]]:
    from octavo.site.readers.muting import keeping

    return keeping.put(reader, [wish(value) for value in values], NOW)


def kept(reader: User) -> list[str]:
    from octavo.site.readers.muting.keeping import rules_of

    return [f"{rule.effect} {rule.value}" for rule in rules_of(reader.pk)]


def at_once(reader: User, values: list[str]) -> list[Exception | None]:
    """Each is put in by a connection of its own; what went wrong with each."""
    from django.db import connection

    def one(value: str) -> Exception | None:
        try:
            put(reader, value)
        except Exception as error:  # noqa: BLE001
            return error
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(len(values)) as threads:
        return list(threads.map(one, values))


def test_of_one_thing_there_is_one_rule_and_what_was_there_is_put_back(ada: User) -> None:
    from octavo.site.readers.muting.keeping import put as put_in
    from octavo.site.readers.muting.keeping import take

    put(ada, "Café")
    numbers, before = put_in(ada, [wish("cafe", "follow")], NOW)
    assert kept(ada) == ["follow cafe"]
    take(ada, numbers)
    put_in(ada, before, NOW)
    assert kept(ada) == ["mute Café"]


def test_the_same_at_once_is_one_rule(ada: User) -> None:
    assert at_once(ada, ["whale"] * 4) == [None] * 4
    assert kept(ada) == ["mute whale"]


def test_two_at_once_do_not_go_beyond_the_most(ada: User) -> None:
    from octavo.site.readers.muting.keeping import TooMany

    put(ada, *(f"word{number}" for number in range(499)))
    wrong = at_once(ada, ["one", "two", "three"])
    assert sorted(isinstance(each, TooMany) for each in wrong) == [False, True, True]
    assert len(kept(ada)) == 500


def test_what_has_run_out_makes_room(ada: User) -> None:
    from octavo.site.readers.muting.keeping import put as put_in

    put_in(ada, [wish(f"word{number}", until=NOW + timedelta(days=1)) for number in range(500)], NOW)
    put_in(ada, [wish("new")], NOW + timedelta(days=2))
    assert kept(ada) == ["mute new"]


def test_a_change_to_what_another_rule_is_about_takes_its_place(ada: User) -> None:
    from octavo.site.readers.muting.keeping import change

    (one, _two), _ = put(ada, "tug", "whale")
    assert [each.value for each in change(ada, one, wish("WHALE"))] == ["tug", "whale"]
    assert kept(ada) == ["mute WHALE"]


def test_another_readers_rules_are_neither_seen_nor_taken(ada: User) -> None:
    from octavo.site.readers.models import User
    from octavo.site.readers.muting.keeping import change, take

    (one,), _ = put(ada, "whale")
    ben = User.objects.get(username="ben")
    assert kept(ben) == []
    assert take(ben, [one]) == []
    assert change(ben, one, wish("tug")) == []
    assert kept(ada) == ["mute whale"]


def test_what_is_undone_may_name_a_story_that_is_gone(ada: User) -> None:
    from octavo.site.readers.muting import keeping, wishing

    keeping.put(ada, [wishing.wish("mute", "story", "It", key="999", story=999)], NOW)
    assert kept(ada) == ["mute It"]


def test_a_mute_goes_with_its_story_as_far_as_the_storys_address_leads(ada: User) -> None:
    from octavo.site.library.models import Story
    from octavo.site.library.story_counts import live
    from octavo.site.readers.muting import keeping, wishing

    last = Story.objects.create(size=9, reports=9)
    ways = [last]
    for _ in range(4):
        ways.append(Story.objects.create(merged_into=ways[-1]))
    apart = Story.objects.create(size=2, reports=2)
    keeping.put(ada, [wishing.wish("mute", "story", "It", key=str(each.pk), story=each.pk) for each in (*ways, apart)], NOW)
    assert {live(each.pk) for each in ways} == {last.pk}
    assert [(rule.key, rule.has) for rule in keeping.rules_of(ada.pk)] == [(str(last.pk), 9)] * 5 + [(str(apart.pk), 2)]
