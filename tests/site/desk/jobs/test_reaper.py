"""Jobs whose worker died: due again, three times, then failed with words; files that nobody waits for go."""

from __future__ import annotations

import os
from datetime import timedelta
from uuid import UUID

import pytest

from tests.reading.archives.making import line
from tests.site.desk.jobs.processes import came_in


@pytest.fixture
def job(library: str) -> str:
    from octavo.site.desk.jobs.queue import enqueue_import

    return enqueue_import(came_in("upload-1", line(1)), "news.jsonl")


def test_a_job_is_begun_three_times_and_has_then_failed(job: str) -> None:
    from django.utils import timezone

    from octavo.site.desk.jobs.queue import LEASE, claim, recent
    from octavo.site.desk.jobs.reaper import ATTEMPTS, reap
    from octavo.site.library.incoming import incoming

    for attempt in range(1, ATTEMPTS + 1):
        assert claim(f"worker {attempt}") == job
        assert reap(timezone.now() + LEASE / 2) == 0, "its lease holds"
        assert reap(timezone.now() + 2 * LEASE) == 1
    assert claim("worker") is None
    (failed,) = recent(1)
    assert failed.state == "failed"
    assert failed.words.startswith("news.jsonl: the process that worked on it died 3 times")
    assert failed.finished is not None
    assert not (incoming() / "upload-1").exists()


def test_a_worker_that_is_known_to_have_died_is_not_waited_for(job: str) -> None:
    from octavo.site.desk.jobs.queue import claim
    from octavo.site.desk.jobs.reaper import let_go

    assert claim("first") == job
    let_go(job, "first", killed=False)
    assert claim("second") == job
    assert attempts(job) == 2


def test_one_that_was_killed_because_it_did_not_stop_in_time_costs_no_attempt(job: str) -> None:
    from octavo.site.desk.jobs.queue import claim
    from octavo.site.desk.jobs.reaper import ATTEMPTS, let_go

    for _ in range(ATTEMPTS + 1):
        assert claim("first") == job
        let_go(job, "first", killed=True)
    assert attempts(job) == 0
    assert claim("second") == job


def test_a_job_that_another_worker_is_at_is_left_to_it(job: str) -> None:
    from django.utils import timezone

    from octavo.site.desk.jobs.queue import LEASE, claim
    from octavo.site.desk.jobs.reaper import let_go, reap

    assert claim("one") == job
    assert reap(timezone.now() + 2 * LEASE) == 1
    assert claim("two") == job
    for killed in (False, True):
        let_go(job, "one", killed)
        assert claim("three") is None
    assert attempts(job) == 2


def attempts(job: str) -> int:
    from octavo.site.desk.models import JobLease

    return JobLease.objects.get(job_id=UUID(job)).attempts


def test_what_has_ended_or_waits_is_left_alone(job: str) -> None:
    from django.utils import timezone
    from django_tasks_db.models import DBTaskResult

    from octavo.site.desk.jobs.queue import LEASE, claim, recent
    from octavo.site.desk.jobs.reaper import let_go, reap

    assert reap(timezone.now() + 2 * LEASE) == 0
    assert claim("first") == job
    DBTaskResult.objects.update(status="SUCCESSFUL")
    assert reap(timezone.now() + 2 * LEASE) == 0
    let_go(job, "first", killed=False)
    assert recent(1)[0].state == "done"


def test_jobs_that_ended_long_ago_go_when_one_ends(job: str) -> None:
    from django.utils import timezone
    from django_tasks_db.models import DBTaskResult

    from octavo.site.desk.jobs.queue import enqueue_import, recent
    from octavo.site.desk.jobs.reaper import KEPT, end
    from octavo.site.desk.models import JobLease

    old, young = (enqueue_import(came_in(name, line(2)), f"{name}.jsonl") for name in ("old", "young"))
    for each, ago in ((old, KEPT + timedelta(minutes=1)), (young, KEPT - timedelta(minutes=1))):
        DBTaskResult.objects.filter(pk=each).update(status="SUCCESSFUL", finished_at=timezone.now() - ago)
    end(JobLease.objects.get(job_id=UUID(job)), "nothing new", 0)
    assert {each.id for each in recent(9)} == {job, young}
    assert JobLease.objects.count() == 2


def test_files_that_no_job_waits_for_go_after_a_day(job: str) -> None:
    from octavo.site.desk.jobs.reaper import FORGOTTEN, sweep
    from octavo.site.library.incoming import incoming

    forgotten, just_now = came_in("upload-2", line(2)), came_in("upload-3", line(3))
    for path in (forgotten, incoming() / "upload-1"):
        then = path.stat().st_mtime - (FORGOTTEN + timedelta(minutes=1)).total_seconds()
        os.utime(path, (then, then))
    sweep()
    assert [(incoming() / f"upload-{number}").exists() for number in (1, 2, 3)] == [True, False, True]
    just_now.unlink()
