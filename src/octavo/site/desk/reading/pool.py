"""The processes that read pages: a page that breaks the one that reads it is a problem of its source, and of nothing else.

Not concurrent.futures: its pool cannot say which page broke a process, and runs the program's main module again in each.
"""

from __future__ import annotations

import asyncio
import pickle
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections import deque
from contextlib import suppress
from typing import Protocol

from octavo.fetching.failures import Reason
from octavo.site.desk.assignments import Reading
from octavo.site.desk.children import started
from octavo.site.desk.reading.child import LENGTH, Given, Unreadable, message
from octavo.site.desk.reading.queue import Job, Queue

CHILD = ("-m", "octavo.site.desk.reading.child")
PATIENCE = 5.0
"""Seconds after which a process that is still at the same page is thought to be stuck, and another one is started for those that wait.
A page that breaks its process so late is not tried again: it costs its time once."""
EXTRA = 2
"""Processes that may be started so."""
IDLE = 60.0
"""Seconds after which a process without work ends."""
TRIES = 2
"""How often a page may break its process: the second time it is alone, so that it is known for the one that did."""
LONG = 1 << 16
"""Bytes from which on an answer is unpacked beside the event loop."""

_BROKE = Unreadable(
    Reason.UNREADABLE, "reading it takes more time or memory than Octavo gives one page, or breaks the reader",
    "It is tried again, in case it changes.")


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
        self._jobs = Queue()
        self._come = asyncio.Condition()
        self._tasks: set[asyncio.Task[None]] = set()
        self._idle = 0
        self._since: dict[Process, float] = {}

    async def read(self, given: Given) -> Reading | Unreadable:
        """What is in it. Never raises but for being cancelled."""
        job = Job(given, asyncio.get_running_loop().create_future())
        self._jobs.add(job)
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
                left = await self._answered(process, batch, fresh)
                fresh = bool(left)
                if left:
                    await _ended(process)
                    self._jobs.again(_after(left))
                    process = await _started()
        finally:
            await _ended(process)

    async def _batch(self) -> list[Job]:
        """Some jobs; none after IDLE seconds without one."""
        async with self._come:
            self._idle += 1
            try:
                await asyncio.wait_for(self._come.wait_for(lambda: bool(self._jobs)), IDLE)
            except TimeoutError:
                return []
            finally:
                self._idle -= 1
        return self._jobs.batch()

    async def _answered(self, process: Process, batch: list[Job], fresh: bool) -> deque[Job]:
        """Have the batch read; where the process broke, those that were not, the one that it was at first."""
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
                packed = await process.stdout.readexactly(length)
                answer = _unpacked(packed) if length < LONG else await asyncio.to_thread(_unpacked, packed)
                _settle(left.popleft(), answer)
                self._since[process] = loop.time()
        except Exception:  # noqa: BLE001 - whatever comes from a broken process is no answer
            late = loop.time() - self._since.get(process, loop.time()) >= PATIENCE
            left[0].tries = TRIES if late else left[0].tries + 1
        finally:
            self._since.pop(process, None)
        return left


def _after(left: deque[Job]) -> list[Job]:
    """What is read after a process broke at the first of those jobs: the others, and then it again, if it may."""
    culprit, *others = left
    if culprit.tries >= TRIES:
        _settle(culprit, _BROKE)
        return others
    return [*others, culprit]


def _unpacked(packed: bytes) -> Reading | Unreadable:
    answer: Reading | Unreadable = pickle.loads(packed)  # noqa: S301 - from our own child
    return answer


async def _started() -> Process:
    return await started(*CHILD, stdout=PIPE, stderr=DEVNULL)


async def _ended(process: Process) -> None:
    with suppress(ProcessLookupError):
        process.kill()
    await process.wait()


def _settle(job: Job, answer: Reading | Unreadable) -> None:
    if not job.done.done():
        job.done.set_result(answer)
