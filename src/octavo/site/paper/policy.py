"""What a page of the paper may load: its own style sheets, scripts, fonts and images, nothing else and nothing from anywhere else.

And who may keep it: the reader's own browser, which asks each time whether it still holds.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POLICY = "; ".join((
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
))


def content_policy(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: every answer, files among them, carries the content security policy, and no other site may embed it."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Content-Security-Policy"] = POLICY
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        # Files say themselves how long they hold.
        response.setdefault("Cache-Control", "private, no-cache")
        return response

    return answer
