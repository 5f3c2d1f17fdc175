"""The desk beside the pages, in the same process and on the same event loop.

Nothing of it is loaded and no process is started before there is a source to ask, so that a paper without sources opens at once.
"""

from __future__ import annotations

import asyncio
import logging
from importlib import import_module

from octavo.errors import OctavoError
from octavo.site.desk import claiming
from octavo.site.desk.library_thread import LibraryThread

log = logging.getLogger("octavo.desk")

LOOK = 2.0
"""Seconds between two looks whether there is a source by now."""
PAUSE = 60.0
"""Seconds after which the desk is begun again where it cannot work."""


def polled_count() -> int:
    """How many sources are asked."""
    return claiming.polled().count()


class Beside:
    """Works from now on, until `end`. To be made on the event loop."""

    def __init__(self) -> None:
        self._stop = asyncio.Event()
        self._task = asyncio.create_task(self._work())

    async def end(self) -> None:
        """Stop, and give back what is held."""
        self._stop.set()
        await self._task

    async def _work(self) -> None:
        """Never raises: the pages are served whatever happens here."""
        try:
            await self._wait_for_a_source()
            while not self._stop.is_set():
                try:
                    # Loaded in a thread: it takes a while, and pages are served meanwhile.
                    running = await asyncio.to_thread(import_module, "octavo.site.desk.running")
                    await running.work(self._stop)
                except Exception as error:
                    said = error if isinstance(error, OctavoError) else f"{type(error).__name__}: {error}"
                    log.exception("The sources cannot be asked (%s); that is tried again in %g seconds", said, PAUSE)
                    await self._pause(PAUSE)
        except Exception:
            log.exception("The sources are not asked any more until Octavo is started again")

    async def _wait_for_a_source(self) -> None:
        library = LibraryThread()
        try:
            while not self._stop.is_set() and not await library.do(polled_count):
                await self._pause(LOOK)
        finally:
            await library.close()

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stop.wait()
        except TimeoutError:
            return
