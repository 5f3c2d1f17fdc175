"""Where a reader is signed in: noted at the sign-in and once an hour, listed, and ended."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from octavo.errors import LibraryError
from octavo.site.library.writing import writing
from octavo.site.readers.accounts.loopback import is_let_in
from octavo.site.readers.models import User
from octavo.site.readers.peers import UNKNOWN

NOTED = timedelta(hours=1)
"""How often it is noted that a session is in use."""

FORGOTTEN = timedelta(seconds=settings.SESSION_COOKIE_AGE) + NOTED
"""After so long without use a session has run out."""

_SEEN = "seen"


@dataclass(frozen=True, slots=True)
class Place:
    """One session as its reader sees it: its number, what browser on what, its address ("": unknown), since when, when last."""

    pk: int
    browser: str
    address: str
    since: datetime
    last: datetime
    current: bool


def noting(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: note once an hour that a session is in use. No other page costs a query for it: the session itself says when."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not is_let_in(request) and request.user.is_authenticated:
            note(request, timezone.now())
        return get_response(request)

    return answer


def note(request: HttpRequest, now: datetime) -> None:
    """Note that the reader's session is in use, unless that was noted within the hour; what has run out is forgotten then. A library that
    cannot be written keeps nobody out."""
    seen = request.session.get(_SEEN)
    if isinstance(seen, (int, float)) and 0 <= now.timestamp() - seen < NOTED.total_seconds():
        return
    with suppress(LibraryError), writing():
        Session.objects.filter(expire_date__lt=now).delete()
        UserSession.objects.filter(last_seen_at__lt=now - FORGOTTEN).delete()
        UserSession.objects.create_from_request(request)
        request.session[_SEEN] = now.timestamp()


def places(reader: User, current: str | None, now: datetime) -> Sequence[Place]:
    """Where a reader is signed in, `current`, the key of the session that asks, first, then the latest used. Two queries."""
    rows = list(UserSession.objects.filter(user=reader).order_by("-last_seen_at"))
    keys = [row.session_key for row in rows]
    alive = set(Session.objects.filter(session_key__in=keys, expire_date__gt=now).values_list("session_key", flat=True))
    found = [
        Place(
            row.pk, browser_of(row.user_agent), "" if row.ip == UNKNOWN else row.ip, row.created_at, row.last_seen_at,
            row.session_key == current,
        )
        for row in rows
        if row.session_key in alive
    ]
    return sorted(found, key=lambda place: not place.current)


def end_one(reader: User, pk: int) -> bool:
    """End one session of that reader's; False where there is none of that number."""
    return _end(reader, lambda row: row.pk == pk) > 0


def end_others(reader: User, current: str | None) -> int:
    """End every session of a reader but that with the key `current`; returns how many."""
    return _end(reader, lambda row: row.session_key != current)


def here(request: HttpRequest) -> User:
    """The reader who asks. For views that nobody reaches without being one."""
    assert isinstance(request.user, User)
    return request.user


def _end(reader: User, which: Callable[[UserSession], bool]) -> int:
    with writing():
        rows = [row for row in UserSession.objects.filter(user=reader) if which(row)]
        Session.objects.filter(session_key__in=[row.session_key for row in rows]).delete()
        UserSession.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)


_BROWSERS = (
    ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Vivaldi", "Vivaldi"), ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"), ("CriOS", "Chrome"), ("Chromium", "Chromium"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Macintosh", "Mac"), ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def browser_of(agent: str) -> str:
    """What a browser says it is, as people name it: "Firefox on Windows"; its first words where it is none of those known, "" for none."""
    name = next((shown for sign, shown in _BROWSERS if f"{sign}/" in agent), "")
    system = next((shown for sign, shown in _SYSTEMS if sign in agent), "")
    if name and system:
        return f"{name} on {system}"
    return name or system or re.split(r"[\s/(]", agent, maxsplit=1)[0][:40]
