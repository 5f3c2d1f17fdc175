"""The keys of the keyboard, in words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from octavo.site.paper.reading.frame import reading_page


@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """Which key does what; the same list is what the script shows on "?"."""
    return reading_page(request, "keys.html", {})
