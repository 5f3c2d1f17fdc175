"""The page of searches: a query, what is found by story with the line that matches, and where nothing is, a way on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from octavo.site.library.searching.asked import Asked, asked
from octavo.site.library.searching.finding import LOOKED_AT, Found, find
from octavo.site.library.searching.keys import minute_of
from octavo.site.library.searching.marking import Marker
from octavo.site.library.searching.pieces import LONGEST
from octavo.site.library.searching.ranking import Hit
from octavo.site.library.specimens import specimen_shown
from octavo.site.paper.muting.sifting import SHOWN, Folded, fold
from octavo.site.paper.notes import note_of
from octavo.site.paper.press import front_for
from octavo.site.paper.reading.marks import marks_of
from octavo.site.paper.rendering import render_page
from octavo.site.paper.searching import examples, loosening, mistakes, names
from octavo.site.paper.searching.beside import searches_told
from octavo.site.paper.searching.results import Result, results
from octavo.site.paper.searching.shelf import said_in, texts_of
from octavo.site.paper.searching.wishes import Wish, wish_of
from octavo.site.paper.shelf import now_for, rows_numbered
from octavo.site.paper.templatetags.paper import headline
from octavo.site.readers.models import User

ON_A_PAGE = 20
"""Stories on a page."""
OF_A_STORY = 8
"""Articles of a story that are looked at, the first ones."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a page of the stories that were found shows. `hidden`: what the reader mutes of it; `since`: the minute before which older ones
    are looked for next, None where there are none."""

    shown: Sequence[Result]
    hidden: Folded[Any]
    pages: int
    since: datetime | None


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The page. A fixed number of queries, whatever is asked and however large the library."""
    wish, specimen = wish_of(request.GET), specimen_shown()
    now = now_for(specimen, getattr(request.user, "time_zone", "UTC"))
    query = asked(request.GET.get("q", ""), now)
    own = searches_told(request)
    return render_page(request, "paper/searching/page.html", specimen, front_for(request, specimen).edition, {
        "here": "search",
        "note": note_of(request.GET),
        "own": own,
        "kept": next((each for each in own or () if each.query == wish.query), None),
        "wish": wish,
        "asked": query,
        "longest": LONGEST,
        "mistakes": [mistakes.told(each) for each in query.mishaps],
        "examples": examples.EXAMPLES,
        **(_found(request, wish, query, specimen) if query else {}),
    })


def _found(request: HttpRequest, wish: Wish, query: Asked, specimen: bool) -> dict[str, Any]:
    order = wish.ordered(query)
    found = find(query, specimen, order, wish.upto)
    part = part_of(request, found, query, specimen, wish.page, wish.seen)
    words = names.words_of(query)
    # The newest that was found stays the first, so that pages do not shift while articles come in.
    pinned = max((hit.key for hits in found.stories for hit in hits), default=None) if wish.upto is None else wish.upto
    return {
        "found": found,
        "part": part,
        "keeping": isinstance(request.user, User),
        "order": order,
        "orders": [(each, wish.by(each), each == order) for each in ("best", "newest")],
        "most": LOOKED_AT,
        "full": found.total >= LOOKED_AT,
        "before": wish.address(wish.page - 1, wish.upto if wish.page > 2 else pinned) if wish.page > 1 else "",
        "next": wish.address(wish.page + 1, pinned) if wish.page < part.pages else "",
        "older": wish.address(1, found.older) if found.older is not None and wish.page >= part.pages else "",
        "newest": wish.address() if wish.upto is not None and wish.page == 1 else "",
        "unhidden": f"{wish.parameters}&{SHOWN}=all",
        "speakers": names.speakers_like(words, specimen),
        "publishers": names.publishers_like(words),
        "marks": marks_of(request, (), [result.row.pk for result in part.shown]),
        **({} if found.stories or found.older is not None else _ways_on(wish, query, words, specimen)),
    }


def part_of(request: HttpRequest, found: Found, query: Asked, specimen: bool, page: int = 1, seen: int = 0) -> Part:
    """A page of what was found, without what the reader mutes. Six queries at most."""
    pages = max(1, -(-len(found.stories) // ON_A_PAGE))
    page = min(page, pages)
    stories = found.stories[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    folded = fold(rows_numbered({hit.article for hits in stories for hit in hits[:OF_A_STORY]}), request)
    rows = {row.pk: row for row in folded.rows}
    firsts = [hit.article for hits in stories for hit in _shown(hits, rows)[:1]]
    marker = Marker(query.words)
    said = said_in(found.statements or {}, [hit.article for hits in stories for hit in _shown(hits, rows)], marker)
    shown = results(stories, rows, texts_of(firsts), said, marker, headline, seen or None)
    since = minute_of(found.older + 1, specimen) if found.older is not None else None
    return Part(shown, folded, pages, since)


def _shown(hits: Sequence[Hit], rows: dict[int, Any]) -> list[Hit]:
    return [hit for hit in hits if hit.article in rows]


def _ways_on(wish: Wish, query: Asked, words: Sequence[str], specimen: bool) -> dict[str, Any]:
    """Where nothing was found: the same with less in it, and other spellings."""
    return {
        "looser": [(why, text, wish.instead(text)) for why, text in loosening.looser(wish.query, query)],
        "spellings": [(word, wish.instead(text)) for word, text in loosening.respelled(wish.query, names.nearest(words, specimen))],
    }
