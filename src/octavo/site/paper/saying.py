"""What an article's page takes from the library about who says what in it: a fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from octavo.analysis import Span
from octavo.site.library.awaiting import ENGLISH
from octavo.site.library.models import Analysis, Article
from octavo.site.library.trouble import trouble
from octavo.site.messages import as_met, sentence
from octavo.site.paper.briefs.citing import Cited
from octavo.site.paper.marking import NOTHING_CITED, Marker, Sign
from octavo.site.paper.voices import MANY, marks, voices

NO_MODEL = _("It cannot be told for now: the model that finds it is missing or damaged. The terminal that runs Octavo says more.")


def said_in(
    shown: Article, cited: Cited | None = None, fresh: Collection[Span] = (), signs: Collection[Sign] = (),
) -> dict[str, Any]:
    """What the page says about it, and what marks its text, with what is `cited` in it, the sentences that are `fresh` and the ways to
    comments. `shown` came with its analysis. One query; one more while it waits."""
    statements = list(shown.statements.select_related("speaker").order_by("number"))
    found = voices(statements, shown.text)
    analysis = getattr(shown, "analysis", None)
    sentences = analysis.sentences if analysis else []
    return {
        "marked": Marker(shown.text, sentences, marks(statements, found), cited or NOTHING_CITED, fresh, signs),
        "voices": found,
        "many_voices": sum(voice.named for voice in found) >= MANY,
        "unsaid": "" if found else _unsaid(shown, analysis),
    }


def _unsaid(shown: Article, analysis: Analysis | None) -> str:
    """Why no statement stands beside the text."""
    if not shown.text:
        return ""
    if shown.language not in ENGLISH:
        return gettext("The article is not in English, and Octavo can tell who says what in English alone.")
    if analysis and analysis.problem:
        return sentence(gettext("It cannot be told: %(problem)s."), problem=as_met(analysis.problem))
    if analysis is None or analysis.waiting is None:
        return gettext("No statement was found in this article.")
    # What the trouble is names places on this machine, and is for its terminal.
    return str(NO_MODEL) if trouble() else gettext("The article is still to be analysed.")
