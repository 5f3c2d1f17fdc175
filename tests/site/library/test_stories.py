"""Stories as pages ask for them."""

from __future__ import annotations

import pytest

from tests.site.library.placed import came, check, tell


def told(specimen: bool = False, most: int = 10) -> list[tuple[int | None, list[str]]]:
    from octavo.site.library.stories import newest_stories

    return [(each.key, [report.headline.split(": ")[1] for report in each.articles]) for each in newest_stories(specimen, most)]


def test_an_article_stands_alone_until_it_is_placed(library: str) -> None:
    from octavo.site.library.stories import place_of

    one, other = came("one"), came("other", minutes=5)
    assert told() == [(None, ["other"]), (None, ["one"])]
    assert (place_of(one.pk).story, place_of(one.pk).size, [each.pk for each in place_of(one.pk).group]) == (None, 1, [one.pk])
    story = tell("story", one, other)
    assert told() == [(story, ["one", "other"])]
    assert (place_of(one.pk).story, place_of(one.pk).size) == (story, 2)
    check()


def test_the_stories_reported_last_come_first_each_edition_by_itself(library: str) -> None:
    first, second = tell("a", came("one")), tell("b", came("two", minutes=5))
    tell(first, came("three", minutes=10))
    specimen = tell("c", came("made up", minutes=60, kind="specimen"))
    came("waits", minutes=7)
    assert told() == [(first, ["one", "three"]), (None, ["waits"]), (second, ["two"])]
    assert told(most=1) == [(first, ["one", "three"])]
    assert told(specimen=True) == [(specimen, ["made up"])]
    check()


def test_a_story_says_what_its_articles_are(library: str) -> None:
    from octavo.site.library.stories import place_of, story_of

    origin, own, copy = came("origin", agency="Northwire"), came("own", minutes=3), came("copy", minutes=2, publisher=None)
    story = tell("story", origin, outlet="one.example", voice="northwire")
    tell(story, own, outlet="two.example", voice="two.example")
    tell(story, copy, outlet="three.example", voice="three.example", origin=origin.pk)
    found = story_of(story)
    assert found is not None
    assert (found.size, found.reports, found.papers, found.lead) == (3, 2, 3, origin.pk)
    assert (found.first, found.last) == (origin.published, own.published)
    assert [(each.pk, each.origin, each.voice, each.publisher) for each in found.articles] == [
        (origin.pk, None, "northwire", "Harbour Post"), (copy.pk, origin.pk, "northwire", ""),
        (own.pk, None, "two.example", "Harbour Post"),
    ]
    for each in (origin, copy):
        assert [report.pk for report in place_of(each.pk).group] == [origin.pk, copy.pk]
    assert story_of(10**6) is None
    check()


def test_a_text_that_changed_keeps_its_place_and_is_looked_at_again(library: str) -> None:
    from octavo.site.library.models import Place

    one = came("one")
    story = tell("story", one)
    assert not Place.objects.get().waiting
    changed = came("one", "It says something else.", minutes=60)
    assert (Place.objects.get().waiting, Place.objects.get().story_id) == (True, story)
    tell("another", one)
    assert (Place.objects.get().waiting, Place.objects.get().story_id) == (True, story), "what was looked at is not what it says"
    tell("another", changed)
    assert (Place.objects.get().waiting, Place.objects.get().story_id) == (False, story)


@pytest.mark.parametrize("many", [1, 6])
def test_pages_ask_a_fixed_number_of_times(library: str, many: int) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.library.stories import newest_stories, place_of, story_of

    articles = [came(f"n{number}", minutes=number) for number in range(2 * many)]
    for number in range(many):
        story = tell(f"s{number}", *articles[2 * number : 2 * number + 2])
    came("waits")
    for work, queries in ((lambda: newest_stories(False, 50), 3), (lambda: story_of(story), 3), (lambda: place_of(articles[0].pk), 2)):
        with CaptureQueriesContext(connection) as seen:
            work()
        assert len(seen) == queries
