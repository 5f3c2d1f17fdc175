"""What there is to read, story by story, newest first: of all sources, of a folder, of one source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from octavo.site.library.specimens import specimen_shown
from octavo.site.paper.reading import shelf
from octavo.site.paper.reading.frame import reading_page
from octavo.site.paper.reading.marks import marks_of
from octavo.site.paper.reading.telling import reader_of
from octavo.site.readers.reading.counts import by_folder, unread_counts
from octavo.site.readers.reading.lists import newest, place_of, to_read
from octavo.site.readers.reading.subscriptions import Subscribed

Belongs = Callable[[Subscribed], bool]


@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """All that the reader subscribes to."""
    return _list(request, _("To read"), lambda each: each.chosen, whole=True)


@require_safe
def folder(request: HttpRequest, name: str) -> HttpResponse:
    """What a folder's sources have; the reader's own folders and the owner's, as the reader has them."""
    return _list(request, name, lambda each: each.chosen and each.folder == name, here=name)


@require_safe
def unfiled(request: HttpRequest) -> HttpResponse:
    """What the sources have that stand in no folder."""
    return _list(request, _("In no folder"), lambda each: each.chosen and not each.folder, here="")


@require_safe
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """What one source has, whether it is among the chosen ones or not."""
    return _list(request, "", lambda each: each.source == pk)


def _list(request: HttpRequest, title: str, belongs: Belongs, whole: bool = False, here: str | None = None) -> HttpResponse:
    """The page; it marks as read what there was when it was made, and nothing that comes after."""
    through, specimen = newest(), specimen_shown()
    all_ = shelf.subscriptions(request)
    meant = [each for each in all_ if belongs(each)]
    if not meant and not whole:
        raise Http404
    both = request.GET.get("show") == "all"
    # The specimen edition has no sources that anybody chose.
    asked = None if whole and (specimen or len(meant) == len(all_)) else [each.source for each in meant]
    page = to_read(reader_of(request), specimen, asked, place_of(request.GET.get("after", "")), everything=both)
    told, muted = shelf.told(request, page.articles, page.again)
    counts = unread_counts(reader_of(request))
    return reading_page(request, "list.html", {
        "title": title or meant[0].name,
        "told": told,
        "muted": muted,
        "end": page.end,
        "later": "after" in request.GET,
        "both": both,
        "through": through,
        "sources": None if asked is None or whole else [each.source for each in meant],
        "whole": whole,
        "unread": sum(counts[each.source].number for each in meant if each.source in counts),
        "folders": _folders(all_, counts, here),
        "in_folder": [(each, counts[each.source].number if each.source in counts else 0) for each in meant] if here is not None else [],
        "marks": marks_of(request, (), [each.row.pk for each in told]) if both else None,
    })


def _folders(subscriptions: list[Subscribed], counts: Any, here: str | None) -> list[tuple[str, int, bool]]:
    """Folder, how much in it is unread, whether it is the one that is shown; none where there are no folders."""
    names = list(dict.fromkeys(each.folder for each in subscriptions if each.chosen))
    unread = by_folder(counts, [(each.source, each.folder) for each in subscriptions if each.chosen])
    return [(name, unread[name], name == here) for name in names] if any(names) else []
