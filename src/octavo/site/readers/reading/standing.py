"""Whether a reader has read an article: one expression for pages, lists and counts.

A mark of the article itself says so first; then that everything up to its number is read, of its source or of all; then the text that it
carries or updates, so that one read counts for all copies (see `Preferences.each_copy`). What came in before the newest REACH articles
counts as read, unless it is marked as unread: so counts cost the same in a library of ten thousand articles and of a million.
"""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, Case, Exists, FilteredRelation, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from octavo.site.library.models import Article
from octavo.site.readers.models import User
from octavo.site.readers.reading.models import ReadMark, ReadThrough
from octavo.site.readers.reading.preferences import preferences

REACH = 30_000
"""So many of the newest articles can be unread by themselves."""


def newer(articles: QuerySet[Article], number: int) -> QuerySet[Any, Any]:
    """Those of the articles that came in after that number; `near` are their places.

    The bound is said of the places, too: PostgreSQL does not see that it follows, and would go through the places of the whole library.
    """
    return articles.filter(pk__gt=number).annotate(near=FilteredRelation("place", condition=Q(place__article__gt=number)))


def with_read(articles: QuerySet[Article], reader: User, place: str = "place") -> QuerySet[Any, Any]:
    """Those articles with `has_read`, whether that reader has read each; `place`: what their places are called there. No query but that of
    the reader's preferences."""
    says: list[Any] = [_mark_of(reader, OuterRef("pk")), _covered(reader, "pk", "page__source")]
    if not preferences(reader).each_copy:
        origin, earlier = f"{place}__origin", f"{place}__earlier"
        articles = articles.annotate(text_of=Coalesce(origin, earlier))
        says += [_mark_of(reader, Coalesce(OuterRef(origin), OuterRef(earlier))), _text_covered(reader)]
    return articles.annotate(has_read=Coalesce(*says, Value(False), output_field=BooleanField()))


def through_all(reader: User) -> Any:
    """The number up to which that reader has read everything, as a part of a query."""
    return Coalesce(Subquery(ReadThrough.objects.filter(reader=reader.pk, source=None).order_by("-through").values("through")[:1]), 0)


def beyond_reach() -> Any:
    """The number up to which articles are too old to be unread by themselves, as a part of a query."""
    return Coalesce(Subquery(Article.objects.order_by("-pk").values("pk")[:1]), 0) - REACH


def _mark_of(reader: User, article: Any) -> Subquery:
    return Subquery(ReadMark.objects.filter(reader=reader.pk, article=article).values("read")[:1])


def _covered(reader: User, number: str, source: str) -> Case:
    """True where a deed of many covers the article of that number; else null: nothing is said."""
    of_source = ReadThrough.objects.filter(reader=reader.pk, source=OuterRef(source), through__gte=OuterRef(number))
    holds = Q(**{f"{number}__lte": through_all(reader)}) | Q(**{f"{number}__lte": beyond_reach()}) | Q(Exists(of_source))
    return Case(When(holds, then=Value(True)), default=None, output_field=BooleanField())


def _text_covered(reader: User) -> Case:
    """The same for the text that an article carries or updates, which is mostly of another source."""
    source = Article.objects.filter(pk=OuterRef(OuterRef("text_of"))).values("page__source")[:1]
    of_source = ReadThrough.objects.filter(reader=reader.pk, source=Subquery(source), through__gte=OuterRef("text_of"))
    holds = Q(text_of__isnull=False) & (Q(text_of__lte=through_all(reader)) | Q(text_of__lte=beyond_reach()) | Q(Exists(of_source)))
    return Case(When(holds, then=Value(True)), default=None, output_field=BooleanField())


