"""The desk at work: one round for a command, or without end."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING

from octavo.fetching.door import Door
from octavo.fetching.environment import door_of_environment
from octavo.site.desk.analysing.running import run_analysing
from octavo.site.desk.briefing.running import run_briefing
from octavo.site.desk.grouping.running import run_grouping
from octavo.site.desk.jobs.queue import run_jobs
from octavo.site.desk.keeping.running import run_keeping
from octavo.site.desk.polling.desk import AT_ONCE, Desk
from octavo.site.desk.polling.round import Round
from octavo.site.desk.polling.slots import SET_ASIDE
from octavo.site.desk.rewriting.running import run_rewriting
from octavo.site.desk.steadily import steadily

if TYPE_CHECKING:
    from octavo.site.desk.assignments import Finished

PATIENCE = 60.0
"""Seconds for which a command that somebody waits for tries a database that is busy or gone."""


def fetch_round(due_only: bool, watch: Callable[[Finished], None]) -> Round:
    """One round over all sources, or those that are due; `watch` is told of each source and page when it is written down."""

    async def run() -> Round:
        async with _door() as door, Desk(door, patience=PATIENCE) as desk:
            return await desk.round(due_only, watch)

    return asyncio.run(run())


def work_until_told() -> None:
    """Poll, do what jobs there are, analyse and place what comes in, make briefs of it, until SIGTERM or SIGINT comes."""

    async def run() -> None:
        # Settings that cannot be used are said before anything begins.
        _door()
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        await asyncio.gather(
            steadily(poll, "Asking the sources", stop), steadily(run_jobs, "Doing jobs", stop),
            steadily(run_analysing, "Analysing articles", stop), steadily(run_grouping, "Placing articles in stories", stop),
            steadily(run_briefing, "Making briefs of stories", stop),
            steadily(run_rewriting, "Having briefs rewritten", stop),
            steadily(run_keeping, "Taking out what is kept no longer", stop))

    asyncio.run(run())


async def poll(stop: asyncio.Event) -> None:
    """Poll until `stop` is set."""
    async with _door() as door, Desk(door) as desk:
        await desk.work(stop)


def _door() -> Door:
    return door_of_environment(connections=AT_ONCE * SET_ASIDE)
