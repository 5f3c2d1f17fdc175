"""Places what waits, in a process of its own: `python -m octavo.site.desk.grouping.process WORKER SECONDS`, started by `.running`.

What placing must know is loaded here and nowhere else of the paper. The process gives way to all others (nice), and ends when nothing has
waited for that many seconds, or behind the batch it is at when its standard input ends. Killed at any moment it leaves what is written
down whole, and the rest waiting.
"""

from __future__ import annotations

import sys
import threading

from octavo.site.desk.workers import at_work, with_lease


def main(worker: str, idle: float) -> int:
    """Place until nothing has waited for `idle` seconds; returns the exit status, see `octavo.site.desk.workers`."""
    return at_work(lambda: _work(worker, idle))


def _work(worker: str, idle: float) -> int:
    from django.utils import timezone

    from octavo.site.desk.grouping.placing import Placing
    from octavo.site.desk.grouping.voicing import count_voices
    from octavo.site.desk.leases import PLACING

    placing = Placing(worker)

    def step(_stop: threading.Event) -> bool:
        placed, counted = placing.batch(timezone.now()), count_voices(worker)
        return bool(placed or counted) or placing.rest(timezone.now())

    return with_lease(PLACING, worker, idle, step)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))
