"""The newest brief that a language model was not asked about -> its rewriting, in the library."""

from __future__ import annotations

import logging
import threading
from datetime import datetime

from octavo.briefing.rewriting import Model, Rewritten, Unusable, rewritten
from octavo.errors import LibraryError
from octavo.fetching.asking import ModelError
from octavo.fetching.model_address import ModelAddress
from octavo.site.desk.leases import REWRITING
from octavo.site.desk.rewriting.model import OverBudget, library_model
from octavo.site.library.brief_reports import material_of
from octavo.site.library.rewritings import Waiting, keep_rewriting, next_to_rewrite
from octavo.site.library.writing import writing

log = logging.getLogger("octavo.desk")

PAUSE = 300.0
"""Seconds for which a model that gave no answer is left alone."""


def rewrite_next(at: ModelAddress, worker: str, now: datetime, stop: threading.Event) -> bool:
    """Have the next brief rewritten; False where none waits or the budget is spent. Where the model gives no answer, one line says so,
    without texts, and it is left alone for a while. Raises LeaseLost."""
    row = next_to_rewrite(at.name, now)
    if row is None:
        return False
    try:
        _rewrite(row, at, worker, now)
    except OverBudget:
        return False
    except ModelError as error:
        log.warning("The language model is left alone for %g seconds, and briefs stay as they are: %s", PAUSE, error)
        stop.wait(PAUSE)
    return True


def _rewrite(row: Waiting, at: ModelAddress, worker: str, now: datetime) -> None:
    made, problem = _made(row, library_model(at))
    with writing():
        REWRITING.hold(worker)
        keep_rewriting(row, at.name, now, made.summary, made.differences, made.dropped, problem)


def _made(row: Waiting, model: Model) -> tuple[Rewritten, str]:
    """What the model made of a brief, or why there is nothing: an answer of no use is that story's, and the next one is gone on with."""
    try:
        return rewritten(row.plain, material_of(row.story).reports, model), ""
    except Unusable as error:
        log.warning("The brief of story %d stays as it is: %s", row.story, error)
        return Rewritten(), str(error)
    except (ModelError, OverBudget, LibraryError):
        raise
    except Exception as error:
        log.exception("What a language model answered about story %d cannot be looked at", row.story)
        return Rewritten(), f"Octavo stumbled over the answer ({type(error).__name__})."
