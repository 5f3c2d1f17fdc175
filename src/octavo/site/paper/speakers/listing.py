"""Who has been heard: all speakers, those first who have said most."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from octavo.site.library.models import Speaker
from octavo.site.library.specimens import specimen_shown
from octavo.site.numbers import words_of
from octavo.site.paper.speakers.frame import speakers_page
from octavo.site.paper.speakers.shelf import Last, heard
from octavo.site.paper.voices import role_words
from octavo.site.paper.words import shown_name

ON_A_PAGE = 120


@dataclass(frozen=True, slots=True)
class Line:
    """A speaker as the list shows it, with the role that the latest article states."""

    pk: int
    name: str
    role: str
    total: int
    last: Last | None = None
    """What was said last, where the page tells it."""


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The page of speakers."""
    specimen = specimen_shown()
    words = words_of(request.GET.get("q", ""))
    page = Paginator(heard(specimen, words), ON_A_PAGE).get_page(request.GET.get("page"))
    return speakers_page(request, "listing.html", specimen, {
        "words": words,
        "query": urlencode({"q": words}) if words else "",
        "page": page,
        "lines": [line_of(speaker) for speaker in page.object_list],
    })


def line_of(speaker: Speaker, last: Last | None = None) -> Line:
    """The row of a speaker, and what was said last, where that is to be told -> its line."""
    return Line(speaker.pk, shown_name(speaker.name), role_words(*speaker.roles[-1]) if speaker.roles else "", speaker.total, last)
