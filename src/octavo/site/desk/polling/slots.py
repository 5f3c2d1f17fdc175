"""How many hosts are asked at once: a fixed number that answer, and many more that keep one waiting."""

from __future__ import annotations

import asyncio

PATIENCE = 0.5
"""Seconds after which a host that has not answered no longer counts: waiting costs next to nothing, and a fifth of all hosts may hang."""
SET_ASIDE = 8
"""How many times `at_once` may be waited for in all."""


class Slots:
    """`at_once` of them. Whoever has one calls `begin`, `heard` when the answer is there, and `end`."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._counted: set[object] = set()
        self._all: dict[object, asyncio.TimerHandle] = {}

    def free(self) -> bool:
        """Whether another one may begin."""
        return len(self._counted) < self._at_once and len(self._all) < self._at_once * SET_ASIDE

    def begin(self, who: object) -> None:
        """It is asking from now on."""
        self._counted.add(who)
        self._all[who] = asyncio.get_running_loop().call_later(PATIENCE, self._counted.discard, who)

    def heard(self, who: object) -> None:
        """It has an answer, which takes memory until it is read: it counts again, even if that is one too many."""
        self._all[who].cancel()
        self._counted.add(who)

    def end(self, who: object) -> None:
        """It is done."""
        self._all.pop(who).cancel()
        self._counted.discard(who)
