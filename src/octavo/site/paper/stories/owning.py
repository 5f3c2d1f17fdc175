"""What the owner decides about stories: two are one, articles are a story of their own or of another, and back. Each is asked first."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from octavo.errors import LibraryError
from octavo.site.library import choosing
from octavo.site.library.models import Place, Story
from octavo.site.numbers import number_of, words_of
from octavo.site.paper.notes import done
from octavo.site.paper.owner import owner_only
from octavo.site.paper.shelf import rows_chosen, rows_of_story
from octavo.site.paper.stories import seeking
from octavo.site.paper.stories.frame import found, stories_page

OFFERED = 300
"""So many articles stand to choose from, the newest."""


@require_http_methods(["GET", "HEAD", "POST"])
@owner_only
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the story that is the same, ask whether it is meant, then merge that one into this."""
    shown = found(pk)
    other = number_of((request.POST or request.GET).get("with", ""))
    if request.method == "POST":
        return _decide(pk, "stories-merged", lambda: choosing.merge_stories(other, pk, timezone.now()))
    if not shown.size:
        return _gone(pk)
    return _choose(request, pk, "merge.html", other, {"story": _line(pk)})


@require_safe
@owner_only
def sort(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick the articles that are not about this story."""
    shown = found(pk)
    newest, ticked = rows_of_story(pk, OFFERED), _ticked(request.GET)
    if not newest:
        return _gone(pk)
    offered = {row.pk for row in newest}
    # The page of an old article of a large story leads here with that article ticked.
    rows = (*newest, *(row for row in rows_chosen(pk, ticked) if row.pk not in offered)) if ticked else newest
    return stories_page(request, "sort.html", shown.specimen, {
        "story": _line(pk), "rows": rows, "newest": len(newest), "rest": shown.size > len(rows), "ticked": ticked,
    })


@require_http_methods(["GET", "HEAD", "POST"])
@owner_only
def split(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether the ticked articles are a story of their own, then make them one."""
    shown = found(pk)
    ticked = _ticked(request.POST or request.GET)
    if request.method == "POST":
        return _decide(pk, "stories-split", lambda: choosing.split_story(pk, ticked, timezone.now()), ticked)
    rows = rows_chosen(pk, ticked)
    if not rows:
        return _unticked(shown)
    return stories_page(request, "split.html", shown.specimen, {"story": _line(pk), "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@owner_only
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the story to which the ticked articles belong, ask whether it is meant, then move them there."""
    shown = found(pk)
    ticked = _ticked(request.POST or request.GET)
    to = number_of((request.POST or request.GET).get("with", ""))
    if request.method == "POST":
        return _decide(pk, "stories-moved", lambda: choosing.move_articles(ticked, to, timezone.now()), ticked)
    rows = rows_chosen(pk, ticked)
    if not rows:
        return _unticked(shown)
    return _choose(request, pk, "move.html", to, {"story": _line(pk), "rows": rows})


@require_POST
@owner_only
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back one thing that was decided about this story."""
    found(pk)
    choice = number_of(request.POST.get("choice", ""))
    if choice not in [row.pk for row in choosing.choices_about(pk)]:
        return done("stories-undecided", "story", pk)
    choosing.undo_choice(choice)
    return done("stories-undone", "story", pk)


def _choose(request: HttpRequest, pk: int, template: str, other: int, context: dict[str, object]) -> HttpResponse:
    """The page on which another story is sought, or, where one is chosen, whether it is meant."""
    shown = found(pk)
    if other == pk:
        other = 0
    if other:
        get_object_or_404(type(shown), pk=other, specimen=shown.specimen, size__gt=0)
    words = words_of(request.GET.get("q", ""))
    return stories_page(request, template, shown.specimen, {
        "other": _line(other) if other else None,
        "words": words,
        "lines": [] if other else seeking.like(shown, words),
        **context,
    })


def _decide(pk: int, name: str, decide: Callable[[], int], articles: Iterable[int] = ()) -> HttpResponseRedirect:
    """Have it done, and go to where the articles are then; where it cannot be done, say so on the story's page."""
    try:
        decide()
    except LibraryError:
        return done("stories-undecided", "story", pk)
    went = Place.objects.filter(pk__in=list(articles)).values_list("story", flat=True).first()
    return done(name, "story", went or pk)


def _gone(pk: int) -> HttpResponseRedirect:
    """To where the articles of a story are that has none left: the page that asks about it is an old one."""
    return done("stories-undecided", "story", pk)


def _unticked(shown: Story) -> HttpResponseRedirect:
    return done("stories-unticked", "sort-story", shown.pk) if shown.size else _gone(shown.pk)


def _line(pk: int) -> seeking.Line | None:
    return next(iter(seeking.lines([pk])), None)


def _ticked(parameters: QueryDict) -> set[int]:
    return {number for said in parameters.getlist("article") if (number := number_of(said))}
