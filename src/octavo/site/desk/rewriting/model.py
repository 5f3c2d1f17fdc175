"""The owner's language model with the library beside it: what was asked before is not asked again, and a day costs no more than it may."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.utils import timezone

from octavo.briefing.rewriting import Model
from octavo.errors import OctavoError
from octavo.fetching.asking import ModelError, asked, cost
from octavo.fetching.model_address import ModelAddress
from octavo.site.library.model_answers import answer_kept, digest_of, keep_answer, settle, spend, storable


class OverBudget(OctavoError):
    """The day's requests or tokens are spent."""


def library_model(at: ModelAddress, clock: Callable[[], datetime] = timezone.now) -> Model:
    """The model at that address, as the rewriting asks it. It raises ModelError, OverBudget and LibraryError."""

    def model(system: str, user: str) -> str:
        digest = digest_of(at.url, at.name, system, user)
        kept = answer_kept(digest)
        if kept is not None:
            return kept
        now, most = clock(), cost(system, user)
        if not spend(now.date(), most, at.requests, at.tokens):
            raise OverBudget("the day's budget for the language model is spent (OCTAVO_MODEL_REQUESTS, OCTAVO_MODEL_TOKENS).")
        try:
            said = asked(at, system, user)
        except ModelError:
            settle(now.date(), most, 0)
            raise
        settle(now.date(), most, said.tokens)
        text = storable(said.text)
        keep_answer(digest, text, clock())
        return text

    return model
