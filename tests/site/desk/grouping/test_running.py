"""Articles are placed in a process of its own, soon after they come in."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.site.desk.beside import then, while_running
from tests.site.desk.grouping.placed import report
from tests.site.desk.orphans import left_alone
from tests.site.library.placed import check, stories


@pytest.fixture(autouse=True)
def _quick(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk import processes

    monkeypatch.setattr(processes, "LOOK", 0.05)
    monkeypatch.setattr(processes, "PAUSE", 0.05)


def test_articles_are_placed_as_they_come_in_until_it_is_told_to_stop(library: str) -> None:
    report("ferry", 0)

    async def meanwhile() -> None:
        await _until(1)
        await then(lambda: report("ferry", 1))
        await _until(2)

    _while_running(meanwhile)
    assert len(stories()) == 1
    check()


def test_a_process_that_was_killed_is_begun_again(library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.grouping import running

    note = tmp_path / "process"
    script = (
        f"import os, sys; open({str(note)!r}, 'w').write(str(os.getpid()))\n"
        "from octavo.site.desk.grouping.process import main; sys.exit(main(sys.argv[1], float(sys.argv[2])))"
    )
    monkeypatch.setattr(running, "PROCESS", ("-c", script))
    report("ferry", 0)

    async def meanwhile() -> None:
        await _until(1)
        os.kill(int(note.read_text()), signal.SIGKILL)
        await then(lambda: report("ferry", 1))
        await _until(2)

    _while_running(meanwhile)
    assert len(stories()) == 1
    check()


def test_a_process_whose_desk_was_killed_ends_quietly_behind_its_batch(library: str, tmp_path: Path) -> None:
    script = (
        "from octavo.site.library.opening import open_library; open_library()\n"
        "from octavo.site.desk.grouping import placing, process\n"
        "batch = placing.Placing.batch\n"
        "placing.Placing.batch = lambda self, now: (wait(), batch(self, now))[1]\n"
        "sys.exit(process.main(sys.argv[1], float(sys.argv[2])))"
    )
    report("ferry", 0)
    assert left_alone(script, tmp_path / "note") == ""
    assert len(stories()) == 1
    check()


def test_what_cannot_begin_is_said_once_and_tried_again(
    library: str, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch,
) -> None:
    from octavo.site.desk.grouping import running

    times = tmp_path / "times"
    monkeypatch.setattr(running, "PROCESS", ("-c", f"open({str(times)!r}, 'a').write('x'); raise SystemExit(1)"))
    report("ferry", 0)

    async def meanwhile() -> None:
        while not times.exists() or len(times.read_text()) < 3:
            await asyncio.sleep(0.05)

    _while_running(meanwhile)
    assert len([each for each in caplog.records if "is begun again" in each.getMessage()]) == 1
    assert stories() == {}


def _while_running(meanwhile: Callable[[], Awaitable[None]]) -> None:
    from octavo.site.desk.grouping.running import run_grouping

    while_running(run_grouping, meanwhile)


async def _until(placed: int) -> None:
    """Wait until that many articles are in stories."""
    seen = 0

    def look() -> None:
        nonlocal seen
        seen = sum(map(len, stories().values()))

    while seen < placed:
        await then(look)
        await asyncio.sleep(0.1)
