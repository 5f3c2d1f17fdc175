"""The desk takes out what the owner does not want kept: some rows, a pause, some more; stopped at any moment, it goes on later."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import datetime, timedelta
from time import monotonic

from django.utils import timezone

from octavo.site.desk.keeping.parts import parts
from octavo.site.desk.leases import Lease
from octavo.site.desk.library_thread import LibraryThread
from octavo.site.desk.workers import worker_name
from octavo.site.library.keeping.plan import ROOM, Keeping
from octavo.site.library.paper_settings import settings_of

log = logging.getLogger("octavo.desk")

KEEPING = Lease("keeping")
LOOK = 60.0
"""Seconds between two looks whether the owner set something else."""
ROUND = timedelta(hours=6)
PAUSE = 0.2
"""Seconds between two parts at least, in which others write: as long as the part took, so that half the time is theirs."""


async def run_keeping(stop: asyncio.Event) -> None:
    """Do a round every ROUND, and whenever the owner set something else, until `stop` is set."""
    library, worker = LibraryThread(), worker_name()
    done: tuple[Keeping, datetime] | None = None
    try:
        while not stop.is_set():
            keeping, now = await library.do(settings_of, ROOM, Keeping), timezone.now()
            due = done is None or done[0] != keeping or not timedelta() <= now - done[1] < ROUND
            if due and keeping != Keeping():
                await _round(library, worker, keeping, now, stop)
            if due:
                done = keeping, now
            await _wait(stop, LOOK)
    finally:
        await library.close()


async def _round(library: LibraryThread, worker: str, keeping: Keeping, now: datetime, stop: asyncio.Event) -> None:
    """Take out all that goes at that time; nothing where another worker is at it."""
    went: dict[str, int] = {}
    steps = parts(keeping, now)
    while not stop.is_set() and await library.do(KEEPING.take, worker, timezone.now()):
        if (step := await library.do(next, steps, None)) is None:
            break
        began = monotonic()
        kind, number = await library.do(step)
        went[kind] = went.get(kind, 0) + number
        await _wait(stop, max(PAUSE, monotonic() - began))
    await library.do(KEEPING.let_go, worker)
    if any(went.values()):
        articles, pages = went.get("articles", 0), went.get("pages", 0)
        log.info("Taken out, as it is kept no longer: %d articles, %d pages as they were fetched", articles, pages)


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
