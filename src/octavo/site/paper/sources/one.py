"""One source: how it goes, what it brought, and what its owner decides about it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from octavo.site.desk.adding import changes
from octavo.site.desk.adding import sources as adding
from octavo.site.desk.polling.claiming import POLLED
from octavo.site.library.models import Source, SourceSecret
from octavo.site.paper.article_view import outside_address
from octavo.site.paper.entry import Entry, entry_of
from octavo.site.paper.notes import done
from octavo.site.paper.owner import owner_only
from octavo.site.paper.shelf import rows_of_source
from octavo.site.paper.sources import shelf
from octavo.site.paper.sources.forms import Secrets, Settings
from octavo.site.paper.sources.frame import sources_page, time_of

ARTICLES = 30


@require_safe
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of a source."""
    return _page(request, _found(pk))


@require_POST
@owner_only
def settings(request: HttpRequest, pk: int) -> HttpResponse:
    """Title, folder, full-text rule, mute, address."""
    shown = _found(pk)
    form = Settings(request.POST, polled=shown.kind in POLLED)
    if not form.is_valid():
        return _page(request, shown, settings=form, status=400)
    try:
        dropped = changes.settle(shown, form.changed, timezone.now())
    except changes.Taken as taken:
        form.add_error("address", _taken(taken.source))
        return _page(request, shown, settings=form, status=400)
    return done("moved" if dropped else "saved", "source", pk)


@require_POST
@owner_only
def credentials(request: HttpRequest, pk: int) -> HttpResponse:
    """Put new credentials in the place of the old ones, or remove them."""
    shown = _polled(pk)
    if "remove" in request.POST:
        changes.remove_credentials(shown)
        return done("bare", "source", pk)
    form = Secrets(request.POST)
    given = form.credentials
    if given is None:
        if form.is_valid():
            form.add_error("user", gettext("Give a user name and password, or a header."))
        return _page(request, shown, secrets=form, status=400)
    changes.keep_credentials(shown, given, timezone.now())
    return done("credentials", "source", pk)


@require_POST
@owner_only
def fetch(_request: HttpRequest, pk: int) -> HttpResponse:
    """Ask it as soon as its turn comes."""
    shown = _polled(pk)
    changes.fetch_now(shown, timezone.now())
    return done("queued", "source", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@owner_only
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether it is meant, and say what stays; then remove it."""
    shown = _found(pk)
    if request.method != "POST":
        return sources_page(request, "remove.html", {"source": shown, "line": shelf.lines([shown], time_of(request))[0]})
    adding.remove(shown)
    return done("removed", "sources")


def _page(request: HttpRequest, shown: Source, status: int = 200, **forms: Any) -> HttpResponse:
    polled, now = shown.kind in POLLED, time_of(request)
    initial = {"title": shown.title, "folder": shown.folder, "full_text": shown.full_text, "muted": shown.muted, "address": shown.address}
    return sources_page(request, "one.html", {
        "now": now,
        "source": shown,
        "polled": polled,
        "line": shelf.lines([shown], now)[0],
        "home": outside_address(shown.home) or (outside_address(urljoin(shown.address, "/")) if polled else ""),
        "entries": _entries(shown),
        "wanted": shelf.wanted(shown),
        "has_secret": SourceSecret.objects.filter(source=shown).exists(),
        "folders": shelf.folders(),
        "settings": Settings(initial=initial, polled=polled),
        "secrets": Secrets(),
        **forms,
    }, status)


def _taken(other: Source) -> str:
    if other.kind in POLLED:
        return gettext("Another source has that address: %(source)s.") % {"source": other}
    return gettext(
        "%(source)s, which you removed, had that address: add it again there instead, so that nothing it brought comes twice.",
    ) % {"source": other}


def _entries(shown: Source) -> list[Entry]:
    """Its newest articles; a publisher that they all have is not said thirty times."""
    rows = rows_of_source(shown.pk, ARTICLES)
    alone = len({row.publisher for row in rows}) == 1
    if alone:
        rows = tuple(replace(row, publisher="", agency="" if row.agency == row.publisher else row.agency) for row in rows)
    return [entry_of([row]) for row in rows]


def _found(pk: int) -> Source:
    return get_object_or_404(shelf.sources(), pk=pk)


def _polled(pk: int) -> Source:
    return get_object_or_404(shelf.sources(), pk=pk, kind__in=POLLED)
