"""What the pages of comments have in common: who may be there, and where a form leads to."""

from __future__ import annotations

from functools import wraps
from typing import Any, ParamSpec

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from octavo.site.library.specimens import specimen_shown
from octavo.site.paper.commenting.thread import clock, viewing
from octavo.site.paper.commenting.words import NOTES
from octavo.site.paper.mishaps import signed_out, typed_in
from octavo.site.paper.owner import View, allowed
from octavo.site.paper.press import front_for
from octavo.site.paper.rendering import render_page
from octavo.site.paper.way_back import way_back
from octavo.site.readers.comments import asking
from octavo.site.readers.comments.models import Comment
from octavo.site.readers.comments.standing import comments_on
from octavo.site.readers.comments.threading import page_with, pages

P = ParamSpec("P")


def where_on(view: View[P]) -> View[P]:
    """A view that is there while there are comments in this paper; else the page says that there are none."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not comments_on():
            return comments_page(request, "off.html", {}, 404)
        return view(request, *args, **kwargs)

    return guarded


def moderators_only(view: View[P]) -> View[P]:
    """A view for those who decide about comments; others get 403."""
    return allowed(view, lambda request: viewing(request).moderates)


def typed_is_kept(view: View[P]) -> View[P]:
    """A view for readers, which gives back what was typed to one whose sign-in ran out meanwhile."""

    @login_not_required
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        return signed_out(request) if typed_in(request) else redirect_to_login(request.get_full_path(), reverse("sign-in"))

    return guarded


def comments_page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """One of the pages of comments."""
    specimen = specimen_shown()
    return render_page(request, f"paper/commenting/{template}", specimen, front_for(request, specimen).edition, {
        "here": "comments",
        "now": clock(request),
        "note": NOTES.get(request.GET.get("said", ""), ""),
        **context,
    }, status=status)


def found(number: int) -> Comment:
    """The comment of that number; raises Http404."""
    row = asking.numbered(number)
    if row is None:
        raise Http404
    return row


def said_at(row: Comment, said: str, request: HttpRequest | None = None) -> HttpResponseRedirect:
    """To the place of a comment, where what was done is said; or back to the page of the paper that the form names ("back")."""
    wanted = request.POST.get("back", "") if request else ""
    return way_back(wanted, address_of(row), {"said": said, "of": row.pk})


def address_of(row: Comment) -> str:
    """Where a comment stands: on the page of its article or story, or on a later page of the comments there. At most four queries."""
    if row.article_id:
        view, every, on, sizes = "article", "comments-on-article", row.article_id, asking.threads_of_article(row.article_id)
    else:
        view, every, on, sizes = "story", "comments-on-story", row.story_id or 0, asking.threads_of_story(row.story_id or 0)
    page = page_with(pages(sizes), row.thread_id or 0, asking.before_in_thread(row))
    return f"{reverse(every, args=[on])}?page={page}#comment-{row.pk}" if page > 1 else f"{reverse(view, args=[on])}#comment-{row.pk}"
