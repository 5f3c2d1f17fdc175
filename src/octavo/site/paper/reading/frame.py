"""What the pages of this room have in common: their frame, and the way back after something was done."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from octavo.site.library.specimens import specimen_shown
from octavo.site.paper.press import front_for
from octavo.site.paper.reading.telling import TOLD
from octavo.site.paper.rendering import render_page
from octavo.site.paper.way_back import way_back


def reading_page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of this room."""
    specimen = specimen_shown()
    return render_page(request, f"paper/reading/{template}", specimen, front_for(request, specimen).edition, {
        "here": "reading", **context,
    }, status)


def back(request: HttpRequest, told: str, deed: int = 0, to: str = "") -> HttpResponse:
    """After a form: to the page that it names, if it is one of the paper, which says what was done; a script is answered with
    these words alone."""
    if request.headers.get("X-Octavo-Script"):
        return HttpResponse(gettext(TOLD[told]), content_type="text/plain; charset=utf-8")
    return way_back(to or request.POST.get("next", ""), reverse("front"), {"told": told, **({"deed": deed} if deed else {})})
