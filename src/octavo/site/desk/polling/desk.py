"""The desk: takes what is due, asks, reads, writes down, all at the same time and without end. It never stops for a single source."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from random import Random
from types import TracebackType
from typing import Self

from octavo.fetching.clock import Clock, SystemClock
from octavo.site.desk.assignments import Finished, Turn
from octavo.site.desk.library_thread import LibraryThread
from octavo.site.desk.polling import claiming
from octavo.site.desk.polling.asking import Fetches, asked
from octavo.site.desk.polling.line import Line
from octavo.site.desk.polling.outcomes import Outcomes
from octavo.site.desk.polling.recording import Recorder
from octavo.site.desk.polling.round import Round
from octavo.site.desk.polling.slots import Slots
from octavo.site.desk.reading.pool import ReadingPool, Reads
from octavo.site.desk.workers import worker_name
from octavo.site.library.pruning import prune

log = logging.getLogger("octavo.desk")

AT_ONCE = 64
"""Hosts that are asked at the same time and answer without delay."""
TICK = 1.0
"""Seconds between two looks at the queue while nothing else happens."""
HELD = 6
"""How many rows are held for each that is asked at once, so that there is always a host that is free."""
BETWEEN = 0.25
"""Seconds between two looks at a queue that was empty, while there is work."""
BLOCKED = 60.0
"""Seconds that a round waits for rows whose hosts another worker is at."""
RENEW = timedelta(seconds=100)
PRUNE = timedelta(days=1)
PAUSE = 5.0
"""Seconds after an error of the desk's own."""
LAST_PATIENCE = 5.0
"""Seconds for which a database that is busy or gone is tried again when the work is to end."""


