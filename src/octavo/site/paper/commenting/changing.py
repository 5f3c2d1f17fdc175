"""What a reader does with a comment of theirs: edits it, deletes it; and what anybody sees of its earlier texts."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from octavo.site.numbers import number_of
from octavo.site.paper.commenting.forms import Reason, Write
from octavo.site.paper.commenting.frame import address_of, comments_page, found, said_at, typed_is_kept, where_on
from octavo.site.paper.commenting.thread import viewing
from octavo.site.paper.commenting.words import refusal
from octavo.site.paper.commenting.writing import one
from octavo.site.readers.comments import moderating, posting
from octavo.site.readers.comments.judging import Refuse
from octavo.site.readers.comments.models import Comment
from octavo.site.readers.comments.posting import Overtaken
from octavo.site.readers.comments.standing import rules_of_paper

EARLIER = 50
"""Earlier texts that are shown, the newest."""

_State = Comment.State


@require_http_methods(["GET", "HEAD", "POST"])
@typed_is_kept
@where_on
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Let one's own comment say something else. What was typed is never lost: where it is not taken it stands in the form."""
    row = _own(request, pk)
    if request.method != "POST":
        if row.state not in (_State.PUBLISHED, _State.HELD):
            return HttpResponseRedirect(address_of(row))
        return _editing(request, row, Write(initial={"text": row.text}, quoting=False))
    form = Write(request.POST, quoting=False)
    if not form.is_valid():
        return _editing(request, row, form, 400)
    reader: Any = request.user
    made = posting.edit(reader, pk, form.cleaned_data["text"], number_of(request.POST.get("seen", "")), rules_of_paper(), timezone.now())
    if isinstance(made, Refuse):
        form.refuse("text", refusal(made))
        return _editing(request, row, form, 403 if made.reason == "silenced" else 400)
    if isinstance(made, Overtaken):
        form.refuse("text", _overtaken(made.comment))
        return _editing(request, made.comment, form, 409)
    return said_at(made, "edited-held" if made.state == _State.HELD else "edited")


@require_http_methods(["GET", "HEAD", "POST"])
@where_on
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether it is meant, then take one's own comment out."""
    row = _own(request, pk)
    if request.method != "POST":
        return comments_page(request, "delete.html", one(request, row))
    reader: Any = request.user
    gone = posting.delete(reader, pk)
    return said_at(gone, "deleted-reported" if gone.text else "deleted")


@require_safe
@where_on
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """What a comment said before: for all, while it is published; else for its writer and moderators."""
    row = found(pk)
    who = viewing(request)
    if row.state == _State.DELETED or (row.state != _State.PUBLISHED and row.writer_id != who.pk and not who.moderates):
        raise Http404
    return comments_page(request, "history.html", {**one(request, row), "earlier": row.earlier.order_by("-pk")[:EARLIER]})


@require_http_methods(["GET", "HEAD", "POST"])
@typed_is_kept
@where_on
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell the moderators what is amiss with another's comment."""
    row = found(pk)
    if row.state != _State.PUBLISHED or row.writer_id == request.user.pk:
        return said_at(row, "overtaken")
    if request.method != "POST":
        return comments_page(request, "report.html", {"form": Reason(), **one(request, row)})
    form = Reason(request.POST)
    if not form.is_valid():
        return comments_page(request, "report.html", {"form": form, **one(request, row)}, 400)
    reader: Any = request.user
    return said_at(row, moderating.report(reader, pk, form.cleaned_data["reason"], timezone.now()))


def _editing(request: HttpRequest, row: Comment, form: Write, status: int = 200) -> HttpResponse:
    return comments_page(request, "edit.html", {"form": form, **one(request, row)}, status)


def _own(request: HttpRequest, pk: int) -> Comment:
    """A comment of whoever asks; another's is 404."""
    row = found(pk)
    if row.writer_id is None or row.writer_id != request.user.pk:
        raise Http404
    return row


def _overtaken(now: Comment) -> str:
    if now.state == _State.REMOVED:
        return gettext("A moderator removed this comment while you were writing, and nothing was changed: %s") % now.why
    if now.state == _State.DELETED:
        return gettext("This comment is deleted, and nothing was changed.")
    return gettext("You changed this comment elsewhere meanwhile: above stands what it says now. Send yours again to replace it.")
