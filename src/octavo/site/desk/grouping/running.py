"""Articles are placed soon after they come in: a process does that while any wait, and another one is started when it breaks."""

from __future__ import annotations

import asyncio
from datetime import datetime

from octavo.site.desk.leases import PLACING
from octavo.site.desk.processes import Work, keep_at
from octavo.site.library.unplaced import any_rough, any_unplaced
from octavo.site.library.voices import voices_due

PROCESS = ("-m", "octavo.site.desk.grouping.process")


async def run_grouping(stop: asyncio.Event) -> None:
    """Have articles placed as they come in, until `stop` is set."""
    await keep_at(Work("places articles in stories", PROCESS, PLACING, _any_work), stop)


def _any_work(now: datetime) -> bool:
    return any_unplaced(now) or any_rough() or voices_due()
