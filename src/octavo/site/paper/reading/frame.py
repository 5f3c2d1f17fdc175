"""What the pages of this room have in common: their frame, and the way back after something was done."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from octavo.site.library.specimens import specimen_shown
from octavo.site.paper.press import front_for
from octavo.site.paper.reading.telling import OURS, TOLD, number
from octavo.site.paper.rendering import render_page


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
    wanted = to or request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) or not wanted.startswith("/"):
        wanted = reverse("front")
    parts = urlsplit(wanted)
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in OURS]
    asked = urlencode([*kept, ("told", told), *([("deed", deed)] if deed else [])])
    return HttpResponseRedirect(urlunsplit(("", "", parts.path, asked, parts.fragment)))


__all__ = ["back", "number", "reading_page"]
