"""What the library no longer needs, taken out of it: see docs/decisions/growth.md. Articles, their versions and pages always stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.db.models import F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from octavo.site.library.models import Source, SourceDay, WantedPage
from octavo.site.library.writing import writing

FOLLOWED_KEPT = timedelta(days=60)
"""How long the row of a page that a feed led to is kept: what is read, or has failed for good, is looked at no more."""

LINKED_KEPT = timedelta(days=180)
"""How long after it was last linked the row of a watched page's or a sitemap's article is kept: without it the link would be new."""

DAYS_KEPT = timedelta(days=400)
"""How long a source's days are counted singly: a year can be seen beside the one before."""

STEP = 1_000
"""Rows that go in a transaction, so that other writers never wait long."""

_State = WantedPage.State
_DONE = (_State.READ, _State.PARTIAL, _State.FAILED, _State.SEEN)
_LINKING = (Source.Kind.PAGE, Source.Kind.SITEMAP)


def prune(now: datetime) -> bool:
    """Take out a part of what is no longer needed; returns whether there may be more. At most six statements."""
    with writing():
        _count_together(now)
        done = WantedPage.objects.filter(state__in=_DONE, due_at=None, found__lt=now - FOLLOWED_KEPT)
        linked = Q(source__kind__in=_LINKING, found__gte=now - LINKED_KEPT) | Q(source__kind__in=_LINKING, linked__gte=now - LINKED_KEPT)
        gone = list(done.exclude(linked).order_by("found").values_list("pk", flat=True)[:STEP])
        WantedPage.objects.filter(pk__in=gone).delete()
    return len(gone) == STEP


def _count_together(now: datetime) -> None:
    """Days of long ago become one number of their source."""
    old = SourceDay.objects.filter(day__lt=(now - DAYS_KEPT).astimezone(UTC).date())
    own = old.filter(source=OuterRef("pk")).order_by().values("source").annotate(all=Sum("articles")).values("all")
    Source.objects.filter(pk__in=old.values("source")).update(earlier=F("earlier") + Coalesce(Subquery(own), 0))
    old.delete()
