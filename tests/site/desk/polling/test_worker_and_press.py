"""A worker that is killed in the middle loses nothing: what it held is due again when its lease has run out."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from octavo.fetching.clock import SystemClock
from tests.press.clock import PlayedClock
from tests.press.log import Log
from tests.press.plan import Piece, Pieces
from tests.press.press import Press
from tests.press.replies import Manner
from tests.press.server import serving
from tests.press.sources import Form, Source, Trouble
from tests.press.troubles import manner

COUNT, PIECES = 150, 4
PATIENCE = 60.0
"""Seconds for which the worker may take to get going: only a broken one needs them."""


@contextmanager
def press() -> Iterator[tuple[Press, Log]]:
    """A press of COUNT feeds on loopback addresses of their own, in a thread; each takes a moment to answer."""
    served, log, ready, loop = Press(), Log(), threading.Event(), asyncio.new_event_loop()
    stop = asyncio.Event()

    async def run() -> None:
        async with serving(served, SystemClock(), log, [f"127.2.0.{number + 1}" for number in range(COUNT)]) as port:
            served.open([_source(number, port) for number in range(COUNT)])
            ready.set()
            await stop.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(run(),))
    thread.start()
    assert ready.wait(PATIENCE)
    try:
        yield served, log
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()


def _source(number: int, port: int) -> Source:
    now, name = datetime.now(UTC).replace(microsecond=0), f"killed-{number}"
    pieces = Pieces(tuple(Piece(f"{name}-{piece}", now - timedelta(hours=PIECES - piece)) for piece in range(PIECES)), PIECES)
    slowly = Trouble(now - timedelta(days=1), None, manner(Manner.LATE))
    return Source(name, "killed", f"127.2.0.{number + 1}", port, "/feed", pieces, Form(), troubles=[slowly])


def test_a_worker_that_is_killed_loses_nothing(site: None) -> None:
    from octavo.site.library import models

    now = datetime.now(UTC)
    with press() as (served, log):
        models.Source.objects.bulk_create(
            models.Source(kind="feed", address=each.address, host=each.host, added=now, due_at=now, full_text="never")
            for each in served.sources
        )
        _work_and_be_killed(log)
        written = models.Source.objects.exclude(fetched=None).count()
        assert written < COUNT, "it was killed before it was done"
        assert models.Source.objects.filter(leased_until__gt=datetime.now(UTC)).exists(), "it held some"
        asyncio.run(_round(PlayedClock(datetime.now(UTC) + timedelta(minutes=6))))
    addresses = Counter(models.Article.objects.values_list("url", flat=True))
    assert len(addresses) == COUNT * PIECES
    assert set(addresses.values()) == {1}
    assert not models.Source.objects.filter(answered=None).exists()
    assert not models.Source.objects.exclude(reason="").exists()


def _work_and_be_killed(log: Log) -> None:
    """A worker of its own process, killed when it is at a third of the sources."""
    command = [sys.executable, "-m", "octavo", "worker"]
    environment = os.environ | {"OCTAVO_ALLOW": "127.0.0.0/8"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as worker:
        until = time.monotonic() + PATIENCE
        while len(log.visits) < COUNT // 3 and worker.poll() is None and time.monotonic() < until:
            time.sleep(0.005)
        worker.send_signal(signal.SIGKILL)
        _, said = worker.communicate()
    assert len(log.visits) >= COUNT // 3, f"the worker did not get going: {said}"


async def _round(clock: PlayedClock) -> None:
    from octavo.fetching.agent import user_agent
    from octavo.fetching.door import Door
    from octavo.fetching.guard import Guard
    from octavo.site.desk.polling.desk import Desk

    async with Door(Guard.of("127.0.0.0/8"), agent=user_agent(), clock=clock) as door, Desk(door, clock=clock) as desk:
        await desk.round(due_only=True)
