"""robots.txt (RFC 9309): asked through the door, kept for a day, obeyed."""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from protego import Protego
from yarl import URL

from octavo.fetching.agent import PRODUCT
from octavo.fetching.answers import Answer
from octavo.fetching.clock import Clock
from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.turns import MOST
from octavo.messages import message as _

MAX_BYTES = 500 * 2**10
"""What is read of a robots.txt; the rest is left out (RFC 9309, 2.5)."""

KEPT = timedelta(hours=24)
KEPT_FAILURE = timedelta(minutes=5)
MAX_KEPT = 4 * 2**20
"""Characters of rules that are kept in memory at once, of all hosts together."""

_AGENT = re.compile(r"user[-\s]*agent\s*:?\s*([^#]*)", re.I)
_ALLOWED = (Reason.NOT_FOUND, Reason.GONE, Reason.FORBIDDEN, Reason.UNAUTHORISED, Reason.REDIRECTS, Reason.UNREADABLE, Reason.REFUSED)
"""Failures after which everything may be fetched (RFC 9309, 2.3.1.3). One that the guard refused says nothing: the page is judged too."""


@dataclass(frozen=True, slots=True)
class _Rules:
    until: datetime
    size: int
    rules: Protego | None = None
    failure: FetchError | None = None


class Robots:
    """What hosts ask of robots. `fetch` is the door's way to one address, a limited body, made for a source (as in `Request`);
    `clock` says when rules are a day old."""

    def __init__(self, fetch: Callable[[str, str | None], Awaitable[Answer]], clock: Clock) -> None:
        self._fetch, self._clock = fetch, clock
        self._kept: OrderedDict[URL, _Rules] = OrderedDict()
        self._size = 0
        self._asking: dict[URL, asyncio.Lock] = {}

    async def check(self, url: URL, source: str | None) -> float | None:
        """Whether an address may be fetched; gives the seconds that Crawl-delay asks for, if any, a minute at most.

        Raises FetchError: ROBOTS where it may not, ROBOTS_UNKNOWN where the rules cannot be had for now.
        """
        kept = await self._rules(url.origin(), source)
        if kept.failure:
            problem = _("its robots.txt, which says what may be fetched, cannot be had (%(why)s)", why=kept.failure.problem)
            raise FetchError(str(url), Reason.ROBOTS_UNKNOWN, problem, _("Try again later."), kept.failure.retry_after)
        if kept.rules is None:
            return None
        if not kept.rules.can_fetch(str(url), PRODUCT):
            problem = _("the host's robots.txt asks robots not to fetch it")
            raise FetchError(str(url), Reason.ROBOTS, problem, _("Its feed may be open to them."))
        delay = kept.rules.crawl_delay(PRODUCT)
        return None if delay is None else min(delay, MOST)

    async def _rules(self, origin: URL, source: str | None) -> _Rules:
        kept = self._fresh(origin)
        if kept:
            return kept
        lock = self._asking.setdefault(origin, asyncio.Lock())
        try:
            async with lock:
                kept = self._fresh(origin)
                if not kept:
                    kept = await self._ask(origin, source)
                    self._keep(origin, kept)
                return kept
        finally:
            if not lock.locked():
                self._asking.pop(origin, None)

    def _fresh(self, origin: URL) -> _Rules | None:
        kept = self._kept.get(origin)
        if kept is None or kept.until <= self._clock.now():
            return None
        self._kept.move_to_end(origin)
        return kept

    def _keep(self, origin: URL, rules: _Rules) -> None:
        old = self._kept.pop(origin, None)
        self._size += rules.size - (old.size if old else 0)
        self._kept[origin] = rules
        while self._size > MAX_KEPT and len(self._kept) > 1:
            self._size -= self._kept.popitem(last=False)[1].size

    async def _ask(self, origin: URL, source: str | None) -> _Rules:
        try:
            answer = await self._fetch(str(origin / "robots.txt"), source)
        except FetchError as error:
            now = self._clock.now()
            if error.reason in _ALLOWED:
                return _Rules(now + (KEPT_FAILURE if error.reason is Reason.REFUSED else KEPT), 200)
            return _Rules(now + KEPT_FAILURE, 500, failure=error)
        text = ours(answer.body.decode("utf-8-sig", "replace"))
        return _Rules(self._clock.now() + KEPT, 200 + len(text), Protego.parse(text))


def ours(text: str) -> str:
    """A robots.txt with the groups that are about neither us nor everybody under one name.

    Each rule of a group is kept once for each name of the group: thousands of names over thousands of rules would fill the memory.
    A name that ours only begins with is none of ours (RFC 9309, 2.2.1).
    """
    return "\n".join(_ours(line.strip()) for line in text.splitlines())


def _ours(line: str) -> str:
    found = _AGENT.match(line)
    if not found:
        return line
    name = found[1].strip().lower()
    if name == "*":
        return "User-agent: *"
    return f"User-agent: {PRODUCT if name.partition('/')[0].rstrip('* ') == PRODUCT.lower() else 'another'}"
