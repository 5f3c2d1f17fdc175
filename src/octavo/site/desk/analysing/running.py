"""Articles are analysed soon after they come in: a process does that while any wait, and another one is started when it breaks."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress

from django.utils import timezone

from octavo.errors import OctavoError
from octavo.site.desk.analysing import claiming
from octavo.site.desk.analysing.process import NO_MODEL
from octavo.site.desk.analysing.shipped import shipped_version
from octavo.site.desk.children import seen_to_its_end
from octavo.site.desk.library_thread import LibraryThread
from octavo.site.desk.workers import NO_LIBRARY, worker_name
from octavo.site.library.trouble import trouble

log = logging.getLogger("octavo.desk")

PROCESS = ("-m", "octavo.site.desk.analysing.process")
LOOK = 2.0
"""Seconds between two looks whether an article waits."""
IDLE = 60.0
"""Seconds after which a process that nothing waits for ends, and gives its memory back."""
GRACE = 10.0
"""Seconds that it has to end the batch it is at."""
PAUSE = 30.0
"""Seconds after which it is tried again where the model cannot be used: whoever puts it right sees it soon."""
BREATH = 5.0
"""Seconds after a process that broke; twice as many, up to PAUSE, after each more that did so before it had begun with anything."""
TRIES = 3
"""So many processes in a row that broke so are enough for who analyses all that waits."""

Told = Callable[[int], Awaitable[None]]
"""What is told how many articles a batch had."""


UNABLE = -1
"""Status of a process that ended by itself, and badly, before it had begun with anything: another one may do the same."""


class NoModel(OctavoError):
    """The model cannot be used, and so no article analysed; all else works."""


async def run_analysing(stop: asyncio.Event) -> None:
    """Have articles analysed as they come in, until `stop` is set; what is held is then given back."""
    library, said, compared, breath = LibraryThread(), "", "", BREATH
    try:
        while not stop.is_set():
            pause = LOOK
            compared = await library.do(_compared, compared)
            if await library.do(claiming.waits, timezone.now()):
                status = await _worked(library, IDLE, stop)
                if status == UNABLE and breath == BREATH:
                    log.error("What analyses articles ended before it had begun, and is begun again")
                pause = PAUSE if status == NO_MODEL else breath if status else LOOK
                breath = min(breath * 2, PAUSE) if status == UNABLE else BREATH
                words = await library.do(trouble) if status == NO_MODEL else ""
                if words and words != said:
                    log.error("Articles cannot be analysed for now; all else works. %s", words)
                said = words
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)
    finally:
        await library.close()


def _compared(before: str) -> str:
    """Have what another model analysed done again where the shipped model is not the one of `before`; returns which it is."""
    version = shipped_version()
    if version and version != before:
        claiming.expect_all_of_other_models(version)
    return version


def analyse_all(watch: Callable[[int, int], None]) -> None:
    """Analyse all that waits; `watch` is told how many articles are done and how many are left. Raises NoModel."""
    asyncio.run(_all(watch))


async def _all(watch: Callable[[int, int], None]) -> None:
    stop, library, done, failed = asyncio.Event(), LibraryThread(patience=60.0), 0, 0
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)

    async def told(many: int) -> None:
        nonlocal done
        done += many
        watch(done, await library.do(claiming.waiting))

    try:
        await library.do(_compared, "")
        while not stop.is_set() and await library.do(claiming.waits, timezone.now()):
            status = await _worked(library, 0.0, stop, told)
            if status == NO_MODEL:
                raise NoModel(await library.do(trouble))
            failed = failed + 1 if status == UNABLE else 0
            if status == NO_LIBRARY or failed == TRIES:
                break
    finally:
        await library.close()


async def _worked(
    library: LibraryThread, idle: float, stop: asyncio.Event, told: Told | None = None,
) -> int:
    """Have a process work until it ends or `stop` is set; returns its exit status, 0 where it was made to stop, or UNABLE."""
    worker = worker_name()
    done = 0

    async def heard(line: bytes) -> None:
        nonlocal done
        if line.strip().isdigit():
            done += int(line)
            if told:
                await told(int(line))

    ended = await seen_to_its_end(*PROCESS, worker, str(idle), stop=stop, grace=GRACE, heard=heard)
    status = 0 if stop.is_set() else ended.status
    died = status not in (0, NO_MODEL, NO_LIBRARY)
    held = await library.do(claiming.give_back, worker, died=died)
    return UNABLE if died and not held and not done else status
