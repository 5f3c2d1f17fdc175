"""The one thread in which the desk uses the library: Django waits there for its database, and the event loop never does."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import ParamSpec, TypeVar

from django.db import InterfaceError, OperationalError, connection

from octavo.errors import LibraryError

log = logging.getLogger("octavo.desk")

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0
"""Seconds between two tries while the database is busy or gone."""

P = ParamSpec("P")
T = TypeVar("T")


class LibraryThread:
    """`patience`: seconds for which a database that is busy or gone is tried again; None: as long as it takes."""

    def __init__(self, patience: float | None = None) -> None:
        self._patience, self._changed = patience, asyncio.Event()
        self._executor = ThreadPoolExecutor(1, "octavo-library")

    async def do(self, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """What `work` returns. It is done again where the database could not do it for now, so it must be whole or not at all."""
        loop = asyncio.get_running_loop()
        pause, waited = FIRST_PAUSE, 0.0
        while True:
            try:
                return await loop.run_in_executor(self._executor, lambda: work(*arguments, **named))
            except (LibraryError, OperationalError, InterfaceError) as error:
                patience = self._patience
                if not passing(error) or (patience is not None and waited >= patience):
                    raise
                if not waited:
                    log.warning("The library cannot be used for now, and is tried again: %s", error)
            await loop.run_in_executor(self._executor, _disconnect)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), pause)
            waited += pause
            pause = min(pause * 2, LONGEST_PAUSE)

    def be_patient(self, patience: float | None) -> None:
        """From now on for that long; who waits is woken and looks again."""
        self._patience = patience
        self._changed.set()
        self._changed = asyncio.Event()

    async def close(self) -> None:
        """End the thread, and its connection."""
        await asyncio.get_running_loop().run_in_executor(self._executor, _disconnect)
        self._executor.shutdown()


def _disconnect() -> None:
    # Which connection that is depends on the thread that asks.
    connection.close()


def passing(error: Exception) -> bool:
    """Whether the database may do it another time: it is busy, full, or does not answer."""
    return isinstance(error if not isinstance(error, LibraryError) else error.__cause__, OperationalError | InterfaceError)
