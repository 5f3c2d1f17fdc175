"""HTTP/1.1 on loopback, as little of it as a press needs: GET, keep-alive, and every bad manner of `replies`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, cast

from tests.press.log import Log, Visit
from tests.press.replies import Asked, Manner, Reply

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from octavo.fetching.clock import Clock

Answering = Callable[[Asked, Log], tuple[str, Reply]]
"""A request -> the name of the source whose feed it is for ("" for another page) and what is said."""

LATE, PAUSE = 0.05, 0.01
"""Real seconds before a late first byte, and between two pieces of a dripping body."""
_PIECE = 64 * 1024
_MANNERS_WITHOUT_LENGTH = (Manner.ENDLESS_BODY, Manner.ENDLESS_DRIP)


class _Connection(asyncio.Protocol):
    """One client. A request is answered whole before the next one is looked at."""

    def __init__(self, answering: Answering, clock: Clock, log: Log, clients: set[asyncio.Transport]) -> None:
        self._answering, self._clock, self._log, self._clients = answering, clock, log, clients
        self._came = b""
        self._visit: Visit | None = None
        self._pour: Iterator[bytes] | None = None
        self._may_write = True
        self._waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._clients.add(self._transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self._clients.discard(self._transport)
        self._pour = None
        if self._waiting:
            self._waiting.cancel()
        self._done()

    def pause_writing(self) -> None:
        self._may_write = False

    def resume_writing(self) -> None:
        self._may_write = True
        self._write_on()

    def data_received(self, data: bytes) -> None:
        self._came += data
        self._next()

    def _next(self) -> None:
        while self._visit is None and (end := self._came.find(b"\r\n\r\n")) >= 0:
            head, self._came = self._came[:end], self._came[end + 4 :]
            self._answer(_asked(head, self._clock))

    def _answer(self, asked: Asked) -> None:
        self._visit = visit = Visit(asked.host, asked.target, asked.time, asked.headers, "", False)
        visit.source, reply = self._answering(asked, self._log)
        self._log.begin(visit)
        said = {name.lower(): value for name, value in reply.headers}
        visit.location, visit.retry_after = said.get("location", ""), said.get("retry-after", "")
        if reply.manner in (Manner.PLAIN, Manner.LATE, Manner.DRIP):
            visit.status, visit.shown = reply.status, reply.shown
        self._send(reply)

    def _send(self, reply: Reply) -> None:
        loop, head = asyncio.get_running_loop(), _head(reply)
        if reply.manner is Manner.PLAIN:
            self._transport.write(head + reply.body)
            self._done()
        elif reply.manner is Manner.LATE:
            self._waiting = loop.call_later(LATE, self._finish, head + reply.body)
        elif reply.manner is Manner.CUT:
            self._transport.write(head + reply.body[: len(reply.body) // 2])
            self._transport.close()
        elif reply.manner is Manner.CLOSE:
            self._transport.close()
        elif reply.manner is Manner.GARBAGE:
            self._transport.write(b"\x16\x03\x01 this is no web server\r\n\r\n")
            self._transport.close()
        elif reply.manner is not Manner.HANG:
            self._pour = _poured(reply, head)
            self._write_on(slowly=reply.manner in (Manner.DRIP, Manner.ENDLESS_DRIP))

    def _write_on(self, slowly: bool = False) -> None:
        while self._pour is not None and self._may_write and not self._transport.is_closing():
            piece = next(self._pour, None)
            if piece is None:
                self._pour = None
                self._done()
                self._next()
                return
            self._transport.write(piece)
            if slowly:
                self._waiting = asyncio.get_running_loop().call_later(PAUSE, self._write_on, True)
                return

    def _finish(self, data: bytes) -> None:
        self._transport.write(data)
        self._done()
        self._next()

    def _done(self) -> None:
        if self._visit is not None:
            self._log.end(self._visit)
            self._visit = None


def _asked(head: bytes, clock: Clock) -> Asked:
    first, *rest = head.decode("latin-1").split("\r\n")
    headers = {}
    for line in rest:
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    host = headers.get("host", "").partition(":")[0].lower()
    return Asked(host, first.split(" ")[1], clock.now(), headers)


def _head(reply: Reply) -> bytes:
    lines = [f"HTTP/1.1 {reply.status} Said", *(f"{name}: {value}" for name, value in reply.headers)]
    if reply.manner in _MANNERS_WITHOUT_LENGTH:
        lines.append("Connection: close")
    elif reply.status != 304:
        lines.append(f"Content-Length: {len(reply.body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _poured(reply: Reply, head: bytes) -> Iterator[bytes]:
    if reply.manner is Manner.ENDLESS_HEADERS:
        yield b"HTTP/1.1 200 Said\r\n"
        while True:
            yield b"X-More: " + b"x" * 4000 + b"\r\n"
    yield head
    if reply.manner is Manner.DRIP:
        step = max(1, len(reply.body) // 4)
        for start in range(0, len(reply.body), step):
            yield reply.body[start : start + step]
        return
    while True:
        yield b" " if reply.manner is Manner.ENDLESS_DRIP else b"<!-- and so on -->" * (_PIECE // 18)


@asynccontextmanager
async def serving(answering: Answering, clock: Clock, log: Log, hosts: Sequence[str] = ("127.0.0.1",), port: int = 0) -> AsyncIterator[int]:
    """Serve at those loopback addresses (each 127.x.y.z) while the block runs; its value is the port."""
    loop = asyncio.get_running_loop()
    servers: list[asyncio.Server] = []
    clients: set[asyncio.Transport] = set()
    for host in hosts:
        server = await loop.create_server(lambda: _Connection(answering, clock, log, clients), host, port, backlog=512)
        port = port or server.sockets[0].getsockname()[1]
        servers.append(server)
    try:
        yield port
    finally:
        for server in servers:
            server.close()
        for client in clients:
            client.abort()
