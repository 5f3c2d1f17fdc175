"""Days of the press, played to a desk: its sources in the library, rounds of what is due by a clock that jumps, what is held in the end."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar
from unittest import mock
from urllib.parse import urlsplit

from octavo.fetching.agent import user_agent
from octavo.fetching.answers import Answer, Request
from octavo.fetching.door import Door
from octavo.fetching.guard import Guard
from octavo.fetching.limits import Limits
from octavo.fetching.turns import Turns
from tests.press.clock import MONDAY, PlayedClock
from tests.press.judge import Held, HeldArticle, HeldSource
from tests.press.kinds import Played, kind_of, sources
from tests.press.log import Log
from tests.press.press import Press
from tests.press.resolver import PressResolver
from tests.press.server import serving
from tests.press.sources import Source

if TYPE_CHECKING:
    from octavo.site.desk.polling.desk import Desk
    from octavo.site.desk.polling.round import Round

STEP = timedelta(minutes=5)
"""How far the clock jumps at least, so that several sources are due at a time, as they are where there are thousands."""
IMPATIENT = Limits(connect=0.3, first_byte=0.3, whole=0.5)
_NEVER_ANSWER = ("hanging", "hanging-later", "endless-drip")

T = TypeVar("T")
Failing = Callable[[], Awaitable[list[tuple[str, str]]]]
"""Which sources fail, and why: their names and reasons."""


class TwoDoors:
    """A door for those of which it is known that they never answer, so that a test need not wait for them, and one for all others."""

    def __init__(self, clock: PlayedClock, press: Sequence[Source]) -> None:
        self._clock, self._silent = clock, {source.host: source for source in press if source.kind in _NEVER_ANSWER}
        # By name, as an owner would: what leads on from a source is let in only where the source itself is allowed.
        hosts = {urlsplit(place).hostname for source in press for place in (source.address, source.moved) if place}
        turns, guard, resolver = Turns(clock), Guard.of(", ".join(["127.0.0.0/8", *filter(None, hosts)])), PressResolver()
        self._doors = [
            Door(guard, agent=user_agent("desk@paper.example"), limits=limits, clock=clock, turns=turns, resolver=resolver)
            for limits in (IMPATIENT, Limits())
        ]

    async def __aenter__(self) -> TwoDoors:
        for door in self._doors:
            await door.__aenter__()
        return self

    def gap(self, host: str) -> float:
        """As of a door."""
        return self._doors[1].gap(host)

    def held(self, host: str) -> float:
        """As of a door."""
        return self._doors[1].held(host)

    async def __aexit__(self, *_: object) -> None:
        for door in self._doors:
            await door.__aexit__(None, None, None)

    async def fetch(self, request: Request) -> Answer:
        """As of a door."""
        source = self._silent.get(urlsplit(request.url).hostname or "")
        silent = source is not None and source.troubles[0].at(self._clock.now())
        return await self._doors[0 if silent else 1].fetch(request)


@dataclass(slots=True)
class Outcome:
    """What came of the days: the press's log, what the library holds, everything that was logged."""

    played: Played
    sources: Sequence[Source]
    log: Log
    held: Held
    written: str
    totals: Sequence[Round] = ()
    """What each desk did."""
    rounds: int = 0
    met: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def play(
    days: float, count: int, *, ill: bool = True, desks: int = 1, seed: int = 1, step: timedelta = STEP, kinds: Sequence[str] = (),
) -> Outcome:
    """That many sources over that many days, by so many desks at one library, which is empty and on whichever database is pointed at.

    `kinds`: only these; `step`: how far the clock jumps at least.
    """
    # Nobody else is there whose outcomes could be written down in the same transaction.
    with mock.patch("octavo.site.desk.polling.outcomes.BATCH_AGE", 0.01):
        return asyncio.run(_play(Played(MONDAY, days, 0, count, ill), desks, seed, step, kinds))


