"""Making briefs here and now."""

from __future__ import annotations

import threading
from datetime import datetime

MAKER = "tests"


def make_all(worker: str = "tests", now: datetime | None = None, maker: str = MAKER) -> int:
    """Make the briefs of all stories whose turn it is; returns how many were looked at."""
    from django.utils import timezone

    from octavo.site.desk.briefing.making import make_some
    from octavo.site.desk.leases import BRIEFING

    assert BRIEFING.take(worker, timezone.now())
    done = 0
    while some := make_some(worker, maker, now or timezone.now(), threading.Event()):
        done += some
    BRIEFING.let_go(worker)
    return done


def kept() -> dict[int, dict[str, object]]:
    """What the library has of each story's brief, by the story's number."""
    from octavo.site.library.models import StoryBrief

    columns = ("mark", "maker", "made", "brief", "first", "fresh", "problem", "waiting", "attempts")
    return {story: dict(zip(columns, row, strict=True)) for story, *row in StoryBrief.objects.values_list("story", *columns)}
