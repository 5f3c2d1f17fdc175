"""Names looked up in threads of their own: a resolver that hangs stops nothing else."""

from __future__ import annotations

import asyncio
import socket
import threading

import pytest

from octavo.fetching.answers import Request
from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.guard import Guard
from octavo.fetching.resolving import ThreadResolver
from tests.fetching.server import door, page, serving


def test_a_literal_and_a_name_of_this_machine() -> None:
    async def run() -> None:
        resolver = ThreadResolver(5)
        assert [each["host"] for each in await resolver.resolve("127.0.0.1", 80)] == ["127.0.0.1"]
        await resolver.close()

    asyncio.run(run())


def test_a_hanging_resolver_is_given_up_and_stops_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    let_go = threading.Event()
    real = socket.getaddrinfo

    def look_up(host: str, *arguments: object, **options: object) -> object:
        if host.startswith("hangs"):
            let_go.wait(20)
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return real("127.0.0.1", *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)

    async def run() -> None:
        async with serving({"/": page(b"ok")}) as here:
            resolver = ThreadResolver(0.3)
            async with door("127.0.0.0/8", resolver) as guarded:
                hanging = [asyncio.create_task(guarded.fetch(Request(here.url("/", f"hangs{number}.test")))) for number in range(20)]
                assert (await guarded.fetch(Request(here.url("/", "quick.test")))).body == b"ok"
                for task in hanging:
                    with pytest.raises(FetchError) as caught:
                        await task
                    assert caught.value.reason is Reason.NO_ADDRESS
                    assert "resolver" in caught.value.problem
            let_go.set()
            await resolver.close()

    try:
        asyncio.run(run())
    finally:
        let_go.set()


@pytest.mark.parametrize("error", [
    socket.gaierror(socket.EAI_NONAME, "Name or service not known"), UnicodeError("label too long"), OSError(5, "x"),
])
def test_a_name_that_is_none(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*arguments: object, **options: object) -> object:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", look_up)

    async def run() -> None:
        resolver = ThreadResolver(5)
        async with door(resolver=resolver) as guarded:
            with pytest.raises(FetchError) as caught:
                await guarded.fetch(Request("http://nowhere.test/"))
        assert caught.value.reason is Reason.NO_ADDRESS
        await resolver.close()

    asyncio.run(run())


def test_the_system_resolver_is_judged_too() -> None:
    async def run() -> None:
        from octavo.fetching.door import Door

        async with serving({"/": page(b"inside")}) as here, Door(Guard.of(f"10.0.0.1:{here.port}"), agent="x") as guarded:
            with pytest.raises(FetchError) as caught:
                await guarded.fetch(Request(here.url("/", "localhost")))
        # Where the system knows no such name there is nothing to judge.
        assert caught.value.reason in (Reason.REFUSED, Reason.NO_ADDRESS)
        assert not here.connections

    asyncio.run(run())
