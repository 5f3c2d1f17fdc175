"""What the pages of stories have in common."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from octavo.site.library.models import Story
from octavo.site.paper.notes import note_of
from octavo.site.paper.owner import is_owner
from octavo.site.paper.press import front_for
from octavo.site.paper.rendering import render_page


def stories_page(request: HttpRequest, template: str, specimen: bool, context: dict[str, Any]) -> HttpResponse:
    """One of the pages of stories; `owner` says whether it may have forms."""
    return render_page(request, f"paper/stories/{template}", specimen, front_for(request, specimen).edition, {
        "owner": is_owner(request),
        "note": note_of(request.GET),
        **context,
    })


def found(pk: int) -> Story:
    """The story of that number; raises Http404."""
    return get_object_or_404(Story, pk=pk)
