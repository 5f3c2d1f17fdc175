"""One place at a time where articles are placed: what is decided hangs on all that was decided before.

The lease is a `Choice` of the library, and whatever is written down is so in a transaction that sees to it that it is still held: of two
that believe so one writes.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from octavo.errors import OctavoError
from octavo.site.library.models import Choice
from octavo.site.library.writing import writing

NAME = "placing"
LEASE = timedelta(minutes=1)
"""How long it holds when it is not renewed."""
MOST = timedelta(hours=1)
"""A lease that is longer was given by a clock that was ahead."""


class LeaseLost(OctavoError):
    """Somebody else places articles by now."""


def take(worker: str, now: datetime) -> bool:
    """Have the lease for that worker, or renew it; False where another one has it."""
    with writing():
        held = Choice.objects.filter(name=NAME).values_list("value", flat=True).first()
        if held and held["by"] != worker and now < datetime.fromisoformat(held["until"]) < now + MOST:
            return False
        Choice.objects.update_or_create(name=NAME, defaults={"value": {"by": worker, "until": (now + LEASE).isoformat()}})
    return True


def hold(worker: str) -> None:
    """See that the worker has the lease, inside the caller's `writing()`. Raises LeaseLost."""
    if not Choice.objects.filter(name=NAME, value__by=worker).exists():
        raise LeaseLost("articles are placed by another process now.")


def let_go(worker: str) -> None:
    """Give the lease back, if the worker has it."""
    with writing():
        Choice.objects.filter(name=NAME, value__by=worker).delete()
