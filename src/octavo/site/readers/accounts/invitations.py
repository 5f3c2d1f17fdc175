"""Links by which one person each may join. The owner makes them, sees them while they hold, and takes them back.

The key in a link is made of the library's own secret, so that nobody finds it in a copy of the database.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.utils.crypto import constant_time_compare, salted_hmac

from octavo.site.library.writing import writing
from octavo.site.numbers import number_of
from octavo.site.readers.models import Invitation, User

HOLDS = timedelta(days=7)
"""How long a link holds."""

KEPT = timedelta(days=90)
"""How long one that was used or ran out stays in the list."""

MOST = 200
"""Invitations that hold at one time."""

State = Literal["open", "used", "expired", "unknown"]


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation as the owner sees it; `key` is "" where it holds no more, `used_by` the name of whoever joined by it."""

    pk: int
    whom: str
    key: str
    state: State
    expires: datetime
    used: datetime | None
    used_by: str


def invite(whom: str, now: datetime) -> Invitation | None:
    """Make one, for whom the owner says (a note to themselves); None where MOST hold already. What is long over is forgotten."""
    with writing():
        Invitation.objects.filter(expires__lt=now - KEPT).delete()
        if Invitation.objects.filter(used=None, expires__gt=now).count() >= MOST:
            return None
        return Invitation.objects.create(made=now, expires=now + HOLDS, whom=whom)


def revoke(pk: int) -> bool:
    """Take one back that nobody has used; False where there is none."""
    with writing():
        return Invitation.objects.filter(pk=pk, used=None).delete()[0] > 0


def invitations(now: datetime) -> Sequence[Invited]:
    """All that are not forgotten, the newest first. One query."""
    rows = Invitation.objects.select_related("used_by").order_by("-made", "-pk")[: 2 * MOST]
    return [
        Invited(
            row.pk, row.whom, key_of(row) if _state(row, now) == "open" else "", _state(row, now), row.expires, row.used,
            row.used_by.get_username() if row.used_by else "",
        )
        for row in rows
    ]


def find(key: str, now: datetime) -> tuple[Invitation | None, State]:
    """The invitation of that key and how it stands; a forged key is unknown. One query at most."""
    number = number_of(key.partition("-")[0])
    row = Invitation.objects.filter(pk=number).first() if number else None
    if row is None or not constant_time_compare(key, key_of(row)):
        return None, "unknown"
    return row, _state(row, now)


def claim(key: str, now: datetime) -> Invitation | None:
    """Use an invitation up, inside the transaction that makes its reader; None where it does not hold, or was used a moment ago."""
    row, state = find(key, now)
    if row is None or state != "open" or not Invitation.objects.filter(pk=row.pk, used=None).update(used=now):
        return None
    return row


def used_by(invitation: Invitation, reader: User) -> None:
    """Remember who joined by it."""
    Invitation.objects.filter(pk=invitation.pk).update(used_by=reader)


def key_of(row: Invitation) -> str:
    """The key of an invitation: its number, and 40 hexadecimal digits."""
    said = f"{row.pk}.{row.made.timestamp():.6f}"
    return f"{row.pk}-{salted_hmac('octavo.invitation', said, algorithm='sha256').hexdigest()[:40]}"


def _state(row: Invitation, now: datetime) -> State:
    if row.used is not None:
        return "used"
    return "open" if now < row.expires else "expired"
