"""What works for the desk in a process of its own, whatever its work is: it has a name, gives way, keeps its lease, and stops when told.

Nothing of Django is loaded before the library is open.
"""

from __future__ import annotations

import os
import secrets
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from octavo.errors import LibraryError
from octavo.site.library.opening import open_library
from octavo.terminal import complain

if TYPE_CHECKING:
    from octavo.site.desk.leases import Lease

NICE = 10
"""How much it gives way: pages and polling come first."""
RENEW = 15.0
"""Seconds between two renewals of a lease."""
LOOK = 1.0
"""Seconds between two looks at a queue that was empty."""

BUSY, NO_LIBRARY = 3, 4
"""Exit statuses: another worker has the lease; the library cannot be used. 0: nothing waits, or it was told to stop."""


def worker_name() -> str:
    """A name that no other worker has, by which it claims what it works on."""
    return f"{socket.gethostname()[:30]}-{os.getpid()}-{secrets.token_hex(4)}"


def at_work(work: Callable[[], int]) -> int:
    """Give way to all others, open the library and work; returns the exit status, that of `work` or NO_LIBRARY."""
    os.nice(NICE)
    try:
        open_library()
        return work()
    except LibraryError as error:
        complain(error)
        return NO_LIBRARY


def with_lease(lease: Lease, worker: str, idle: float, step: Callable[[threading.Event], bool]) -> int:
    """Do one step after the other, until there was nothing to do for `idle` seconds or the standard input has ended. Returns the exit
    status.

    The step says whether there was something to do, and may look whether it is to stop. It raises LeaseLost where another worker has the
    lease by now.
    """
    from django.utils import timezone

    from octavo.site.desk.leases import LeaseLost

    stop = threading.Event()
    stop_at_end_of_input(stop)
    if not lease.take(worker, timezone.now()):
        return BUSY
    keep_renewed(lambda: lease.take(worker, timezone.now()), RENEW, stop)
    last = time.monotonic()
    try:
        while not stop.is_set():
            if step(stop):
                last = time.monotonic()
            elif time.monotonic() - last >= idle:
                break
            else:
                stop.wait(LOOK)
    except LeaseLost:
        return BUSY
    stop.set()
    lease.let_go(worker)
    return 0


def stop_at_end_of_input(stop: threading.Event) -> None:
    """Set `stop` once the standard input ends, which whoever started the process closes, or leaves closed when it dies."""
    threading.Thread(target=_wait_for_end_of_input, args=(stop,), daemon=True).start()


def keep_renewed(renew: Callable[[], object], every: float, stop: threading.Event) -> None:
    """Renew what is held every so many seconds, until `stop` is set."""
    threading.Thread(target=_renew, args=(renew, every, stop), daemon=True).start()


def _wait_for_end_of_input(stop: threading.Event) -> None:
    # The descriptor itself: a thread that waits in sys.stdin would hold its lock when the process ends.
    while os.read(0, 1024):
        pass
    stop.set()


def _renew(renew: Callable[[], object], every: float, stop: threading.Event) -> None:
    from django.db import Error, connection

    while not stop.wait(every):
        # A database that is busy or gone for a moment: the lease outlasts some of that.
        with suppress(Error, LibraryError):
            renew()
        connection.close()
