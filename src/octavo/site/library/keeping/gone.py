"""What was taken out is remembered by its id, so that a feed which still lists it does not bring it back, as unread.

The id is made of the canonical address (see `octavo.reading.parts.identity`). Why an article is remembered, and not judged by its age
when it comes: see docs/decisions/keeping.md.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from octavo.site.library.models import Article, GoneArticle
from octavo.site.library.writing import writing

REMEMBERED = timedelta(days=400)
"""How long after it was last on a page: a feed of one article a year keeps its old ones out."""
LISTED_ANEW = timedelta(days=30)
"""A row says to within this time when its article was last on a page: to be exact, each answer of a feed would write each row."""
STEP = 1_000
"""Rows that go in a transaction."""


def remember(articles: Collection[int], now: datetime) -> None:
    """These articles are about to be taken out. To be called while `writing`."""
    keys = Article.objects.filter(pk__in=articles).values_list("key", flat=True)
    GoneArticle.objects.bulk_create([GoneArticle(key=key, listed=now) for key in keys], ignore_conflicts=True)


def gone_among(keys: Collection[str]) -> set[str]:
    """Those of the ids whose articles were taken out. One statement."""
    return set(GoneArticle.objects.filter(key__in=keys).values_list("key", flat=True)) if keys else set()


def still_listed(keys: Collection[str], now: datetime) -> None:
    """Articles that were taken out are still on a page. To be called while `writing`."""
    GoneArticle.objects.filter(key__in=keys, listed__lt=now - LISTED_ANEW).update(listed=now)


def let_in(keys: Iterable[str]) -> None:
    """Somebody gives these by hand: they may come back. To be called while `writing`."""
    GoneArticle.objects.filter(key__in=list(keys)).delete()


def forget(now: datetime) -> int:
    """Forget some that no page has named for REMEMBERED; returns how many: STEP where there may be more."""
    with writing():
        old = list(GoneArticle.objects.filter(listed__lt=now - REMEMBERED).order_by("listed").values_list("pk", flat=True)[:STEP])
        GoneArticle.objects.filter(pk__in=old).delete()
    return len(old)
