"""Jobs whose worker died are begun again, a few times; files that no job waits for any more are taken away.

django-tasks-db (0.13) leaves a task RUNNING for ever when its worker is killed; a lease beside it, see `JobLease`, tells.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

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

KEPT = timedelta(days=30)
"""How long a page can say what came of a job."""

RUNNING, READY, ENDED = "RUNNING", "READY", ("SUCCESSFUL", "FAILED")


class WorkerDied(OctavoError):
    """A job was begun ATTEMPTS times, and its worker died each time."""


def reap(now: datetime) -> int:
    """Make jobs due again whose lease has run out; returns how many those were.

    Such a job goes on where its import was. After ATTEMPTS of them it has failed, and says so.
    """
    with writing():
        dead = list(JobLease.objects.select_related("job").filter(job__status=RUNNING, leased_until__lt=now))
        for lease in dead:
            _renew(lease)
    return len(dead)


@explaining()
def let_go(job: str, worker: str, killed: bool) -> None:
    """That worker's process for the job is gone, so its lease need not run out. Nothing happens where the job has ended or is another's.

    `killed`: it was made to stop, and did not in time; that costs no attempt, while dying does.
    """
    with writing():
        lease = JobLease.objects.select_related("job").filter(job_id=UUID(job), leased_by=worker, job__status=RUNNING).first()
        if lease is None:
            return
        if killed:
            lease.attempts -= 1
            give_back(lease)
        else:
            _renew(lease)


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
    """The job has ended, inside the caller's `writing()`; its file is no longer needed, and jobs that ended KEPT ago are not either."""
    lease.leased_until, lease.leased_by, lease.words, lease.added = None, "", words, added
    lease.save()
    long_ago = timezone.now() - KEPT
    DBTaskResult.objects.filter(status__in=ENDED, finished_at__lt=long_ago).delete()
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
