"""Briefs are made soon after their stories change: a process does that while any wait, and another one is started when it breaks."""

from __future__ import annotations

import asyncio

from django.utils import timezone

from octavo.site.desk.briefing.claiming import expect_all_of_other_makers, waits
from octavo.site.desk.briefing.maker import maker
from octavo.site.desk.leases import BRIEFING
from octavo.site.desk.processes import Work, keep_at

PROCESS = ("-m", "octavo.site.desk.briefing.process")


async def run_briefing(stop: asyncio.Event) -> None:
    """Have the briefs of stories made as these come and change, until `stop` is set."""
    await keep_at(Work("makes the briefs of stories", PROCESS, BRIEFING, waits, begin=_compare), stop)


def _compare() -> None:
    expect_all_of_other_makers(maker(), timezone.now())
