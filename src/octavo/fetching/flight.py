"""How many bytes of answers there may be in memory at once, of all fetches together: many hosts may each send as much as one may."""

from __future__ import annotations

import asyncio
import weakref
from contextlib import suppress

MOST = 256 * 2**20
"""Bytes, unpacked, of all bodies that are coming or that somebody still holds."""


class Flight:
    """Counts bytes up to `most`. A body that finds no room waits; so that none waits for ever, one at a time may go beyond.

    It may only while no whole answer is held, which its holder will drop. To be used from one event loop; answers may be dropped anywhere.
    """

    def __init__(self, most: int = MOST) -> None:
        self.most, self.used = most, 0
        self._held = 0
        self._beyond: Load | None = None
        self._queue, self._freed = asyncio.Lock(), asyncio.Event()

    async def _take(self, load: Load, count: int) -> None:
        if self._beyond is not load and self.used + count > self.most:
            async with self._queue:
                while self.used + count > self.most and (self._held or self._beyond):
                    self._freed.clear()
                    await self._freed.wait()
                if self.used + count > self.most:
                    self._beyond = load
        self.used += count
        load.size += count

    def _came(self, load: Load) -> None:
        """It grows no further, and is held from now on."""
        self._held += load.size
        self._end(load)

    def _gave_up(self, load: Load) -> None:
        self.used -= load.size
        self._end(load)

    def _end(self, load: Load) -> None:
        if self._beyond is load:
            self._beyond = None
        self._freed.set()

    def _dropped(self, count: int) -> None:
        self.used -= count
        self._held -= count
        self._freed.set()


class Load:
    """The bytes of one body: `grow` before it does, then `drop` it or `keep` it as long as somebody holds the answer."""

    def __init__(self, flight: Flight) -> None:
        self._flight, self.size = flight, 0

    async def grow(self, count: int) -> None:
        """Wait until there is room for so many bytes more."""
        await self._flight._take(self, count)

    def drop(self) -> None:
        """It is not kept."""
        self._flight._gave_up(self)

    def keep(self, answer: object) -> None:
        """It is in memory until nobody holds that answer any more."""
        self._flight._came(self)
        if self.size:
            weakref.finalize(answer, _told, asyncio.get_running_loop(), self._flight, self.size).atexit = False


def _told(loop: asyncio.AbstractEventLoop, flight: Flight, count: int) -> None:
    # The last who holds an answer may be another thread. A loop that is closed has nobody who waits.
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(flight._dropped, count)
