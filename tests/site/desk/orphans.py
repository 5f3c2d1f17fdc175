"""A process of the desk that works on when the desk above it was killed."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from tests.shared import ROOT

ABOVE = """
import asyncio, sys
from octavo.site.desk.children import seen_to_its_end
async def heard(line):
    print(line)
asyncio.run(seen_to_its_end("-c", sys.argv[1], "worker", "60", stop=asyncio.Event(), grace=60, heard=heard))
"""
WAIT = """
import os, pathlib, sys, time
sys.path[:0] = [{root!r}, {source!r}]
def wait(above=os.getppid()):
    pathlib.Path({note!r}).touch()
    while os.getppid() == above:
        time.sleep(0.01)
"""
"""What the process begins with: `wait()` tells that it is at work, and comes back when what started it is gone."""


def left_alone(process: str, note: Path) -> str:
    """Start a process from that script, which calls `wait()` when it is at work; kill what started it then, and wait until the process
    itself has ended. Returns what it said on stderr."""
    script = WAIT.format(root=str(ROOT), source=str(ROOT / "src"), note=str(note)) + process
    with subprocess.Popen([sys.executable, "-c", ABOVE, script], stderr=subprocess.PIPE, text=True) as above:
        until = time.monotonic() + 60
        while not note.exists() and above.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        at_work = note.exists()
        above.kill()
        said = above.communicate(timeout=60)[1]
    assert at_work, said
    return said
