"""What is seen late about stories."""

from __future__ import annotations

from datetime import timedelta

from tests.site.library.articles import MORNING
from tests.site.library.placed import came, check, stories, tell
from tests.site.library.test_choosing import numbers, story


def mend(moves: dict[str, int | str]) -> dict[str, int]:
    """Move articles, by their keys."""
    from octavo.site.library.mending import mend_places
    from octavo.site.library.writing import writing

    with writing():
        made = mend_places(False, {numbers(key)[0]: to for key, to in moves.items()})
    check()
    return made


def test_a_story_that_is_another_leads_to_it(library: str) -> None:
    from octavo.site.library.story_counts import live

    one, two, three = story("a"), story("b", "c"), story("d")
    mend({"a": two})
    assert (stories(), live(one)) == ({two: ["a", "b", "c"], three: ["d"]}, two)
    mend(dict.fromkeys(("a", "b", "c"), three))
    assert (stories(), live(one), live(two)) == ({three: ["a", "b", "d", "c"]}, three, three)


def test_a_story_that_was_two_has_a_new_address_for_what_leaves_it(library: str) -> None:
    one = story("a", "b", "c")
    new = mend({"c": "other"})["other"]
    assert stories() == {one: ["a", "b"], new: ["c"]}


def test_one_that_is_made_of_parts_of_two_has_an_address_of_its_own(library: str) -> None:
    one, two = story("a", "b"), story("c", "d")
    new = mend({"a": "both", "c": "both"})["both"]
    assert stories() == {one: ["b"], two: ["d"], new: ["a", "c"]}


def test_a_copy_goes_with_its_origin(library: str) -> None:
    one, two = story("a", "b", "c"), story("d")
    tell(one, came("copy", minutes=9), origin=numbers("a")[0])
    mend({"a": two})
    assert stories() == {one: ["b", "c"], two: ["a", "d", "copy"]}
    mend({"copy": one})
    assert stories() == {one: ["b", "c"], two: ["a", "d", "copy"]}


def test_what_the_owner_decided_stands(library: str) -> None:
    from octavo.site.library.choosing import merge_stories, undo_choice

    one, two, three = story("a"), story("b"), story("c")
    choice = merge_stories(two, one, MORNING + timedelta(days=1))
    tell(one, came("later", minutes=9))
    assert mend({"a": three, "b": "other", "later": three}) == {}
    assert stories() == {one: ["a", "b"], three: ["c", "later"]}
    undo_choice(choice)
    assert stories() == {one: ["a"], two: ["b"], three: ["c", "later"]}
    mend({"a": three})
    assert stories() == {two: ["b"], three: ["a", "c", "later"]}