class Desk:
    """Polls by way of that door. One `round` or `work` at a time; use it as an async context manager."""

    def __init__(
        self, door: Fetches, *, clock: Clock | None = None, worker: str | None = None, at_once: int = AT_ONCE, readers: int = 1,
        seed: int | None = None, patience: float | None = None, pool: Reads | None = None,
    ) -> None:
        """`worker` names it in leases; `at_once`: requests; `readers`: processes; `seed`: of the chance that spreads requests over time;
        `patience`: seconds for which a database that is busy or gone is tried again, None: as long as it takes;
        `pool`: what reads instead of processes of its own."""
        self._door, self._clock, self._at_once = door, clock or SystemClock(), at_once
        self._worker = worker or worker_name()
        self._patience = patience
        self._library, self._pool = LibraryThread(patience), pool or ReadingPool(readers)
        self._recorder = Recorder(self._worker, Random(seed), door.gap)  # noqa: S311 - no secret hangs on it
        self._line, self._slots = Line(), Slots(at_once)
        self._tasks: set[asyncio.Task[None]] = set()
        self._outcomes = Outcomes()
        self._stirred = asyncio.Event()
        self._tended: datetime | None = None
        self._pruned: datetime | None = None
        self._looked = 0.0
        self._unheard: Exception | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._pool.close()
        await self._library.close()

    async def next_due(self) -> datetime | None:
        """When there is something to do next; None: never, as things are."""
        return await self._library.do(claiming.next_due)

    async def round(self, due_only: bool, watch: Callable[[Finished], None] = lambda _: None) -> Round:
        """Work everything that is due now once, and the wanted pages that it leads to; all polled sources where not `due_only`."""
        start, done = self._clock.now(), Round()
        if not due_only:
            await self._library.do(claiming.make_due, start)

        def finished(each: Finished) -> None:
            done.count(each)
            watch(each)

        async with self._writing(finished):
            blocked = 0.0
            while not self._unheard:
                claimed = await self._claim(start)
                self._send()
                if self._tasks or self._line.held:
                    blocked = 0.0
                    await self._stir()
                elif not claimed:
                    if blocked >= BLOCKED or not await self._library.do(claiming.waiting, self._clock.now(), start, self._worker):
                        break
                    await self._clock.sleep(TICK)
                    blocked += TICK
        done.left = await self._library.do(claiming.left, self._clock.now(), start)
        return done

    async def work(self, stop: asyncio.Event, watch: Callable[[Finished], None] = lambda _: None) -> None:
        """Poll until `stop` is set, then give back what is held. Errors of the desk's own are logged, and it goes on."""
        while not stop.is_set():
            try:
                async with self._writing(watch):
                    await self._until(stop)
            except Exception:
                log.exception("The desk stumbled, and goes on in %g seconds", PAUSE)
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), PAUSE)

    async def _until(self, stop: asyncio.Event) -> None:
        stopped = asyncio.ensure_future(stop.wait())
        stopped.add_done_callback(lambda _: self._stirred.set())
        try:
            while not stop.is_set() and not self._unheard:
                claimed = await self._claim(self._clock.now())
                self._send()
                await self._prune()
                if self._tasks or self._line.held:
                    await self._stir()
                elif not claimed:
                    tick = asyncio.ensure_future(self._clock.sleep(TICK))
                    await asyncio.wait({tick, stopped}, return_when=asyncio.FIRST_COMPLETED)
                    tick.cancel()
        finally:
            stopped.cancel()

    async def _prune(self) -> None:
        """Once a day, part by part, take out of the library what it no longer needs. That it fails keeps nobody from polling."""
        now = self._clock.now()
        if self._pruned is not None and timedelta() <= now - self._pruned < PRUNE:
            return
        try:
            more = await self._library.do(prune, now)
        except Exception:
            log.exception("What the library no longer needs could not be taken out of it; it is tried again tomorrow")
            more = False
        if not more:
            self._pruned = now

    async def _claim(self, before: datetime) -> bool:
        """Take rows where there is room for many; returns whether there were some."""
        now, room = self._clock.now(), self._at_once * HELD - len(self._line.held)
        await self._tend(now)
        if room < self._at_once or (self._line.held and loop_time() < self._looked + BETWEEN):
            return False
        turns = await self._library.do(claiming.claim, self._worker, now, before, room, dict(self._line.hosts))
        self._line.add(turns)
        # The queue is empty, or all that is due is of hosts that have their share: no need to look again at once.
        self._looked = loop_time() if len(turns) < room else 0.0
        return bool(turns)

    async def _tend(self, now: datetime) -> None:
        """At the beginning, now and then, and when the clock was put back: keep what is held, put right what a wrong clock has done."""
        if self._tended is None or not timedelta() <= now - self._tended < RENEW:
            await self._library.do(claiming.renew, self._worker, list(self._line.held.values()), now)
            await self._library.do(claiming.put_right, now)
            self._tended = now

    def _send(self) -> None:
        """Let as many go as may."""
        while self._slots.free() and (turn := self._line.next()):
            task = asyncio.create_task(self._go(turn))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _go(self, turn: Turn) -> None:
        who = turn.kind, turn.id
        self._slots.begin(who)

        def came() -> None:
            self._slots.heard(who)
            (self._line.stop if self._door.held(turn.host) else self._line.back)(turn)
            self._stirred.set()

        try:
            outcome = await asked(turn, self._door, self._pool, self._clock, came)
        finally:
            self._slots.end(who)
            self._stirred.set()
        await self._outcomes.put(outcome)

    async def _stir(self) -> None:
        """Wait until something has happened, or for a TICK of real time: what is under way takes real time."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stirred.wait(), TICK)
        self._stirred.clear()

    @asynccontextmanager
    async def _writing(self, watch: Callable[[Finished], None]) -> AsyncIterator[None]:
        """Outcomes are written down meanwhile. At the end all that came is, and the rows that are still held are given back.

        Raises what `watch` has raised: what came is written down all the same, and nothing more is asked.
        """
        self._unheard = None
        writer = asyncio.create_task(self._write(watch))
        self._library.be_patient(self._patience)
        try:
            yield
        finally:
            for task in (tasks := list(self._tasks)):
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._library.be_patient(LAST_PATIENCE)
            await self._outcomes.end()
            await writer
            held, self._line = list(self._line.held.values()), Line()
            await self._give_back(held)
        if self._unheard:
            raise self._unheard

    async def _write(self, watch: Callable[[Finished], None]) -> None:
        while batch := await self._outcomes.gathered():
            try:
                finished = await self._library.do(self._recorder.record, batch, self._clock.now())
            except Exception:
                # Their leases run out, and they are asked again.
                log.exception("What came of %d sources and pages could not be written down", len(batch))
                finished = []
            await self._give_back([turn for outcome in batch for turn in self._line.done(outcome.turn)])
            self._tell(finished, watch)
            self._stirred.set()

    def _tell(self, finished: list[Finished], watch: Callable[[Finished], None]) -> None:
        """Until it does not want to hear any more: a terminal may be gone."""
        try:
            for each in finished if not self._unheard else ():
                watch(each)
        except Exception as error:  # noqa: BLE001 - it is raised where the round ends
            self._unheard = error

    async def _give_back(self, held: list[Turn]) -> None:
        if held:
            try:
                await self._library.do(claiming.give_back, self._worker, held, self._clock.now(), self._door.gap)
            except Exception:
                log.exception("%d sources and pages could not be given back; they are due again when their lease has run out", len(held))


def loop_time() -> float:
    """Real seconds, to measure by."""
    return asyncio.get_running_loop().time()


