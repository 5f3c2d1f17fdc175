"""Which articles wait to be placed among copies and stories."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from octavo.site.library.models import Article, Place, Story, WantedPage
from octavo.site.library.writing import explaining, insert, new_row

if TYPE_CHECKING:
    from django.db.models import QuerySet

FULL_TEXT = timedelta(minutes=10)
"""How long an article of which a feed gives a summary stands alone, so that it is placed by its full text."""


def expect_places(new: Sequence[Article], changed: Sequence[Article] = ()) -> None:
    """Have articles placed that are new, and looked at again that changed, inside the caller's `writing()`. A changed one keeps its place.

    One statement for the new, one for the changed.
    """
    insert([new_row(Place, article_id=article.pk) for article in new])
    if changed:
        Place.objects.filter(article__in=[article.pk for article in changed]).update(waiting=True)


def unplaced(now: datetime) -> QuerySet[Place]:
    """The articles that are to be placed now: all that wait but for those whose full text is likely to come soon."""
    coming = WantedPage.objects.filter(article=OuterRef("pk"), state=WantedPage.State.WAITING, found__gt=now - FULL_TEXT)
    return Place.objects.filter(~Exists(coming), waiting=True)


@explaining()
def any_unplaced(now: datetime) -> bool:
    """Whether there are such."""
    return unplaced(now).exists()


@explaining()
def any_rough() -> bool:
    """Whether there is a story that articles joined, and that was not looked at since."""
    return Story.objects.filter(rough=True).exists()
