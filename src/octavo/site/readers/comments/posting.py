"""Writing, editing and deleting a comment. Each is one transaction that no other writer runs beside: what stands then decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F

from octavo.site.library.keeping_articles import keep
from octavo.site.library.models import Story
from octavo.site.library.writing import writing
from octavo.site.readers.comments.emptying import empty_deleted, let_go_of
from octavo.site.readers.comments.judging import Hold, Publish, Refuse, judge
from octavo.site.readers.comments.markdown import RENDERER, rendered
from octavo.site.readers.comments.models import Comment, Commenter, EarlierText
from octavo.site.readers.comments.rules import Rules
from octavo.site.readers.comments.standing import standing_of
from octavo.site.readers.comments.threading import path_below
from octavo.site.readers.models import User

TWICE = timedelta(minutes=10)
"""The same text by the same reader in the same place within so long is one comment that was sent twice."""

GRACE = timedelta(minutes=5)
"""A comment that nobody has answered or reported may become another so long, without a mark."""

KEPT_BY = "comments"
"""Why an article with comments stays in the library."""


@dataclass(frozen=True, slots=True)
class On:
    """What a comment is on: an article or a story, by number; `parent`: the comment there that it answers."""

    article: int | None = None
    story: int | None = None
    parent: Comment | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of the article that it is about, and where they begin."""

    quote: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Overtaken:
    """It could not be done: the comment is not any more as it was seen. It stands as `comment` is now."""

    comment: Comment


def post(reader: User, on: On, text: str, quoted: Quoted, rules: Rules, now: datetime) -> Comment | Refuse:
    """Keep a comment, cleaned, if it may be kept; the one that is there already where it is sent twice."""
    with writing():
        if twin := _twin(reader, on, text, now):
            return twin
        verdict = judge(text, standing_of(reader, rules, now), rules, now)
        if isinstance(verdict, Refuse):
            return verdict
        # Read again: its answers' place is where it stands now.
        parent = Comment.objects.get(pk=on.parent.pk) if on.parent else None
        made = Comment(
            writer=reader, article_id=on.article, story_id=on.story, parent=parent, text=text, html=rendered(text), renderer=RENDERER,
            made=now, quote=quoted.quote, start=quoted.start, **_state(verdict),
        )
        if parent and parent.writer_id != reader.pk:
            made.answered_id = parent.writer_id
        made.save()
        made.thread_id = parent.thread_id if parent else made.pk
        made.path = path_below(parent.path if parent else "", made.pk)
        made.save(update_fields=["thread", "path"])
        if parent:
            Comment.objects.filter(pk=parent.thread_id or parent.pk).update(size=F("size") + 1)
        Commenter.objects.get_or_create(reader=reader)
        Commenter.objects.filter(reader=reader, looked=None).update(looked=now)
        _keep(made)
    return made


def edit(reader: User, number: int, text: str, seen: int, rules: Rules, now: datetime) -> Comment | Refuse | Overtaken:
    """Let a comment of the reader's say something else. `seen`: how often it had been edited when they began; the comment must exist."""
    with writing():
        row = Comment.objects.get(pk=number, writer=reader)
        if row.state not in (Comment.State.PUBLISHED, Comment.State.HELD) or (row.edits != seen and row.text != text):
            return Overtaken(row)
        if row.text == text:
            return row
        verdict = judge(text, standing_of(reader, rules, now), rules, now, edit=True)
        if isinstance(verdict, Refuse):
            return verdict
        if now > row.made + GRACE or row.edited or _looked_at(row):
            EarlierText.objects.create(comment=row, text=row.text, until=now)
            row.edited = now
        row.text, row.html, row.renderer, row.edits = text, rendered(text), RENDERER, row.edits + 1
        if isinstance(verdict, Hold) and not (verdict.reason == "first" and row.state == Comment.State.PUBLISHED):
            row.state, row.why = Comment.State.HELD, _why(verdict)
        row.save(update_fields=["text", "html", "renderer", "edits", "edited", "state", "why"])
    return row


def delete(reader: User, number: int) -> Comment:
    """Take the text out of a comment of the reader's, which must exist; its place in the thread stays."""
    with writing():
        row = Comment.objects.get(pk=number, writer=reader)
        if row.state != Comment.State.DELETED:
            row.state = Comment.State.DELETED
            row.save(update_fields=["state"])
        empty_deleted([row.pk])
        let_go_of(row.article_id, row.story_id, KEPT_BY)
    return Comment.objects.get(pk=number)


def _twin(reader: User, on: On, text: str, now: datetime) -> Comment | None:
    lately = Comment.objects.filter(writer=reader, made__gt=now - TWICE, article=on.article, story=on.story, parent=on.parent)
    return next((row for row in lately.order_by("-pk") if row.text == text and row.state != Comment.State.DELETED), None)


def _state(verdict: Publish | Hold) -> dict[str, str]:
    if isinstance(verdict, Hold):
        return {"state": Comment.State.HELD, "why": _why(verdict)}
    return {"state": Comment.State.PUBLISHED, "why": ""}


def _why(verdict: Hold) -> str:
    return f"{verdict.reason}:{verdict.detail}"[:300]


def _looked_at(row: Comment) -> bool:
    """Whether somebody may have answered to what it says now."""
    return Comment.objects.filter(parent=row).exists() or row.reports.exists()


def _keep(made: Comment) -> None:
    article = made.article_id or Story.objects.filter(pk=made.story_id or 0).values_list("lead", flat=True).first()
    if article:
        keep(article, KEPT_BY if made.article_id else f"{KEPT_BY}:{made.story_id}")
