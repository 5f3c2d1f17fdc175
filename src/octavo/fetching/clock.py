"""The clock that fetching goes by, so that days can be played in seconds."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time and waits."""

    def now(self) -> datetime:
        """The time, with an offset."""

    async def sleep(self, seconds: float) -> None:
        """Come back when that many seconds have gone by on this clock."""


class SystemClock:
    """The machine's own."""

    def now(self) -> datetime:
        """Now, in UTC."""
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        """Wait on the event loop."""
        await asyncio.sleep(seconds)
