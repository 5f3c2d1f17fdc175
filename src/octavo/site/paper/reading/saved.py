"""What a reader has saved, by tag; and the tags themselves."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from octavo.site.messages import error_in_words
from octavo.site.numbers import number_of, words_of
from octavo.site.paper.reading.frame import back, reading_page
from octavo.site.paper.reading.marks import marks_of
from octavo.site.paper.reading.telling import reader_of
from octavo.site.paper.shelf import rows_numbered
from octavo.site.readers.reading import saving
from octavo.site.readers.reading.models import Saved, Tagged
from octavo.site.readers.refusing import Refused

ON_A_PAGE = 50


@require_safe
def saved(request: HttpRequest) -> HttpResponse:
    """What is saved, or has a tag, the last first; with words of its headline or text."""
    return _page(request)


@require_POST
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a tag another name; one that another tag has makes one of the two."""
    try:
        named = saving.rename_tag(reader_of(request), pk, saving.name_of_tag(request.POST.get("name", "")))
    except Refused as error:
        return _page(request, pk, wrong=error_in_words(error))
    if named is None:
        raise Http404
    return back(request, "renamed", to=f"{reverse('saved')}?tag={named.pk}")


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a tag from everything that has it."""
    if not saving.remove_tag(reader_of(request), pk):
        raise Http404
    return back(request, "untagged", to=reverse("saved"))


def _page(request: HttpRequest, tag: int = 0, wrong: str = "") -> HttpResponse:
    tags = saving.tags_of(reader_of(request))
    tag = tag or number_of(request.GET.get("tag", ""))
    here = next((row for row, _ in tags if row.pk == tag), None)
    if tag and here is None:
        raise Http404
    words = words_of(request.GET.get("q", ""))
    kept: Any = Tagged.objects.filter(tag=here) if here else Saved.objects.filter(reader=reader_of(request))
    for word in words.split():
        kept = kept.filter(Q(article__headline__icontains=word) | Q(article__text__icontains=word))
    after = number_of(request.GET.get("after", ""))
    order = list((kept.filter(pk__lt=after) if after else kept).order_by("-pk").values_list("pk", "article")[: ON_A_PAGE + 1])
    shown = [article for _, article in order[:ON_A_PAGE]]
    rows = {row.pk: row for row in rows_numbered(shown)}
    return reading_page(request, "saved.html", {
        "here": "saved",
        "tags": [(row, articles, row == here) for row, articles in tags],
        "tag": here,
        "words": words,
        "rows": [rows[pk] for pk in shown if pk in rows],
        "end": order[ON_A_PAGE - 1][0] if len(order) > ON_A_PAGE else None,
        "later": bool(after),
        "marks": marks_of(request, (), shown),
        "saved": saving.saved_among(reader_of(request), shown) if here else frozenset(shown),
        "wrong": wrong,
    }, 400 if wrong else 200)
