"""Articles are placed soon after they come in: a process does that while any wait, and another one is started when it breaks."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import socket
from contextlib import suppress
from datetime import datetime

from django.utils import timezone

from octavo.site.desk.children import seen_to_its_end
from octavo.site.desk.grouping import lease
from octavo.site.desk.grouping.process import BUSY, NO_LIBRARY
from octavo.site.desk.library_thread import LibraryThread
from octavo.site.library.unplaced import any_rough, any_unplaced
from octavo.site.library.voices import voices_due

log = logging.getLogger("octavo.desk")

PROCESS = ("-m", "octavo.site.desk.grouping.process")
LOOK = 1.0
"""Seconds between two looks whether an article waits."""
IDLE = 120.0
"""Seconds after which a process that nothing waits for ends, and gives its memory back."""
GRACE = 10.0
"""Seconds that it has to end the batch it is at."""
PAUSE = 30.0
"""Seconds after which it is tried again where another worker's process is at it, or this one broke."""


async def run_grouping(stop: asyncio.Event) -> None:
    """Have articles placed as they come in, until `stop` is set."""
    library, said = LibraryThread(), False
    try:
        while not stop.is_set():
            pause = LOOK
            if await library.do(_any_work, timezone.now()):
                status = await _worked(library, stop)
                pause = PAUSE if status else LOOK
                broke = status not in (0, BUSY, NO_LIBRARY)
                if broke and not said:
                    log.error("What places articles in stories broke (status %d), and is begun again every %g seconds", status, PAUSE)
                said = broke
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)
    finally:
        await library.close()


def _any_work(now: datetime) -> bool:
    return any_unplaced(now) or any_rough() or voices_due()


async def _worked(library: LibraryThread, stop: asyncio.Event) -> int:
    """Have a process work until it ends or `stop` is set; returns its exit status, 0 where it was made to stop."""
    worker = f"{socket.gethostname()[:30]}-{os.getpid()}-{secrets.token_hex(4)}"
    ended = await seen_to_its_end(*PROCESS, worker, str(IDLE), stop=stop, grace=GRACE)
    await library.do(lease.let_go, worker)
    return 0 if stop.is_set() else ended.status
