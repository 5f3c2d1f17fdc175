"""One-off jobs: what a reader asks for and what takes long. Django tasks, in the library's database, with a lease beside each.

A job is done in a process of its own, so that polling and pages never wait for it; `run_jobs` starts that, one at a time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, ParamSpec, TypeVar

from django.db.models import Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from octavo.errors import InputError, OctavoError
from octavo.site.desk.children import seen_to_its_end
from octavo.site.desk.jobs.reaper import READY, RUNNING, let_go, reap, sweep
from octavo.site.desk.library_thread import LibraryThread
from octavo.site.desk.models import JobLease
from octavo.site.desk.workers import worker_name
from octavo.site.library import rows
from octavo.site.library.incoming import incoming
from octavo.site.library.writing import explaining, writing
from octavo.terminal import complain

P = ParamSpec("P")
T = TypeVar("T")

PROCESS = ("-m", "octavo.site.desk.jobs.process")
LEASE = timedelta(seconds=60)
"""How long a claim holds when it is not renewed; a worker renews it every two seconds."""
LOOK = 5.0
"""Seconds between two looks for jobs."""
GRACE = 30.0
"""Seconds that a job has to end the batch it is at when the worker stops."""

STATES = {READY: "waiting", RUNNING: "running", "SUCCESSFUL": "done", "FAILED": "failed"}


@dataclass(frozen=True, slots=True)
class Job:
    """A job as a page shows it. `state` is one of STATES' values; `words` says how far it is or what came of it; `added` counts
    articles."""

    id: str
    name: str
    state: str
    words: str
    added: int
    enqueued: datetime
    finished: datetime | None


@explaining()
def enqueue_import(path: Path, name: str) -> str:
    """Have a file imported that lies in the folder `incoming()`; it is taken away when that is done. `name` is what it was called.

    Returns the job's id. Raises InputError for a file that lies elsewhere.
    """
    from octavo.site.desk.tasks import import_incoming

    if path.parent.resolve() != incoming().resolve() or not path.is_file():
        raise InputError(str(path), "it is no file in the folder for files that come in", "Upload it again")
    with writing():
        job = import_incoming.enqueue(file=path.name, name=name)
        JobLease.objects.create(pk=job.id, name=rows.fitting(name, JobLease, "name"))
    return str(job.id)


@explaining()
def recent(number: int) -> tuple[Job, ...]:
    """The jobs that were asked for last, the newest first."""
    found = JobLease.objects.select_related("job").order_by("-job__enqueued_at")[:number]
    return tuple(
        Job(str(lease.pk), lease.name, STATES[lease.job.status], lease.words, lease.added, lease.job.enqueued_at, lease.job.finished_at)
        for lease in found
    )


@explaining()
def claim(worker: str) -> str | None:
    """The id of a job that is now that worker's (at most 64 characters), for LEASE; None where nothing is to be done."""
    now = timezone.now()
    due = Q(status=READY) | Q(status=RUNNING, lease__leased_until__lt=now)
    if not DBTaskResult.objects.filter(due).exists():
        return None
    reap(now)
    with writing():
        job = DBTaskResult.objects.ready().filter(lease__isnull=False).get_locked()
        if job is None:
            return None
        job.claim(worker)
        lease = JobLease.objects.get(pk=job.pk)
        lease.leased_until, lease.leased_by, lease.attempts = now + LEASE, worker, lease.attempts + 1
        lease.save()
    return str(job.pk)


async def run_jobs(stop: asyncio.Event) -> None:
    """Do the jobs that are asked for, one after another, until `stop` is set; the one under way is then given back behind its batch.

    Runs beside polling in `octavo serve` and `octavo worker`; any number of them may run. What goes wrong with the library is said on
    stderr, and tried again.
    """
    worker = worker_name()
    library = LibraryThread(patience=LOOK)
    try:
        await _quietly(library, sweep)
        while not stop.is_set():
            job = await _quietly(library, claim, worker)
            if job is None:
                await _pause(stop)
            elif (ending := await _do(job, worker, stop)) != "ended":
                await _quietly(library, let_go, job, worker, killed=ending == "killed")
    finally:
        await library.close()


async def _quietly(library: LibraryThread, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T | None:
    """What `work` returns; what goes wrong with the library is said, and gives None."""
    try:
        return await library.do(work, *arguments, **named)
    except OctavoError as error:
        complain(error)
        return None


async def _pause(stop: asyncio.Event) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), LOOK)


async def _do(job: str, worker: str, stop: asyncio.Event) -> Literal["ended", "died", "killed"]:
    """Do the job; returns whether its process ended by itself, died over it, or was killed because it did not stop in GRACE."""
    ended = await seen_to_its_end(*PROCESS, job, worker, stop=stop, grace=GRACE)
    return "killed" if ended.killed else "died" if ended.status else "ended"
