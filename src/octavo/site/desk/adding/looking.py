"""The door for looking at what a person typed, beside a worker that may be at the same host: whoever runs it sees one Octavo."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from octavo.addresses import host_of
from octavo.fetching.answers import Answer, Request
from octavo.fetching.clock import Clock, SystemClock
from octavo.fetching.environment import door_of_environment
from octavo.site.desk.adding.discovering import Fetcher
from octavo.site.desk.library_thread import LibraryThread
from octavo.site.library.models import Source, WantedPage

PATIENCE = timedelta(seconds=10)
"""How long a worker is waited for, whose work at a host with many sources may take minutes: a person is waiting."""

LOOK_AGAIN = 0.5
"""Seconds between two looks whether it is done."""


@asynccontextmanager
async def door_beside_workers() -> AsyncIterator[Fetcher]:
    """The door as the environment sets it, behind `BesideWorkers`."""
    thread = LibraryThread(patience=0)
    try:
        async with door_of_environment() as door:
            yield BesideWorkers(door, thread, SystemClock())
    finally:
        await thread.close()


class BesideWorkers:
    """A door that waits, before it asks a host for the first time, until the leases there have ended, but not for longer than PATIENCE.

    A lease outlasts the work by the pause that its host is left alone for, see `Queued`.
    """

    def __init__(self, door: Fetcher, thread: LibraryThread, clock: Clock) -> None:
        self._door, self._thread, self._clock = door, thread, clock
        self._waited: set[str] = set()

    async def fetch(self, request: Request) -> Answer:
        """As the door's own."""
        host = host_of(request.url)
        if host not in self._waited:
            self._waited.add(host)
            end = self._clock.now() + PATIENCE
            while (now := self._clock.now()) < end and (until := await self._thread.do(leased_until, host, now)):
                await self._clock.sleep(min(LOOK_AGAIN, (until - now).total_seconds()))
        return await self._door.fetch(request)


def leased_until(host: str, now: datetime) -> datetime | None:
    """Until when workers have leases at that host; None where no worker is at it."""
    found = [
        model.objects.filter(host=host, leased_until__gt=now).order_by("-leased_until").values_list("leased_until", flat=True).first()
        for model in (Source, WantedPage)
    ]
    return max((until for until in found if until), default=None)
