"""The searches that a reader keeps: what is new in each, its name, its feed; and what they do with them. Another reader's is not there."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from octavo.site.library.specimens import specimen_shown
from octavo.site.paper.notes import done, note_of
from octavo.site.paper.press import front_for
from octavo.site.paper.reading.telling import reader_of
from octavo.site.paper.rendering import render_page
from octavo.site.paper.searching.beside import searches_told
from octavo.site.paper.searching.feed import key_of
from octavo.site.paper.searching.wishes import Wish, wish_of
from octavo.site.readers.models import User
from octavo.site.readers.searches import keeping
from octavo.site.readers.searches.counting import WITHIN
from octavo.site.readers.visits import looks


@require_safe
def searches(request: HttpRequest) -> HttpResponse:
    """All of them."""
    reader, specimen = reader_of(request), specimen_shown()
    new = {each.pk: each for each in searches_told(request)}
    kept = [(each, new.get(each.pk), request.build_absolute_uri(_feed(each.pk, key_of(each)))) for each in keeping.searches_of(reader.pk)]
    return render_page(request, "paper/searching/saved.html", specimen, front_for(request, specimen).edition, {
        "here": "searches",
        "note": note_of(request.GET),
        "kept": kept,
        "removed": keeping.removed_by(reader.pk, timezone.now()),
        "days": WITHIN.days,
        "named": keeping.NAME,
    })


@require_safe
def results(request: HttpRequest, pk: int) -> HttpResponse:
    """What one finds, with what is new since the reader last looked, who has looked then."""
    search = keeping.search_of(reader_of(request).pk, pk)
    if search is None:
        raise Http404
    wish = wish_of({"q": search.query, "order": search.order or "newest", "seen": str(search.seen)})
    if looks(request):
        keeping.looked(search, keeping.newest_article())
    return HttpResponseRedirect(f"{reverse('search')}?{wish.parameters}")


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep a search."""
    query, name, order = (request.POST.get(field, "") for field in ("q", "name", "order"))
    wish: Wish = wish_of({"q": query, "order": order})
    told, _ = keeping.keep(reader_of(request), wish.query, name, wish.order, timezone.now())
    if told in ("full", "empty"):
        return done(f"search-{told}", "searches")
    return HttpResponseRedirect(f"{reverse('search')}?{urlencode({'done': f'search-{told}'})}&{wish.parameters}")


@require_POST
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Give one another name."""
    reader = reader_of(request)
    if keeping.rename(reader, pk, request.POST.get("name", "")):
        return done("search-renamed", "searches")
    if keeping.search_of(reader.pk, pk) is None:
        raise Http404
    return done("search-unnamed", "searches")


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove one."""
    return _do(request, "search-removed", lambda reader: keeping.remove(reader, pk, timezone.now()))


@require_POST
def put_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Put one back that was removed."""
    return done("search-back" if keeping.put_back(reader_of(request), pk, timezone.now()) else "search-not-back", "searches")


@require_POST
def rekey(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the feed of one another address."""
    return _do(request, "search-keyed", lambda reader: keeping.turn_key(reader, pk))


def _do(request: HttpRequest, told: str, deed: Callable[[User], bool]) -> HttpResponse:
    if not deed(reader_of(request)):
        raise Http404
    return done(told, "searches")


def _feed(pk: int, key: str) -> str:
    return reverse("search-feed", args=[pk, key])
