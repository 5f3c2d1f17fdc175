"""Whether there are comments, and how readers stand in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Q, Subquery
from django.http import HttpRequest

from octavo.site.library.models import PaperSetting
from octavo.site.library.paper_settings import settings_from, settings_of
from octavo.site.library.writing import explaining, writing
from octavo.site.readers.comments.judging import Standing
from octavo.site.readers.comments.models import Comment, Commenter
from octavo.site.readers.comments.rules import ROOM, Rules, are_on
from octavo.site.readers.models import User

COMMENTED = "commented"
"""Stands in the session of a reader who has commented, or decides about comments: others are not asked about in the library with every
page."""

FOR_EVER = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks at comments: the number of a reader, None for one who has not signed in, and what they may do."""

    pk: int | None = None
    owner: bool = False
    moderator: bool = False

    @property
    def moderates(self) -> bool:
        """Whether they decide about others' comments."""
        return self.owner or self.moderator


@explaining()
def rules_of_paper() -> Rules:
    """What the owner has set. One query."""
    return settings_of(ROOM, Rules)


@explaining()
def comments_on() -> bool:
    """Whether readers may comment. One query: it is asked for every article and story."""
    kept = PaperSetting.objects.filter(pk=ROOM).values("value")
    readers = list(User.objects.filter(is_active=True).annotate(kept=Subquery(kept)).values_list("kept", flat=True)[:2])
    return are_on(settings_from(readers[0] or {} if readers else {}, Rules), len(readers))


@explaining()
def viewer(reader: User | None) -> Viewer:
    """How a reader, who may not have signed in, looks at comments. At most one query."""
    if reader is None or not reader.pk or not reader.is_active:
        return Viewer()
    if reader.is_superuser:
        return Viewer(reader.pk, owner=True)
    return Viewer(reader.pk, moderator=Commenter.objects.filter(pk=reader.pk, moderator=True).exists())


def standing_of(reader: User, rules: Rules, now: datetime) -> Standing:
    """How the writer of a comment stands. Three queries."""
    row = Commenter.objects.filter(pk=reader.pk).first()
    own = Comment.objects.filter(writer=reader)
    return Standing(
        trusted=reader.is_superuser or bool(row and row.moderator),
        published=len(own.filter(state=Comment.State.PUBLISHED).values_list("pk")[: max(1, rules.known_after)]),
        written=list(own.filter(made__gt=now - timedelta(days=1)).order_by("-made").values_list("made", flat=True)[: rules.per_day + 1]),
        silenced=row.silenced if row else None,
    )


def tell_from_now(request: HttpRequest) -> None:
    """The footer of every page of this session tells from now on what waits for its reader."""
    if not request.session.get(COMMENTED):
        request.session[COMMENTED] = True


def remember(request: HttpRequest, user: User, **_: Any) -> None:
    """Whoever signs in and has ever commented: their session says so. One query."""
    if Commenter.objects.filter(pk=user.pk).exists():
        tell_from_now(request)


def set_moderator(reader: User, moderator: bool) -> None:
    """Make a reader a moderator, or no longer one."""
    with writing():
        Commenter.objects.update_or_create(reader=reader, defaults={"moderator": moderator})


def silence(reader: User, until: datetime | None, why: str) -> None:
    """Let a reader write no comments until then; None ends it."""
    with writing():
        Commenter.objects.update_or_create(reader=reader, defaults={"silenced": until, "why": why if until else ""})


@explaining()
def noted(now: datetime) -> list[Commenter]:
    """The moderators, and those who are silenced, by name. One query."""
    found = Commenter.objects.filter(Q(moderator=True) | Q(silenced__gt=now))
    return list(found.select_related("reader").order_by("reader__username")[:500])
