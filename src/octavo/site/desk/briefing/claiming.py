"""The stories that wait for a brief: whose turn it is, and what becomes of one that breaks what works on it.

The rows of `octavo.site.library.models.StoryBrief` are the queue. One worker at a time takes from it (see `octavo.site.desk.leases`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, Subquery

from octavo.site.desk.leases import BRIEFING
from octavo.site.library.models import Analysis, Story, StoryBrief
from octavo.site.library.writing import explaining, writing

BATCH = 16
"""Stories that are taken at once."""
WINDOW = 500
"""Stories that are looked at to see whose turn it is: the newest of those that wait."""
PATIENCE = timedelta(minutes=5)
"""How long a story waits for its articles to be analysed, and for their texts to be compared; then it gets a brief without."""
LARGE, REST = 100, timedelta(minutes=1)
"""A story of so many articles gets a brief once in that time: it takes seconds, and something comes to it all the time."""
ATTEMPTS = 3
"""How often a story is taken whose worker breaks each time."""

_BROKE = "it breaks what makes its brief each time"


@explaining()
def waits(now: datetime) -> bool:
    """Whether there is a story whose turn it is."""
    return bool(_turn(now))


def claim(worker: str, now: datetime, maker: str) -> list[int]:
    """Some stories whose turn it is, the newest first, for that worker, which has the lease. Raises LeaseLost.

    One that a worker came to no end with before is taken alone, so that it is known for what it is; after ATTEMPTS it is given up.
    """
    turn = _turn(now)
    if not turn:
        return []
    given_up: list[int] = []
    chosen: list[int] = []
    for story, attempts in turn:
        if attempts >= ATTEMPTS:
            given_up.append(story)
        elif chosen and (attempts or len(chosen) == BATCH):
            break
        else:
            chosen.append(story)
            if attempts:
                break
    with writing():
        BRIEFING.hold(worker)
        if given_up:
            StoryBrief.objects.filter(story__in=given_up).update(
                waiting=None, asked=None, attempts=0, mark="", maker=maker, brief=None, first=None, texts={}, fresh=[], problem=_BROKE)
        StoryBrief.objects.filter(story__in=chosen).update(attempts=F("attempts") + 1)
    return chosen


def give_back(worker: str, stories: Sequence[int]) -> None:
    """Stories that were taken and not begun with, because the worker was told to stop: that does not count."""
    if stories:
        with writing():
            BRIEFING.hold(worker)
            StoryBrief.objects.filter(story__in=stories, attempts__gt=0).update(attempts=F("attempts") - 1)


@explaining()
def expect_all_of_other_makers(maker: str, now: datetime) -> None:
    """Have the briefs that another Octavo made made again, the newest stories first; until then they stay."""
    others = StoryBrief.objects.exclude(maker=maker).filter(waiting__isnull=True)
    if others.exists():
        last = Story.objects.filter(pk=OuterRef("pk")).values("last")
        with writing():
            others.update(waiting=Subquery(last), asked=now, attempts=0)


def _turn(now: datetime) -> list[tuple[int, int]]:
    """The stories of the window for which nothing is waited any more, each with how often it was taken. One query."""
    analysing = Analysis.objects.filter(article__place__story=OuterRef("pk"), waiting__isnull=False, again=False)
    rows = StoryBrief.objects.filter(waiting__isnull=False).order_by("-waiting", "-story")
    columns = ("story", "attempts", "asked", "held", "story__size", "made")
    told = rows.annotate(held=Q(story__rough=True) | Exists(analysing)).values_list(*columns)[:WINDOW]
    return [
        (story, attempts) for story, attempts, asked, held, size, made in told
        if not (held and _within(PATIENCE, asked, now)) and not (size >= LARGE and _within(REST, made, now))
    ]


def _within(span: timedelta, moment: datetime | None, now: datetime) -> bool:
    """Whether that moment is no longer ago. One in the future was written down by a clock that was ahead."""
    return moment is not None and now - span < moment <= now
