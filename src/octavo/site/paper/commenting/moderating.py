"""What the owner and the moderators decide: the queue, approve, remove, put back, and who cannot comment for a while."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from octavo.site.numbers import number_of
from octavo.site.paper.commenting.forms import Removal, Silence
from octavo.site.paper.commenting.frame import comments_page, found, moderators_only, said_at, where_on
from octavo.site.paper.commenting.setting import shown
from octavo.site.paper.commenting.thread import around_of, viewing
from octavo.site.paper.commenting.writing import one
from octavo.site.readers.comments import moderating, standing
from octavo.site.readers.comments.models import Comment, Commenter
from octavo.site.readers.comments.names import name_of
from octavo.site.readers.comments.standing import FOR_EVER
from octavo.site.readers.models import User


@require_safe
@moderators_only
def queue(request: HttpRequest) -> HttpResponse:
    """What waits: held comments and reported ones, with a form each. A fixed number of queries."""
    waiting = moderating.queue()
    rows = [each.comment for each in waiting]
    around = around_of(rows, viewing(request))
    return comments_page(request, "queue.html", {
        "viewer": around.viewer,
        "all": moderating.waiting(),
        "waiting": [
            (shown(each.comment, around), [(name_of(reader), reason) for reader, reason in each.reports]) for each in waiting
        ],
    })


@require_POST
@moderators_only
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a comment that waits; of one that is reported, let it stand."""
    return _decided(request, pk, "approve", "approved")


@require_POST
@moderators_only
def put_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a comment again that was removed, unless it was emptied."""
    return _decided(request, pk, "put-back", "put-back")


@require_http_methods(["GET", "HEAD", "POST"])
@moderators_only
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason, then take a comment out; its place says why."""
    row = found(pk)
    if request.method != "POST":
        return comments_page(request, "remove.html", {"form": Removal(), "back_to": request.GET.get("back", ""), **one(request, row)})
    form = Removal(request.POST)
    if not form.is_valid():
        return comments_page(request, "remove.html", {"form": form, "back_to": request.POST.get("back", ""), **one(request, row)}, 400)
    return _decided(request, pk, "remove", "removed", why=form.cleaned_data["reason"], wipe=form.cleaned_data["wipe"])


@require_http_methods(["GET", "HEAD", "POST"])
@where_on
@moderators_only
def silence(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a reader write no comments for a while, or for ever."""
    reader = _theirs_to_silence(request, pk)
    form = Silence(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        days = int(form.cleaned_data["days"])
        standing.silence(reader, timezone.now() + timedelta(days=days) if days else FOR_EVER, form.cleaned_data["reason"])
        return _to_queue("silenced")
    return comments_page(request, "silence.html", {"form": form, "reader": reader, "name": name_of(reader)}, 400 if form.errors else 200)


@require_POST
@moderators_only
def unsilence(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a reader comment again."""
    reader = _theirs_to_silence(request, pk)
    standing.silence(reader, None, "")
    if viewing(request).owner:
        return HttpResponseRedirect(f"{reverse('settings-comments')}?said=unsilenced")
    return _to_queue("unsilenced")


def _theirs_to_silence(request: HttpRequest, pk: int) -> User:
    """The reader of that number. Moderators are the owner's to silence and to let comment again, and the owner nobody's."""
    reader = get_object_or_404(User, pk=pk)
    if reader.is_superuser or (not viewing(request).owner and Commenter.objects.filter(pk=pk, moderator=True).exists()):
        raise PermissionDenied
    return reader


def _decided(request: HttpRequest, pk: int, deed: moderating.Deed, said: str, **more: Any) -> HttpResponse:
    moderator: Any = request.user
    row = _existing(pk)
    made = moderating.decide(deed, moderator, pk, timezone.now(), number_of(request.POST.get("seen", "")), **more)
    return said_at(made or row, said if made else "overtaken", request)


def _existing(pk: int) -> Comment:
    row = found(pk)
    if row.thread_id is None:
        raise Http404
    return row


def _to_queue(said: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('comment-queue')}?said={said}")
