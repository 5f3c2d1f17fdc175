"""Makes the briefs that wait, in a process of its own: `python -m octavo.site.desk.briefing.process WORKER SECONDS`, started by `.running`.

The process gives way to all others (nice), and ends when nothing has waited for that many seconds, or behind the brief it is at when its
standard input ends. Killed at any moment it leaves what is written down whole, and the rest waiting.
"""

from __future__ import annotations

import sys
import threading

from octavo.site.desk.workers import at_work, with_lease


def main(worker: str, idle: float) -> int:
    """Make briefs until nothing has waited for `idle` seconds; returns the exit status, see `octavo.site.desk.workers`."""
    return at_work(lambda: _work(worker, idle))


def _work(worker: str, idle: float) -> int:
    from django.utils import timezone

    from octavo.site.desk.briefing.claiming import expect_all_of_other_makers
    from octavo.site.desk.briefing.maker import maker
    from octavo.site.desk.briefing.making import make_some
    from octavo.site.desk.leases import BRIEFING

    expect_all_of_other_makers(maker(), timezone.now())

    def step(stop: threading.Event) -> bool:
        return make_some(worker, maker(), timezone.now(), stop) > 0

    return with_lease(BRIEFING, worker, idle, step)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))
