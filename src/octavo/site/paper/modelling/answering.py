"""An answer in the language model's words, above the papers' own: each of its sentences is checked against those that it cites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from octavo.briefs import Claim
from octavo.site.library.asking import ask
from octavo.site.library.model_wishes import Answer, TooManyWishes, came_of, digest_of_answer, wish
from octavo.site.library.models import Story
from octavo.site.library.specimens import specimen_shown
from octavo.site.messages import error_in_words
from octavo.site.paper.asking.wishes import Asked, asked
from octavo.site.paper.briefs.lines import Line, Setter
from octavo.site.paper.mishaps import too_many
from octavo.site.paper.modelling.who import model_for


@dataclass(frozen=True, slots=True)
class Written:
    """How the answer in a model's words stands: not asked for, waiting, there, or why not."""

    model: str
    waits: bool = False
    lines: tuple[Line, ...] = ()
    dropped: int = 0
    problem: str = ""
    asked: bool = False


def written(request: HttpRequest, question: str, claims: Sequence[Claim], setter: Setter) -> Written | None:
    """What the model made of the sentences that were found; None where there is no model for whoever asks. One query where there is."""
    at = model_for(request)
    if at is None or not claims:
        return None
    came = came_of(digest_of_answer(Answer(question, tuple(claims))))
    if came is None:
        return Written(at.name)
    lines = tuple(
        line for each in came.claims
        if setter.leads(each.citations) and (line := setter.line(each.text, each.citations, each.independent_reports, free=True))
    )
    return Written(came.model or at.name, came.waits, lines, came.dropped, came.problem, asked=True)


@require_POST
def write(request: HttpRequest) -> HttpResponse:
    """Have the answer written; then back to the question. 404 where there is no model for whoever asks."""
    if model_for(request) is None:
        raise Http404
    wanted = asked(request.POST)
    story = Story.objects.filter(pk=wanted.story, size__gt=0).first() if wanted.story else None
    found = ask(wanted.question, story=story.pk if story else None, specimen=story.specimen if story else specimen_shown())
    if found.claims:
        answer = Answer(wanted.question, found.claims)
        try:
            wish(digest_of_answer(answer), answer, timezone.now())
        except TooManyWishes as error:
            return too_many(error_in_words(error))
    return HttpResponseRedirect(f"{reverse('ask')}?{_again(wanted)}")


def _again(wanted: Asked) -> str:
    return urlencode({"q": wanted.question, **({"story": wanted.story} if wanted.story else {})})
