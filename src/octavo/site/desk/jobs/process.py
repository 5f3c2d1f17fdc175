"""One job in a process of its own: `python -m octavo.site.desk.jobs.process ID WORKER`, started by `octavo.site.desk.jobs.queue`.

When its standard input ends, because the worker stops or died, the job is given back behind the batch it is at.
"""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from uuid import UUID

from octavo.errors import OctavoError
from octavo.site.desk.workers import stop_at_end_of_input
from octavo.site.library.opening import open_library

RENEW = 2.0
"""Seconds between two renewals of the lease, and so between two words about how far the job is."""


def main(job: str, worker: str) -> int:
    """Do the job of that id, which that worker has claimed; returns the exit status, 0 also for a job that fails by itself."""
    open_library()
    from octavo.site.desk.jobs.under_way import under_way

    done = threading.Event()
    stop_at_end_of_input(under_way.stop)
    renewing = threading.Thread(target=_renew_lease, args=(job, worker, done))
    renewing.start()
    try:
        _do(job, worker)
    finally:
        done.set()
        renewing.join()
    return 0


def _renew_lease(job: str, worker: str, done: threading.Event) -> None:
    from django.db import Error, connection
    from django.utils import timezone

    from octavo.site.desk.jobs.queue import LEASE
    from octavo.site.desk.jobs.under_way import under_way
    from octavo.site.desk.models import JobLease

    while not done.wait(RENEW):
        # A database that is busy or gone for a moment: the lease outlasts some of that.
        with suppress(Error):
            said = {"words": under_way.words, "added": under_way.added} if under_way.words else {}
            own = JobLease.objects.filter(job_id=UUID(job), leased_by=worker)
            if not own.update(leased_until=timezone.now() + LEASE, **said):
                # It ran out all the same, and is another's by now.
                under_way.stop.set()
    connection.close()


def _do(job: str, worker: str) -> None:
    from django_tasks_db.models import DBTaskResult

    from octavo.site.desk.jobs.under_way import GivenBack

    row = DBTaskResult.objects.get(pk=job)
    try:
        came = row.task.call(*row.args_kwargs["args"], **row.args_kwargs["kwargs"])
    except GivenBack:
        _end(job, worker, None)
    except OctavoError as error:
        _end(job, worker, error)
    except Exception as error:
        _end(job, worker, error)
        raise
    else:
        _end(job, worker, came)


def _end(job: str, worker: str, came: object) -> None:
    """Write down what came of it, unless the job is another's by now: a value, an error, or None where it is given back."""
    from octavo.site.desk.jobs.reaper import end, give_back
    from octavo.site.desk.jobs.under_way import under_way
    from octavo.site.desk.models import JobLease
    from octavo.site.library.models import ImportedArchive
    from octavo.site.library.writing import writing

    with writing():
        lease = JobLease.objects.select_related("job").filter(job_id=UUID(job), leased_by=worker).first()
        if lease is None:
            return
        if came is None:
            lease.attempts -= 1
            give_back(lease)
            return
        if under_way.archive:
            ImportedArchive.objects.filter(pk=under_way.archive).delete()
        if isinstance(came, Exception):
            lease.job.set_failed(came)
            fault = "" if isinstance(came, OctavoError) else f"this is a fault of Octavo, please report it: {type(came).__name__}: "
            end(lease, f"{fault}{came}", lease.added)
        elif isinstance(came, dict):
            lease.job.set_successful(came)
            end(lease, str(came["words"]), int(came["added"]))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
