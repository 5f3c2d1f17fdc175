"""The desk beside the pages, in the same process and on the same event loop.

Nothing of what fetches is loaded, and no process that reads is started, before there is a source to ask: a paper without sources opens at
once. What articles say is looked for in a process of its own, where they belong in another, and what a story comes to in a third.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from importlib import import_module

from octavo.site.desk.analysing.running import run_analysing
from octavo.site.desk.briefing.running import run_briefing
from octavo.site.desk.grouping.running import run_grouping
from octavo.site.desk.jobs.queue import run_jobs
from octavo.site.desk.keeping.running import run_keeping
from octavo.site.desk.library_thread import LibraryThread
from octavo.site.desk.polling import claiming
from octavo.site.desk.rewriting.running import run_rewriting
from octavo.site.desk.steadily import steadily

LOOK = 2.0
"""Seconds between two looks whether there is a source by now."""


def polled_count() -> int:
    """How many sources are asked."""
    return claiming.polled().count()


class Beside:
    """Works from now on, until `end`. To be made on the event loop."""

    def __init__(self) -> None:
        self._stop = asyncio.Event()
        self._work = asyncio.gather(
            steadily(_poll, "Asking the sources", self._stop), steadily(run_jobs, "Doing jobs", self._stop),
            steadily(run_analysing, "Analysing articles", self._stop),
            steadily(run_grouping, "Placing articles in stories", self._stop),
            steadily(run_briefing, "Making briefs of stories", self._stop),
            steadily(run_rewriting, "Having briefs rewritten", self._stop),
            steadily(run_keeping, "Taking out what is kept no longer", self._stop))

    async def end(self) -> None:
        """Stop, and give back what is held."""
        self._stop.set()
        await self._work


async def _poll(stop: asyncio.Event) -> None:
    if await _a_source(stop):
        # Loaded in a thread: it takes a while, and pages are served meanwhile.
        running = await asyncio.to_thread(import_module, "octavo.site.desk.polling.running")
        await running.poll(stop)


async def _a_source(stop: asyncio.Event) -> bool:
    """Wait for one; False where it is time to stop first."""
    library = LibraryThread()
    try:
        while not stop.is_set():
            if await library.do(polled_count):
                return True
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOK)
    finally:
        await library.close()
    return False
