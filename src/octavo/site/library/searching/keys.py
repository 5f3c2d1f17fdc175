"""The number of an article in the index: newer is larger, so that a window of time is a range of numbers. Pure.

It holds the minute that the article ranks by, and the article's own number behind it; the specimen edition has a range of its own.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

ROOM = 2**28
"""Articles that a library can number."""
APART = 2**61
"""How far below the reader's own articles those of the specimen edition lie."""
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_ALL = 2**60
"""More than any minute of the years 1 to 9999 comes to."""


def window(specimen: bool, before: datetime | None, after: datetime | None = None) -> tuple[int, int]:
    """The lowest and the highest number of an edition's articles; of those that rank before that minute where one is given, and in that
    minute or later."""
    shift = APART if specimen else 0
    return (_minute(after) if after else -_ALL) - shift, (_minute(before) if before else _ALL) - 1 - shift


def _minute(when: datetime) -> int:
    return int((when - _BEGINNING).total_seconds() // 60) * ROOM


def article_of(key: int) -> int:
    """The number of the article that has this one in the index."""
    return key % ROOM


def minute_of(key: int, specimen: bool) -> datetime | None:
    """The minute that the article with this number ranks by; None for one that no article can have."""
    try:
        return _BEGINNING + timedelta(minutes=(key + (APART if specimen else 0)) // ROOM)
    except OverflowError:
        return None
