"""/health/: whether the paper works, for whoever watches over it. No sign-in, and no private facts."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from octavo.site.library.keeping.room import SPARE, free
from octavo.site.library.models import Source

PATH = "/health/"
LATE = timedelta(hours=1)
"""How long a source may be due before it is told."""
MOST = 1000
"""Late sources that are counted."""


def health(
    get_response: Callable[[HttpRequest], HttpResponse], room: Callable[[Path], int] = free,
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: it answers before anything else asks the library, and under whatever host name. `room`: see `free`."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path_info != PATH:
            return get_response(request)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        return _health(request, room)

    return answer


def _health(request: HttpRequest, room: Callable[[Path], int]) -> HttpResponse:
    """200 "ok", or 503 "not ok" where the library does not answer or nothing can be written any more. One query."""
    late: int | None = None
    try:
        due = Source.objects.filter(muted=False, due_at__lt=timezone.now() - LATE)
        late = len(due.values_list("pk", flat=True)[:MOST])
        there: int | None = room(settings.DATA)
    except (DatabaseError, OSError):
        there = None
    well = there is not None and there >= SPARE
    status = 200 if well else 503
    if _has_key(request):
        told = {"ok": well, "library": late is not None, "disk_free": there, "sources_late": late}
        answer: HttpResponse = JsonResponse(told, status=status)
    else:
        answer = HttpResponse("ok\n" if well else "not ok\n", content_type="text/plain; charset=utf-8", status=status)
    answer["Cache-Control"] = "no-store"
    return answer


def _has_key(request: HttpRequest) -> bool:
    key = os.environ.get("OCTAVO_HEALTH_KEY", "").strip()
    said = request.headers.get("Authorization", "")
    return bool(key) and constant_time_compare(said, f"Bearer {key}")
