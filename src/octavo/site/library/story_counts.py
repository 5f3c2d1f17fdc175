"""What a story's row says of its articles, counted where they changed; and where an address leads whose story has none left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from django.db import connection
from django.db.models import BigAutoField, Count, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from octavo.site.library.models import Place, Story
from octavo.site.library.unbriefed import expect_briefs
from octavo.site.library.writing import save

_LIVE = """
WITH RECURSIVE way (start, id, into_id, reports) AS (
    SELECT id, id, merged_into_id, reports FROM library_story WHERE id IN ({})
    UNION SELECT way.start, story.id, story.merged_into_id, story.reports FROM library_story story JOIN way ON story.id = way.into_id
) SELECT start, id, reports FROM way WHERE into_id IS NULL
"""


def leading(went: Mapping[int, Counter[int]]) -> dict[int, int]:
    """Where the address of each story leads if it has no article left: to the one that took in most of those that left it just now."""
    return {story: to.most_common(1)[0][0] for story, to in went.items()}


def recount_stories(stories: Collection[int], leads: Mapping[int, int] | None = None) -> None:
    """Count the articles of those stories anew, inside the caller's `writing()`, and have their briefs made again where these are others
    now. Six statements, none for no story.

    The article whose headline is a story's stays that while it is in it; else it is the first with a text of its own.

    `leads`: see `leading`. A story that has articles leads nowhere, and is its own. Since each leads to one that has some when it is said,
    and one that loses its own is told where to lead then, no address leads in a circle.
    """
    if not stories:
        return
    ordered = Place.objects.filter(story=OuterRef("pk")).order_by("ranked", "article").values("article")
    kept, own = ordered.filter(article=OuterRef("lead")), ordered.filter(origin__isnull=True)
    heads = Coalesce(Subquery(kept[:1]), Subquery(own[:1]), Subquery(ordered[:1]))
    rows = Story.objects.filter(pk__in=stories).annotate(head=heads)
    counted = _counted(stories)
    changed = []
    for row in rows:
        found = counted.get(row.pk, _NOTHING)
        row.size, row.first, row.last, row.papers = found["size"], found["first"], found["last"], found["papers"]
        row.reports = found["named"] + found["unnamed"]
        row.lead_id = row.head
        row.merged_into_id = None if row.size else (leads or {}).get(row.pk, row.merged_into_id)
        changed.append(row)
    save(changed)
    expect_briefs(changed)


_NOTHING: dict[str, Any] = {"size": 0, "first": None, "last": None, "papers": 0, "named": 0, "unnamed": 0}


def _counted(stories: Collection[int]) -> dict[int, dict[str, Any]]:
    # A copy has the voice of its origin, so that a text counts once wherever its origin is.
    found: Any = Place.objects.filter(story__in=stories).order_by().values("story").annotate(
        size=Count("pk"), first=Min("ranked"), last=Max("ranked"),
        papers=Count("outlet", distinct=True, filter=~Q(outlet="")),
        named=Count("voice", distinct=True, filter=~Q(voice="")),
        unnamed=Count(Coalesce("origin", "article"), distinct=True, filter=Q(voice="")),
    )
    return {each["story"]: each for each in found}


def live(story: int) -> int | None:
    """The story that an address leads to: itself while it has articles, else the one that took them in. None for no address. One query."""
    if story > BigAutoField.MAX_BIGINT:
        return None  # No database can be asked for such a number.
    found = led([story]).get(story)
    return found[0] if found else None


def led(stories: Collection[int]) -> dict[int, tuple[int, int]]:
    """The number of each story that is there -> that of the one that its address leads to, see `live`, and the reports of that one.
    One query, none for no story."""
    if not stories:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_LIVE.format(", ".join(["%s"] * len(stories))), list(stories))
        return {start: (at, reports) for start, at, reports in cursor.fetchall()}
