"""Work that one process at a time does while there is any, and another one is started when it breaks."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from octavo.site.desk.children import seen_to_its_end
from octavo.site.desk.leases import Lease
from octavo.site.desk.library_thread import LibraryThread
from octavo.site.desk.workers import BUSY, NO_LIBRARY, worker_name

log = logging.getLogger("octavo.desk")

LOOK = 1.0
"""Seconds between two looks whether something waits."""
IDLE = 120.0
"""Seconds after which a process that nothing waits for ends, and gives its memory back."""
GRACE = 10.0
"""Seconds that it has to end what it is at."""
PAUSE = 30.0
"""Seconds after which it is tried again where another worker's process is at it, or this one broke."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done: by a Python with those arguments (and a worker's name and seconds, see `workers.with_lease`) under that lease.

    `begin` is done once before all, and `waits` says whether there is something to do; both use the library. `what` names it in the log.
    """

    what: str
    arguments: tuple[str, ...]
    lease: Lease
    waits: Callable[[datetime], bool]
    begin: Callable[[], object] = lambda: None


async def keep_at(work: Work, stop: asyncio.Event) -> None:
    """Have the work done as it comes in, until `stop` is set."""
    library, said = LibraryThread(), False
    try:
        await library.do(work.begin)
        while not stop.is_set():
            pause = LOOK
            if await library.do(work.waits, timezone.now()):
                status = await _worked(work, library, stop)
                pause = PAUSE if status else LOOK
                broke = status not in (0, BUSY, NO_LIBRARY)
                if broke and not said:
                    log.error("What %s broke (status %d), and is begun again every %g seconds", work.what, status, PAUSE)
                said = broke
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)
    finally:
        await library.close()


async def _worked(work: Work, library: LibraryThread, stop: asyncio.Event) -> int:
    """Have a process work until it ends or `stop` is set; returns its exit status, 0 where it was made to stop."""
    worker = worker_name()
    ended = await seen_to_its_end(*work.arguments, worker, str(IDLE), stop=stop, grace=GRACE)
    await library.do(work.lease.let_go, worker)
    return 0 if stop.is_set() else ended.status
