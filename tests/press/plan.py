"""What a source publishes when: its pieces, and which of them its feed shows at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from random import Random


@dataclass(frozen=True, slots=True)
class Plan:
    """How a source publishes: so many pieces on a weekday, in those hours (UTC), `burst` of them at once; of a weekday's number
    that share on Saturdays and Sundays. The feed shows the newest `window`. `corrected`: every how manieth piece is corrected later.
    """

    per_day: float = 5.0
    hours: tuple[int, int] = (5, 22)
    weekend: float = 0.5
    burst: int = 1
    window: int = 12
    corrected: int = 0
    silent_until: timedelta | None = None
    """It has published nothing before that long after the beginning."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that was published. Its name is its own in the whole press, and stands in its address."""

    name: str
    at: datetime
    corrected: datetime | None = None

    def edition(self, time: datetime) -> int:
        """1 once its text is corrected, 0 before."""
        return int(self.corrected is not None and self.corrected <= time)


@dataclass(frozen=True)
class Pieces:
    """All pieces of a source, the oldest first, and the window through which its feed shows them."""

    all: Sequence[Piece]
    window: int

    @cached_property
    def _times(self) -> list[datetime]:
        return [piece.at for piece in self.all]

    def shown(self, time: datetime) -> Sequence[Piece]:
        """Those that the feed shows at that time, the newest first."""
        end = bisect_right(self._times, time)
        return self.all[max(0, end - self.window) : end][::-1]

    def left(self, piece: Piece) -> datetime | None:
        """When it left the feed; None: it is still there at the end of the plan."""
        last = self.all.index(piece) + self.window
        return self.all[last].at if last < len(self.all) else None

    def published(self, time: datetime) -> Sequence[Piece]:
        """Those that were published until that time."""
        return self.all[: bisect_right(self._times, time)]


BEFORE = timedelta(days=5)
"""How long a source has published when the played time begins."""
CORRECTED_AFTER = timedelta(hours=9)


def pieces(name: str, plan: Plan, begins: datetime, days: float) -> Pieces:
    """The pieces of the source of that name, from some days before `begins` to `days` after it: always the same."""
    some = Random(f"{name} {plan}")
    times = sorted(_times(some, plan, begins, days))
    if plan.silent_until is not None:
        times = [time for time in times if time >= begins + plan.silent_until]
    found = []
    for number, time in enumerate(times):
        later = time + CORRECTED_AFTER if plan.corrected and number % plan.corrected == 0 else None
        found.append(Piece(f"{name}-{number}", time, later))
    return Pieces(tuple(found), plan.window)


def _times(some: Random, plan: Plan, begins: datetime, days: float) -> list[datetime]:
    first, last, found = begins - BEFORE, begins + timedelta(days=days), []
    day = first.replace(hour=0, minute=0, second=0, microsecond=0)
    while day < last:
        wanted = plan.per_day / plan.burst * (plan.weekend if day.weekday() >= 5 else 1.0)
        count = int(wanted) + (some.random() < wanted % 1)
        for _ in range(count):
            seconds = some.uniform(plan.hours[0] * 3600, plan.hours[1] * 3600)
            at = day + timedelta(seconds=int(seconds))
            found += [at + timedelta(seconds=step) for step in range(plan.burst)]
        day += timedelta(days=1)
    return [time for time in found if first <= time <= last]
