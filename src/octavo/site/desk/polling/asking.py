"""One turn: the address is asked through the door, what comes is read. No database here."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from octavo.fetching.answers import Answer, Request
from octavo.fetching.clock import Clock
from octavo.fetching.failures import FetchError, Reason
from octavo.site.desk.assignments import Failed, Heard, Outcome, SourceTurn, Turn
from octavo.site.desk.reading.child import Given, Unreadable
from octavo.site.desk.reading.pool import Reads

log = logging.getLogger("octavo.desk")

LONG = 1 << 20
"""Bytes from which on a digest is made beside the event loop: a MiB takes a millisecond or two."""


class Fetches(Protocol):
    """The door, as the desk uses it."""

    async def fetch(self, request: Request) -> Answer:
        """What came. Raises FetchError."""

    def gap(self, host: str) -> float:
        """How many seconds that host is left alone after a request."""

    def held(self, host: str) -> float:
        """For how many seconds yet that host has asked to be left alone by everybody; 0 for none."""


async def asked(turn: Turn, door: Fetches, pool: Reads, clock: Clock, came: Callable[[], None] = lambda: None) -> Outcome:
    """What comes of the turn; never raises but for being cancelled. `came` is called when its host is done with."""
    start = clock.now()
    try:
        try:
            answer = await door.fetch(request_of(turn))
        finally:
            came()
        outcome: Outcome = await _read(turn, answer, pool, clock)
    except FetchError as error:
        outcome = Failed(turn, clock.now(), error)
    except Exception as error:
        # A fault of Octavo's own must not stop the desk; what is said of it holds no secret.
        log.exception("%s %s could not be worked on", turn.kind, turn.id)
        outcome = Failed(turn, clock.now(), stumbled(turn.url, error))
    return replace(outcome, seconds=(clock.now() - start).total_seconds())


def request_of(turn: Turn) -> Request:
    """The question: with a condition where something is known, and by the leave of robots.txt for whatever is made for people."""
    if isinstance(turn, SourceTurn):
        state = turn.state
        return Request(turn.url, state.etag, state.last_modified, turn.credentials, robots=turn.form == "page")
    return Request(turn.url, credentials=turn.credentials, robots=True, source=turn.led_by)


def stumbled(url: str, error: Exception) -> FetchError:
    """An error that nobody expected, as a stated condition."""
    return FetchError(url, Reason.UNREADABLE, f"Octavo stumbled over it ({type(error).__name__})", "Please report it with its address.")


async def _read(turn: Turn, answer: Answer, pool: Reads, clock: Clock) -> Outcome:
    if answer.unchanged:
        return Heard(turn, answer)
    digest = await _digest(answer.body)
    if isinstance(turn, SourceTurn) and digest == turn.state.digest:
        return Heard(turn, answer, digest)
    page = answer.page(turn.url)
    reading = await pool.read(Given(turn.form if isinstance(turn, SourceTurn) else "article", page, turn.url))
    if isinstance(reading, Unreadable):
        return Failed(turn, clock.now(), FetchError(turn.url, reading.reason, reading.problem, reading.advice), answer)
    return Heard(turn, answer, digest, reading)


async def _digest(body: bytes) -> str:
    if len(body) < LONG:
        return hashlib.sha256(body).hexdigest()
    return (await asyncio.to_thread(hashlib.sha256, body)).hexdigest()
