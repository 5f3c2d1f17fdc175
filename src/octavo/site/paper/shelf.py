"""What the pages take from the library: a fixed number of queries, plain rows out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db.models import Q
from django.db.models.functions import Substr
from django.utils import timezone

from octavo.site.desk.polling.claiming import POLLED
from octavo.site.library.models import Article, FetchedPage, Place, Source, Story
from octavo.site.library.specimens import edition_time
from octavo.site.paper.entry import Row

if TYPE_CHECKING:
    from django.db.models import QuerySet

NEWEST = 300
"""An edition is made from this many of the newest articles, and from as many of the newest stories: one that hundreds report leaves room
for others."""

OLDER = 3000
"""So many older articles of their stories come with them at most."""

OPENING = 6000
"""How much of each text is looked at, in characters."""

FIRST_WORDS = 1000
"""And how much where only its first words are shown."""

PAGES = 500
"""A source's newest articles are sought on this many of its pages."""


def now_for(specimen: bool, time_zone: str = "UTC") -> datetime:
    """The page's time. The specimen edition has its own, which never passes; else it is now, in the reader's zone.

    A reader who has not named a zone ("UTC") reads by this machine's clock.
    """
    if specimen:
        return edition_time()
    try:
        return timezone.now().astimezone(ZoneInfo(time_zone) if time_zone != "UTC" else None)
    except (ZoneInfoNotFoundError, ValueError):
        return timezone.now()


def newest_rows(specimen: bool) -> tuple[Row, ...]:
    """The newest articles of the reader's own library or of the specimen edition, and the older ones of the newest stories. Three
    queries."""
    newest = _rows(Article.objects.edition(specimen), NEWEST, OPENING)
    told = Story.objects.filter(specimen__in=[specimen], size__gt=0).order_by("-last", "-pk").values_list("pk", flat=True)
    stories = {row.story for row in newest if row.story} | set(told[:NEWEST])
    older = Article.objects.filter(place__story__in=stories).exclude(pk__in=[row.pk for row in newest])
    return (*newest, *_rows(older, OLDER, FIRST_WORDS))


def own_papers() -> frozenset[str]:
    """The papers that the reader has chosen for sources, by the names that these give themselves. One query."""
    return frozenset(Source.objects.filter(kind__in=POLLED).exclude(title="").values_list("title", flat=True))


def rows_of_story(story: int, most: int) -> tuple[Row, ...]:
    """A story's articles, newest first. One query."""
    return _rows(Article.objects.filter(place__story=story), most, OPENING)


def rows_chosen(story: int, articles: Iterable[int]) -> tuple[Row, ...]:
    """Those of the articles that are in the story, newest first, as a list needs them. One query."""
    chosen = list(articles)
    return _rows(Article.objects.filter(place__story=story, pk__in=chosen), len(chosen), FIRST_WORDS)


def rows_numbered(articles: Iterable[int]) -> tuple[Row, ...]:
    """Those articles, newest first, as a list needs them. One query."""
    numbers = list(articles)
    return _rows(Article.objects.filter(pk__in=numbers), len(numbers), FIRST_WORDS)


def rows_of_text(origin: int, most: int) -> tuple[Row, ...]:
    """An article, and those that carry its text or took its place, newest first. One query."""
    # In one condition over both tables no database uses the indexes: it goes through all articles.
    of_it = Place.objects.filter(Q(origin=origin) | Q(earlier=origin)).values("article")
    return _rows(Article.objects.filter(pk__in=of_it.union(Article.objects.filter(pk=origin).values("pk"))), most, FIRST_WORDS)


def rows_of_publisher(specimen: bool, publisher: int, most: int) -> tuple[Row, ...]:
    """A publisher's newest articles, newest first, as a list needs them: their first words. One query."""
    return _rows(Article.objects.edition(specimen).filter(publisher=publisher), most, FIRST_WORDS)


def rows_of_source(source: int, most: int) -> tuple[Row, ...]:
    """A source's newest articles, newest first, as a list needs them. One query.

    They are sought on the source's newest pages: going through all articles for those of a source that is rarely heard of takes seconds.
    """
    pages = FetchedPage.objects.filter(source=source).order_by("-fetched", "-pk").values("pk")[:PAGES]
    return _rows(Article.objects.edition(specimen=False).filter(page__in=pages), most, FIRST_WORDS)


def row_of(shown: Article) -> Row:
    """An article, which came with its publisher and its place, as a row."""
    place = getattr(shown, "place", None)
    return _row(
        shown.pk, shown.headline, shown.ranked, shown.text, shown.kicker, shown.publisher.name if shown.publisher else "", shown.agency,
        shown.dateline_place, shown.section, shown.language, shown.published, place and place.voice, place and place.story_id, None,
        place and place.origin_id, place and place.earlier_id,
    )


def _rows(found: QuerySet[Article], most: int, opening: int) -> tuple[Row, ...]:
    newest = found.order_by("-ranked", "-pk").annotate(opening=Substr("text", 1, opening))
    return tuple(_row(*values) for values in newest.values_list(*_COLUMNS)[:most])


_COLUMNS = (
    "pk", "headline", "ranked", "opening", "kicker", "publisher__name", "agency", "dateline_place", "section", "language", "published",
    "place__voice", "place__story", "place__story__lead", "place__origin", "place__earlier", "page__source",
)


def _row(
    pk: int, headline: str, ranked: datetime, text: str, kicker: str, publisher: str | None, agency: str, place: str, section: str,
    language: str, published: datetime | None, voice: str | None, story: int | None, lead: int | None, origin: int | None,
    earlier: int | None, source: int = 0,
) -> Row:
    return Row(
        pk=pk, headline=headline, ranked=ranked, text=text, kicker=kicker, publisher=publisher or "", agency=agency, place=place,
        section=section, language=language, dated=published is not None, voice=voice or "", story=story or 0, leads=lead == pk,
        copy_of=origin or 0, version_of=earlier or 0, source=source,
    )
