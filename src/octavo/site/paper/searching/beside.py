"""The searches that a reader keeps, as every page tells of them."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest

from octavo.site.paper.shelf import now_for
from octavo.site.readers.models import User
from octavo.site.readers.searches.counting import New, new_results


def searches_told(request: HttpRequest) -> Sequence[New]:
    """The searches of the reader who asks, each with how many new results it has: looked up once for a page. See `new_results`."""
    told: Sequence[New] | None = getattr(request, "reader_searches", None)
    if told is None:
        reader = request.user
        told = new_results(reader.pk, now_for(specimen=False, time_zone=reader.time_zone)) if isinstance(reader, User) else ()
        request.reader_searches = told  # type: ignore[attr-defined]
    return told
