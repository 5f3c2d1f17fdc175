"""What a process and all that it started cost: CPU time, and the memory that is theirs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil

EVERY = 0.1
"""Seconds between two looks at the memory."""


@dataclass(slots=True)
class Peak:
    """The most memory that was seen, in bytes; `kind` says what was counted: "PSS", or "RSS" where the system gives no PSS."""

    most: int = 0
    kind: str = "PSS"


def cpu_seconds(process: psutil.Process) -> float:
    """User and system time of the process, of its children that ended and of those that run."""
    times = process.cpu_times()
    mine = times.user + times.system + times.children_user + times.children_system
    return float(mine) + sum(map(_cpu_or_none, process.children()))


def _cpu_or_none(child: psutil.Process) -> float:
    try:
        return cpu_seconds(child)
    except psutil.NoSuchProcess:  # it ended, and is counted with its parent
        return 0.0


@contextmanager
def watched(pid: int) -> Iterator[Peak]:
    """Look at the memory of the process and its children while the block runs."""
    peak, ended = Peak(), threading.Event()
    watcher = threading.Thread(target=_watch, args=(psutil.Process(pid), peak, ended))
    watcher.start()
    try:
        yield peak
    finally:
        ended.set()
        watcher.join()


def _watch(process: psutil.Process, peak: Peak, ended: threading.Event) -> None:
    while not ended.wait(EVERY):
        try:
            tree = [process, *process.children(recursive=True)]
        except psutil.NoSuchProcess:
            return
        peak.most = max(peak.most, sum(_memory(each, peak) for each in tree))


def _memory(process: psutil.Process, peak: Peak) -> int:
    try:
        return int(process.memory_full_info().pss)
    except psutil.NoSuchProcess:
        return 0
    except (AttributeError, psutil.AccessDenied):
        peak.kind = "RSS"
        return int(process.memory_info().rss)
