"""What a reader subscribes to: choosing, folders, names, and the list as OPML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from octavo.fetching.opml import opml_of
from octavo.site.desk.adding.sources import outlines
from octavo.site.numbers import number_of, words_of
from octavo.site.paper.reading import shelf
from octavo.site.paper.reading.frame import back
from octavo.site.paper.reading.telling import reader_of
from octavo.site.paper.settings.frame import settings_page
from octavo.site.readers.reading import subscriptions as kept
from octavo.site.readers.reading.preferences import preferences
from octavo.site.readers.reading.subscriptions import Subscribed

MOST = 1_000
"""So many sources stand on the page; with more, they are looked for by their names."""


@require_http_methods(["GET", "HEAD", "POST"])
def subscriptions(request: HttpRequest) -> HttpResponse:
    """All sources with a tick at those that the reader reads; ticked ones can be moved to a folder."""
    words = words_of(request.GET.get("q", ""))
    every = shelf.subscriptions(request)
    shown = [each for each in every if _has(each, words.casefold().split())][:MOST]
    if request.method == "POST":
        return _change(request, every)
    folders = list(dict.fromkeys(each.folder for each in every if each.folder))
    return settings_page(request, "settings-subscriptions", "paper/reading/subscriptions.html", {
        "every": len(every),
        "chosen": sum(each.chosen for each in every),
        "only": preferences(reader_of(request)).chosen_only,
        "groups": _groups(shown),
        "folders": folders,
        "words": words,
        "shown": len(shown),
    })


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One source: the reader's own name for it, and its folder."""
    every = shelf.subscriptions(request)
    found = next((each for each in every if each.source == pk), None)
    if found is None:
        raise Http404
    if request.method == "POST":
        kept.name(reader_of(request), pk, request.POST.get("title", ""))
        kept.move(reader_of(request), [pk], request.POST.get("folder", ""))
        return back(request, "named", to=reverse("settings-subscriptions"))
    return settings_page(request, "settings-subscriptions", "paper/reading/subscription.html", {
        "source": found, "folders": list(dict.fromkeys(each.folder for each in every if each.folder)),
    })


@require_safe
def opml(request: HttpRequest) -> HttpResponse:
    """The sources that the reader reads, in their folders. One whose address may hold a key is for the owner alone."""
    own = {each.address: each for each in shelf.subscriptions(request) if each.chosen}
    listed = tuple(
        replace(each, title=mine.name, folders=(mine.folder,) if mine.folder else ())
        for each in outlines() if (mine := own.get(each.address))
    )
    return HttpResponse(opml_of(listed, "Octavo", timezone.now()), content_type="text/x-opml; charset=utf-8", headers={
        "Content-Disposition": 'attachment; filename="subscriptions.opml"',
    })


def _change(request: HttpRequest, every: Sequence[Subscribed]) -> HttpResponse:
    """What one of the page's buttons does; a tick counts for the sources that the page had, others stay as they are."""
    do, here = request.POST.get("do", ""), f"{request.path}?{request.GET.urlencode()}" if request.GET else request.path
    ticked = {number_of(said) for said in request.POST.getlist("source")[: 2 * MOST]}
    on_page = {number_of(said) for said in request.POST.getlist("shown")[: 2 * MOST]} & {each.source for each in every}
    if do == "all":
        kept.choose(reader_of(request), None)
    elif do == "none":
        kept.choose(reader_of(request), [each.source for each in every if each.chosen and each.source not in on_page])
    elif do == "choose":
        meant = [each.source for each in every if (each.source in ticked if each.source in on_page else each.chosen)]
        kept.choose(reader_of(request), meant)
    elif do == "move":
        if not ticked & on_page:
            return back(request, "unticked", to=here)
        kept.move(reader_of(request), ticked & on_page, request.POST.get("folder", ""))
        return back(request, "moved", to=here)
    elif do == "rename":
        was = request.POST.get("was", "")
        kept.move(reader_of(request), [each.source for each in every if each.folder == was], request.POST.get("folder", ""))
        return back(request, "moved", to=here)
    return back(request, "subscribed", to=here)


def _has(each: Subscribed, words: Sequence[str]) -> bool:
    said = f"{each.name} {each.address} {each.folder}".casefold()
    return all(word in said for word in words)


def _groups(shown: Sequence[Subscribed]) -> list[dict[str, Any]]:
    groups: dict[str, list[Subscribed]] = {}
    for each in shown:
        groups.setdefault(each.folder, []).append(each)
    return [{"folder": folder, "sources": sources, "number": place} for place, (folder, sources) in enumerate(groups.items())]
