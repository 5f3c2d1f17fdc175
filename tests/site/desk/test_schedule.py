"""When a source is asked next: pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.fetching.failures import Reason
from octavo.fetching.headers import RETRY_MOST
from octavo.reading.feed.hints import Hints
from octavo.site.desk.schedule import FIRST, GONE_ANSWERS, JITTER, LATEST, SOONEST, Failure, Heard, State, failed, heard, takes_over
from tests.site.desk.newsroom import NOON

HERE, THERE = "https://post.example/feed", "https://new.example/feed"
EARLY = 0.0
"""The chance that makes the next request come as soon as it may."""


def wait(state: State, now: datetime = NOON) -> float:
    assert state.due_at is not None
    return (state.due_at - now).total_seconds()


def polled(state: State, new: list[int], **fields: object) -> list[State]:
    """A state after each of some polls, each at its time, that brought so many articles."""
    states = []
    for count in new:
        at = state.due_at or NOON
        state = heard(state, Heard(at, count, **fields), 0.5)  # type: ignore[arg-type]
        states.append(state)
    return states


def test_the_second_request_comes_after_an_hour() -> None:
    assert wait(heard(State(HERE), Heard(NOON, 20), 0.5)) == FIRST


def test_a_source_that_brings_much_is_asked_more_often_and_a_silent_one_less() -> None:
    busy = polled(State(HERE), [20] + [12] * 8)
    assert busy[-1].interval == SOONEST
    silent = polled(State(HERE), [20] + [0] * 60)
    assert silent[-1].interval == LATEST
    for before, after in pairwise(silent[1:]):
        assert before.interval is not None
        assert after.interval is not None
        assert before.interval <= after.interval <= before.interval * 1.5 + 1


def test_a_source_with_an_article_a_day_is_asked_a_few_times_a_day() -> None:
    state, day = heard(State(HERE), Heard(NOON, 1), 0.5), NOON
    asked = 0
    for _ in range(600):
        at = state.due_at
        assert at is not None
        new = (at - NOON).days - (day - NOON).days
        day, asked = at, asked + 1
        state = heard(state, Heard(at, new), 0.5)
        if (at - NOON).days >= 30:
            break
    assert 1.5 <= asked / 30 <= 6


def test_an_unchanged_answer_keeps_what_is_known() -> None:
    before = State(HERE, digest="d", hints=Hints(7200), changed=NOON - timedelta(hours=1), interval=3600, failures=3, failing_since=NOON,
                   reason="timed-out", problem="it did not answer")
    after = heard(before, Heard(NOON, etag='"a"', last_modified="m"), 0.5)
    assert (after.digest, after.hints, after.changed, after.etag, after.last_modified) == ("d", before.hints, before.changed, '"a"', "m")
    assert (after.failures, after.failing_since, after.reason, after.problem) == (0, None, "", "")
    assert (after.fetched, after.answered) == (NOON, NOON)


def test_an_answer_that_is_unchanged_keeps_the_validators_that_it_does_not_repeat() -> None:
    before = State(HERE, etag='"a"', last_modified="m", digest="d")
    bare = heard(before, Heard(NOON, unchanged=True), 0.5)
    assert (bare.etag, bare.last_modified) == ('"a"', "m")
    half = heard(before, Heard(NOON, unchanged=True, etag='"b"'), 0.5)
    assert (half.etag, half.last_modified) == ('"b"', "m")
    whole = heard(before, Heard(NOON, digest="d"), 0.5)
    assert (whole.etag, whole.last_modified) == ("", ""), "an answer with a body says for itself what it can be asked by"


def test_hints_and_max_age_are_floors_that_jitter_does_not_break() -> None:
    state = State(HERE, interval=SOONEST, changed=NOON)
    assert wait(heard(state, Heard(NOON, 9, max_age=5000), EARLY)) == 5000
    assert wait(heard(state, Heard(NOON, 9, hints=Hints(7200)), EARLY)) == 7200
    assert wait(heard(replace(state, hints=Hints(7200)), Heard(NOON, 9), EARLY)) == 7200
    assert wait(heard(state, Heard(NOON, 9, max_age=10**12), 0.5)) <= LATEST * (1 + JITTER)


def test_failures_back_off_from_the_interval_to_a_day_and_go_on_daily() -> None:
    state, waits = State(HERE, interval=3600), []
    for _ in range(40):
        at = state.due_at or NOON
        state = failed(state, Failure(at, Reason.NOT_FOUND, "there is no such page"), 0.5)
        waits.append(wait(state, at))
    assert waits[:5] == [3600, 7200, 14_400, 28_800, 57_600]
    assert set(waits[5:]) == {LATEST}
    assert (state.failures, state.failing_since, state.reason, state.problem) == (40, NOON, "not-found", "there is no such page")


def test_a_host_that_asks_for_peace_gets_it() -> None:
    state = State(HERE, interval=SOONEST)
    assert wait(failed(state, Failure(NOON, Reason.RATE_LIMITED, "p"), 0.5)) == 2 * SOONEST
    assert wait(failed(state, Failure(NOON, Reason.RATE_LIMITED, "p", retry_after=7 * 86_400), EARLY)) == 7 * 86_400
    assert wait(failed(state, Failure(NOON, Reason.SERVER_ERROR, "p", retry_after=10**15), EARLY)) == RETRY_MOST


def going(*reasons: Reason) -> State:
    state = State(HERE, interval=3600)
    for reason in reasons:
        state = failed(state, Failure(state.due_at or NOON, reason, "it says that it will not come back"), 0.5)
    return state


def test_one_that_says_three_times_that_it_is_gone_is_not_asked_and_still_shown() -> None:
    for times in (1, 2):
        assert wait(going(*[Reason.GONE] * times), NOON + timedelta(days=times - 1)) == LATEST
    state = going(*[Reason.GONE] * 3)
    assert state.due_at is None
    assert (state.reason, state.problem) == ("gone", "it says that it will not come back")
    assert going(Reason.GONE, Reason.TIMED_OUT, Reason.GONE, Reason.GONE).due_at is None, "who does not answer takes nothing back"
    back = heard(going(Reason.GONE, Reason.GONE), Heard(NOON + timedelta(days=2)), 0.5)
    assert failed(back, Failure(NOON + timedelta(days=3), Reason.GONE, "p"), 0.5).due_at is not None


def moving(*hours: float, taken: bool = False) -> State:
    state = State(HERE)
    for hour in hours:
        state = heard(state, Heard(NOON + timedelta(hours=hour), moved_to=THERE), 0.5, taken)
    return state


@pytest.mark.parametrize("hours", [(0,), (0, 50), (0, 1, 47), (0, 1, 2, 3, 4)])
def test_a_move_is_not_taken_over_before_it_has_held(hours: tuple[float, ...]) -> None:
    assert moving(*hours).address == HERE


def test_a_move_that_has_held_is_taken_over() -> None:
    state = moving(0, 20, 48)
    assert (state.address, state.moved_to, state.moved_since, state.moved_answers) == (THERE, "", None, 0)


def test_a_move_that_wavers_begins_again() -> None:
    back = heard(moving(0, 20), Heard(NOON + timedelta(hours=30)), 0.5)
    assert (back.moved_to, back.moved_answers) == ("", 0)
    other = heard(moving(0, 20), Heard(NOON + timedelta(hours=30), moved_to="https://third.example/"), 0.5)
    assert (other.moved_to, other.moved_answers) == ("https://third.example/", 1)


def test_a_failure_does_not_take_a_move_back() -> None:
    down = failed(moving(0, 20), Failure(NOON + timedelta(hours=30), Reason.TIMED_OUT, "p"), 0.5)
    assert heard(down, Heard(NOON + timedelta(hours=48), moved_to=THERE), 0.5).address == THERE


def test_a_move_that_a_wrong_clock_saw_in_the_future_begins_again() -> None:
    state = heard(moving(9_000), Heard(NOON, moved_to=THERE), 0.5)
    assert (state.moved_since, state.moved_answers) == (NOON, 1)


def test_a_move_onto_another_source_is_said_and_not_done() -> None:
    state = moving(0, 20, 48, taken=True)
    assert state.address == HERE
    assert THERE in state.note
    assert (state.reason, state.problem, state.failures) == ("", "", 0)
    assert THERE in heard(state, Heard(NOON + timedelta(hours=60), moved_to=THERE), 0.5, True).note
    assert heard(state, Heard(NOON + timedelta(hours=60)), 0.5).note == "", "it has moved back"


def test_a_note_of_something_else_stays() -> None:
    state = replace(State(HERE), note="its credentials are not sent there")
    assert heard(heard(state, Heard(NOON), 0.5), Heard(NOON, moved_to=THERE), 0.5).note == state.note


def test_what_cannot_be_an_address_is_no_move() -> None:
    for there in ("https://új.example/", "https://new.example/" + "a" * 2000, HERE):
        assert heard(State(HERE), Heard(NOON, moved_to=there), 0.5).moved_to == ""


CHANCE = st.floats(0, 1)
MOMENTS = st.floats(0, 3e9).map(lambda seconds: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds))
HINTS = st.builds(
    Hints, st.none() | st.integers(1, 10**9), st.sets(st.integers(0, 23)).map(tuple), st.sets(st.integers(0, 6)).map(tuple))
SECONDS = st.none() | st.floats(-1e9, 1e15)
STATES = st.builds(
    State, st.just(HERE), hints=HINTS, interval=st.none() | st.integers(0, 10**7), changed=st.none() | MOMENTS,
    failures=st.integers(0, 10**9), gone_answers=st.integers(0, 4),
    moved_to=st.sampled_from(["", THERE]), moved_since=st.none() | MOMENTS, moved_answers=st.integers(0, 9),
)


@given(STATES, MOMENTS, st.integers(0, 10**6), SECONDS, st.none() | HINTS, CHANCE, st.booleans())
def test_an_answer_is_followed_by_a_request_within_bounds(
    state: State, at: datetime, new: int, age: float | None, hints: Hints | None, chance: float, taken: bool,
) -> None:
    answer = Heard(at, new, max_age=age, hints=hints, moved_to=THERE)
    after = heard(state, answer, chance, taken)
    assert SOONEST <= wait(after, at) <= LATEST * (1 + JITTER)
    assert after.interval is not None
    assert SOONEST <= after.interval <= LATEST
    assert wait(after, at) >= min(LATEST, age or 0)
    assert (after.address == THERE) == (bool(takes_over(state, answer)) and not taken)


@given(STATES, MOMENTS, st.sampled_from(Reason), SECONDS, CHANCE)
def test_a_failure_is_followed_by_a_request_that_is_not_too_soon(
    state: State, at: datetime, reason: Reason, retry: float | None, chance: float,
) -> None:
    after = failed(state, Failure(at, reason, "p", retry), chance)
    assert after.failures == state.failures + 1
    if reason is Reason.GONE and after.gone_answers >= GONE_ANSWERS:
        assert after.due_at is None
    else:
        assert wait(after, at) >= max(SOONEST, min(RETRY_MOST, retry or 0))
        assert wait(after, at) <= max(LATEST, min(RETRY_MOST, retry or 0)) * (1 + JITTER) + 1
