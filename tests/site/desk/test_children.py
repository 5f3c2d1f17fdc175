"""A process that the desk starts is seen to its end, which it comes to by itself, when it is told to stop, or by force."""

from __future__ import annotations

import asyncio

import pytest

from octavo.site.desk.children import Ended, seen_to_its_end

LISTENS = "import sys; print('ready', flush=True); sys.stdin.read(); sys.exit(5)"
DEAF = "import time; print('ready', flush=True); time.sleep(600)"


def seen(script: str, grace: float = 60.0, stops: bool = False, fails: bool = False) -> tuple[Ended, list[bytes]]:
    """How a process ends and what it said; `stops`: it is told to at its first line."""
    lines: list[bytes] = []

    async def run() -> Ended:
        stop = asyncio.Event()

        async def heard(line: bytes) -> None:
            lines.append(line.strip())
            if fails:
                raise ValueError(line)
            if stops:
                stop.set()

        return await seen_to_its_end("-c", script, stop=stop, grace=grace, heard=heard)

    return asyncio.run(run()), lines


def test_one_that_ends_by_itself() -> None:
    assert seen("print(1); print(2); raise SystemExit(3)") == (Ended(3, killed=False), [b"1", b"2"])


def test_one_that_stops_when_it_is_told_to() -> None:
    assert seen(LISTENS, stops=True) == (Ended(5, killed=False), [b"ready"])


def test_one_that_does_not_is_killed() -> None:
    ended, lines = seen(DEAF, grace=0.1, stops=True)
    assert (ended.killed, ended.status < 0, lines) == (True, True, [b"ready"])


def test_what_goes_wrong_with_a_line_ends_it_and_is_raised() -> None:
    with pytest.raises(ValueError, match="ready"):
        seen(DEAF, fails=True)


def test_one_that_is_not_listened_to() -> None:
    async def run() -> Ended:
        return await seen_to_its_end("-c", "raise SystemExit(4)", stop=asyncio.Event(), grace=1.0)

    assert asyncio.run(run()) == Ended(4, killed=False)
