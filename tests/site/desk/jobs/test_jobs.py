"""Jobs: asked for, claimed, done in a process of their own, given back, taken up again when their worker was killed."""

from __future__ import annotations

import asyncio
import os
import signal
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from octavo.errors import InputError
from tests.reading.archives.making import html, line
from tests.site.desk.jobs.processes import came_in, started, wait_for_articles

if TYPE_CHECKING:
    from octavo.site.desk.jobs.queue import Job


def asked(name: str = "upload-1", data: bytes | None = None, called: str = "news.jsonl") -> str:
    from octavo.site.desk.jobs.queue import enqueue_import

    return enqueue_import(came_in(name, b"".join(map(line, range(10))) if data is None else data), called)


def only_job() -> Job:
    from octavo.site.desk.jobs.queue import recent

    (job,) = recent(5)
    return job


def run_out() -> None:
    """Let all leases have run out."""
    from django.utils import timezone

    from octavo.site.desk.models import JobLease

    JobLease.objects.exclude(leased_until=None).update(leased_until=timezone.now() - timedelta(seconds=1))


def waiting_files() -> list[str]:
    from octavo.site.library.incoming import incoming

    return sorted(path.name for path in incoming().iterdir())


@pytest.fixture(autouse=True)
def no_files(libraries: Any) -> None:
    for path in (libraries.folder / "incoming").glob("*"):
        path.unlink()


def work_until(done: Any, still: bool = True) -> None:
    """Run the jobs of this process until that is so; `still`: it is so when they have stopped, too."""
    from octavo.site.desk.jobs import queue as jobs

    async def main() -> None:
        stop = asyncio.Event()
        running = asyncio.create_task(jobs.run_jobs(stop))
        for _ in range(6_000):
            if await asyncio.to_thread(asked_of_library, done):
                break
            await asyncio.sleep(0.02)
        stop.set()
        await asyncio.wait_for(running, 60)
        assert await asyncio.to_thread(asked_of_library, done) or not still

    asyncio.run(main())


def asked_of_library(question: Any) -> Any:
    from django.db import connection

    try:
        return question()
    finally:
        connection.close()


def test_a_job_is_asked_for_and_shown(library: str) -> None:
    job = asked()
    shown = only_job()
    assert (shown.id, shown.name, shown.state, shown.words, shown.added, shown.finished) == (job, "news.jsonl", "waiting", "", 0, None)


def test_only_files_that_came_in_are_imported(site: None, tmp_path: Path) -> None:
    from octavo.site.desk.jobs.queue import enqueue_import
    from octavo.site.library.incoming import incoming

    (tmp_path / "secret").write_bytes(html(1))
    (incoming() / "link").symlink_to(tmp_path)
    for path in (tmp_path / "secret", incoming() / "link" / "secret", incoming() / "absent", incoming() / ".." / "secret-key"):
        with pytest.raises(InputError, match="no file in the folder"):
            enqueue_import(path, "secret")
    (incoming() / "link").unlink()


def test_a_job_is_done_beside_the_loop_and_its_file_goes(library: str) -> None:
    from octavo.site.library.models import Article

    asked()
    work_until(lambda: only_job().state == "done")
    job = only_job()
    assert (job.words, job.added, Article.objects.count()) == ("10 articles added", 10, 10)
    assert job.finished is not None
    assert waiting_files() == []


def test_a_page_and_what_is_none(site: None) -> None:
    from octavo.site.desk.jobs.queue import recent

    asked("1", html(1), "page.html")
    asked("2", b"\x89PNG\r\n\x1a\n", "image.png")
    asked("3", b"nonsense\n" + line(1), "a.jsonl")
    work_until(lambda: all(job.finished for job in recent(3)))
    third, second, first = recent(3)
    assert (first.state, first.words, first.added) == ("done", "1 article added", 1)
    assert (second.state, second.added) == ("failed", 0)
    assert second.words.startswith("image.png: this is a PNG image")
    assert (third.state, third.words.splitlines()[0]) == ("done", "1 article added, 1 failed")
    assert third.words.splitlines()[1].startswith("a.jsonl, line 1: ")
    assert waiting_files() == []


def test_a_job_is_claimed_once(library: str) -> None:
    from octavo.site.desk.jobs.queue import claim

    first, second = asked("1"), asked("2")
    assert [claim("a"), claim("b"), claim("c")] == [first, second, None]
    assert only_states() == ["running", "running"]


def only_states() -> list[str]:
    from octavo.site.desk.jobs.queue import recent

    return [job.state for job in recent(10)]


def test_a_killed_worker_s_job_goes_on_where_it_was(library: str) -> None:
    from octavo.site.desk.jobs.queue import claim
    from octavo.site.library.models import Article, ImportedArchive

    job = asked()
    assert claim("first") == job
    process = started(job, "first", 0.1)
    wait_for_articles(process, 4)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert only_job().state == "running", "nobody has noticed yet"
    assert claim("second") is None, "its lease still holds"
    run_out()
    assert claim("second") == job
    (held,) = ImportedArchive.objects.all()
    assert 4 <= held.added < 10
    process = started(job, "second", 0)
    process.wait()
    assert (only_job().state, only_job().words, only_job().added) == ("done", "10 articles added", 10)
    assert Article.objects.count() == 10
    assert not ImportedArchive.objects.exists(), "its file is gone, and can never come again"
    assert waiting_files() == []


def test_a_job_whose_worker_ends_is_given_back_and_costs_no_attempt(library: str) -> None:
    from octavo.site.desk.jobs.queue import claim
    from octavo.site.desk.models import JobLease

    job = asked()
    assert claim("first") == job
    process = started(job, "first", 0.05)
    wait_for_articles(process, 2)
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(60) == 0
    assert only_job().state == "waiting"
    (lease,) = JobLease.objects.all()
    assert (lease.attempts, lease.leased_until) == (0, None)
    assert waiting_files() == ["upload-1"]
    assert claim("second") == job


def test_a_job_that_is_another_s_by_now_is_left_to_it(site: None) -> None:
    from octavo.site.desk.jobs.queue import claim

    job = asked()
    assert claim("first") == job
    run_out()
    assert claim("second") == job
    assert started(job, "first", 0).wait(60) == 0
    assert only_job().state == "running"
    assert waiting_files() == ["upload-1"]


def test_one_that_does_not_stop_in_time_is_killed_and_costs_no_attempt(site: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.jobs import queue as jobs
    from octavo.site.desk.models import JobLease

    monkeypatch.setattr(jobs, "PROCESS", ("-c", "import time; time.sleep(600)"))
    monkeypatch.setattr(jobs, "GRACE", 0.1)
    asked()
    work_until(lambda: JobLease.objects.filter(attempts=1).exists(), still=False)
    (lease,) = JobLease.objects.select_related("job")
    assert (lease.attempts, lease.leased_by, only_job().state) == (0, "", "waiting")


def test_stopping_gives_back_what_is_under_way(site: None) -> None:
    from octavo.site.library.models import Article

    asked(data=b"".join(map(line, range(3_000))))
    work_until(lambda: Article.objects.exists())
    assert only_job().state == "waiting"
    assert 0 < Article.objects.count() < 3_000
