"""A clock that goes on when somebody waits: days pass in seconds."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

MONDAY = datetime(2031, 3, 3, 5, tzinfo=UTC)
"""When a played week begins."""


class PlayedClock:
    """An `octavo.fetching.clock.Clock` that stands still until somebody waits on it or moves it."""

    def __init__(self, begins: datetime = MONDAY) -> None:
        self._now = begins

    def now(self) -> datetime:
        """The played time, in UTC."""
        return self._now

    def move_to(self, time: datetime) -> None:
        """Go on to that time; never back."""
        self._now = max(self._now, time)

    async def sleep(self, seconds: float) -> None:
        """Move on by that many seconds. Those who wait at the same time wait together: ten waits of a second take one."""
        end = self._now + timedelta(seconds=seconds)
        await asyncio.sleep(0)
        self.move_to(end)
