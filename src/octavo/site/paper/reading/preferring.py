"""The page of settings for reading."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from octavo.site.paper.reading.frame import back
from octavo.site.paper.reading.telling import reader_of
from octavo.site.paper.settings.frame import settings_page
from octavo.site.readers.reading.preferences import preferences, set_preferences


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """How the reader reads: copies, keys."""
    known = preferences(reader_of(request))
    if request.method == "POST":
        wanted = replace(known, each_copy=request.POST.get("copies") == "each", keys="keys" in request.POST)
        set_preferences(reader_of(request), wanted)
        return back(request, "kept", to=reverse("settings-reading"))
    return settings_page(request, "settings-reading", "paper/reading/settings.html", {"known": known})
