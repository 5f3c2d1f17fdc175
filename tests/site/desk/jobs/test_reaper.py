"""Jobs whose worker died: due again, three times, then failed with words; files that nobody waits for go."""

from __future__ import annotations

import os
from datetime import timedelta

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
    from django.utils import timezone

    from octavo.site.desk.jobs.queue import claim
    from octavo.site.desk.jobs.reaper import reap

    assert claim("first") == job
    assert reap(timezone.now(), [job]) == 1
    assert claim("second") == job


def test_what_has_ended_or_waits_is_left_alone(job: str) -> None:
    from django.utils import timezone
    from django_tasks_db.models import DBTaskResult

    from octavo.site.desk.jobs.queue import LEASE, recent
    from octavo.site.desk.jobs.reaper import reap

    assert reap(timezone.now() + 2 * LEASE, [job]) == 0
    DBTaskResult.objects.update(status="SUCCESSFUL")
    assert reap(timezone.now() + 2 * LEASE, [job]) == 0
    assert recent(1)[0].state == "done"


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
