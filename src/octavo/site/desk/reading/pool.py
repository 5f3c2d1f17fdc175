"""The processes that read pages: a page that breaks the one that reads it is a problem of its source, and of nothing else.

Not concurrent.futures: its pool cannot say which page broke a process, and runs the program's main module again in each.
"""

from __future__ import annotations

import asyncio
import pickle
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from octavo.fetching.failures import Reason
from octavo.site.desk.assignments import Reading
from octavo.site.desk.children import started
from octavo.site.desk.reading.child import LENGTH, Given, Unreadable, message

CHILD = ("-m", "octavo.site.desk.reading.child")
AHEAD = 4
"""Pages that a process is given at once, so that it need not wait for the next one."""
AHEAD_BYTES = 1 << 20
PATIENCE = 5.0
"""Seconds after which a process that is still at the same page is thought to be stuck, and another one is started for those that wait."""
EXTRA = 2
"""Processes that may be started so."""
IDLE = 60.0
"""Seconds after which a process without work ends."""
TRIES = 2
"""How often a page may break its process: the second time it is alone, so that it is known for the one that did."""

_BROKE = Unreadable(
    Reason.UNREADABLE, "reading it takes more time or memory than Octavo gives one page, or breaks the reader",
    "It is tried again, in case it changes.")


@dataclass(eq=False, slots=True)
class _Job:
    given: Given
    done: asyncio.Future[Reading | Unreadable]
    tries: int = 0


class Reads(Protocol):
    """What the desk has pages read by."""

    async def read(self, given: Given) -> Reading | Unreadable:
        """What is in it."""

    async def close(self) -> None:
        """Nothing more will be read."""


class ReadingPool:
    """Reads in at most `readers` processes (and EXTRA while those are stuck), which start with the first page and end when idle."""

    def __init__(self, readers: int = 1) -> None:
        self._readers = readers
        self._jobs: deque[_Job] = deque()
        self._come = asyncio.Condition()
        self._tasks: set[asyncio.Task[None]] = set()
        self._idle = 0
        self._since: dict[Process, float] = {}

    async def read(self, given: Given) -> Reading | Unreadable:
        """What is in it. Never raises but for being cancelled."""
        job = _Job(given, asyncio.get_running_loop().create_future())
        self._jobs.append(job)
        await self._called(self._readers)
        while not (await asyncio.wait([job.done], timeout=PATIENCE))[0]:
            if job in self._jobs and self._stuck():
                await self._called(self._readers + EXTRA)
        return job.done.result()

    async def close(self) -> None:
        """End all processes; pages that are not read yet are left."""
        for task in (tasks := list(self._tasks)):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _stuck(self) -> bool:
        """Whether every process is at one page for long: neither many pages that wait nor a slow start are a reason for more of them."""
        now = asyncio.get_running_loop().time()
        return len(self._since) == len(self._tasks) and all(now - since >= PATIENCE for since in self._since.values())

    async def _called(self, most: int) -> None:
        """See that there is a process for the jobs."""
        if not self._idle and len(self._tasks) < most:
            task = asyncio.create_task(self._serve())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        async with self._come:
            self._come.notify()

    async def _serve(self) -> None:
        """Start a process and give it jobs until there are none for a while, or it breaks: then the next page finds another one."""
        process, fresh = await _started(), True
        try:
            while batch := await self._batch():
                fresh = not await self._answered(process, batch, fresh)
                if fresh:
                    await _ended(process)
                    process = await _started()
        finally:
            await _ended(process)

    async def _batch(self) -> list[_Job]:
        """Some jobs; none after IDLE seconds without one."""
        async with self._come:
            self._idle += 1
            try:
                await asyncio.wait_for(self._come.wait_for(lambda: bool(self._jobs)), IDLE)
            except TimeoutError:
                return []
            finally:
                self._idle -= 1
        batch, size = [self._jobs.popleft()], 0
        while self._jobs and len(batch) < AHEAD and not batch[0].tries and not self._jobs[0].tries:
            size += len(self._jobs[0].given.page.body)
            if size > AHEAD_BYTES:
                break
            batch.append(self._jobs.popleft())
        return batch

    async def _answered(self, process: Process, batch: list[_Job], fresh: bool) -> bool:
        """Have the batch read; False where the process broke: the page it was at is tried once more, the rest come first again."""
        assert process.stdin is not None
        assert process.stdout is not None
        left = deque(batch)
        loop = asyncio.get_running_loop()
        try:
            for job in batch:
                process.stdin.write(message(job.given))
            if fresh:
                await process.stdout.readexactly(LENGTH)
            self._since[process] = loop.time()
            while left:
                length = int.from_bytes(await process.stdout.readexactly(LENGTH), "big")
                answer: Reading | Unreadable = pickle.loads(await process.stdout.readexactly(length))  # noqa: S301 - from our own child
                _settle(left.popleft(), answer)
                self._since[process] = loop.time()
        except Exception:  # noqa: BLE001 - whatever comes from a broken process is no answer
            culprit = left.popleft()
            culprit.tries += 1
            if culprit.tries >= TRIES:
                _settle(culprit, _BROKE)
            else:
                left.append(culprit)
            self._jobs.extendleft(reversed(left))
            return False
        finally:
            self._since.pop(process, None)
        return True


async def _started() -> Process:
    return await started(*CHILD, stdout=PIPE, stderr=DEVNULL)


async def _ended(process: Process) -> None:
    with suppress(ProcessLookupError):
        process.kill()
    await process.wait()


def _settle(job: _Job, answer: Reading | Unreadable) -> None:
    if not job.done.done():
        job.done.set_result(answer)
