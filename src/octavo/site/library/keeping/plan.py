"""How long things stay, as the owner sets it, and what that comes to at a time. Pure."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime, timedelta

ROOM = "keeping"
"""The settings' name, see `octavo.site.library.paper_settings`."""
YOUNGEST = timedelta(days=7)
"""What is younger stays whatever the limit on the disk is: a paper without its last week is none."""
LONGEST = 36_500
"""Days."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What the owner set: days that pages as they were fetched stay, days that articles stay, megabytes that all may take; 0: no end."""

    page_days: int = 0
    article_days: int = 0
    most_mb: int = 0


@dataclass(frozen=True, slots=True)
class Ends:
    """Pages fetched before, articles published and fetched before; None: none of them goes."""

    pages: datetime | None
    articles: datetime | None

    def __bool__(self) -> bool:
        return bool(self.pages or self.articles)


def ends(keeping: Keeping, now: datetime) -> Ends:
    """What goes by its age. The pages of articles that are gone go with them."""
    pages, articles = _before(keeping.page_days, now), _before(keeping.article_days, now)
    return Ends(max(filter(None, (pages, articles)), default=None), articles)


def _before(days: int, now: datetime) -> datetime | None:
    return now - timedelta(days=min(days, LONGEST)) if days > 0 else None


def fewer(wanted: Keeping, kept: Keeping) -> bool:
    """Whether something could go by `wanted` that stays by `kept`."""
    return any(getattr(wanted, each.name) and _less(getattr(wanted, each.name), getattr(kept, each.name)) for each in fields(Keeping))


def _less(wanted: int, kept: int) -> bool:
    return not kept or wanted < kept
