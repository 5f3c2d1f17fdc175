"""Adding, changing and removing entries of the list of owners, and having one as it comes with Octavo. For the owner of the paper alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from octavo.site.library.owner_claims import NotTaken
from octavo.site.library.owners import Listed, add_owner, change_owner, find_owner, put_back_owner, remove_owner
from octavo.site.messages import error_in_words
from octavo.site.paper.notes import done
from octavo.site.paper.owner import owner_only
from octavo.site.paper.sources.frame import sources_page
from octavo.site.paper.sources.owners.forms import Outlets, filled

Deed = Literal["remove", "put-back"]


@require_http_methods(["GET", "HEAD", "POST"])
@owner_only
def add(request: HttpRequest) -> HttpResponse:
    """Write a new entry."""
    if request.method != "POST":
        return _form(request, Outlets())
    return _save(request, Outlets(request.POST), None, "owner-added")


@require_http_methods(["GET", "HEAD", "POST"])
@owner_only
def change(request: HttpRequest) -> HttpResponse:
    """Write an entry anew."""
    listed = _asked_for(request)
    named = "" if listed.kind == "own" else listed.owner.name
    if request.method != "POST":
        return _form(request, Outlets(initial=filled(listed.owner), named=named), listed)
    return _save(request, Outlets(request.POST, named=named), listed, "owner-changed")


@require_http_methods(["GET", "HEAD", "POST"])
@owner_only
def remove(request: HttpRequest) -> HttpResponse:
    """Ask whether it is meant, then count its outlets apart."""
    return _asked_first(request, "remove", remove_owner)


@require_http_methods(["GET", "HEAD", "POST"])
@owner_only
def put_back(request: HttpRequest) -> HttpResponse:
    """Ask whether it is meant, then have it as it comes with Octavo."""
    return _asked_first(request, "put-back", put_back_owner)


def _save(request: HttpRequest, form: Outlets, listed: Listed | None, note: str) -> HttpResponse:
    if form.is_valid():
        try:
            if listed:
                change_owner(listed.owner.name, form.owner)
            else:
                add_owner(form.owner)
            return done(note, "owners")
        except NotTaken as refused:
            form.refuse(refused)
    return _form(request, form, listed, 400)


def _form(request: HttpRequest, form: Outlets, listed: Listed | None = None, status: int = 200) -> HttpResponse:
    return sources_page(request, "owners/form.html", {"form": form, "listed": listed}, status)


def _asked_first(request: HttpRequest, deed: Deed, do: Callable[[str], None]) -> HttpResponse:
    listed, mistake = _asked_for(request), ""
    if listed.kind not in (("own", "starter", "changed") if deed == "remove" else ("changed", "off")):
        raise Http404
    if request.method == "POST":
        try:
            do(listed.owner.name)
            return done(f"owner-{deed}", "owners")
        except NotTaken as refused:
            mistake = error_in_words(refused)
    return sources_page(request, "owners/ask.html", {"listed": listed, "deed": deed, "mistake": mistake}, 400 if mistake else 200)


def _asked_for(request: HttpRequest) -> Listed:
    listed = find_owner((request.POST or request.GET).get("entry", ""))
    if listed is None:
        raise Http404
    return listed
