"""The words that a reader marked, all of them; their notes."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from octavo.site.messages import error_in_words
from octavo.site.numbers import number_of
from octavo.site.paper.reading.frame import back, reading_page
from octavo.site.paper.reading.telling import reader_of
from octavo.site.readers.reading.highlights import annotate, placed, unmark
from octavo.site.readers.reading.models import Highlight
from octavo.site.readers.refusing import Refused

ON_A_PAGE = 50


@require_safe
def highlights(request: HttpRequest) -> HttpResponse:
    """All marked words, the last first."""
    return _page(request)


@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Give marked words another note."""
    try:
        row = annotate(reader_of(request), pk, request.POST.get("note", ""))
    except Refused as error:
        return _page(request, error_in_words(error))
    if row is None:
        raise Http404
    return back(request, "noted")


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a mark away."""
    row = unmark(reader_of(request), pk)
    if row is None:
        raise Http404
    return back(request, "unmarked", to=request.POST.get("next", "") or reverse("highlights"))


def _page(request: HttpRequest, wrong: str = "") -> HttpResponse:
    after = number_of(request.GET.get("after", ""))
    kept = Highlight.objects.filter(reader=reader_of(request)).select_related("article", "article__publisher").order_by("-pk")
    rows = list((kept.filter(pk__lt=after) if after else kept)[: ON_A_PAGE + 1])
    return reading_page(request, "highlights.html", {
        "here": "saved",
        "marked": placed((row, row.article.text) for row in rows[:ON_A_PAGE]),
        "end": rows[ON_A_PAGE - 1].pk if len(rows) > ON_A_PAGE else None,
        "later": bool(after),
        "wrong": wrong,
    }, 400 if wrong else 200)
