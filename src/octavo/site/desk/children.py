"""How the desk starts processes of its own."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process


async def started(*arguments: str, stdout: int | None = None, stderr: int | None = None) -> Process:
    """A Python with those arguments, its standard input open to us; the others are ours where they are None.

    It finds the same modules as this process and none in the folder it is started in, and Ctrl+C in the terminal does not reach it: it
    ends when its standard input does.
    """
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-P", *arguments, stdin=PIPE, stdout=stdout, stderr=stderr, start_new_session=True, env=environment)
