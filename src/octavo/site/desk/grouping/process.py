"""Places what waits, in a process of its own: `python -m octavo.site.desk.grouping.process WORKER SECONDS`, started by `.running`.

What placing must know is loaded here and nowhere else of the paper. The process gives way to all others (nice), and ends when nothing has
waited for that many seconds, or behind the batch it is at when its standard input ends. Killed at any moment it leaves what is written
down whole, and the rest waiting.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from contextlib import suppress

from octavo.errors import LibraryError
from octavo.site.library.opening import open_library
from octavo.terminal import complain

NICE = 10
"""How much it gives way: pages and polling come first."""
LOOK = 1.0
"""Seconds between two looks at a queue that was empty."""
RENEW = 15.0

BUSY, NO_LIBRARY = 3, 4
"""Exit statuses: another worker places articles; the library cannot be used. 0: nothing waits, or it was told to stop."""


def main(worker: str, idle: float) -> int:
    """Place until nothing has waited for `idle` seconds; returns the exit status."""
    os.nice(NICE)
    try:
        open_library()
        return _work(worker, idle)
    except LibraryError as error:
        complain(error)
        return NO_LIBRARY


def _work(worker: str, idle: float) -> int:
    from django.utils import timezone

    from octavo.site.desk.grouping import lease
    from octavo.site.desk.grouping.placing import Placing
    from octavo.site.desk.grouping.voicing import count_voices

    stop = threading.Event()
    threading.Thread(target=_stop_at_end_of_input, args=(stop,), daemon=True).start()
    if not lease.take(worker, timezone.now()):
        return BUSY
    threading.Thread(target=_renew_lease, args=(worker, stop), daemon=True).start()
    placing, last = Placing(worker), time.monotonic()
    try:
        while not stop.is_set():
            placed, counted = placing.batch(timezone.now()), count_voices(worker)
            if placed or counted:
                last = time.monotonic()
            elif placing.rest(timezone.now()):
                continue
            elif time.monotonic() - last >= idle:
                break
            else:
                stop.wait(LOOK)
    except lease.LeaseLost:
        return BUSY
    stop.set()
    lease.let_go(worker)
    return 0


def _stop_at_end_of_input(stop: threading.Event) -> None:
    # The descriptor itself: a thread that waits in sys.stdin would hold its lock when the process ends.
    while os.read(0, 1024):
        pass
    stop.set()


def _renew_lease(worker: str, stop: threading.Event) -> None:
    from django.db import connection
    from django.utils import timezone

    from octavo.site.desk.grouping.lease import take

    while not stop.wait(RENEW):
        # A database that is busy or gone for a moment: the lease outlasts some of that.
        with suppress(LibraryError):
            take(worker, timezone.now())
        connection.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))
