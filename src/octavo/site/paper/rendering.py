"""What every page of the paper has: the time that it is made for, a masthead, the edition's sections."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from octavo.site.paper.edition import Edition
from octavo.site.paper.reading.telling import told_of
from octavo.site.paper.shelf import now_for
from octavo.site.readers.reading.preferences import preferences


def render_page(
    request: HttpRequest, template: str, specimen: bool, edition: Edition, context: dict[str, Any], status: int = 200,
) -> HttpResponse:
    """A page that is made from the edition; what stands in `context` comes first."""
    return render(request, template, {
        "now": now_for(specimen, getattr(request.user, "time_zone", "UTC")),
        "specimen": specimen,
        "counts": edition.counts,
        "reading_told": told_of(request),
        "keys": preferences(request.user).keys,
        "nav": [section for section, _ in edition.filed],
        **context,
    }, status=status)
