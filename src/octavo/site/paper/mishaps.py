"""What a reader sees when something went wrong: what happened, and a way back. No query is made: the library may be the trouble."""

from __future__ import annotations

from django.http import HttpResponse
from django.template.loader import render_to_string


def bad_request(*_: object, **__: object) -> HttpResponse:
    """400: most often a host name that this paper does not answer to."""
    return _page(400, "This paper does not answer to that address", (
        "The request was not one that Octavo understands. If you reached it under a name of your own, "
        "name that host in OCTAVO_HOSTS and start it again."
    ))


def forbidden(*_: object, **__: object) -> HttpResponse:
    """403: also what the protection against forged forms answers."""
    return _page(403, "That was not allowed", (
        "The form was too old or came from another site, or your sign-in does not reach this far. Go back, load the page again and try "
        "once more."
    ))


def not_found(*_: object, **__: object) -> HttpResponse:
    """404."""
    return _page(404, "That page is not in the paper", "It may have been in an earlier library, or the address has a slip in it.")


def too_large() -> HttpResponse:
    """413: more was sent than is taken from whoever sent it."""
    return _page(413, "That is too much", (
        "Files are taken on the page of sources, from the owner of this paper, each up to a size. Larger ones: octavo import FILE, on the "
        "machine that the paper is on."
    ))


def too_many(why: str) -> HttpResponse:
    """429: something is asked for too often, or too much of it at once."""
    return _page(429, "Not just now", f"{why[:1].upper()}{why[1:]} Nothing was changed.")


def broken(*_: object, **__: object) -> HttpResponse:
    """500."""
    return _page(500, "The press stopped", (
        "Octavo could not make this page. The terminal that runs `octavo serve` says why; nothing in your library was changed."
    ))


def _page(status: int, title: str, what: str) -> HttpResponse:
    return HttpResponse(render_to_string("paper/mishap.html", {"status": status, "title": title, "what": what}), status=status)
