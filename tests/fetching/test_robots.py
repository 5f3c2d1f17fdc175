"""robots.txt: what it forbids, what holds when it cannot be had, how long it is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from protego import Protego
from yarl import URL

from octavo.fetching import robots as robots_module
from octavo.fetching.answers import Request
from octavo.fetching.door import Door
from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.robots import MAX_BYTES, ours
from tests.fetching.server import Asked, PlayClock, Reply, Server, door, page, redirect, serving

Use = Callable[[Door, Server, PlayClock], Awaitable[None]]


def with_robots(robots: Reply, use: Use) -> None:
    async def run() -> None:
        clock = PlayClock()
        replies: dict[str, Reply] = {"/robots.txt": robots, "/open": page(b"open"), "/shut/a": page(b"shut"), "/way": redirect("/shut/a")}
        async with serving(replies) as here, door(f"127.0.0.1:{here.port}", clock=clock) as guarded:
            await use(guarded, here, clock)

    asyncio.run(run())


async def asked_not_to(guarded: Door, here: Server, target: str = "/shut/a", reason: Reason = Reason.ROBOTS) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await guarded.fetch(Request(here.url(target), robots=True))
    assert caught.value.reason is reason
    return caught.value


RULES = page(b"User-agent: *\nDisallow: /shut\n")


def test_what_it_forbids_is_not_asked_for_and_the_rest_is() -> None:
    async def use(guarded: Door, here: Server, clock: PlayClock) -> None:
        await asked_not_to(guarded, here)
        assert (await guarded.fetch(Request(here.url("/open"), robots=True))).body == b"open"
        # A feed is for programs: not asked.
        assert (await guarded.fetch(Request(here.url("/shut/a")))).body == b"shut"
        # Nor is a redirect a way around.
        await asked_not_to(guarded, here, "/way")
        assert here.targets() == ["/robots.txt", "/open", "/shut/a", "/way"]
        assert here.asked[0].headers["user-agent"] == "Octavo/0 (a test)"

    with_robots(RULES, use)


@pytest.mark.parametrize(("text", "open_", "shut"), [
    ("", True, True), ("User-agent: *\nDisallow: /", False, False), ("User-agent: *\nDisallow:", True, True),
    ("User-agent: Octavo\nDisallow: /shut\n\nUser-agent: *\nDisallow: /", True, False),
    ("user-agent: OCTAVO/2\nallow: /\n\nuser-agent: *\ndisallow: /", True, True),
    ("User-agent: Oct\nDisallow: /", True, True), ("User-agent: OctavoBot\nDisallow: /", True, True), ("User-agent: GPTBot\nDisallow: /",
    True, True),
    ("User-agent: a\nUser-agent: octavo\nDisallow: /shut", True, False), ("User-agent: *\nDisallow: /\nAllow: /open$", True, False),
    ("User-agent: *\nDisallow: *shu*a", True, False), ("\ufeffUser-agent: *\nDisallow: /shut", True, False), ("<html>not found</html>",
    True, True),
    ("User-agent: *\r\nDisallow: /shut # for now\r\n", True, False), ("\x00\xff\xfe", True, True), ("User agent *\nDisallow: /shut", True,
    False),
], ids=range(16))
def test_whose_rules_they_are(text: str, open_: bool, shut: bool) -> None:
    rules = Protego.parse(ours(text.removeprefix("\ufeff")))
    assert (rules.can_fetch("http://a.test/open", "Octavo"), rules.can_fetch("http://a.test/shut/a", "Octavo")) == (open_, shut)

    async def use(guarded: Door, here: Server, clock: PlayClock) -> None:
        for target, may in (("/open", open_), ("/shut/a", shut)):
            if may:
                await guarded.fetch(Request(here.url(target), robots=True))
            else:
                await asked_not_to(guarded, here, target)

    with_robots(page(text.encode()), use)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_without_one_everything_is_open(status: int) -> None:
    async def use(guarded: Door, here: Server, clock: PlayClock) -> None:
        await guarded.fetch(Request(here.url("/shut/a"), robots=True))

    with_robots(page(b"User-agent: *\nDisallow: /", status=f"{status} So"), use)


@pytest.mark.parametrize("reply", [page(b"", status="500 So"), page(b"", status="503 So"), page(b"", status="429 So"), b"", page(b"x",
    length=9)], ids=range(5))
def test_where_it_cannot_be_had_the_host_is_left_alone_for_now(reply: Reply) -> None:
    async def use(guarded: Door, here: Server, clock: PlayClock) -> None:
        error = await asked_not_to(guarded, here, reason=Reason.ROBOTS_UNKNOWN)
        assert "robots.txt" in error.problem
        await asked_not_to(guarded, here, reason=Reason.ROBOTS_UNKNOWN)
        assert here.targets() == ["/robots.txt"]
        here.replies["/robots.txt"] = page(b"")
        clock.time += robots_module.KEPT_FAILURE
        assert (await guarded.fetch(Request(here.url("/shut/a"), robots=True))).body == b"shut"

    with_robots(reply, use)


def test_it_is_kept_for_a_day() -> None:
    async def use(guarded: Door, here: Server, clock: PlayClock) -> None:
        await guarded.fetch(Request(here.url("/open"), robots=True))
        here.replies["/robots.txt"] = page(b"User-agent: *\nDisallow: /")
        clock.time += timedelta(hours=23)
        await guarded.fetch(Request(here.url("/open"), robots=True))
        clock.time += timedelta(hours=2)
        await asked_not_to(guarded, here, "/open")
        assert here.targets().count("/robots.txt") == 2

    with_robots(RULES, use)


def test_many_pages_of_a_host_ask_for_it_once() -> None:
    async def use(guarded: Door, here: Server, clock: PlayClock) -> None:
        await asyncio.gather(*(guarded.fetch(Request(here.url("/open"), robots=True)) for _ in range(5)))
        assert here.targets() == ["/robots.txt", *["/open"] * 5]
        assert not guarded._robots._asking

    with_robots(RULES, use)


def test_whoever_gives_up_while_it_is_asked_for_leaves_nobody_behind() -> None:
    async def use(guarded: Door, here: Server, clock: PlayClock) -> None:
        held = asyncio.Event()

        async def hold(asked: Asked, writer: asyncio.StreamWriter) -> bytes:
            held.set()
            await asyncio.sleep(9)
            return page(b"")

        here.replies["/robots.txt"] = hold
        first = asyncio.create_task(guarded.fetch(Request(here.url("/open"), robots=True)))
        second = asyncio.create_task(guarded.fetch(Request(here.url("/open"), robots=True)))
        await held.wait()
        here.replies["/robots.txt"] = RULES
        first.cancel()
        assert (await second).body == b"open"

    with_robots(RULES, use)


@pytest.mark.parametrize(("text", "seconds"), [
    ("User-agent: *\nCrawl-delay: 7", 7), ("User-agent: *\nCrawl-delay: 86400", 60),
    ("User-agent: Octavo\nCrawl-delay: 2.5\n\nUser-agent: *\nCrawl-delay: 9", 2.5),
    ("User-agent: other\nCrawl-delay: 9", 1), ("User-agent: *\nCrawl-delay: -9", 1), ("User-agent: *\nCrawl-delay: nan", 1),
])
def test_crawl_delay(text: str, seconds: float) -> None:
    async def use(guarded: Door, here: Server, clock: PlayClock) -> None:
        await guarded.fetch(Request(here.url("/open"), robots=True))
        clock.slept.clear()
        await guarded.fetch(Request(here.url("/open"), robots=True))
        await guarded.fetch(Request(here.url("/open"), robots=True))
        assert clock.slept == [seconds, seconds]

    with_robots(page(text.encode()), use)


def test_a_large_one_is_read_as_far_as_it_counts() -> None:
    async def use(guarded: Door, here: Server, clock: PlayClock) -> None:
        rules = await guarded._robots._rules(URL(here.url("/")).origin(), None)
        assert rules.size < 1000 + MAX_BYTES
        await asked_not_to(guarded, here)

    limit = b"User-agent: *\nDisallow: /shut\n" + b"Allow: /other\n" * (MAX_BYTES // 14) + b"Disallow: /open\n"

    async def run() -> None:
        clock = PlayClock()
        replies: dict[str, Reply] = {"/robots.txt": page(limit), "/open": page(b"open")}
        from octavo.fetching.guard import Guard
        from octavo.fetching.turns import Turns

        async with serving(replies) as here, Door(Guard.of(f"127.0.0.1:{here.port}"), agent="x", clock=clock,
        turns=Turns(clock)) as guarded:
            assert (await guarded.fetch(Request(here.url("/open"), robots=True))).body == b"open"
            await use(guarded, here, clock)

    asyncio.run(run())


def test_names_times_rules_do_not_fill_the_memory() -> None:
    text = "".join(f"User-agent: a{number}\n" for number in range(15_000)) + "Disallow: /x\n" * 15_000
    rules = Protego.parse(ours(text))
    assert len(rules._user_agents) == 1
    assert rules.can_fetch("http://a.test/x", "Octavo")


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(robots_module, "MAX_KEPT", 1000)

    async def use(guarded: Door, here: Server, clock: PlayClock) -> None:
        kept = guarded._robots
        for number in range(50):
            rules = robots_module._Rules(clock.now() + timedelta(days=1), 100)
            kept._keep(URL(f"http://h{number}.test"), rules)
            kept._keep(URL(f"http://h{number}.test"), rules)
        assert len(kept._kept) == 10
        assert kept._size == 1000
        assert URL("http://h49.test") in kept._kept

    with_robots(RULES, use)
