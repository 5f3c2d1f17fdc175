"""How much anybody may send: a cap in front of Django, which keeps a request's body on the disk before it asks who sent it.

Everybody may send SMALL, enough for any form. More is taken from the owner alone, at the addresses that take files, and there up to
what the form takes.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, cast

from asgiref.sync import ThreadSensitiveContext, sync_to_async
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.handlers.asgi import ASGIRequest
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from octavo.site.paper.mishaps import too_large
from octavo.site.paper.owner import is_owner
from octavo.site.paper.policy import content_policy
from octavo.site.paper.sources.forms import GIVEN_MOST, OUTLINES_MOST
from octavo.site.readers.accounts.loopback import sign_in

SMALL = 2**20
"""Bytes of a body that may come from anybody."""

AROUND = 2**16
"""Bytes of a form besides its file."""

LINGERING = 3.0
"""Seconds for which what is sent on is taken and thrown away: a browser that is cut off while it sends may not show why."""

Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Scope = dict[str, Any]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]


def capped(application: Application) -> Application:
    """The application behind the cap: what is more is answered with 413, and no more than is allowed of it is read."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        most, came, over = SMALL, 0, False
        declared = _declared(scope)
        if declared > most:
            most = await _most(scope)
            if declared > most:
                await _refuse(receive, send)
                return

        async def counted() -> Message:
            nonlocal most, came, over
            message = await receive()
            came += len(message.get("body", b""))
            if came > most == SMALL:
                most = await _most(scope)
            if came > most:
                over = True
                return {"type": "http.disconnect"}
            return message

        await application(scope, counted, send)
        if over:
            await _refuse(receive, send)

    return answer


def _declared(scope: Scope) -> int:
    said = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    return int(said) if said.isdigit() and len(said) < 20 else 0


async def _most(scope: Scope) -> int:
    """Bytes of a body that may be taken from whoever sends it."""
    most = {reverse("give-file"): GIVEN_MOST + AROUND, reverse("take-opml"): OUTLINES_MOST + AROUND}.get(scope["path"], SMALL)
    if most == SMALL:
        return most
    async with ThreadSensitiveContext():
        return most if await sync_to_async(_is_owners)(scope) else SMALL


def _is_owners(scope: Scope) -> bool:
    """Whether the request, of which only the head is looked at, is the owner's and from a page of this paper's own."""
    try:
        request = ASGIRequest(scope, io.BytesIO())
        origin, host = request.headers.get("Origin"), request.headers.get("Host")
        own = origin in (None, f"http://{host}", f"https://{host}", *settings.CSRF_TRUSTED_ORIGINS)
        return own and cast(HttpResponse, _signed_in(request)).status_code == 200
    finally:
        connections.close_all()


def _of_owner(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=200 if is_owner(request) else 403)


_signed_in = SessionMiddleware(AuthenticationMiddleware(sign_in(_of_owner)))
"""The site's own way to tell who asks."""


async def _refuse(receive: Receive, send: Send) -> None:
    page = content_policy(lambda _: too_large())(HttpRequest())
    told = {**page.headers, "Content-Length": len(page.content), "Connection": "close"}
    headers = [(name.lower().encode(), str(value).encode()) for name, value in told.items()]
    await send({"type": "http.response.start", "status": page.status_code, "headers": headers})
    await send({"type": "http.response.body", "body": page.content, "more_body": True})
    with suppress(TimeoutError):
        async with asyncio.timeout(LINGERING):
            while (message := await receive())["type"] == "http.request" and message.get("more_body"):
                pass
    await send({"type": "http.response.body"})
