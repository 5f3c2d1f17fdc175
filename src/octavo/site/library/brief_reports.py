"""A story's rows -> what its brief is made of, and a mark of that."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from octavo.analysis import Analysis, Attribution, Entity, Occasion, Span, Speaker
from octavo.briefing.reports import MOST, Report, in_order
from octavo.language.sentences import sentences
from octavo.site.library import models
from octavo.site.library.rows import article_of
from octavo.site.library.writing import explaining

if TYPE_CHECKING:
    from django.db.models import QuerySet

_MARKED = (
    "pk", "origin", "earlier", "voice", "article__published", "article__publisher__name", "article__agency", "article__url",
    "article__language", "article__seen", "article__text", "article__changed", "article__analysis__model",
)
"""What a report hangs on: all else that is read of it follows from these."""


@dataclass(frozen=True, slots=True)
class Material:
    """The reports of a story, in order of time, and when each article's text came, by its number as it stands in citations."""

    reports: tuple[Report, ...]
    came: Mapping[str, datetime]


@explaining()
def mark_of(story: int) -> str:
    """A mark of what the brief of a story is made of, another where anything of it is another; "" for no articles. One query."""
    rows = list(_places(story).order_by("-ranked", "-article").values_list(*_MARKED)[:MOST])
    if not rows:
        return ""
    digest = hashlib.sha256()
    for row in rows:
        told = tuple(each.isoformat() if isinstance(each, datetime) else each for each in row)
        digest.update(repr(told).encode(errors="backslashreplace"))
    return digest.hexdigest()


@explaining()
def material_of(story: int) -> Material:
    """What the brief of a story is made of: its newest MOST articles, with what was found in them. Two queries.

    An article's id is its number. One that is not analysed, or not yet, takes part with its sentences, and nobody says anything in it.
    """
    return _material(_places(story).order_by("-ranked", "-article")[:MOST])


@explaining()
def material_from(articles: Iterable[int]) -> Material:
    """The same of those articles, of whatever stories. Two queries."""
    return _material(models.Place.objects.filter(article__in=list(articles)))


def _material(found: QuerySet[models.Place]) -> Material:
    places = list(found.select_related("article__publisher", "article__analysis").defer("digest", "article__sketch"))
    said = _attributions(place.pk for place in places)
    origins = {place.pk: place.origin_id or place.earlier_id for place in places}
    reports = [
        Report(
            replace(article_of(place.article), id=str(place.pk)), _analysis(place.article, said.get(place.pk, ())),
            str(_first(place.pk, origins)), place.voice, place.article.changed)
        for place in places
    ]
    return Material(in_order(reports), {str(place.pk): place.article.changed or place.article.arrived for place in places})


def _places(story: int) -> QuerySet[models.Place]:
    return models.Place.objects.filter(story=story)


def _first(article: int, origins: Mapping[int, int | None]) -> int:
    """The article whose text it carries in the end; an earlier text by the same publisher counts as the same report."""
    seen = {article}
    while (before := origins.get(article)) is not None and before not in seen:
        seen.add(article := before)
    return article


def _analysis(article: models.Article, attributions: Iterable[Attribution]) -> Analysis:
    row: models.Analysis | None = getattr(article, "analysis", None)
    entities = tuple(Entity(*each) for each in row.entities) if row else ()
    found = tuple((start, end) for start, end in row.sentences) if row else ()
    return Analysis(found or sentences(article.text, article.language or "en"), entities, tuple(attributions))


def _attributions(articles: Iterable[int]) -> Mapping[int, list[Attribution]]:
    """What is said in articles, in the order of their texts. One query."""
    said: defaultdict[int, list[Attribution]] = defaultdict(list)
    rows = models.Statement.objects.filter(article__in=list(articles)).defer("words", "sought", "said_on")
    for row in rows.order_by("article", "number"):
        said[row.article_id].append(_attribution(row))
    return said


def _attribution(row: models.Statement) -> Attribution:
    occasion = Occasion(row.occasion, row.outlet or None, row.addressee or None, row.occasion_date)
    return Attribution(
        _spans(row.source), _spans(row.cue), _spans(row.content),
        Speaker(row.name or None, row.kind, row.role or None, row.affiliation or None),  # type: ignore[arg-type]
        row.act, row.negated, row.form, occasion if row.occasion else None, row.confidence,  # type: ignore[arg-type]
    )


def _spans(stored: Iterable[Iterable[int]]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in stored)
