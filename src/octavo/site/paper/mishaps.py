"""What a reader sees when something went wrong: what happened, a way back, and the places of the paper that there always are. No query is
made but for who asks, where it was not known yet and only of 403: the library may be the trouble."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import urlencode

from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import SuspiciousOperation
from django.db import Error
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, gettext_lazy

GONE = {
    "article": gettext_lazy("That article is not in the library"),
    "story": gettext_lazy("That story is not in the library"),
    "speakers": gettext_lazy("Nobody here speaks under that number"),
    "section": gettext_lazy("This paper has no such section"),
    "publisher": gettext_lazy("That publisher is not in the library"),
    "sources": gettext_lazy("That source is not in the library"),
    "comments": gettext_lazy("That comment is not in the paper"),
}
"""First part of an address -> what is not there."""

NAMES = {
    "front": gettext_lazy("Back to the front page"),
    "search": gettext_lazy("Search the library"),
    "speakers": gettext_lazy("Speakers"),
    "sources": gettext_lazy("Sources"),
    "sign-in": gettext_lazy("Sign in"),
}
"""Pages that lead on, and what they are called."""

WRITTEN = ("text", "reason", "note", "lines")
"""Fields of forms that people write in at length."""


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: most often a host name that this paper does not answer to. A session that was ended meanwhile is one too, to Django."""
    if isinstance(exception, SessionInterrupted):
        return signed_out(request)
    return _page(400, gettext("This paper does not answer to that address"), gettext(
        "The request was not one that Octavo understands. If you reached it under a name of your own, "
        "name that host in OCTAVO_HOSTS and start it again."
    ), astray=False)


def forbidden(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """403: also what the protection against forged forms answers."""
    inside = _signed_in(request)
    on = ("front",) if inside else ("front", "sign-in")
    if request.method in ("GET", "HEAD"):
        return _page(403, gettext("That page is not for every reader"), gettext(
            "It is for the owner of this paper, for those who moderate its comments, or for a reader who has signed in."
        ), on, astray=inside)
    return _page(403, gettext("That was not allowed"), gettext(
        "The form was too old or came from another site, or your sign-in does not reach this far. Go back, load the page again and try "
        "once more."
    ), on, typed_in(request), astray=inside)


def signed_out(request: HttpRequest) -> HttpResponse:
    """403: somebody's sign-in ran out while they wrote."""
    page, query = reverse("sign-in"), urlencode({"next": request.get_full_path()})
    return _page(403, gettext("You are not signed in any more"), gettext(
        "Nothing was kept yet. Copy what you typed from here, sign in, and send it again."
    ), (), typed_in(request), [(f"{page}?{query}", gettext("Sign in"))], astray=False)


def erased(request: HttpRequest) -> HttpResponse:
    """403: whoever asks was erased meanwhile."""
    return _page(403, gettext("You are no reader of this paper any more"), gettext(
        "Your account was erased meanwhile, in another window or by the owner of this paper. Nothing was kept of what you sent."
    ), ("front", "sign-in"), typed_in(request), astray=False)


def overtaken(request: HttpRequest) -> HttpResponse:
    """409: what something was to be done with went while it was done."""
    return _page(409, gettext("That is not there any more"), gettext(
        "What you had before you was taken out of the paper meanwhile: in another window, by somebody else, or because it had grown old. "
        "Nothing was changed."
    ), ("front", "search"), typed_in(request))


def unwritten(request: HttpRequest) -> HttpResponse:
    """503: the library cannot be written or read, for now."""
    return _page(503, gettext("The library does not answer"), gettext(
        "It is busy, or its disk is full, or it cannot be reached; the terminal that runs octavo serve says which. Nothing was changed: "
        "send it again in a minute."
    ), ("front",), typed_in(request))


def typed_in(request: HttpRequest) -> str:
    """What somebody wrote in a form that was not taken, to be given back to them; "" where there is nothing that can be read."""
    with suppress(SuspiciousOperation, UnreadablePostError, MultiPartParserError):
        return next((said for name in WRITTEN if (said := request.POST.get(name, "").replace("\x00", "").strip())), "")
    return ""


def not_found(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """404: said of what the address would have named."""
    title = GONE.get(request.path_info.strip("/").partition("/")[0], gettext("That page is not in the paper"))
    return _page(404, str(title), gettext(
        "It may have been in an earlier library, or been taken out since, or the address has a slip in it."
    ), ("front", "search"))


def gone() -> HttpResponse:
    """410: a story that has no article left."""
    return _page(410, gettext("This story has no articles any more"), gettext(
        "They had become older than this paper keeps articles, or were taken out with their source. Nothing else has its address."
    ), ("front", "search"))


def too_large() -> HttpResponse:
    """413: more was sent than is taken from whoever sent it."""
    return _page(413, gettext("That is too much"), gettext(
        "A form takes up to a million characters: go back, what you typed is still there, and shorten it. Files are taken on the page of "
        "sources, from the owner of this paper, each up to a size. Larger ones: octavo import FILE, on the machine that the paper is on."
    ), ("front", "sources"))


def too_many(why: str) -> HttpResponse:
    """429: something is asked for too often, or too much of it at once."""
    return _page(429, gettext("Not just now"), f"{why[:1].upper()}{why[1:]} {gettext('Nothing was changed.')}")


def broken(*_: object, **__: object) -> HttpResponse:
    """500."""
    return _page(500, gettext("The press stopped"), gettext(
        "Octavo could not make this page. The terminal that runs octavo serve says why; nothing in your library was changed."
    ))


def ways(*names: str) -> list[tuple[str, str]]:
    """Names of pages -> (address, words) of those that there are."""
    found = []
    for name in names:
        try:
            found.append((reverse(name), str(NAMES[name])))
        except NoReverseMatch:
            continue
    return found


def _signed_in(request: HttpRequest) -> bool:
    with suppress(Error):
        return request.user.is_authenticated
    return False


def _page(
    status: int, title: str, what: str, on: tuple[str, ...] = ("front",), typed: str = "", besides: Sequence[tuple[str, str]] = (), *,
    astray: bool = True,
) -> HttpResponse:
    """`astray`: whether the places of the paper stand above, for whoever can go on to them."""
    shown = {"status": status, "title": title, "what": what, "typed": typed, "ways": [*besides, *ways(*on)], "astray": astray}
    return HttpResponse(render_to_string("paper/mishap.html", shown), status=status)
