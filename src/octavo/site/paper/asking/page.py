"""Ask: a question, and the sentences that answer it, each with the way to its place; or that nothing does, and a way on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from octavo.briefing.answers.question import LONGEST
from octavo.site.library.asking import Answers
from octavo.site.library.asking import ask as ask_library
from octavo.site.library.models import Story
from octavo.site.library.specimens import specimen_shown
from octavo.site.paper.asking.wishes import Asked, asked
from octavo.site.paper.briefs.lines import Line, Setter, pieces_of
from octavo.site.paper.briefs.shelf import texts_behind
from octavo.site.paper.modelling.answering import written
from octavo.site.paper.press import front_for
from octavo.site.paper.rendering import render_page
from octavo.site.paper.shelf import rows_numbered


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """The page; a story that is not there is as if none had been named. A fixed number of queries."""
    wish = asked(request.GET)
    story = _story(wish.story)
    specimen = story.specimen if story else specimen_shown()
    return render_page(request, "paper/asking/page.html", specimen, front_for(request, specimen).edition, {
        "here": "ask",
        "asked": wish,
        "longest": LONGEST,
        "story": story,
        **(_answered(request, wish, story, specimen) if wish.question else {}),
    })


def _answered(request: HttpRequest, wish: Asked, story: Story | None, specimen: bool) -> dict[str, Any]:
    found = ask_library(wish.question, story=story.pk if story else None, specimen=specimen)
    rows = {row.pk: row for row in rows_numbered({*_cited(found), *found.nearest})}
    setter = Setter(rows, texts_behind(claim.citations for claim in found.claims))
    lines = _lines(found, setter)
    nearest = [rows[pk] for pk in found.nearest if pk in rows] if not lines else []
    model = written(request, wish.question, found.claims, setter) if lines else None
    return {"lines": lines, "nearest": nearest, "understood": found.understood, "answered": True, "written": model}


def _cited(found: Answers) -> set[int]:
    return {article for claim in found.claims for article in pieces_of(claim.citations)}


def _lines(found: Answers, setter: Setter) -> list[Line]:
    """The answers that stand in their articles as these are now."""
    lines = (setter.line(claim.text, claim.citations, claim.independent_reports) for claim in found.claims)
    return [line for line in lines if line]


def _story(number: int | None) -> Story | None:
    if number is None:
        return None
    return Story.objects.filter(pk=number, size__gt=0).select_related("lead").first()
