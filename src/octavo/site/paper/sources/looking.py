"""Looks at what a person typed: each goes on in a thread of its own, so that its page can say at once what is asked, and what came of it.

They are kept in this process alone, credentials among them, and not for long: what comes of one that is lost is asked for again.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from django.db import connections

from octavo.errors import InputError
from octavo.fetching.answers import Answer, Request
from octavo.fetching.discovery.typed import without_user
from octavo.messages import message as _
from octavo.site.desk.adding.discovering import Fetcher

T = TypeVar("T")
Note = Callable[[str], None]

MOST = 8
"""Looks at a time: one is enough for a person who waits."""
KEPT = 600.0
"""Seconds that a look is kept after it began; none takes as long."""


@dataclass(frozen=True, slots=True)
class Look(Generic[T]):
    """One look: whose it is (a reader's number), what was typed, the addresses that were asked so far, what will have come of it."""

    reader: int
    typed: str
    began: float
    asked: list[str] = field(default_factory=list)
    outcome: Future[T] = field(default_factory=Future)


class Looks(Generic[T]):
    """The looks of this process, by keys that nobody guesses."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._looks: dict[str, Look[T]] = {}

    def begin(self, reader: int, typed: str, work: Callable[[Note], T]) -> tuple[str, Look[T]]:
        """Begin one: `work` is called in a thread, with what notes an address that it asks. Raises InputError for one too many."""
        look: Look[T] = Look(reader, without_user(typed), time.monotonic())
        key = secrets.token_urlsafe(16)
        with self._lock:
            self._looks = {key: each for key, each in self._looks.items() if look.began - each.began < KEPT}
            if sum(not each.outcome.done() for each in self._looks.values()) >= MOST:
                raise InputError(_("The address"), _("Octavo is looking at others just now"), _("Try again when it is done with them"))
            self._looks[key] = look
        threading.Thread(target=_run, args=(look, work), name="look", daemon=True).start()
        return key, look

    def of(self, key: str, reader: int) -> Look[T] | None:
        """That reader's look; None for another's, or where it is not kept any more."""
        look = self._looks.get(key)
        return look if look and look.reader == reader else None


class Noted:
    """A door that notes the addresses which are asked through it."""

    def __init__(self, door: Fetcher, note: Note) -> None:
        self._door, self._note = door, note

    async def fetch(self, request: Request) -> Answer:
        """As the door's own."""
        self._note(without_user(request.url))
        return await self._door.fetch(request)


def _run(look: Look[T], work: Callable[[Note], T]) -> None:
    try:
        look.outcome.set_result(work(look.asked.append))
    except BaseException as error:  # noqa: BLE001 - whoever waits is told, whatever it was
        look.outcome.set_exception(error)
    finally:
        connections.close_all()
