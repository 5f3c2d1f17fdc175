"""How the desk starts processes of its own."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process came to its end: its exit status, and whether it had to be killed because it did not stop in time."""

    status: int
    killed: bool


async def started(*arguments: str, stdout: int | None = None, stderr: int | None = None) -> Process:
    """A Python with those arguments, its standard input open to us; the others are ours where they are None.

    It finds the same modules as this process and none in the folder it is started in, and Ctrl+C in the terminal does not reach it: it
    ends when its standard input does.
    """
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-P", *arguments, stdin=PIPE, stdout=stdout, stderr=stderr, start_new_session=True, env=environment)


async def seen_to_its_end(
    *arguments: str, stop: asyncio.Event, grace: float, heard: Callable[[bytes], Awaitable[None]] | None = None,
) -> Ended:
    """Start a Python with those arguments and wait for its end. Once `stop` is set its standard input ends, which tells it to stop, and
    `grace` seconds later it is killed. `heard` is given each line that it says; what that raises ends the process and is raised."""
    process = await started(*arguments, stdout=PIPE if heard else None)
    ending, stopped = asyncio.ensure_future(_end_of(process, heard)), asyncio.ensure_future(stop.wait())
    killed = False
    try:
        await asyncio.wait((ending, stopped), return_when=asyncio.FIRST_COMPLETED)
        if process.stdin:
            process.stdin.close()
        await asyncio.wait((ending,), timeout=grace)
    finally:
        stopped.cancel()
        if process.returncode is None:
            killed = True
            with suppress(ProcessLookupError):
                process.kill()
        if not ending.done():
            ending.cancel()
    status = await process.wait()
    if not ending.cancelled() and (error := ending.done() and ending.exception()):
        raise error
    return Ended(status, killed)


async def _end_of(process: Process, heard: Callable[[bytes], Awaitable[None]] | None) -> None:
    if heard and process.stdout:
        async for line in process.stdout:
            await heard(line)
    await process.wait()
