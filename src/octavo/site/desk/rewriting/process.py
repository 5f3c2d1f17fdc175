"""Asks the language model what readers want of it and has briefs rewritten, in a process of its own, started by `.running`.

    python -m octavo.site.desk.rewriting.process WORKER SECONDS

A model that is slow holds up nobody there. Killed at any moment it leaves what is written down whole, and the day's budget charged with
what was under way.
"""

from __future__ import annotations

import sys
import threading

from octavo.site.desk.workers import at_work, with_lease


def main(worker: str, idle: float) -> int:
    """Rewrite until nothing has waited for `idle` seconds; returns the exit status, see `octavo.site.desk.workers`."""
    return at_work(lambda: _work(worker, idle))


def _work(worker: str, idle: float) -> int:
    from django.utils import timezone

    from octavo.fetching.model_address import model_of_environment
    from octavo.site.desk.leases import REWRITING
    from octavo.site.desk.rewriting.granting import grant_next
    from octavo.site.desk.rewriting.making import rewrite_next

    at = model_of_environment()
    if at is None:
        return 0

    def step(stop: threading.Event) -> bool:
        return grant_next(at, worker, timezone.now()) or rewrite_next(at, worker, timezone.now(), stop)

    return with_lease(REWRITING, worker, idle, step)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))
