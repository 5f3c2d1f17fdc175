"""When a reader last looked at a story, so that its page can say what is new to them."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from django.http import HttpRequest

from octavo.errors import LibraryError
from octavo.site.library.writing import explaining, writing
from octavo.site.readers.models import StoryVisit, User

VISIT = timedelta(minutes=30)
"""How long a visit lasts: what was new when it began is new for so long, however often the page is loaded."""


@explaining()
def visited(reader: User, story: int, now: datetime) -> datetime | None:
    """A reader looks at a story: returns when the visit before this one began, None where this is the first.

    Written down once a visit, when it begins. One query where it goes on, at most five statements where it begins. To be asked only where
    somebody looks, see `looks`. A library that cannot be written for now keeps nobody from reading: the visit then begins the next time.
    """
    known = _last(reader, story)
    if known and _goes_on(known, now):
        return known.before
    with suppress(LibraryError), writing():
        known = _last(reader, story)
        if known and _goes_on(known, now):  # it began in another tab meanwhile
            return known.before
        StoryVisit.objects.update_or_create(reader=reader, story_id=story, defaults={"at": now, "before": _before(known, now)})
    return _before(known, now)


def looks(request: HttpRequest) -> bool:
    """Whether somebody looks at the page that is asked for: it is no HEAD, and no browser's or proxy's fetch ahead of the wish."""
    ahead = (request.headers.get(name, "").lower() for name in ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"))
    return request.method == "GET" and not any("prefetch" in word or "preview" in word for word in ahead)


def _last(reader: User, story: int) -> StoryVisit | None:
    return StoryVisit.objects.filter(reader=reader, story=story).first()


def _before(known: StoryVisit | None, now: datetime) -> datetime | None:
    if known is None:
        return None
    return known.at if known.at <= now else known.before


def _goes_on(row: StoryVisit, now: datetime) -> bool:
    # One that began in the future was written down by a clock that was ahead.
    return row.at <= now < row.at + VISIT
