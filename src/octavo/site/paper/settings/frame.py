"""What the pages of settings have in common: the list of them beside each."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from octavo.site.library.specimens import specimen_shown
from octavo.site.paper.notes import note_of
from octavo.site.paper.owner import is_owner
from octavo.site.paper.press import front_for
from octavo.site.paper.rendering import render_page
from octavo.site.paper.settings.pages import PAGES
from octavo.site.paper.shelf import now_for


def settings_page(request: HttpRequest, name: str, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """The page of settings of that name, see `pages`; its template extends paper/settings/base.html."""
    specimen, owner = specimen_shown(), is_owner(request)
    return render_page(request, template, specimen, front_for(request, specimen).edition, {
        "here": "settings",
        "now": now_for(specimen=False, time_zone=getattr(request.user, "time_zone", "UTC")),
        "pages": [page for page in PAGES if owner or not page.owner],
        "page_name": name,
        "owner": owner,
        "note": note_of(request.GET),
        **context,
    }, status=status)


@require_safe
def first(_request: HttpRequest) -> HttpResponseRedirect:
    """/settings/ leads to the first page of them."""
    return redirect(PAGES[0].name if PAGES else "front")
