"""What a test does while the desk is at work beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable


def while_running(work: Callable[[asyncio.Event], Awaitable[None]], meanwhile: Callable[[], Awaitable[None]]) -> None:
    """Have the desk do that work until `meanwhile` has come to its end."""

    async def run() -> None:
        stop = asyncio.Event()
        working = asyncio.ensure_future(work(stop))
        await asyncio.wait_for(meanwhile(), 120)
        stop.set()
        await working

    asyncio.run(run())


async def then(work: Callable[[], object]) -> None:
    """Do something with the library in a thread, which has a connection of its own to it."""

    def done() -> object:
        from django.db import connection

        try:
            return work()
        finally:
            connection.close()

    await asyncio.to_thread(done)
