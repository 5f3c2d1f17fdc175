"""Writing a comment: on an article, on a story, in answer to another; and choosing the line that it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from octavo.site.library.models import Article, Story
from octavo.site.library.story_counts import live
from octavo.site.numbers import number_of
from octavo.site.paper.commenting.forms import Write
from octavo.site.paper.commenting.frame import address_of, comments_page, found, said_at, typed_is_kept, where_on
from octavo.site.paper.commenting.setting import shown
from octavo.site.paper.commenting.thread import around_of, on_article, on_story, viewing
from octavo.site.paper.commenting.words import refusal
from octavo.site.paper.words import sentences_in
from octavo.site.readers.comments import anchoring
from octavo.site.readers.comments.judging import Refuse
from octavo.site.readers.comments.models import Comment, Commenter
from octavo.site.readers.comments.posting import On, Quoted, post
from octavo.site.readers.comments.standing import rules_of_paper, tell_from_now
from octavo.site.readers.finding import span_of

LINES = 400
"""Sentences of an article that stand to choose from."""

_State = Comment.State


@require_http_methods(["GET", "HEAD", "POST"])
@typed_is_kept
@where_on
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """All comments on an article, a page at a time, and the form."""
    shown_on = get_object_or_404(Article.objects.select_related("publisher"), pk=pk)
    form = Write(request.POST) if request.method == "POST" else Write(initial=_chosen(request, shown_on))
    made = _take(request, form, On(article=pk), shown_on)
    if isinstance(made, HttpResponse):
        return made
    status, wait = made
    thread = on_article(request, shown_on, _page(request), form)
    return _answered(comments_page(request, "page.html", {
        "thread": thread, "on": shown_on, "on_address": reverse("article", args=[pk]), "lines": reverse("comment-lines", args=[pk]),
    }, status), wait)


@require_http_methods(["GET", "HEAD", "POST"])
@typed_is_kept
@where_on
def story(request: HttpRequest, pk: int) -> HttpResponse:
    """All comments on a story and its articles, a page at a time, and the form."""
    to = live(pk)
    if to is not None and to != pk and request.method != "POST":
        return HttpResponseRedirect(reverse("comments-on-story", args=[to]))
    shown_on = get_object_or_404(Story.objects.select_related("lead"), pk=to or pk)
    form = Write(request.POST if request.method == "POST" else None, quoting=False)
    made = _take(request, form, On(story=shown_on.pk))
    if isinstance(made, HttpResponse):
        return made
    status, wait = made
    return _answered(comments_page(request, "page.html", {
        "thread": on_story(request, shown_on.pk, _page(request), form), "on": shown_on.lead,
        "on_address": reverse("story", args=[shown_on.pk]),
    }, status), wait)


@require_http_methods(["GET", "HEAD", "POST"])
@typed_is_kept
@where_on
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer a comment. One that is taken out while somebody answers it keeps the answer in its place."""
    parent = found(pk)
    if request.method != "POST" and parent.state != _State.PUBLISHED:
        return HttpResponseRedirect(address_of(parent))
    form = Write(request.POST if request.method == "POST" else None, quoting=False)
    made = _take(request, form, On(parent.article_id, parent.story_id, parent))
    if isinstance(made, HttpResponse):
        return made
    status, wait = made
    return _answered(comments_page(request, "answer.html", {"form": form, **one(request, parent)}, status), wait)


@require_safe
@where_on
def lines(request: HttpRequest, pk: int) -> HttpResponse:
    """The sentences of an article, each the way to a comment on it: how a line is chosen without a script."""
    shown_on = get_object_or_404(Article.objects.select_related("publisher", "analysis"), pk=pk)
    return comments_page(request, "lines.html", {
        "on": shown_on,
        "sentences": [(start, shown_on.text[start:end]) for start, end in _sentences(shown_on)[:LINES]],
        "on_address": reverse("comments-on-article", args=[pk]),
    })


@require_safe
@where_on
def place(_request: HttpRequest, pk: int) -> HttpResponse:
    """A comment's own address: leads to its place."""
    return HttpResponseRedirect(address_of(found(pk)))


def one(request: HttpRequest, row: Comment) -> dict[str, Any]:
    """A comment by itself, above a form that is about it. At most three queries."""
    who = viewing(request)
    return {"comment": shown(row, around_of([row], who)), "viewer": who, "back": address_of(row)}


def _take(request: HttpRequest, form: Write, on: On, about: Article | None = None) -> HttpResponse | tuple[int, int | None]:
    """Keep what was sent, and go to its place; or the status of the page with the form, which says why not, and how long to wait."""
    if request.method != "POST":
        return 200, None
    if not form.is_valid():
        return 400, None
    quoted = _quoted(form, about) if about else Quoted()
    if quoted is None:
        return 400, None
    # The view is behind the sign-in: who asks is a reader.
    reader: Any = request.user
    made = post(reader, on, form.cleaned_data["text"], quoted, rules_of_paper(), timezone.now())
    if isinstance(made, Refuse):
        why = Commenter.objects.filter(pk=reader.pk).values_list("why", flat=True).first() if made.reason == "silenced" else ""
        form.refuse("text", refusal(made, why or ""))
        return (429 if made.reason in ("minute", "day") else 403 if made.reason == "silenced" else 400), made.seconds
    tell_from_now(request)
    if made.state == _State.HELD:
        return said_at(made, "held")
    gone = on.parent is not None and not Comment.objects.filter(pk=on.parent.pk, state=_State.PUBLISHED).exists()
    return said_at(made, "parent-gone" if gone else "published")


def _quoted(form: Write, about: Article) -> Quoted | None:
    """The words that are quoted, as the article has them; None where it does not, and the form says so."""
    said = form.cleaned_data["quote"]
    if not said:
        return Quoted()
    span = span_of(about.text, said, number_of(form.cleaned_data.get("near", "")))
    if span is None:
        form.refuse("quote", gettext("The article does not say that. Copy the words as they stand there, or leave the line empty."))
    elif not anchoring.within(span, about.paragraphs):
        form.refuse("quote", gettext("That reaches over more than one paragraph. Quote words of one."))
    else:
        return Quoted(about.text[span[0] : span[1]], span[0])
    return None


def _chosen(request: HttpRequest, about: Article) -> dict[str, Any]:
    """The line that was chosen on the page of lines, by where it begins."""
    start = number_of(request.GET.get("line", ""))
    sentence = next((span for span in _sentences(about) if span[0] == start), None) if "line" in request.GET else None
    return {"quote": about.text[sentence[0] : sentence[1]][: anchoring.QUOTE], "near": str(start)} if sentence else {}


def _sentences(about: Article) -> Sequence[tuple[int, int]]:
    known = getattr(getattr(about, "analysis", None), "sentences", None)
    if known:
        return [(start, end) for start, end in known]
    return [span for _, start, end in about.paragraphs for span in sentences_in(about.text, start, end)]


def _page(request: HttpRequest) -> int:
    return number_of(request.GET.get("page", "")) or 1


def _answered(response: HttpResponse, wait: int | None) -> HttpResponse:
    if wait:
        response["Retry-After"] = str(wait)
    return response
