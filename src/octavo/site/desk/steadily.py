"""Work that goes on whatever happens to it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from octavo.errors import OctavoError

log = logging.getLogger("octavo.desk")

PAUSE = 60.0
"""Seconds after which work that failed is begun again."""


async def steadily(work: Callable[[asyncio.Event], Awaitable[None]], what: str, stop: asyncio.Event) -> None:
    """Do the work until `stop` is set. What goes wrong is logged, and it is begun again after a PAUSE; `what` names it in the log."""
    while not stop.is_set():
        try:
            await work(stop)
        except OctavoError as error:
            log.error("%s cannot go on, and is tried again in %g seconds: %s", what, PAUSE, error)
        except Exception:
            log.exception("%s stumbled, and is tried again in %g seconds", what, PAUSE)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), PAUSE)
