"""All bodies together have so many bytes and no more, and none waits for ever."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from octavo.fetching.answers import Answer, Request
from octavo.fetching.flight import Flight, Load
from tests.fetching.server import Names, door, page, serving


def whole(body: bytes = b"") -> Answer:
    return Answer("https://post.example/", 200, body, datetime.now(UTC))


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def test_who_finds_no_room_waits_until_an_answer_is_dropped() -> None:
    async def run() -> None:
        flight = Flight(100)
        first, second = Load(flight), Load(flight)
        await first.grow(80)
        answer = whole()
        first.keep(answer)
        waiting = asyncio.create_task(second.grow(30))
        await settled()
        assert not waiting.done()
        del answer
        await waiting
        assert flight.used == 30
        second.drop()
        assert flight.used == 0

    asyncio.run(run())


def test_where_all_that_is_there_still_grows_one_at_a_time_goes_beyond() -> None:
    async def run() -> None:
        flight = Flight(100)
        loads = [Load(flight) for _ in range(4)]
        for load in loads:
            await load.grow(25)
        growing = [asyncio.create_task(load.grow(25)) for load in loads]
        await settled()
        assert [task.done() for task in growing] == [True, False, False, False]
        await loads[0].grow(25)
        answer = whole()
        loads[0].keep(answer)
        await settled()
        assert sum(task.done() for task in growing) == 1, "that answer will be dropped: the others wait for it"
        del answer
        await settled()
        assert [task.done() for task in growing] == [True, True, True, False], "one has room now, and again one goes beyond"
        loads[2].drop()
        await asyncio.gather(*growing)
        assert flight.used == 100

    asyncio.run(run())


def test_who_gives_up_waiting_stands_in_nobodys_way() -> None:
    async def run() -> None:
        flight = Flight(100)
        first, second, third = (Load(flight) for _ in range(3))
        await first.grow(90)
        answer = whole()
        first.keep(answer)
        waiting = [asyncio.create_task(each.grow(20)) for each in (second, third)]
        await settled()
        waiting[0].cancel()
        second.drop()
        del answer
        await waiting[1]
        assert flight.used == 20

    asyncio.run(run())


@pytest.mark.parametrize("most", [50_000, 10_000_000])
def test_the_door_counts_what_it_gives(most: int) -> None:
    async def run() -> None:
        async with serving({"/": page(b"x" * 40_000), "/no": page(b"x" * 40_000, status="500 So")}) as here:
            names = Names(**{f"{name}_test": [["127.0.0.1"]] for name in "abcd"})
            async with door("127.0.0.0/8", names) as guarded:
                guarded._flight = Flight(most)
                answers = [await guarded.fetch(Request(here.url("/", "a.test")))]
                assert guarded._flight.used == 40_000
                second = asyncio.create_task(guarded.fetch(Request(here.url("/", "b.test"))))
                await asyncio.sleep(0.2)
                assert second.done() == (most > 80_000)
                answers.clear()
                assert len((await second).body) == 40_000
                del second
                await settled()
                assert guarded._flight.used == 0

    asyncio.run(run())
