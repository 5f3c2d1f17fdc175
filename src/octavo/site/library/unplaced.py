"""Which articles wait to be placed among copies and stories."""

from __future__ import annotations

from collections.abc import Sequence

from octavo.site.library.models import Article, Place
from octavo.site.library.writing import explaining, insert, new_row


def expect_places(new: Sequence[Article], changed: Sequence[Article] = ()) -> None:
    """Have articles placed that are new, and looked at again that changed, inside the caller's `writing()`. A changed one keeps its place.

    One statement for the new, one for the changed.
    """
    insert([new_row(Place, article_id=article.pk) for article in new])
    if changed:
        Place.objects.filter(article__in=[article.pk for article in changed]).update(waiting=True)


@explaining()
def any_waits() -> bool:
    """Whether an article waits to be placed."""
    return Place.objects.filter(waiting=True).exists()
