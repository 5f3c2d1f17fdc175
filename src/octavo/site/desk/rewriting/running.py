"""Where the owner named a language model, a process asks it what readers want of it, and has briefs rewritten soon after they are made."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime

from octavo.errors import OctavoError
from octavo.fetching.model_address import ModelAddress, model_of_environment
from octavo.site.desk.leases import REWRITING
from octavo.site.desk.processes import Work, keep_at
from octavo.site.library.model_answers import left
from octavo.site.library.model_wishes import next_wish
from octavo.site.library.rewritings import next_to_rewrite

log = logging.getLogger("octavo.desk")

PROCESS = ("-m", "octavo.site.desk.rewriting.process")


async def run_rewriting(stop: asyncio.Event) -> None:
    """Have it asked as readers wish, and briefs rewritten as they are made, until `stop` is set; nothing is done without a model."""
    at = _model()
    if at is None:
        await stop.wait()
        return

    def waiting(now: datetime) -> bool:
        # A wish is looked at when nothing is left of the day, too: its reader is told so.
        return next_wish() is not None or (left(now.date(), at.requests, at.tokens) and next_to_rewrite(at.name, now) is not None)

    await keep_at(Work("has briefs rewritten", PROCESS, REWRITING, waiting), stop)


def _model() -> ModelAddress | None:
    try:
        return model_of_environment()
    except OctavoError as error:
        log.error("No language model is asked: %s", error)
        return None
