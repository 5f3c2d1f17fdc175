"""When a source is asked next, and what is kept of how it answered: pure decisions, carried out by `recording`.

The rhythm follows what the source does: half the time between two new articles, moved to gently, and what the source says about it
(ttl, sy:updatePeriod, Cache-Control) is a floor. All of it lies between SOONEST and LATEST; `chance` spreads the sources of one moment.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from octavo.addresses import ADDRESS_STORED
from octavo.fetching.failures import Reason
from octavo.fetching.headers import RETRY_MOST
from octavo.reading.feed.hints import NO_HINTS, Hints

SOONEST = 600
"""Seconds between two requests, at least."""
LATEST = 86_400
"""Seconds between two requests, at most, as long as a host does not ask for more: once a day nothing is lost."""
FIRST = 3_600
"""Seconds until the second request, while nothing is known."""
JITTER = 0.1
"""How much of the time chance may add or take."""
GONE_ANSWERS = 3
"""It is over when that many answers in a row, a day apart, have said that it is gone for good: one may be a mistake."""
MOVE_HELD = timedelta(days=2)
MOVE_ANSWERS = 3
"""A move is taken over when that many answers in a row, over that time, have said the same."""
LONGEST = timedelta(seconds=max(LATEST, RETRY_MOST) * (1 + JITTER))
"""The longest that anything waits: what is to wait for longer was set by a clock that was wrong."""


@dataclass(frozen=True, slots=True)
class State:
    """What of a source's row is decided here, under the names of its columns."""

    address: str
    due_at: datetime | None = None
    etag: str = ""
    last_modified: str = ""
    digest: str = ""
    moved_to: str = ""
    moved_since: datetime | None = None
    moved_answers: int = 0
    hints: Hints = NO_HINTS
    fetched: datetime | None = None
    answered: datetime | None = None
    changed: datetime | None = None
    interval: int | None = None
    failures: int = 0
    failing_since: datetime | None = None
    reason: str = ""
    problem: str = ""
    gone_answers: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer, read and put into the library. `unchanged`: it was a 304. `hints`: None where the body is the one that was read before."""

    at: datetime
    new: int = 0
    etag: str = ""
    last_modified: str = ""
    digest: str = ""
    moved_to: str | None = None
    max_age: float | None = None
    hints: Hints | None = field(default=None)
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no answer that can be used. `problem` is in words for a person; `retry_after` in seconds."""

    at: datetime
    reason: Reason
    problem: str
    retry_after: float | None = None


def heard(state: State, answer: Heard, chance: float, taken: bool = False) -> State:
    """The state after an answer. `chance` lies in 0..1; `taken`: another source has the address that it has moved to.

    A 304 need not repeat the validators that it goes by (RFC 9110, 15.4.5): what it leaves out stays. Any other answer says all.
    """
    hints = state.hints if answer.hints is None else answer.hints
    interval = _interval(state, answer)
    floor = min(LATEST, max(SOONEST, hints.every or 0, answer.max_age or 0))
    after = replace(
        state, etag=answer.etag or (state.etag if answer.unchanged else ""),
        last_modified=answer.last_modified or (state.last_modified if answer.unchanged else ""), digest=answer.digest or state.digest,
        hints=hints, fetched=answer.at, answered=answer.at, changed=answer.at if answer.new or not state.changed else state.changed,
        interval=round(interval), failures=0, failing_since=None, reason="", problem="", gone_answers=0,
        due_at=hints.allowed(answer.at + _spread(interval, floor, chance), answer.at + timedelta(seconds=LATEST * (1 + JITTER))),
    )
    return _moved(after, answer, taken)


def failed(state: State, failure: Failure, chance: float) -> State:
    """The state after a failure. All are asked again, at least once a day, but one that has said GONE_ANSWERS times that it is gone."""
    failures, gone = state.failures + 1, failure.reason is Reason.GONE
    gone_answers = state.gone_answers + gone
    hurry = failure.reason in (Reason.RATE_LIMITED, Reason.SERVER_ERROR) and failure.retry_after is None
    # The exponent is bounded before it is taken: 2 to the power of a million failures is a long number.
    wait = LATEST if gone else min(LATEST, (state.interval or FIRST) * 2.0 ** min(20, failures - 1 + hurry))
    asked = min(RETRY_MOST, max(0.0, failure.retry_after or 0.0))
    due = None if gone and gone_answers >= GONE_ANSWERS else failure.at + _spread(wait, max(SOONEST, asked), chance)
    return replace(
        state, due_at=due, fetched=failure.at, failures=failures, failing_since=state.failing_since or failure.at,
        reason=failure.reason.value, problem=failure.problem, gone_answers=gone_answers,
    )


def takes_over(state: State, answer: Heard) -> str:
    """The address that this answer makes the source's own, "" for none: whoever knows which are taken can look."""
    held = state.moved_to == answer.moved_to and state.moved_since is not None and state.moved_answers + 1 >= MOVE_ANSWERS
    return state.moved_to if held and state.moved_since is not None and answer.at - state.moved_since >= MOVE_HELD else ""


def _interval(state: State, answer: Heard) -> float:
    """The next interval, in seconds: a step of at most a half down or up, towards half the time between two new articles.

    While nothing is new, the silence itself tells: at four times the interval it is longer than what the articles made one expect.
    """
    if state.interval is None:
        return FIRST
    silence = (answer.at - (state.changed or answer.at)).total_seconds()
    aim = silence / answer.new / 2 if answer.new else max(state.interval, silence / 4)
    return min(LATEST, max(SOONEST, min(state.interval * 1.5, max(state.interval / 2, aim))))


def _spread(interval: float, floor: float, chance: float) -> timedelta:
    """The interval with its jitter, which never goes below the floor."""
    return timedelta(seconds=max(interval * (1 - JITTER + 2 * JITTER * chance), floor * (1 + JITTER * chance)))


def _moved(state: State, answer: Heard, taken: bool) -> State:
    """Keep in mind where it says that it has moved to, or take it over."""
    address, clashed = answer.moved_to or "", state.moved_answers >= MOVE_ANSWERS
    begun = replace(state, note="" if clashed else state.note)
    if not address or address == state.address or len(address) > ADDRESS_STORED or not address.isascii():
        return replace(begun, moved_to="", moved_since=None, moved_answers=0)
    if address != state.moved_to or state.moved_since is None or state.moved_since > answer.at:
        return replace(begun, moved_to=address, moved_since=answer.at, moved_answers=1)
    state_now = replace(state, moved_answers=state.moved_answers + 1)
    if not takes_over(state, answer):
        return state_now
    if taken:
        return replace(state_now, note=f"it says that it has moved for good to {address}, which is another source of yours: remove one")
    return replace(state_now, address=address, moved_to="", moved_since=None, moved_answers=0)
