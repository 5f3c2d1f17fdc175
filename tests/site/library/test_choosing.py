"""What the owner decides about stories, and takes back."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from octavo.errors import LibraryError
from tests.site.library.articles import MORNING
from tests.site.library.placed import came, check, stories, tell

NOW = MORNING + timedelta(days=1)


def story(*keys: str, start: int = 0) -> int:
    """A story of new articles of those keys; returns its number."""
    return tell("new", *(came(key, minutes=start + place) for place, key in enumerate(keys)))


def numbers(*keys: str) -> list[int]:
    from octavo.site.library.models import Article

    return [Article.objects.get(key=key).pk for key in keys]


def whole() -> tuple[Any, ...]:
    """All that is said of stories, those that have articles, but for their headlines: these are chosen when a story rests."""
    from octavo.site.library.models import Place, Story

    fields = ("pk", "specimen", "first", "last", "size", "reports", "papers", "merged_into")
    places = Place.objects.order_by("pk").values_list("pk", "story", "found", "held", "waiting", "origin")
    return list(Story.objects.filter(size__gt=0).order_by("pk").values_list(*fields)), list(places)


def test_two_stories_are_one_and_two_again(library: str) -> None:
    from octavo.site.library.choosing import choices_about, merge_stories, undo_choice
    from octavo.site.library.story_counts import live

    one, two = story("a", "b"), story("c", start=9)
    before = whole()
    choice = merge_stories(two, one, NOW)
    assert stories() == {one: ["a", "b", "c"]}
    assert (live(two), live(one)) == (one, one)
    assert [each.pk for each in choices_about(one)] == [each.pk for each in choices_about(two)] == [choice]
    check()
    undo_choice(choice)
    undo_choice(choice)
    assert whole() == before
    assert choices_about(one) == []
    check()


def test_the_old_address_keeps_the_larger_part_and_of_two_alike_the_first(library: str) -> None:
    from octavo.site.library.choosing import split_story, undo_choice
    from octavo.site.library.models import StoryChoice

    one = story("a", "b", "c")
    before = whole()
    for off, stays in ((["c"], ["a", "b"]), (["a", "b"], ["a", "b"]), (["a"], ["b", "c"])):
        choice = split_story(one, numbers(*off), NOW)
        new = StoryChoice.objects.get(pk=choice).story_id
        assert stories()[one] == stays
        assert sorted(stories()[one] + stories()[new]) == ["a", "b", "c"]
        check()
        undo_choice(choice)
        assert whole() == before
        check()
    two = story("d", "e", start=10)
    split_story(two, numbers("d"), NOW)
    assert stories()[two] == ["d"]


def test_an_article_that_is_moved_takes_its_copies_along(library: str) -> None:
    from octavo.site.library.choosing import move_articles, undo_choice
    from octavo.site.library.story_counts import live

    one, two = story("a"), story("b", start=5)
    tell(one, came("copy", minutes=2), origin=numbers("a")[0])
    before = whole()
    choice = move_articles(numbers("a"), two, NOW)
    assert stories() == {two: ["a", "copy", "b"]}
    assert live(one) == two
    check()
    undo_choice(choice)
    assert whole() == before
    move_articles(numbers("copy"), two, NOW)
    assert stories() == {one: ["a"], two: ["copy", "b"]}
    check()


def test_what_was_decided_since_stands_when_something_is_taken_back(library: str) -> None:
    from octavo.site.library.choosing import merge_stories, move_articles, split_story, undo_choice
    from octavo.site.library.models import StoryChoice

    one, two, three = story("a", "b", "c"), story("d", start=10), story("e", start=20)
    first = merge_stories(two, one, NOW)
    merge_stories(one, three, NOW)
    move_articles(numbers("b"), story("f", start=30), NOW)
    undo_choice(first)
    assert stories() == {two: ["d"], three: ["a", "c", "e"], three + 1: ["b", "f"]}
    check()
    split = split_story(three, numbers("a"), NOW)
    new = StoryChoice.objects.get(pk=split).story_id
    merge_stories(new, two, NOW)
    undo_choice(split)
    assert stories() == {two: ["d"], three: ["a", "c", "e"], three + 1: ["b", "f"]}
    check()


def test_what_came_since_stays_where_it_came_to_unless_that_is_gone(library: str) -> None:
    from octavo.site.library.choosing import merge_stories, split_story, undo_choice
    from octavo.site.library.models import StoryChoice

    one, two = story("a", "b", "c"), story("d", start=10)
    merged = merge_stories(two, one, NOW)
    tell(one, came("later", minutes=50))
    undo_choice(merged)
    assert stories() == {one: ["a", "b", "c", "later"], two: ["d"]}
    split = split_story(one, numbers("a"), NOW)
    tell(StoryChoice.objects.get(pk=split).story_id, came("last", minutes=60))
    undo_choice(split)
    assert stories() == {one: ["a", "b", "c", "later", "last"], two: ["d"]}
    check()


def test_articles_of_what_was_decided_are_held_and_others_are_not(library: str) -> None:
    from octavo.site.library.choosing import merge_stories, undo_choice
    from octavo.site.library.models import Place

    def held() -> set[str]:
        return set(Place.objects.filter(held=True).values_list("article__key", flat=True))

    one, two, three = story("a"), story("b"), story("c")
    first, second = merge_stories(two, one, NOW), merge_stories(one, three, NOW)
    tell(three, came("later"))
    assert held() == {"a", "b", "c"}
    undo_choice(second)
    assert held() == {"a", "b"}
    undo_choice(first)
    assert held() == set()


def test_what_cannot_be_decided_is_said_and_changes_nothing(library: str) -> None:
    from octavo.site.library.choosing import merge_stories, move_articles, split_story
    from octavo.site.library.models import StoryChoice

    one, two = story("a"), story("b")
    specimen = tell("new", came("made up", kind="specimen"))
    merge_stories(two, one, NOW)
    before = whole()
    waiting = came("waits").pk
    wrong: list[Callable[[], int]] = [
        lambda: merge_stories(two, one, NOW), lambda: merge_stories(one, one, NOW), lambda: merge_stories(one, specimen, NOW),
        lambda: merge_stories(one, 999, NOW), lambda: split_story(one, numbers("a", "b"), NOW), lambda: split_story(one, [], NOW),
        lambda: split_story(999, numbers("a"), NOW), lambda: split_story(one, numbers("made up"), NOW),
        lambda: move_articles([], one, NOW), lambda: move_articles([waiting], one, NOW), lambda: move_articles(numbers("a"), one, NOW),
        lambda: move_articles(numbers("a"), specimen, NOW), lambda: move_articles(numbers("a"), two, NOW),
    ]
    for decide in wrong:
        with pytest.raises(LibraryError):
            decide()
    assert whole()[0] == before[0]
    assert StoryChoice.objects.count() == 1


def test_all_holds_after_many_choices_and_each_is_taken_back_exactly(library: str) -> None:
    from octavo.site.library.models import StoryChoice

    seed = int(os.environ.get("OCTAVO_SEED") or random.SystemRandom().randrange(10**6))
    print(f"OCTAVO_SEED={seed} makes this run again")
    chance = random.Random(seed)
    for number in range(6):
        story(*(f"{number}.{place}" for place in range(chance.randrange(1, 4))), start=number)
    came_since = 0
    for step in range(200 if library == "sqlite" else 100):
        made = list(StoryChoice.objects.values_list("pk", flat=True))
        if chance.random() < 0.2:
            tell(chance.choice(list(stories())), came(f"since {step}", minutes=chance.randrange(100)))
            came_since += 1
        elif made and chance.random() < 0.3:
            _undo(chance.choice(made))
        elif chance.random() < 0.2:
            _mend(chance)
        else:
            before = whole()
            try:
                choice = _decide(chance)
            except LibraryError:
                assert whole() == before
                continue
            check()
            if chance.random() < 0.4:
                _undo(choice)
                assert whole() == before
        check()
    for choice in chance.sample(list(StoryChoice.objects.values_list("pk", flat=True)), StoryChoice.objects.count()):
        _undo(choice)
        check()
    assert sum(map(len, stories().values())) == len(whole()[1])
    assert all(place[1] == place[2] and not place[3] for place in whole()[1])
    assert came_since


def _undo(choice: int) -> None:
    from octavo.site.library.choosing import undo_choice

    undo_choice(choice)


def _mend(chance: random.Random) -> None:
    """What may be seen late: any articles belong to any story, or to a new one."""
    from octavo.site.library.mending import mend_places
    from octavo.site.library.writing import writing

    told = stories()
    some = numbers(*chance.sample(sorted(key for keys in told.values() for key in keys), 2))
    where: list[int | str] = [*told, "new"]
    with writing():
        mend_places(False, {pk: chance.choice(where) for pk in some})


def _decide(chance: random.Random) -> int:
    """Something that an owner may say; returns the number of the choice."""
    from octavo.site.library.choosing import merge_stories, move_articles, split_story

    told = stories()
    one, two = chance.choice(list(told)), chance.choice(list(told))
    some = numbers(*chance.sample(told[one], chance.randrange(len(told[one]) + 1)))
    kind = chance.randrange(3)
    if kind == 0:
        return merge_stories(one, two, NOW)
    return split_story(one, some, NOW) if kind == 1 else move_articles(some, two, NOW)
