"""Jobs whose worker died are begun again, a few times; files that no job waits for any more are taken away.

django-tasks-db (0.13) leaves a task RUNNING for ever when its worker is killed; a lease beside it, see `JobLease`, tells.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from octavo.errors import OctavoError
from octavo.site.desk.models import JobLease
from octavo.site.library.incoming import incoming
from octavo.site.library.writing import explaining, writing

ATTEMPTS = 3
"""How often a job is begun: what kills its worker each time is not to kill it for ever."""
FORGOTTEN = timedelta(days=1)
"""Age at which a file that no job names is taken away: one that is just being uploaded has none yet."""

RUNNING, READY = "RUNNING", "READY"


class WorkerDied(OctavoError):
    """A job was begun ATTEMPTS times, and its worker died each time."""


def reap(now: datetime, died: Iterable[str] = ()) -> int:
    """Make jobs due again whose lease has run out, or whose worker, by their ids, is known to have died; returns how many those were.

    Such a job goes on where its import was. After ATTEMPTS of them it has failed, and says so.
    """
    with writing():
        running = JobLease.objects.select_related("job").filter(job__status=RUNNING)
        dead = {lease.pk: lease for lease in [*running.filter(leased_until__lt=now), *running.filter(pk__in=list(died))]}
        for lease in dead.values():
            _renew(lease)
    return len(dead)


def _renew(lease: JobLease) -> None:
    job = lease.job
    if lease.attempts < ATTEMPTS:
        give_back(lease)
        return
    error = WorkerDied(
        f"{lease.name}: the process that worked on it died {ATTEMPTS} times; what it brought in is kept. "
        "Look at the machine's memory and disk, then import it again."
    )
    job.set_failed(error)
    end(lease, str(error), lease.added)


def give_back(lease: JobLease) -> None:
    """The job is due again, inside the caller's `writing()`."""
    DBTaskResult.objects.filter(pk=lease.pk).update(status=READY, started_at=None)
    lease.leased_until, lease.leased_by = None, ""
    lease.save()


def end(lease: JobLease, words: str, added: int) -> None:
    """The job has ended, inside the caller's `writing()`; its file is no longer needed."""
    lease.leased_until, lease.leased_by, lease.words, lease.added = None, "", words, added
    lease.save()
    if file := lease.job.args_kwargs["kwargs"].get("file"):
        (incoming() / file).unlink(missing_ok=True)


@explaining()
def sweep() -> None:
    """Take files away that came in and that no job waits for: a worker was killed between its job's end and its file's."""
    waiting = DBTaskResult.objects.filter(status__in=[READY, RUNNING]).values_list("args_kwargs", flat=True)
    named = {arguments["kwargs"].get("file") for arguments in waiting}
    oldest = (timezone.now() - FORGOTTEN).timestamp()
    for path in incoming().iterdir():
        if path.name not in named and path.is_file() and path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
