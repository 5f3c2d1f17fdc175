"""After a change of who owns which outlets, the voices of all articles are counted anew between the batches that are placed."""

from __future__ import annotations

from octavo.site.desk.leases import PLACING
from octavo.site.library.voices import count_some_voices, voices_due
from octavo.site.library.writing import explaining, writing


@explaining()
def count_voices(worker: str) -> bool:
    """Count some, if any are to be, for that worker, which has the lease; returns whether there may be more. Raises LeaseLost.

    The lease keeps it apart from articles that are placed: what was begun by an older list is written down before or not at all.
    """
    if not voices_due():
        return False
    with writing():
        PLACING.hold(worker)
        return count_some_voices()
