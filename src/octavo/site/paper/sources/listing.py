"""All sources by folder: what is asked, how it goes, and what does not."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from octavo.site.desk.jobs.queue import recent
from octavo.site.paper.owner import is_owner
from octavo.site.paper.sources import shelf
from octavo.site.paper.sources.choosing import Counts, Listed, Wish, by_folder, chosen, counts, wish_of
from octavo.site.paper.sources.forms import Given, Outlines
from octavo.site.paper.sources.frame import sources_page, time_of
from octavo.site.paper.sources.rows import Row, row_of

ON_A_PAGE = 200
FAILING = 20
"""So many failing sources stand at the top; the rest have a page of their own."""

JOBS = 5
"""So many files that were given are named, the newest."""

FEW = 12
"""So many sources are seen at a glance: nothing has to be looked for."""


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The page of sources."""
    return listing_page(request)


def listing_page(request: HttpRequest, status: int = 200, **forms: Any) -> HttpResponse:
    """The page; `forms` are those that could not be taken, "outlines" or "given"."""
    every = shelf.listed(is_owner(request))
    wish, numbers = wish_of(request.GET), counts(every)
    meant = chosen(every, wish)
    page = Paginator(meant, ON_A_PAGE).get_page(request.GET.get("page"))
    now = time_of(request)
    shown = list(page.object_list)
    lines = shelf.lines(shelf.in_keys_order([source.pk for source in shown]), now)
    place = reverse("sources")
    rows = {line.source.pk: row_of(line, now, place) for line in lines}
    troubled = [source.pk for source in meant if source.failing][:FAILING] if not wish and page.number == 1 else []
    return sources_page(request, "listing.html", {
        "now": now,
        "numbers": numbers,
        "folders": _folders(numbers, wish),
        "wish": wish,
        "page": page,
        "groups": _groups(shown, rows, numbers, wish),
        "failing": shelf.in_keys_order(troubled) if troubled else [],
        "rest_failing": numbers.failing if numbers.failing > FAILING else 0,
        "searched": numbers.all > FEW or bool(wish),
        "outlines": Outlines(),
        "given": Given(),
        "jobs": recent(JOBS) if is_owner(request) and not wish else (),
        **forms,
    }, status)


def _groups(page: list[Listed], rows: dict[int, Row], numbers: Counts, wish: Wish) -> list[dict[str, Any]]:
    """A heading and its lines; `all` is how many a folder has where the page may show fewer."""
    found = [(folder, [rows[source.pk] for source in group if source.pk in rows]) for folder, group in by_folder(page)]
    return [
        {
            "folder": folder,
            "named": bool(folder) or len(numbers.folders) > 1,
            "number": place,
            "rows": group,
            "all": numbers.folders[folder],
            "query": Wish(folder=folder).query if wish.folder is None else "",
        }
        for place, (folder, group) in enumerate(found)
    ]


def _folders(numbers: Counts, wish: Wish) -> list[tuple[str, int, bool]]:
    """Folder, how many it has, whether it is the one that is shown; one that is asked for and is not there, too."""
    there = dict(numbers.folders)
    if wish.folder is not None:
        there.setdefault(wish.folder, 0)
    return [(folder, number, folder == wish.folder) for folder, number in there.items()]
