"""Looking at an address beside a worker that is at the same host."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from octavo.fetching.answers import Answer, Request
from tests.site.paper.sources.made import made


class Hands:
    """A clock that goes on when somebody sleeps, and a door that notes when it was asked."""

    def __init__(self, now: datetime) -> None:
        self.time, self.asked = now, list[tuple[str, float]]()
        self.start = now

    def now(self) -> datetime:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)

    async def fetch(self, request: Request) -> Answer:
        self.asked.append((request.url, (self.time - self.start).total_seconds()))
        return Answer(request.url, 200, b"", self.time, {})


def looked(hands: Hands, *addresses: str) -> list[tuple[str, float]]:
    from octavo.site.desk.adding.looking import BesideWorkers
    from octavo.site.desk.library_thread import LibraryThread

    async def look() -> None:
        thread = LibraryThread(patience=0)
        door = BesideWorkers(hands, thread, hands)
        try:
            for address in addresses:
                await door.fetch(Request(address))
        finally:
            await thread.close()

    asyncio.run(look())
    return hands.asked


@pytest.mark.parametrize(("seconds", "waited"), [(-5, 0.0), (2.25, 2.25), (300, 10.0)])
def test_a_worker_that_is_at_the_host_is_waited_for_but_not_for_ever(library: str, seconds: float, waited: float) -> None:
    from django.utils import timezone

    now = timezone.now()
    lease: dict[str, Any] = {"leased_by": "a worker", "leased_until": now + timedelta(seconds=seconds)}
    made(1, host="post.example", address="https://post.example/feed", **lease)
    asked = looked(Hands(now), "https://post.example/", "https://other.example/", "https://post.example/rss")
    assert asked == [("https://post.example/", waited), ("https://other.example/", waited), ("https://post.example/rss", waited)]


def test_the_pages_of_articles_count_too(site: None) -> None:
    from django.utils import timezone

    from octavo.site.library.models import WantedPage

    now = timezone.now()
    WantedPage.objects.create(
        source=made(1), url="https://post.example/a", host="post.example", found=now, leased_by="a worker",
        leased_until=now + timedelta(seconds=3),
    )
    assert looked(Hands(now), "https://post.example/") == [("https://post.example/", 3.0)]
