"""What the owner decides about speakers: two are one, one is two, and back. Each is asked first, and can be undone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from octavo.errors import LibraryError
from octavo.site.library import deciding
from octavo.site.library.models import Speaker
from octavo.site.numbers import number_of, words_of
from octavo.site.paper.notes import done
from octavo.site.paper.owner import owner_only
from octavo.site.paper.speakers import shelf
from octavo.site.paper.speakers.frame import found, speakers_page
from octavo.site.paper.speakers.listing import line_of

OFFERED = 200
"""So many articles stand to choose from when a speaker is split, the newest."""


@require_http_methods(["GET", "HEAD", "POST"])
@owner_only
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose who is the same, ask whether it is meant, then merge that one into this."""
    shown = found(pk)
    named = (request.POST or request.GET).get("with", "")
    other = get_object_or_404(Speaker, pk=number_of(named), specimen=shown.specimen) if named else None
    if request.method == "POST" and other:
        try:
            deciding.merge(other.pk, shown.pk)
        except LibraryError:
            return done("unmergeable", "speaker", pk)
        return done("merged", "speaker", pk)
    words = words_of(request.GET.get("q", ""))
    offered = [other] if other else shelf.like(shown, words)
    last = shelf.last_said([shown, *offered])
    lines = [line_of(each, last.get(each.pk)) for each in offered]
    return speakers_page(request, "merge.html", shown.specimen, {
        "speaker": line_of(shown, last.get(shown.pk)),
        "other": lines[0] if other else None,
        "words": words,
        "lines": lines,
    })


@require_POST
@owner_only
def unmerge(_request: HttpRequest, pk: int) -> HttpResponse:
    """Take one that was merged apart again."""
    found(pk)
    deciding.unmerge(pk)
    return done("unmerged", "speaker", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@owner_only
def split(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the articles where the name is somebody else's, ask whether it is meant, then split those off."""
    shown = found(pk)
    ticked = {number for said in (request.POST or request.GET).getlist("article") if (number := number_of(said))}
    if request.method == "POST":
        other = deciding.split(pk, sorted(ticked))
        return done("split", "speaker", other) if other else done("unsplit", "speaker", pk)
    offered = shelf.articles_of(shelf.bearing(shown), OFFERED)
    chosen = [each for each in offered if each["article_id"] in ticked]
    return speakers_page(request, "split.html", shown.specimen, {
        "speaker": line_of(shown),
        "articles": chosen or offered,
        "sure": bool(chosen),
        "rest": shown.total > 0 and len(offered) == OFFERED,
    })


@require_POST
@owner_only
def put_back(_request: HttpRequest, pk: int) -> HttpResponse:
    """Make one that was split off one with the other again."""
    found(pk)
    try:
        one = deciding.put_back(pk)
    except LibraryError:
        return done("merged-still", "speaker", pk)
    return done("put-back", "speaker", one) if one else done("unsplit", "speaker", pk)


@require_POST
@owner_only
def rekey(_request: HttpRequest, pk: int) -> HttpResponse:
    """Give the speaker's feed another key: the address that had the one before is nobody's."""
    found(pk)
    deciding.rekey(pk)
    return done("keyed", "speaker", pk)
