"""A real HTTP server on loopback that answers with whatever bytes a test wants, and names that lead to it."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from aiohttp.abc import AbstractResolver, ResolveResult

from octavo.fetching.door import Door
from octavo.fetching.guard import Guard
from octavo.fetching.limits import Limits
from octavo.fetching.turns import Turns

Reply = bytes | Callable[["Asked", asyncio.StreamWriter], "bytes | Awaitable[bytes]"]


@dataclass(frozen=True)
class Asked:
    """A request as it came; `headers` have small letters."""

    target: str
    headers: Mapping[str, str]


@dataclass
class Server:
    """What listens, what it answers by target, and what it was asked. `connections` counts those that asked nothing too."""

    replies: dict[str, Reply]
    port: int = 0
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    clients: set[asyncio.Task[None]] = field(default_factory=set)

    def url(self, target: str = "/", host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{target}"

    def targets(self) -> list[str]:
        return [each.target for each in self.asked]

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        client = asyncio.create_task(self._client(reader, writer))
        self.clients.add(client)
        client.add_done_callback(self.clients.discard)

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            first, *lines = head.strip().split("\r\n")
            pairs = (line.partition(":") for line in lines)
            asked = Asked(first.split()[1], {name.lower(): value.strip() for name, _, value in pairs})
            self.asked.append(asked)
            reply = self.replies.get(asked.target, page(b"not here", status="404 Not Found"))
            made = reply if isinstance(reply, bytes) else reply(asked, writer)
            reply = made if isinstance(made, bytes) else await made
            writer.write(reply)
            await writer.drain()
        writer.close()


def page(body: bytes = b"", *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """A whole answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def redirect(to: str, status: int = 302) -> bytes:
    return page(b"", f"Location: {to}", status=f"{status} Elsewhere")


@asynccontextmanager
async def serving(
    replies: dict[str, Reply] | None = None, host: str = "127.0.0.1", port: int = 0, tls: ssl.SSLContext | None = None,
) -> AsyncIterator[Server]:
    made = Server(replies or {})
    listening = await asyncio.start_server(made._connected, host, port, ssl=tls)
    made.port = listening.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        listening.close()
        for client in made.clients:
            client.cancel()
        await asyncio.gather(*made.clients, return_exceptions=True)


class Names(AbstractResolver):
    """A resolver whose answers a test writes: a name has a row of answers, one for each time it is asked, the last one for good."""

    def __init__(self, **names: Sequence[Sequence[str]]) -> None:
        self._names = {name.replace("_", ".").replace("..", "_"): iter_last(answers) for name, answers in names.items()}
        self.asked: list[str] = []

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC) -> list[ResolveResult]:
        self.asked.append(host)
        if host not in self._names:
            raise OSError(socket.EAI_NONAME, "Name or service not known")
        return [
            ResolveResult(hostname=host, host=address, port=port, family=socket.AF_INET6 if ":" in address else socket.AF_INET, proto=0,
            flags=0)
            for address in next(self._names[host])
        ]

    async def close(self) -> None:
        pass


def iter_last(answers: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield from answers
    while True:
        yield answers[-1]


class PlayClock:
    """A clock that stands until someone sleeps on it; `slept` are the seconds of each sleep."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(0)
        self.time += timedelta(seconds=seconds)


FAST = Limits(resolve=1, connect=1, first_byte=1, whole=3, wire_bytes=200_000, body_bytes=300_000, header_bytes=8000, redirects=4)


def door(allowed: str = "", resolver: AbstractResolver | None = None, limits: Limits = FAST, clock: PlayClock | None = None) -> Door:
    """A door with short limits on a clock that costs no time."""
    clock = clock or PlayClock()
    return Door(Guard.of(allowed), agent="Octavo/0 (a test)", limits=limits, clock=clock, turns=Turns(clock), resolver=resolver or Names())