async def _play(asked: Played, desks: int, seed: int, step: timedelta, kinds: Sequence[str]) -> Outcome:
    from octavo.site.desk.polling.desk import Desk
    from octavo.site.desk.polling.round import Round

    clock, press, log, written = PlayedClock(), Press(), Log(), _Written()
    logging.getLogger().addHandler(written)
    try:
        async with serving(press, clock, log) as port, _Thread() as thread:
            played = replace(asked, port=port)
            press.open([source for source in sources(played) if not kinds or source.kind in kinds])
            names = await thread.do(lambda: _add(press.sources))
            done = Outcome(played, press.sources, log, Held((), {}), "", [Round() for _ in range(desks)])
            doors = [TwoDoors(clock, press.sources) for _ in range(desks)]
            working = [Desk(door, clock=clock, seed=seed + number, worker=f"desk-{number}") for number, door in enumerate(doors)]
            async with AsyncExitStack() as opened:
                for each in doors:
                    await opened.enter_async_context(each)
                for desk in working:
                    await opened.enter_async_context(desk)
                await _rounds(working, clock, done, step, lambda: thread.do(lambda: _failing(names)))
            done.held, done.written = await thread.do(lambda: _held(names, done.met)), "\n".join(written.lines)
    finally:
        logging.getLogger().removeHandler(written)
    return done


async def _rounds(desks: Sequence[Desk], clock: PlayedClock, done: Outcome, step: timedelta, failing: Failing) -> None:
    ends = done.played.begins + timedelta(days=done.played.days)
    while clock.now() < ends:
        found = await asyncio.gather(*(desk.round(due_only=True) for desk in desks))
        done.rounds += 1
        for total, each in zip(done.totals, found, strict=True):
            total.sources, total.pages, total.added = total.sources + each.sources, total.pages + each.pages, total.added + each.added
        if any(each.failed for each in found):
            for name, reason in await failing():
                done.met[name].add(reason)
        due = await desks[0].next_due()
        clock.move_to(max(due or ends, clock.now() + step))


def _add(press: Sequence[Source]) -> dict[int, str]:
    """The press's sources into the library; their names by primary key."""
    from octavo.site.library import models

    rows = [
        models.Source(
            kind=kind_of(source).library, address=source.address, host=source.host, title=source.title, added=MONDAY, due_at=MONDAY,
            full_text="short" if kind_of(source).name.startswith("summaries") else "never",
        )
        for source in press
    ]
    models.Source.objects.bulk_create(rows)
    by_address = {source.address: source for source in press}
    found = {row.pk: by_address[row.address] for row in models.Source.objects.all()}
    models.SourceSecret.objects.bulk_create([
        models.SourceSecret(source_id=pk, user=source.user[0] if source.user else "", password=source.user[1] if source.user else "",
                            headers=dict([source.secret_header]) if source.secret_header else {})
        for pk, source in found.items() if source.user or source.secret_header
    ])
    return {pk: source.name for pk, source in found.items()}


def _failing(names: dict[int, str]) -> list[tuple[str, str]]:
    from octavo.site.library.models import Source as Row

    return [(names[pk], reason) for pk, reason in Row.objects.exclude(reason="").values_list("pk", "reason")]


def _held(names: dict[int, str], met: dict[str, set[str]]) -> Held:
    from django.db.models import Count

    from octavo.site.library import models

    articles = models.Article.objects.annotate(earlier=Count("versions")).values_list("url", "text", "earlier", "partial")
    rows = {
        names[row.pk]: HeldSource(row.address, row.reason, row.problem, frozenset(met[names[row.pk]]), row.interval)
        for row in models.Source.objects.filter(pk__in=names)
    }
    return Held([HeldArticle(*each) for each in articles], rows)


class _Written(logging.Handler):
    """Everything that is logged, with its traceback, at whatever level."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.lines.append(self.format(record))


class _Thread:
    """A thread for the library, as Django wants it beside an event loop."""

    async def __aenter__(self) -> _Thread:
        self._executor = ThreadPoolExecutor(1)
        return self

    async def __aexit__(self, *_: object) -> None:
        from django.db import connection

        await self.do(lambda: connection.close())
        self._executor.shutdown()

    async def do(self, work: Callable[[], T]) -> T:
        """What `work` returns."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)
