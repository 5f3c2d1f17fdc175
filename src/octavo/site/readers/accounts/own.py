"""What accounts add to what a reader takes along, and to what is done before they are erased."""

from __future__ import annotations

from typing import Any

from octavo.site.readers.accounts.erasing import before_erasing
from octavo.site.readers.accounts.exporting import exported
from octavo.site.readers.accounts.sessions import end_others
from octavo.site.readers.models import StoryVisit, User


def register() -> None:
    """Have a part in both."""
    exported("account", account_of)
    exported("visits", visits_of)
    before_erasing(end_sessions)


def account_of(reader: User) -> dict[str, Any]:
    """Who they are; no password, and nothing made of it."""
    return {
        "name": reader.username,
        "email": reader.email,
        "time_zone": reader.time_zone,
        "theme": reader.theme,
        "joined": reader.date_joined,
        "last_sign_in": reader.last_login,
    }


def visits_of(reader: User) -> list[dict[str, Any]]:
    """When they last looked at which story. One query."""
    return [dict(visit) for visit in StoryVisit.objects.filter(reader=reader).order_by("at").values("story", "at")]


def end_sessions(reader: User) -> None:
    """Nobody reads on as somebody who is gone."""
    end_others(reader, None)
