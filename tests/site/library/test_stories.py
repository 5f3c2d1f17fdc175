"""Where articles belong, written down, and counted in their stories."""

from __future__ import annotations

from datetime import timedelta

from tests.site.library.articles import MORNING, source
from tests.site.library.placed import came, check, stories, tell


def test_an_article_waits_to_be_placed_from_when_it_came(library: str) -> None:
    from octavo.site.library.models import Place
    from octavo.site.library.unplaced import any_unplaced

    assert not any_unplaced(MORNING)
    one, other = came("one"), came("other", minutes=5)
    assert any_unplaced(MORNING)
    assert Place.objects.filter(waiting=True, story__isnull=True).count() == 2
    story = tell("story", one, other)
    assert stories() == {story: ["one", "other"]}
    assert not any_unplaced(MORNING)
    check()


def test_an_article_whose_full_text_is_about_to_come_waits_for_it(library: str) -> None:
    from octavo.site.library.models import WantedPage
    from octavo.site.library.unplaced import FULL_TEXT, any_unplaced

    one, feed = came("one"), source("feed", "https://post.example/feed")
    page = WantedPage.objects.create(source=feed, url="https://post.example/one", article=one, found=MORNING, due_at=MORNING)
    assert not any_unplaced(MORNING)
    assert any_unplaced(MORNING + FULL_TEXT + timedelta(seconds=1))
    WantedPage.objects.filter(pk=page.pk).update(state=WantedPage.State.FAILED)
    assert any_unplaced(MORNING)


def test_a_story_is_counted(library: str) -> None:
    from octavo.site.library.models import Story

    origin, own, copy = came("origin", agency="Northwire"), came("own", minutes=3), came("copy", minutes=2, publisher=None)
    story = tell("story", origin, outlet="one.example", voice="northwire")
    tell(story, own, outlet="two.example", voice="two.example")
    tell(story, copy, outlet="three.example", voice="three.example", origin=origin.pk)
    row = Story.objects.get(pk=story)
    assert (row.size, row.reports, row.papers, row.lead_id) == (3, 2, 3, origin.pk)
    assert (row.first, row.last) == (origin.published, own.published)
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
    check()


def test_an_article_that_is_read_again_keeps_its_story_and_its_address(library: str) -> None:
    from octavo.site.library.models import FetchedPage, Place
    from octavo.site.library.rereading import renew
    from tests.site.library.articles import article

    one = came("one")
    story = tell("story", one)
    page = FetchedPage.objects.select_related("source").get()
    assert renew(page, [article("one", "It reads better.", published=one.published)]) == 1
    place = Place.objects.get()
    assert (place.article_id, place.story_id, place.waiting) == (one.pk, story, True)
    tell("another", place.article)
    assert renew(page, [article("one", "It reads better.", published=one.published)]) == 0
    assert not Place.objects.get().waiting
    check()


def test_a_batch_is_a_fixed_number_of_statements(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for many in (3, 12):
        articles = [came(f"{many} {number}") for number in range(many)]
        with CaptureQueriesContext(connection) as seen:
            tell(f"story {many}", *articles)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_the_articles_of_a_story_lie_in_their_order_in_an_index(library: str) -> None:
    from django.db import connection

    from octavo.site.library.models import Article, Place, Story

    first = came("first")
    fields = [field.attname for field in Article._meta.concrete_fields]
    values = {name: getattr(first, name) for name in fields if name != "id"}
    articles = Article.objects.bulk_create([Article(**values | {"key": f"k{number}"}) for number in range(3_000)])
    told = Story.objects.bulk_create([Story(size=10, last=first.ranked) for _ in range(300)])
    Place.objects.bulk_create(
        Place(article=each, story=told[at % 300], ranked=each.ranked, waiting=at == 1_000) for at, each in enumerate(articles))
    with connection.cursor() as cursor:
        for table in ("library_place", "library_story"):
            cursor.execute(f"ANALYZE {table}")
    plan = Place.objects.filter(story=told[5]).order_by("ranked", "article").values_list("pk").explain()
    assert "place_order" in plan, plan
    plan = Place.objects.filter(waiting=True).order_by("article").values_list("pk")[:64].explain()
    assert "place_waiting" in plan, plan
    plan = Story.objects.filter(specimen__in=[False], size__gt=0).order_by("-last", "-pk").values_list("pk")[:50].explain()
    assert "story_newest" in plan, plan
