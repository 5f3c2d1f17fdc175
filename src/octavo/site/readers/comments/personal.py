"""What a reader takes along, and what is left of one who leaves."""

from __future__ import annotations

from typing import Any

from octavo.site.library.writing import explaining, writing
from octavo.site.readers.comments.emptying import empty, empty_deleted, let_go_of
from octavo.site.readers.comments.models import Comment, Commenter, EarlierText, Report
from octavo.site.readers.comments.posting import KEPT_BY
from octavo.site.readers.models import User


@explaining()
def taken_along(reader: User) -> dict[str, Any]:
    """A reader's comments with their earlier texts, and what they reported, as JSON has it. Three queries."""
    earlier: dict[int, list[dict[str, str]]] = {}
    for comment, text, until in EarlierText.objects.filter(comment__writer=reader).order_by("pk").values_list("comment", "text", "until"):
        earlier.setdefault(comment, []).append({"text": text, "until": until.isoformat()})
    comments = [
        {
            "number": row.pk, "article": row.article_id, "story": row.story_id, "answers": row.parent_id, "state": row.state,
            "made": row.made.isoformat(), "edited": row.edited.isoformat() if row.edited else None, "quote": row.quote, "text": row.text,
            "earlier": earlier.get(row.pk, []),
        }
        for row in Comment.objects.filter(writer=reader).order_by("pk").iterator()
    ]
    reports = Report.objects.filter(reader=reader).order_by("pk").values_list("comment", "reason", "made")
    return {
        "comments": comments,
        "reports": [{"comment": comment, "reason": reason, "made": made.isoformat()} for comment, reason, made in reports],
    }


def erase(reader: User) -> None:
    """Empty everything that a reader wrote here, under report or not, and take their name from it; the threads stay whole."""
    with writing():
        own = Comment.objects.filter(writer=reader)
        numbers, places = [], set()
        for pk, article, story in own.values_list("pk", "article", "story"):
            numbers.append(pk)
            places.add((article, story))
        empty(numbers)
        own.update(state=Comment.State.DELETED, writer=None, why="")
        Comment.objects.filter(answered=reader).update(answered=None)
        Report.objects.filter(comment__in=numbers, settled=None).delete()
        reported = list(Report.objects.filter(reader=reader).values_list("comment", flat=True))
        Report.objects.filter(reader=reader).delete()
        empty_deleted(reported)
        Commenter.objects.filter(pk=reader.pk).delete()
        for article, story in places:
            let_go_of(article, story, KEPT_BY)
