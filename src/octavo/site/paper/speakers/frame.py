"""What the pages of speakers have in common."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from octavo.site.library.models import Speaker
from octavo.site.paper.notes import note_of
from octavo.site.paper.owner import is_owner
from octavo.site.paper.press import front_for
from octavo.site.paper.rendering import render_page


def speakers_page(request: HttpRequest, template: str, specimen: bool, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """One of the pages of speakers; `owner` says whether it may have forms."""
    return render_page(request, f"paper/speakers/{template}", specimen, front_for(request, specimen).edition, {
        "here": "speakers",
        "owner": is_owner(request),
        "note": note_of(request.GET),
        **context,
    }, status)


def found(pk: int) -> Speaker:
    """The speaker of that number, with whom it was split from and merged into; raises Http404."""
    return get_object_or_404(Speaker.objects.select_related("split_from", "merged_into"), pk=pk)
