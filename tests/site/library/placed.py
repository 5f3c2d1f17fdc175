"""Articles in stories, placed by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.site.library.articles import MORNING, article, page, source

if TYPE_CHECKING:
    from octavo.site.library.models import Article


def came(key: str, *texts: str, minutes: int = 0, kind: str = "file", **fields: Any) -> Article:
    """An article in the library that waits to be placed, published that many minutes after MORNING."""
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article

    made = article(key, *texts, **{"published": MORNING + timedelta(minutes=minutes), **fields})
    import_page(page(f"{key} {texts}".encode(), minutes=minutes, url=f"https://post.example/{key}"), [made], source(kind, kind))
    return Article.objects.get(key=key, specimen=kind == "specimen")


def many(key: str, number: int, minutes: int = 0, **fields: Any) -> list[Article]:
    """So many articles in the library, all of one page, a second after another from that many minutes after MORNING on."""
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article

    first = MORNING + timedelta(minutes=minutes)
    made = [article(f"{key}{each}", **{"published": first + timedelta(seconds=each), **fields}) for each in range(number)]
    import_page(page(key.encode(), minutes=minutes + number, url=f"https://post.example/{key}"), made, source())
    return list(Article.objects.filter(key__in=[each.id for each in made]).order_by("ranked"))


def tell(story: str | int, *articles: Article, **fields: Any) -> int:
    """Place articles in a story, one that is opened where it has no number yet; returns its number, 0 where nothing was opened."""
    from octavo.site.library.placing import Found, put_places
    from octavo.site.library.writing import writing

    with writing():
        found = [Found(each.pk, each.seen, each.published, story, b"digest", **fields) for each in articles]
        numbers = put_places(articles[0].specimen, found)
    return numbers.get(story, 0) if isinstance(story, str) else story


def stories() -> dict[int, list[str]]:
    """The keys of the articles of each story that has some, in order."""
    from octavo.site.library.models import Place

    told: dict[int, list[str]] = {}
    for story, key in Place.objects.filter(story__isnull=False).order_by("ranked", "article").values_list("story", "article__key"):
        told.setdefault(story, []).append(key)
    return dict(sorted(told.items()))


def check() -> None:
    """What always holds of stories: see that it does."""
    from octavo.site.library.models import Place, Story
    from octavo.site.library.story_counts import live

    places = list(Place.objects.select_related("article", "story"))
    for story in Story.objects.all():
        own = [each for each in places if each.story_id == story.pk]
        assert story.size == len(own)
        assert (story.size == 0) == (story.merged_into_id is not None), f"{story} leads {story.merged_into_id}"
        leads_to = live(story.pk)
        assert leads_to is not None
        assert Story.objects.get(pk=leads_to).size
        if own:
            assert leads_to == story.pk
            assert (story.first, story.last) == (min(each.article.ranked for each in own), max(each.article.ranked for each in own))
            assert story.lead_id in {each.pk for each in own}
            assert {each.article.specimen for each in own} == {story.specimen}
            assert story.papers == len({each.outlet for each in own} - {""})
            unnamed = {each.origin_id or each.pk for each in own if not each.voice}
            assert story.reports == len({each.voice for each in own} - {""}) + len(unnamed)


def check_counts() -> None:
    """What stories say of their articles is so: see that it is."""
    from octavo.site.library.models import Place, Story

    for story in Story.objects.all():
        own = list(Place.objects.filter(story=story))
        assert story.size == len(own)
        assert story.lead_id in ({each.pk for each in own} or {None})
        assert story.papers == len({each.outlet for each in own} - {""})
