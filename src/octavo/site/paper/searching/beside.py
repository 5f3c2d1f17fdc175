"""The searches that a reader keeps, as every page tells of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from django.http import HttpRequest

from octavo.site.paper.muting.sifting import fold, rules_for
from octavo.site.paper.shelf import now_for, rows_numbered
from octavo.site.readers.models import User
from octavo.site.readers.searches.counting import New, new_results


def searches_told(request: HttpRequest) -> Sequence[New]:
    """The searches of the reader who asks, each with how many new results it has, without what they mute: looked up once for a page. See
    `new_results`; to look at what is new takes one query more, and another where a rule looks at who speaks."""
    told: Sequence[New] | None = getattr(request, "reader_searches", None)
    if told is None:
        reader = request.user

        def stories(articles: Collection[int]) -> Mapping[int, int]:
            return {row.pk: row.story or -row.pk for row in fold(rows_numbered(articles), request).rows}

        now = now_for(specimen=False, time_zone=getattr(reader, "time_zone", "UTC"))
        told = new_results(reader.pk, now, stories, rules_for(request)) if isinstance(reader, User) else ()
        request.reader_searches = told  # type: ignore[attr-defined]
    return told
