"""A worker that is killed in the middle loses nothing: another one takes over what it held."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from datetime import timedelta
from typing import Any

from octavo.fetching.answers import Answer, Request
from tests.shared import ROOT
from tests.site.desk.newsroom import InlinePool, JumpingClock, PaperDoor, Reply, feed, source

QUICK = 5


def replies(addresses: list[str]) -> dict[str, Reply]:
    """Each address has a feed of two articles of its own."""
    return {address: feed(f"first{number}", f"second{number}") for number, address in enumerate(addresses)}


class Stopping(PaperDoor):
    """Answers some requests, and hangs at all others once it has said so."""

    async def fetch(self, request: Request) -> Answer:
        if len(self.requests) >= QUICK:
            await asyncio.sleep(0.3)
            print("in the middle", flush=True)
            await asyncio.Event().wait()
        return await super().fetch(request)


def main() -> None:
    """What the process does that is killed."""
    from octavo.site.desk.polling.desk import Desk
    from octavo.site.library.models import Source

    clock = JumpingClock()
    addresses = list(Source.objects.order_by("pk").values_list("address", flat=True))

    async def run() -> None:
        async with Desk(Stopping(clock, replies(addresses)), clock=clock, pool=InlinePool()) as desk:
            await desk.work(asyncio.Event())

    asyncio.run(run())


def test_another_worker_takes_over_when_the_lease_has_run_out(library: str) -> None:
    from django.db import connection

    from octavo.site.desk.polling.desk import Desk
    from octavo.site.library.models import Article, Source

    addresses = [source(f"https://s{number}.example/").address for number in range(12)]
    connection.close()
    begin = "from octavo.site.library.opening import open_library; open_library()"
    script = f"{begin}; from tests.site.desk.polling import test_killed_worker; test_killed_worker.main()"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=environment, cwd=ROOT) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == b"in the middle\n"
        worker.kill()
    before = Article.objects.count()
    assert before % 2 == 0
    assert before < 2 * len(addresses)
    clock = JumpingClock()

    def another(minutes: float) -> Any:
        door = PaperDoor(clock, replies(addresses))
        clock.pass_(minutes=minutes)

        async def run() -> Any:
            async with Desk(door, clock=clock, pool=InlinePool()) as desk:
                return await desk.round(True)

        return asyncio.run(run())

    early = another(1)
    assert early.sources == 0
    assert early.left == Source.objects.filter(failures=0, answered__isnull=True).count()
    late = another(4)
    assert late.added == 2 * len(addresses) - before
    assert Article.objects.count() == 2 * len(addresses)
    assert not Source.objects.filter(due_at__lte=clock.now() - timedelta(seconds=1)).exists()
