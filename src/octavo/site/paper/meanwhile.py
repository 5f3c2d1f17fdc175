"""Where the library does not do what a page or form was to do: the reader is told which it was, and has back what they typed."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from octavo.errors import LibraryError
from octavo.site.library.writing import GoneMeanwhile
from octavo.site.logs import discreet
from octavo.site.paper.mishaps import erased, overtaken, unwritten
from octavo.site.readers.models import User

log = logging.getLogger("octavo.paper")


class Meanwhile:
    """Middleware. One query more, and only where something was gone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Whatever the page is."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """What a view let through; None: it is a fault of Octavo's own."""
        if isinstance(error, GoneMeanwhile):
            known = request.user.pk
            return overtaken(request) if known is None or User.objects.filter(pk=known).exists() else erased(request)
        if isinstance(error, LibraryError):
            log.error("%s %s: %s", request.method, discreet(request.path), error, exc_info=error)
            return unwritten(request)
        return None
