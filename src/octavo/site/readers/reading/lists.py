"""What a reader has to read, newest first, page by page: a page begins behind a time, so that it costs the same wherever it is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from octavo.site.library.models import Article
from octavo.site.library.writing import explaining
from octavo.site.readers.models import User
from octavo.site.readers.reading.counts import reach_of
from octavo.site.readers.reading.models import ReadMark
from octavo.site.readers.reading.standing import REACH, newer, with_read

LOOKED_AT = 120
"""Articles of which a page is made; those of one story stand there once."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page ends: the time of its last article, and its number."""

    ranked: datetime
    number: int

    def __str__(self) -> str:
        return f"{self.ranked.isoformat()},{self.number}"


@dataclass(frozen=True, slots=True)
class Page:
    """Numbers of articles, newest first. `again` are stories that stood on a page before; `end` is where the next page begins, None: this
    is the last."""

    articles: tuple[int, ...]
    again: frozenset[int]
    end: Place | None


def place_of(written: str) -> Place | None:
    """"2026-03-03T07:30:00+00:00,17" -> that place; None for anything else."""
    time, _, number = written.partition(",")
    if not (number.isascii() and number.isdigit() and len(number) < 18):
        return None
    try:
        ranked = datetime.fromisoformat(time.replace(" ", "+"))
    except ValueError:
        return None
    return Place(ranked, int(number)) if ranked.tzinfo and 1 < ranked.year < 9999 else None


@explaining()
def to_read(reader: User, specimen: bool, sources: Collection[int] | None, after: Place | None, everything: bool = False) -> Page:
    """What is unread of those sources, or of all (None), behind that place; `everything`: what is read, too. At most four queries."""
    offered = _offered(reader, specimen, sources, everything)
    behind = Q(ranked__lt=after.ranked) | Q(ranked=after.ranked, pk__lt=after.number) if after else Q()
    parts = [part.filter(behind).order_by().values_list("pk", "time", "shown_in") for part in offered]
    found: Any = list(parts[0].union(*parts[1:], all=True).order_by("-time", "-pk")[: LOOKED_AT + 1])
    shown = found[:LOOKED_AT]
    again: frozenset[int] = frozenset()
    if after and shown:
        ahead = Q(ranked__gt=after.ranked) | Q(ranked=after.ranked, pk__gte=after.number)
        stories = {story for *_, story in shown if story}
        parts = [part.filter(ahead, shown_in__in=stories).order_by().values_list("shown_in", flat=True) for part in offered]
        again = frozenset(parts[0].union(*parts[1:]))
    end = Place(shown[-1][1], shown[-1][0]) if len(found) > LOOKED_AT else None
    return Page(tuple(pk for pk, *_ in shown), again, end)


def newest() -> int:
    """The number of the newest article, 0 where there is none. One query."""
    return Article.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _offered(reader: User, specimen: bool, sources: Collection[int] | None, everything: bool) -> list[QuerySet[Any, Any]]:
    """The articles that the list is made of, in parts that have none in common; each with `time` and with `shown_in`, its story.

    In parts, because for numbers above one "or" among marks PostgreSQL goes through all articles.
    """
    # Not by `edition`, in whose index SQLite would go through the whole library: by number there are REACH of them at most. And the time as
    # an expression, for which no index is: by one a database would go through the whole library, too, for the last unread article.
    articles: QuerySet[Any, Any] = Article.objects.filter(specimen=specimen).annotate(time=Coalesce("ranked", "ranked"))
    if sources is not None:
        articles = articles.filter(page__source__in=list(sources))
    if everything:
        return [newer(articles, newest() - REACH).annotate(shown_in=F("near__story"))]
    floor = reach_of(reader)
    new = with_read(newer(articles, floor), reader, "near").filter(has_read=False)
    by_hand = ReadMark.objects.filter(reader=reader, read=False, article__lte=floor).values("article")
    return [new.annotate(shown_in=F("near__story")), articles.filter(pk__in=by_hand).annotate(shown_in=F("place__story"))]
