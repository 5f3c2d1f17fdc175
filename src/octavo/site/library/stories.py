"""Stories as pages ask for them: a fixed number of queries, plain rows out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q, Value, Window
from django.db.models.functions import Coalesce, RowNumber, Substr

from octavo.site.library.models import Place, Story
from octavo.site.library.story_counts import live

if TYPE_CHECKING:
    from django.db.models import QuerySet

OPENING = 1_000
"""How much of each text is given, in characters."""
EACH = 100
"""Articles of a story that a list of stories has at most: its newest."""
MOST = 2_000
"""And its own page."""

_COLUMNS = (
    "article", "article__headline", "article__ranked", "opening", "article__kicker", "publisher", "article__agency",
    "article__url", "article__dateline_place", "article__section", "article__language", "article__published", "story", "origin", "earlier",
    "outlet", "voice", "held",
)


@dataclass(frozen=True, slots=True)
class Report:
    """An article as one of its story's. "" stands for what is not known; times have an offset.

    `opening`: the first OPENING characters of its text. `story` is None until it is placed. `origin` is the number of the article whose
    text it carries, `earlier` that of the text that it is an update of. `outlet`, `voice`: see `octavo.grouping.owners`; a copy has the
    voice of its origin. `held`: the owner decided about its story.
    """

    pk: int
    headline: str
    ranked: datetime
    opening: str = field(repr=False)
    kicker: str = ""
    publisher: str = ""
    agency: str = ""
    url: str = ""
    place: str = ""
    section: str = ""
    language: str = ""
    published: datetime | None = None
    story: int | None = None
    origin: int | None = None
    earlier: int | None = None
    outlet: str = ""
    voice: str = ""
    held: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A story with its articles, in the order in which they appeared; counts are those of all that it has.

    `key` is its address; None for an article that waits to be placed, which stands alone until then. `lead` is the number of the article
    whose headline is the story's.
    """

    key: int | None
    lead: int | None
    first: datetime
    last: datetime
    size: int
    reports: int
    papers: int
    articles: tuple[Report, ...]


def newest_stories(specimen: bool, most: int) -> tuple[Told, ...]:
    """The stories of an edition that were reported last, newest first, each with its newest articles (EACH at most). Three queries.

    Articles that wait to be placed are among them, each alone.
    """
    stories = list(Story.objects.filter(size__gt=0, specimen__in=[specimen]).order_by("-last", "-pk")[:most])
    numbered = Window(RowNumber(), partition_by=F("story"), order_by=[F("ranked").desc(), F("article").desc()])
    articles = _by_story(_reports(Place.objects.filter(story__in=stories).annotate(number=numbered).filter(number__lte=EACH)))
    waiting = Place.objects.filter(waiting=True, story__isnull=True, article__specimen__in=[specimen])
    told = [_told(row, articles[row.pk]) for row in stories]
    told += [alone(each) for each in _reports(waiting.order_by("-article__ranked", "-article")[:most])]
    return tuple(sorted(told, key=lambda each: (each.last, each.articles[-1].pk), reverse=True)[:most])


def story_of(key: int) -> Told | None:
    """The story that an address leads to, its `key` another where it was merged, with its newest articles (MOST at most). None where there
    is no such address. Three queries."""
    row = Story.objects.filter(pk=live(key) or 0, size__gt=0).first()
    return row if row is None else _told(row, _reports(Place.objects.filter(story=row).order_by("-ranked", "-article")[:MOST]))


@dataclass(frozen=True, slots=True)
class Belonging:
    """Where an article belongs: the address of its story and how many articles that has (None and 1 until it is placed), and all articles
    that carry the same text, first to last, itself among them, the origin first."""

    story: int | None
    size: int
    group: tuple[Report, ...]


def place_of(article: int) -> Belonging:
    """Where that article belongs. Two queries."""
    row = Place.objects.filter(pk=article).values_list("origin", "story", "story__size").first()
    origin, story, size = row or (None, None, None)
    text = origin or article
    group = _reports(Place.objects.filter(Q(pk=text) | Q(origin=text)).order_by("-ranked", "-article")[:MOST])
    return Belonging(story, size or 1, tuple(sorted(group, key=lambda each: (each.pk != text, each.ranked, each.pk))))


def alone(report: Report) -> Told:
    """An article that waits to be placed, as a story of one."""
    return Told(None, report.pk, report.ranked, report.ranked, 1, 1, 1, (report,))


def _told(row: Story, articles: Iterable[Report]) -> Told:
    ordered = tuple(sorted(articles, key=lambda each: (each.ranked, each.pk)))
    first, last = row.first or ordered[0].ranked, row.last or ordered[-1].ranked
    return Told(row.pk, row.lead_id, first, last, row.size, row.reports, row.papers, ordered)


def _by_story(reports: Iterable[Report]) -> dict[int | None, list[Report]]:
    grouped: dict[int | None, list[Report]] = defaultdict(list)
    for each in reports:
        grouped[each.story].append(each)
    return grouped


def _reports(places: QuerySet[Place]) -> list[Report]:
    said = places.annotate(opening=Substr("article__text", 1, OPENING), publisher=Coalesce("article__publisher__name", Value("")))
    rows: Iterable[tuple[Any, ...]] = said.values_list(*_COLUMNS)
    return [Report(*values) for values in rows]
