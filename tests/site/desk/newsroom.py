"""A door that leads nowhere, sources and feeds for the tests of the desk."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from octavo.fetching.answers import Answer, Request
from octavo.fetching.failures import FetchError, Reason
from octavo.site.desk.assignments import Reading
from octavo.site.desk.reading.child import Given, Unreadable, read

if TYPE_CHECKING:
    from octavo.site.library.models import Source, WantedPage

NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
WHOLE = " ".join(["The harbour board met on Tuesday and heard the pilots, who spoke of the sandbank at length."] * 12)


class JumpingClock:
    """Nothing is waited for: whoever sleeps comes back at once, and it is later."""

    def __init__(self, now: datetime = NOON) -> None:
        self.time = now

    def now(self) -> datetime:
        return self.time

    def pass_(self, **spans: float) -> None:
        self.time += timedelta(**spans)

    async def sleep(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)
        await asyncio.sleep(0)


Reply = Callable[[Request], Answer] | bytes | FetchError | None


class PaperDoor:
    """Answers from `replies` by address: bytes are a page, None is "unchanged", an error is raised, a function is asked."""

    def __init__(self, clock: JumpingClock, replies: dict[str, Reply]) -> None:
        self.clock, self.replies = clock, replies
        self.requests: list[Request] = []
        self.out: Counter[str] = Counter()
        self.most_out: Counter[str] = Counter()
        self.left_alone: dict[str, datetime] = {}

    def gap(self, host: str) -> float:
        return 30.0 if host.startswith("slow") else 1.0

    def held(self, host: str) -> float:
        until = self.left_alone.get(host, self.clock.now())
        return max(0.0, (until - self.clock.now()).total_seconds())

    async def fetch(self, request: Request) -> Answer:
        host = urlsplit(request.url).hostname or ""
        self.requests.append(request)
        self.out[host] += 1
        self.most_out[host] = max(self.most_out[host], self.out[host])
        try:
            await asyncio.sleep(0)
            reply = self.replies.get(request.url, FetchError(request.url, Reason.NOT_FOUND, "there is no such page (404)"))
            if isinstance(reply, FetchError):
                if reply.retry_after:
                    self.left_alone[host] = self.clock.now() + timedelta(seconds=reply.retry_after)
                raise reply
            return reply(request) if callable(reply) else answer(request, self.clock.now(), reply)
        finally:
            self.out[host] -= 1


def answer(request: Request, fetched: datetime, body: bytes | None, **fields: Any) -> Answer:
    return Answer(request.url, 200 if body is not None else 304, body or b"", fetched, **fields)


def feed(*names: str, host: str = "post.example", text: str = WHOLE, head: str = "") -> bytes:
    """A feed of articles with those names."""
    items = "".join(
        f"<item><title>Ferry {name} stays in harbour</title><link>https://{host}/{name}</link>"
        f"<pubDate>Tue, 03 Mar 2026 09:00:00 GMT</pubDate><description>{text} It is about {name}.</description></item>"
        for name in names
    )
    return f'<rss version="2.0"><channel><title>Harbour Post</title>{head}{items}</channel></rss>'.encode()


def source(address: str = "https://post.example/feed", **fields: Any) -> Source:
    """A feed that is due since NOON; its page is never fetched."""
    from octavo.site.library.models import Source

    made: dict[str, Any] = {"kind": "feed", "title": address, "added": NOON, "due_at": NOON, "full_text": "never"}
    return Source.objects.create(address=address, host=urlsplit(address).hostname or "", **made | fields)


def wanted(source: Source, url: str, **fields: Any) -> WantedPage:
    """A page that the source led to, due since NOON."""
    from octavo.site.library.models import WantedPage

    return WantedPage.objects.create(source=source, url=url, host=urlsplit(url).hostname or "", **{"found": NOON, "due_at": NOON} | fields)


class InlinePool:
    """Reads in this process, where a test is not about processes."""

    async def read(self, given: Given) -> Reading | Unreadable:
        return read(given)

    async def close(self) -> None:
        return
