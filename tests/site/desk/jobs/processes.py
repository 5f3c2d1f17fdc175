"""Files that came in, and workers that are killed, for the tests of jobs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.shared import ROOT

SLOW = """
import sys, time
from octavo.site.library.opening import open_library
open_library()
from octavo.site.library import archives
from octavo.site.desk.jobs import process as job_process
archives.BATCH, job_process.RENEW = 2, 0.05
read = archives.read_page
def slow(page):
    time.sleep(float(sys.argv[3]))
    return read(page)
archives.read_page = slow
sys.exit(job_process.main(*sys.argv[1:3]))
"""
"""The process of a job, in which each page takes its time."""


def came_in(name: str, data: bytes) -> Path:
    """A file in the folder for those."""
    from octavo.site.library.incoming import incoming

    path = incoming() / name
    path.write_bytes(data)
    return path


def started(job: str, worker: str, seconds_a_page: float) -> subprocess.Popen[bytes]:
    """A process that does that job, which the worker has claimed."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    command = [sys.executable, "-c", SLOW, job, worker, str(seconds_a_page)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)


def wait_for_articles(process: subprocess.Popen[bytes], least: int) -> None:
    """Come back when the job has that many articles in the library."""
    from octavo.site.library.models import Article

    for _ in range(6_000):
        if Article.objects.count() >= least:
            return
        assert process.poll() is None, "the job ended by itself"
        time.sleep(0.01)
    raise AssertionError("the job does not get on")
