"""Politeness: one request at a time to a host, and a pause between two."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import TracebackType

from octavo.fetching.clock import Clock
from octavo.fetching.headers import RETRY_MOST

MOST = 60.0
"""Seconds for which a turn waits at most: a host that asks for longer is not asked, see `Turns.held`."""

SWEEP = 1000
"""Hosts that are remembered before the idle ones are looked for."""


@dataclass(slots=True)
class _Host:
    gap: float
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    ended: datetime | None = None
    held: datetime | None = None
    waiting: int = 0


class Turns:
    """Who may ask which host when: `async with turns.of("harbourpost.example"):` around a request, first come, first served.

    `delay` is the least number of seconds by `clock` between the end of one request and the beginning of the next. A host is forgotten
    when nobody waits for it and its pause is over. To be used from one event loop.
    """

    def __init__(self, clock: Clock, delay: float = 1.0) -> None:
        self._clock, self._delay = clock, delay
        self._hosts: dict[str, _Host] = {}
        self._sweep_at = SWEEP

    def of(self, host: str) -> Turn:
        """A turn at that host (its name in small letters, no port)."""
        return Turn(self, host)

    def slow_down(self, host: str, seconds: float) -> None:
        """Leave at least that many seconds, but no more than MOST, between requests to a host until it is left alone for as long."""
        known = self._known(host)
        known.gap = max(known.gap, min(seconds, MOST))

    def leave_alone(self, host: str, seconds: float) -> None:
        """The host has asked for that (Retry-After): up to MOST its turns wait, as after `slow_down`; for longer it is not to be asked."""
        self.slow_down(host, seconds)
        if seconds > MOST:
            self._known(host).held = self._clock.now() + timedelta(seconds=min(seconds, RETRY_MOST))

    def held(self, host: str) -> float:
        """For how many seconds yet nobody may ask that host, since it has asked to be left alone; 0 for none."""
        known = self._hosts.get(host)
        return self._left(known, self._clock.now()) if known else 0.0

    def _left(self, host: _Host, now: datetime) -> float:
        left = (host.held - now).total_seconds() if host.held else 0.0
        # No host asks for longer: the clock was ahead, and is put right.
        return left if 0 < left <= RETRY_MOST else 0.0

    def gap(self, host: str) -> float:
        """The least number of seconds between two requests to a host, as things are."""
        known = self._hosts.get(host)
        return known.gap if known else self._delay

    def _known(self, host: str) -> _Host:
        known = self._hosts.get(host)
        if known is None:
            if len(self._hosts) >= self._sweep_at:
                self._forget()
            known = self._hosts[host] = _Host(self._delay)
        return known

    def _forget(self) -> None:
        now = self._clock.now()
        self._hosts = {
            name: host for name, host in self._hosts.items() if host.waiting or self._pause(host, now) > 0 or self._left(host, now)}
        # Twice what is left: so a sweep costs no more than a step or two for each host that came since the last.
        self._sweep_at = max(SWEEP, 2 * len(self._hosts))

    def _pause(self, host: _Host, now: datetime) -> float:
        if host.ended is None:
            return 0
        # A clock that was put back is no reason to wait for longer than the gap.
        return min(host.gap, (host.ended + timedelta(seconds=host.gap) - now).total_seconds())

    async def _begin(self, name: str) -> _Host:
        host = self._known(name)
        host.waiting += 1
        try:
            await host.lock.acquire()
        except BaseException:
            host.waiting -= 1
            raise
        try:
            now = self._clock.now()
            pause = self._pause(host, now)
            if pause > 0:
                await self._clock.sleep(pause)
            elif host.waiting == 1:
                # It was left alone for long enough, and nobody stands behind: as on the first day.
                host.gap = self._delay
        except BaseException:
            self._leave(host)
            raise
        return host

    def _end(self, host: _Host) -> None:
        host.ended = self._clock.now()
        self._leave(host)

    def _leave(self, host: _Host) -> None:
        host.waiting -= 1
        host.lock.release()


class Turn:
    """One turn at a host, as a context: it waits on entering, and the pause begins on leaving."""

    __slots__ = ("_host", "_name", "_turns")

    def __init__(self, turns: Turns, name: str) -> None:
        self._turns, self._name = turns, name

    async def __aenter__(self) -> None:
        self._host = await self._turns._begin(self._name)

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._turns._end(self._host)
