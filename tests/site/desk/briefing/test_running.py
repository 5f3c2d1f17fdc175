"""Briefs are made in a process of its own, soon after their stories change."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.site.desk.beside import then, while_running
from tests.site.desk.briefing.briefed import kept
from tests.site.desk.orphans import left_alone
from tests.site.library.analyses import analysed
from tests.site.library.placed import tell


@pytest.fixture(autouse=True)
def _quick(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk import processes

    monkeypatch.setattr(processes, "LOOK", 0.05)
    monkeypatch.setattr(processes, "PAUSE", 0.05)


def test_briefs_are_made_as_stories_come_until_it_is_told_to_stop(library: str) -> None:
    tell("one", analysed("ferry"))

    async def meanwhile() -> None:
        await _until(1)
        await then(lambda: tell("two", analysed("dam")))
        await _until(2)

    _while_running(meanwhile)
    assert not any(row["problem"] for row in kept().values())


def test_a_process_that_was_killed_is_begun_again(library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.briefing import running

    note = tmp_path / "process"
    script = (
        f"import os, sys; open({str(note)!r}, 'w').write(str(os.getpid()))\n"
        "from octavo.site.desk.briefing.process import main; sys.exit(main(sys.argv[1], float(sys.argv[2])))"
    )
    monkeypatch.setattr(running, "PROCESS", ("-c", script))
    tell("one", analysed("ferry"))

    async def meanwhile() -> None:
        await _until(1)
        os.kill(int(note.read_text()), signal.SIGKILL)
        await then(lambda: tell("two", analysed("dam")))
        await _until(2)

    _while_running(meanwhile)


def test_a_process_whose_desk_was_killed_ends_quietly_behind_its_brief(library: str, tmp_path: Path) -> None:
    script = (
        "from octavo.site.library.opening import open_library; open_library()\n"
        "from octavo.site.desk.briefing import making, process\n"
        "make = making.make\n"
        "making.make = lambda *given: (wait(), make(*given))[1]\n"
        "sys.exit(process.main(sys.argv[1], float(sys.argv[2])))"
    )
    story = tell("one", analysed("ferry"))
    assert left_alone(script, tmp_path / "note") == ""
    row = kept()[story]
    assert (row["waiting"], row["attempts"], row["brief"] is None) == (None, 0, False)


def _while_running(meanwhile: Callable[[], Awaitable[None]]) -> None:
    from octavo.site.desk.briefing.running import run_briefing

    while_running(run_briefing, meanwhile)


async def _until(made: int) -> None:
    """Wait until that many stories have their briefs."""
    seen = 0

    def look() -> None:
        nonlocal seen
        seen = sum(row["brief"] is not None for row in kept().values())

    while seen < made:
        await then(look)
        await asyncio.sleep(0.1)
