"""Getting pictures: in a thread with a loop and a door of its own, so that no page waits for a publisher.

The same picture asked for twice is fetched once, and a few are fetched at the same time.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime

from octavo.errors import OctavoError
from octavo.fetching.door import Door
from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.pictures import door_for_pictures, fetch_picture
from octavo.site.paper.images.shelf import FAILED, PASSING, Kept, Shelf, mark_of
from octavo.site.paper.images.shrinking import Unfit, shrunk

log = logging.getLogger("octavo.paper")

MOST_WAITING = 32
"""Pictures that are on their way at the same time; whoever asks for one more is told to come again."""
SWEEP = 32
"""After so many new pictures it is seen to it that they do not take too much room."""
_PASSING = frozenset({
    Reason.NO_ADDRESS, Reason.NO_CONNECTION, Reason.TIMED_OUT, Reason.RATE_LIMITED, Reason.SERVER_ERROR, Reason.ROBOTS_UNKNOWN,
})


class Busy(Exception):
    """As many pictures are on their way as may be."""


class Getting:
    """Pictures on their way. The thread begins with the first, and ends with the process; `close` is for tests."""

    def __init__(self, open_door: Callable[[], Door] = door_for_pictures) -> None:
        self._open_door, self._lock = open_door, threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._door: asyncio.Future[Door] | None = None
        self._under_way: dict[str, Future[Kept]] = {}
        # One after another: opening a large one takes hundreds of megabytes.
        self._shrinker = ThreadPoolExecutor(1, "octavo-picture")
        self._since_sweep = 0

    def ask(self, url: str, source: str, shelf: Shelf, most_bytes: int) -> Future[Kept]:
        """The picture at that address, which an article of that source names: kept on the shelf, of which no more than so many bytes are
        used, when the future has a result. Raises Busy."""
        with self._lock:
            mark = mark_of(url)
            if flying := self._under_way.get(mark):
                return flying
            if len(self._under_way) >= MOST_WAITING:
                raise Busy
            got: Future[Kept] = asyncio.run_coroutine_threadsafe(self._get(url, source, shelf, most_bytes), self._running())
            self._under_way[mark] = got
        got.add_done_callback(lambda _: self._landed(mark))
        return got

    def close(self) -> None:
        """End the thread; what is on its way is given up."""
        loop = self._loop
        if loop:
            loop.call_soon_threadsafe(loop.stop)
        self._shrinker.shutdown(cancel_futures=True)

    def _running(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            threading.Thread(target=self._loop.run_forever, name="octavo-pictures", daemon=True).start()
        return self._loop

    def _landed(self, mark: str) -> None:
        with self._lock:
            self._under_way.pop(mark, None)

    async def _get(self, url: str, source: str, shelf: Shelf, most_bytes: int) -> Kept:
        try:
            body = await fetch_picture(await self._opened(), url, source)
            made = await asyncio.get_running_loop().run_in_executor(self._shrinker, shrunk, body)
            kept = shelf.put(url, made)
        except (OctavoError, Unfit, OSError) as error:
            return _in_vain(shelf, url, error)
        self._since_sweep += 1
        if self._since_sweep % SWEEP == 1 and (gone := shelf.make_room(most_bytes)):
            log.info("%d files of pictures were taken out, so that they take no more than %d MB.", gone, most_bytes // 10**6)
        return kept

    async def _opened(self) -> Door:
        """The door, in its own loop: opened once, and again where that failed."""
        if self._door is None or (self._door.done() and (self._door.cancelled() or self._door.exception())):
            self._door = asyncio.ensure_future(self._open_door().__aenter__())
        return await asyncio.shield(self._door)


def _in_vain(shelf: Shelf, url: str, error: Exception) -> Kept:
    """It cannot be had: for long where it is the picture that is at fault, else until what is may have passed."""
    lasting = isinstance(error, Unfit) or (isinstance(error, FetchError) and error.reason not in _PASSING)
    try:
        return shelf.put_failure(url, str(error), datetime.now(UTC) + (FAILED if lasting else PASSING))
    except OSError as full:
        log.warning("Pictures cannot be kept: %s.", full)
        return Kept()


getting = Getting()
"""That of this process."""
