"""Stories as the owner looks for them: by words of their headlines, and those near to one. A fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from octavo.site.library.models import Article, Place, Story, StoryChoice
from octavo.site.paper.press import front_of, related_to
from octavo.site.paper.shelf import rows_of_story

LIKE = 20
"""Stories that are offered."""
LOOKED_AT = 200
"""Articles with those words that are looked at, the newest."""


@dataclass(frozen=True, slots=True)
class Line:
    """A story as a list shows it; `language` is its headline's."""

    pk: int
    headline: str
    text: str
    language: str
    size: int
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Decided:
    """Something that the owner decided about a story: with which other story, its headline or "", and about how many articles."""

    pk: int
    kind: str
    here: bool
    other: int
    headline: str
    articles: int


def lines(stories: Iterable[int]) -> list[Line]:
    """Numbers of stories -> those that have articles, in that order. One query."""
    rows = Story.objects.filter(size__gt=0).select_related("lead").in_bulk(list(stories))
    return [_line(rows[pk]) for pk in stories if pk in rows]


def like(story: Story, words: str) -> list[Line]:
    """The stories of the same edition that have articles with those words in the headline, those last reported first; without words, those
    that are related to this one, then the newest."""
    articles = Article.objects.edition(story.specimen).filter(place__story__isnull=False).exclude(place__story=story)
    for word in words.split():
        articles = articles.filter(headline__icontains=word)
    if words:
        found = list(articles.order_by("-ranked", "-pk").values_list("place__story", flat=True)[:LOOKED_AT])
    else:
        rows = rows_of_story(story.pk, LIKE)
        near = [row.story for shown in rows[:3] for row, _ in related_to(shown, front_of(story.specimen), rows)]
        newest = Story.objects.filter(size__gt=0, specimen__in=[story.specimen]).order_by("-last", "-pk")
        found = [*filter(None, near), *newest.values_list("pk", flat=True)[: LIKE + 1]]
    return lines([pk for pk in dict.fromkeys(found) if pk != story.pk][:LIKE])


def decided(story: int, choices: Iterable[StoryChoice]) -> list[Decided]:
    """What was decided about a story, in words' parts. One query."""
    told = [(row, row.story_id == story, row.other_id if row.story_id == story else row.story_id) for row in choices]
    of = Place.objects.filter(found__in=[other for *_, other in told]).order_by("-ranked", "-article")
    headlines = dict(of.values_list("found", "article__headline")[:LOOKED_AT])
    return [Decided(row.pk, row.kind, here, other, headlines.get(other, ""), len(row.articles)) for row, here, other in told]


def _line(row: Story) -> Line:
    lead = row.lead
    return Line(row.pk, lead.headline if lead else "", lead.text[:200] if lead else "", lead.language if lead else "", row.size, row.last)
