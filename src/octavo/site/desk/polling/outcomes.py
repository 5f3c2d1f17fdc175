"""What comes of asking, gathered until it is written down: much at once, since each transaction has its price, and never too much."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from octavo.site.desk.assignments import Heard, Outcome

BATCH = 200

BATCH_ARTICLES = 500

BATCH_AGE = 0.1
"""What is written down at once: so many outcomes, gathered over so many seconds, with so many articles, unless one alone has more."""


class Outcomes:
    """A queue of them, in which whoever asks waits where too many are there already."""

    def __init__(self) -> None:
        self._came: asyncio.Queue[Outcome | None] = asyncio.Queue(BATCH)
        self._over: Outcome | None = None

    async def put(self, outcome: Outcome) -> None:
        """One more."""
        await self._came.put(outcome)

    async def end(self) -> None:
        """There are no more."""
        await self._came.put(None)

    async def gathered(self) -> list[Outcome]:
        """What has come, as much as is written down at once; nothing at the end."""
        first = self._over or await self._came.get()
        self._over = None
        if first is None:
            return []
        batch, articles = [first], articles_of(first)
        with suppress(TimeoutError):
            async with asyncio.timeout(BATCH_AGE):
                while len(batch) < BATCH and articles < BATCH_ARTICLES:
                    outcome = await self._came.get()
                    if outcome is None:
                        self._came.put_nowait(None)
                        break
                    articles += articles_of(outcome)
                    if articles > BATCH_ARTICLES:
                        # One transaction more: other writers must not wait for all of it.
                        self._over = outcome
                        break
                    batch.append(outcome)
        return batch


def articles_of(outcome: Outcome) -> int:
    """How many articles it brings."""
    return len(outcome.reading.articles) if isinstance(outcome, Heard) and outcome.reading else 0
