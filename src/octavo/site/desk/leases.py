"""One place at a time for work that hangs on all that was done before, or that is done in vain twice.

A lease is a `Choice` of the library, and whatever is written down is so in a transaction that sees to it that it is still held: of two
that believe so one writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from octavo.errors import OctavoError
from octavo.site.library.models import Choice
from octavo.site.library.writing import writing

LASTS = timedelta(minutes=1)
"""How long a lease holds when it is not renewed."""
MOST = timedelta(hours=1)
"""A lease that is longer was given by a clock that was ahead."""


class LeaseLost(OctavoError):
    """Somebody else is at that work by now."""


@dataclass(frozen=True, slots=True)
class Lease:
    """That of one kind of work; `name` is the Choice's."""

    name: str

    def take(self, worker: str, now: datetime) -> bool:
        """Have the lease for that worker, or renew it; False where another one has it."""
        with writing():
            held = Choice.objects.filter(name=self.name).values_list("value", flat=True).first()
            if held and held["by"] != worker and now < datetime.fromisoformat(held["until"]) < now + MOST:
                return False
            Choice.objects.update_or_create(name=self.name, defaults={"value": {"by": worker, "until": (now + LASTS).isoformat()}})
        return True

    def hold(self, worker: str) -> None:
        """See that the worker has the lease, inside the caller's `writing()`. Raises LeaseLost."""
        if not Choice.objects.filter(name=self.name, value__by=worker).exists():
            raise LeaseLost(f"another process has the lease of {self.name} now.")

    def let_go(self, worker: str) -> None:
        """Give the lease back, if the worker has it."""
        with writing():
            Choice.objects.filter(name=self.name, value__by=worker).delete()


PLACING = Lease("placing")
"""Of placing articles in stories: what is decided hangs on all that was decided before."""
BRIEFING = Lease("briefing")
"""Of making briefs."""
REWRITING = Lease("rewriting")
"""Of asking a language model about them: the same question twice would cost twice."""
