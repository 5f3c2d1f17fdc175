"""What the pages of sources have in common."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from octavo.site.library.specimens import specimen_shown
from octavo.site.paper.notes import note_of
from octavo.site.paper.owner import is_owner
from octavo.site.paper.press import front_for
from octavo.site.paper.rendering import render_page
from octavo.site.paper.shelf import now_for


def time_of(request: HttpRequest) -> datetime:
    """Now, in the reader's zone: sources have no specimen time."""
    return now_for(specimen=False, time_zone=getattr(request.user, "time_zone", "UTC"))


def sources_page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """One of the pages of sources; `owner` says whether it may have forms."""
    edition = front_for(request, specimen_shown()).edition
    return render_page(request, f"paper/sources/{template}", False, edition, {
        "here": "sources",
        "now": time_of(request),
        "owner": is_owner(request),
        "note": note_of(request.GET),
        **context,
    }, status)
