"""The pages that wait to be read: hosts take turns, so that one that sends many long ones delays itself and nobody else."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Iterable
from dataclasses import dataclass

from octavo.addresses import host_of
from octavo.site.desk.assignments import Reading
from octavo.site.desk.reading.child import Given, Unreadable

AHEAD = 4
"""Pages that a process is given at once, so that it need not wait for the next one."""
AHEAD_BYTES = 1 << 20


@dataclass(eq=False, slots=True)
class Job:
    """A page that is to be read. `tries`: how often it broke the process that was at it."""

    given: Given
    done: asyncio.Future[Reading | Unreadable]
    tries: int = 0


class Queue:
    """Jobs go out in `batch`es, a host's second page after the first ones of all other hosts that wait."""

    def __init__(self) -> None:
        self._again: deque[Job] = deque()
        self._by_host: OrderedDict[str, deque[Job]] = OrderedDict()

    def __bool__(self) -> bool:
        return bool(self._again or self._by_host)

    def __contains__(self, job: Job) -> bool:
        return job in self._again or job in self._by_host.get(host_of(job.given.asked), ())

    def add(self, job: Job) -> None:
        """It waits for its host's turn."""
        self._by_host.setdefault(host_of(job.given.asked), deque()).append(job)

    def again(self, jobs: Iterable[Job]) -> None:
        """What was given out and not read comes first, in this order."""
        self._again.extendleft(reversed(list(jobs)))

    def batch(self) -> list[Job]:
        """What a process is given at once, at least one job, of a host one at most; one that broke a process is alone."""
        first = self._next()
        batch, size, hosts = [first], len(first.given.page.body), {host_of(first.given.asked)}
        while not first.tries and len(batch) < AHEAD and (job := self._first()):
            size += len(job.given.page.body)
            if job.tries or size > AHEAD_BYTES or host_of(job.given.asked) in hosts:
                break
            hosts.add(host_of(job.given.asked))
            batch.append(self._next())
        return batch

    def _first(self) -> Job | None:
        return self._again[0] if self._again else next(iter(self._by_host.values()))[0] if self._by_host else None

    def _next(self) -> Job:
        if self._again:
            return self._again.popleft()
        host, jobs = self._by_host.popitem(last=False)
        job = jobs.popleft()
        if jobs:
            self._by_host[host] = jobs  # behind all others
        return job
