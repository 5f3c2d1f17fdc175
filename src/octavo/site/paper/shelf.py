"""What the pages take from the library: a fixed number of queries, plain rows out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db.models.functions import Substr
from django.utils import timezone

from octavo.grouping.copies import unpack
from octavo.site.library.models import Article
from octavo.site.library.specimens import edition_time
from octavo.site.paper.edition import Row

NEWEST = 300
"""An edition is made from this many of the newest articles."""

OPENING = 6000
"""How much of each text is looked at, in characters."""


def now_for(specimen: bool, time_zone: str = "UTC") -> datetime:
    """The page's time. The specimen edition has its own, which never passes; else it is now, in the reader's zone.

    A reader who has not named a zone ("UTC") reads by this machine's clock.
    """
    if specimen:
        return edition_time()
    try:
        return timezone.now().astimezone(ZoneInfo(time_zone) if time_zone != "UTC" else None)
    except (ZoneInfoNotFoundError, ValueError):
        return timezone.now()


def newest_rows(specimen: bool, publisher: int | None = None, limit: int = NEWEST) -> tuple[Row, ...]:
    """The newest articles of the reader's own library or of the specimen edition, newest first. One query."""
    found = Article.objects.edition(specimen)
    if publisher is not None:
        found = found.filter(publisher=publisher)
    return tuple(_rows(found.order_by("-ranked", "-pk").annotate(opening=Substr("text", 1, OPENING)).values_list(
        "pk", "headline", "ranked", "opening", "kicker", "publisher__name", "publisher", "agency", "section", "language", "published",
        "sketch",
    )[:limit]))


def _rows(found: Iterable[tuple[Any, ...]]) -> Iterable[Row]:
    for pk, headline, ranked, opening, kicker, publisher, publisher_pk, agency, section, language, published, sketch in found:
        yield Row(
            pk=pk, headline=headline, ranked=ranked, text=opening, kicker=kicker, publisher=publisher or "", publisher_pk=publisher_pk,
            agency=agency, section=section, language=language, dated=published is not None, sketch=unpack(sketch),
        )
