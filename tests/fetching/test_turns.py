"""One request at a time to a host and a pause between two, by a clock that is played."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.fetching.answers import Request
from octavo.fetching.headers import RETRY_MOST
from octavo.fetching.turns import MOST, SWEEP, Turns
from tests.fetching.server import Asked, Names, PlayClock, door, page, serving


def test_the_first_turn_comes_at_once_and_the_next_after_the_delay() -> None:
    async def run() -> None:
        clock = PlayClock()
        turns = Turns(clock)
        async with turns.of("a.test"):
            clock.time += timedelta(seconds=9)
        async with turns.of("b.test"):
            pass
        assert clock.slept == []
        clock.time += timedelta(seconds=0.25)
        async with turns.of("a.test"):
            assert clock.slept == [0.75]
        clock.time += timedelta(seconds=1)
        async with turns.of("a.test"):
            assert clock.slept == [0.75]

    asyncio.run(run())


def test_a_failure_ends_a_turn_too() -> None:
    async def run() -> None:
        clock = PlayClock()
        turns = Turns(clock)
        with pytest.raises(RuntimeError):
            async with turns.of("a.test"):
                raise RuntimeError
        async with turns.of("a.test"):
            assert clock.slept == [1]

    asyncio.run(run())


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([0, 0.25, 1, 3.5]), st.booleans()), max_size=12))
def test_whatever_comes_no_host_is_asked_twice_at_once_nor_too_soon(requests: list[tuple[str, float, bool]]) -> None:
    async def run() -> None:
        clock = PlayClock()
        turns = Turns(clock)
        busy: set[str] = set()
        ended: dict[str, float] = {}
        order: dict[str, list[int]] = {}

        async def ask(number: int, host: str, takes: float) -> None:
            async with turns.of(host):
                began = (clock.now() - start).total_seconds()
                assert host not in busy
                assert began - ended.get(host, -9) > 1 - 1e-5
                busy.add(host)
                order.setdefault(host, []).append(number)
                try:
                    await clock.sleep(takes)
                finally:
                    busy.remove(host)
                    ended[host] = (clock.now() - start).total_seconds()

        start = clock.now()
        tasks = [asyncio.create_task(ask(number, host, takes)) for number, (host, takes, _) in enumerate(requests)]
        await asyncio.sleep(0)
        for task, (_, _, given_up) in zip(tasks, requests, strict=True):
            if given_up:
                task.cancel()
        done = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(each is None or isinstance(each, asyncio.CancelledError) for each in done), done
        assert all(numbers == sorted(numbers) for numbers in order.values())

    asyncio.run(run())


def test_a_host_that_asks_for_more_time_gets_it_up_to_a_minute() -> None:
    async def run() -> None:
        clock = PlayClock()
        turns = Turns(clock)

        async def ask(host: str) -> None:
            async with turns.of(host):
                pass

        for seconds in (30, 86400, 0.2):
            clock.slept.clear()
            host = f"{seconds}.test"
            await ask(host)
            turns.slow_down(host, seconds)
            await asyncio.gather(ask(host), ask(host))
            assert clock.slept == [max(1, min(seconds, MOST))] * 2
            # Left alone for long enough, it is asked as before.
            clock.time += timedelta(seconds=MOST)
            await ask(host)
            await ask(host)
            assert clock.slept[2:] == [1]

    asyncio.run(run())


def test_a_host_that_asks_for_longer_than_a_turn_waits_is_not_to_be_asked_for_as_long() -> None:
    clock = PlayClock()
    turns = Turns(clock)
    for host, seconds, held in (("a.test", 30, 0), ("b.test", 7200, 7200), ("c.test", 1e12, RETRY_MOST)):
        turns.leave_alone(host, seconds)
        assert turns.held(host) == held
        assert turns.gap(host) <= MOST
    for number in range(2 * SWEEP):
        turns.slow_down(f"{number}.test", 0)
    clock.time += timedelta(seconds=7199)
    assert (turns.held("b.test"), turns.held("other.test")) == (1, 0)
    clock.time += timedelta(seconds=1)
    assert turns.held("b.test") == 0
    turns.leave_alone("b.test", 7200)
    clock.time -= timedelta(days=300)
    assert turns.held("b.test") == 0, "the clock was ahead"


def test_a_clock_that_is_put_back_costs_no_more_than_a_pause() -> None:
    async def run() -> None:
        clock = PlayClock()
        turns = Turns(clock)
        async with turns.of("a.test"):
            pass
        clock.time -= timedelta(days=1)
        async with turns.of("a.test"):
            assert clock.slept == [1]

    asyncio.run(run())


def test_idle_hosts_are_forgotten_and_none_whose_pause_runs() -> None:
    async def run() -> None:
        clock = PlayClock()
        turns = Turns(clock)
        turns.slow_down("slow.test", 50)
        async with turns.of("slow.test"):
            pass
        turns.slow_down("slow.test", 50)
        for number in range(5 * SWEEP):
            async with turns.of(f"{number}.test"):
                pass
            clock.time += timedelta(seconds=0.005)
        assert len(turns._hosts) <= SWEEP + 1
        clock.slept.clear()
        async with turns.of("slow.test"):
            assert clock.slept == [pytest.approx(25)]

    asyncio.run(run())


def test_who_waits_for_a_turn_holds_no_connection() -> None:
    async def run() -> None:
        let_go = asyncio.Event()

        async def late(asked: Asked, writer: asyncio.StreamWriter) -> bytes:
            await let_go.wait()
            return page(b"late")

        async with serving({"/late": late, "/": page(b"ok")}) as here:
            names = Names(busy_test=[["127.0.0.1"]], quick_test=[["127.0.0.1"]])
            guarded = door("127.0.0.0/8", names)
            guarded._slots = asyncio.Semaphore(2)
            async with guarded:
                crowd = [asyncio.create_task(guarded.fetch(Request(here.url("/late", "busy.test")))) for _ in range(5)]
                await asyncio.sleep(0)
                assert (await guarded.fetch(Request(here.url("/", "quick.test")))).body == b"ok"
                assert here.targets().count("/late") <= 1
                let_go.set()
                assert [answer.body for answer in await asyncio.gather(*crowd)] == [b"late"] * 5

    asyncio.run(run())
