"""What readers ask of the language model is done one after the other, before any brief is rewritten: somebody waits for it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime

from octavo.briefing.rewriting import Model, answered, translated
from octavo.briefs import Claim
from octavo.errors import LibraryError, OctavoError
from octavo.fetching.asking import ModelError
from octavo.fetching.model_address import ModelAddress
from octavo.site.desk.leases import REWRITING
from octavo.site.desk.rewriting.model import library_model
from octavo.site.library.brief_reports import material_from
from octavo.site.library.model_wishes import Answer, Translation, grant, next_wish
from octavo.site.library.models import Article
from octavo.site.library.writing import writing

log = logging.getLogger("octavo.desk")

SILENT = "the language model gave no answer. The paper’s terminal says why; it may be down, so try again later."
GONE = "the article is no longer in the library."


def grant_next(at: ModelAddress, worker: str, now: datetime) -> bool:
    """Do what has waited longest; False where nothing waits. What cannot be had is written down with the reason. Raises LeaseLost."""
    waiting = next_wish()
    if waiting is None:
        return False
    digest, wanted = waiting
    result, dropped, problem = _came(wanted, library_model(at))
    with writing():
        REWRITING.hold(worker)
        grant(digest, at.name, now, result, dropped, problem)
    return True


def _came(wanted: Translation | Answer, model: Model) -> tuple[Sequence[str | Claim], int, str]:
    try:
        return _translated(wanted, model) if isinstance(wanted, Translation) else _answered(wanted, model)
    except LibraryError:
        raise
    except ModelError as error:
        # The address is the owner's affair, and no reader's.
        log.warning("The language model did not answer a reader: %s", error)
        return (), 0, SILENT
    except OctavoError as error:
        return (), 0, str(error)
    except Exception as error:
        log.exception("What a language model answered a reader cannot be looked at")
        return (), 0, f"Octavo stumbled over the answer ({type(error).__name__})."


def _translated(wanted: Translation, model: Model) -> tuple[Sequence[str], int, str]:
    article = Article.objects.filter(pk=wanted.article).first()
    if article is None:
        return (), 0, GONE
    paragraphs = [article.text[start:end] for _, start, end in article.paragraphs]
    return translated([article.headline or "-", *paragraphs], wanted.language, model), 0, ""


def _answered(wanted: Answer, model: Model) -> tuple[Sequence[Claim], int, str]:
    cited = {int(each.id) for claim in wanted.claims for each in claim.citations}
    made = answered(wanted.question, wanted.claims, material_from(cited).reports, model)
    nothing = "" if made.answers else "the sentences do not answer it, says the model, or nothing of what it said was borne out by them."
    return made.answers, made.dropped, nothing
