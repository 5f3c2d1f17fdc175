"""What readers report, and what the owner and the moderators decide. Each is one transaction that no other writer runs beside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db.models import Q

from octavo.site.library.writing import explaining, writing
from octavo.site.readers.comments.emptying import empty, empty_deleted
from octavo.site.readers.comments.models import Comment, Report
from octavo.site.readers.models import User

QUEUE = 50
"""Comments that the queue shows at once, those that wait longest."""

Deed = Literal["approve", "remove", "put-back"]
Reported = Literal["reported", "reported-before", "overtaken"]
_State = Comment.State
_FROM: dict[Deed, tuple[str, ...]] = {
    "approve": (_State.PUBLISHED, _State.HELD, _State.DELETED),
    "remove": (_State.PUBLISHED, _State.HELD),
    "put-back": (_State.REMOVED,),
}
"""In which state a comment must be for something to be decided about it. A deleted one is approved only to settle its reports."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A comment that a moderator is to look at, and what readers say is amiss with it: (reader, reason) each."""

    comment: Comment
    reports: tuple[tuple[User, str], ...]


def report(reader: User, comment: int, reason: str, now: datetime) -> Reported:
    """Report a comment, which must exist; nothing is changed where this reader has already ("reported-before"), or where it is deleted,
    removed or held meanwhile ("overtaken"). One that was let stand and says something else since may be reported again."""
    with writing():
        if Comment.objects.get(pk=comment).state != _State.PUBLISHED:
            return "overtaken"
        row, new = Report.objects.get_or_create(comment_id=comment, reader=reader, defaults={"reason": reason, "made": now})
        if not new and row.settled and Comment.objects.filter(pk=comment, edited__gt=row.settled).exists():
            row.reason, row.made, row.settled, new = reason, now, None, True
            row.save(update_fields=["reason", "made", "settled"])
    return "reported" if new else "reported-before"


def decide(deed: Deed, moderator: User, comment: int, now: datetime, seen: int, why: str = "", wipe: bool = False) -> Comment | None:
    """Do it; the reports of the comment, which must exist, are settled by it. `seen`: how often it had been edited when it was looked at.

    None where it is not as it was seen: edited, deleted or emptied since, or decided by another moderator. `wipe`: empty it as well.
    """
    with writing():
        row = Comment.objects.get(pk=comment)
        if row.state not in _FROM[deed] or (row.edits != seen and deed != "remove") or (deed == "put-back" and not row.text):
            return None
        if row.state != _State.DELETED:
            row.state = _State.REMOVED if deed == "remove" else _State.PUBLISHED
            row.why, row.by = why if deed == "remove" else "", moderator
            row.save(update_fields=["state", "why", "by"])
        row.reports.filter(settled=None).update(settled=now)
        if wipe and deed == "remove":
            empty([row.pk])
        empty_deleted([row.pk])
    return row


@explaining()
def queue() -> tuple[Waiting, ...]:
    """What waits: comments that are held or reported, oldest first. Three queries."""
    reported = Report.objects.filter(settled=None).order_by("comment").values_list("comment", flat=True).distinct()
    held = Comment.objects.filter(state=_State.HELD).order_by("pk").values_list("pk", flat=True)
    numbers = sorted({*held[:QUEUE], *reported[:QUEUE]})[:QUEUE]
    rows = Comment.objects.filter(pk__in=numbers).select_related("writer", "answered").order_by("pk")
    said = _reports(numbers)
    return tuple(Waiting(row, said.get(row.pk, ())) for row in rows)


@explaining()
def waiting(most: int = 1000) -> int:
    """How many comments wait, `most` where it is as many or more. One query."""
    return Comment.objects.filter(Q(state=_State.HELD) | Q(pk__in=Report.objects.filter(settled=None).values("comment")))[:most].count()


def _reports(comments: Iterable[int]) -> dict[int, tuple[tuple[User, str], ...]]:
    told: dict[int, tuple[tuple[User, str], ...]] = {}
    rows = Report.objects.filter(comment__in=list(comments), settled=None).select_related("reader").order_by("pk")
    for row in rows[: QUEUE * 10]:
        told[row.comment_id] = (*told.get(row.comment_id, ()), (row.reader, row.reason))
    return told
