"""What one fetch may cost: hosts that send too much, too slowly, or what is no answer."""

from __future__ import annotations

import asyncio
import gzip
import socket
import struct
import tracemalloc
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

import brotli
import pytest
from backports import zstd

from octavo.fetching.answers import Answer, Request
from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.limits import Limits
from tests.fetching.server import FAST, Asked, Names, Reply, Server, door, page, redirect, serving

SHORT = replace(FAST, resolve=0.2, connect=0.2, first_byte=0.2, whole=0.5)


async def ask(reply: Reply, limits: Limits = FAST, at: str = "/") -> tuple[Answer, Server]:
    async with serving({at: reply}) as here, door(f"127.0.0.1:{here.port}", limits=limits) as guarded:
        return await guarded.fetch(Request(here.url(at))), here


def failing(reply: Reply, limits: Limits = FAST) -> FetchError:
    with pytest.raises(FetchError) as caught:
        asyncio.run(ask(reply, limits))
    return caught.value


def pouring(head: bytes, piece: bytes, pause: float = 0.0) -> Reply:
    async def pour(asked: Asked, writer: asyncio.StreamWriter) -> bytes:
        writer.write(head)
        for _ in range(20_000):
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)
        raise AssertionError("nobody stopped it")

    return pour


ENDLESS = b"HTTP/1.1 200 OK\r\n\r\n"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(("head", "piece"), [
    (ENDLESS, b"x" * 1000), (CHUNKED, b"3e8\r\n" + b"x" * 1000 + b"\r\n"), (CHUNKED, b"1\r\nx\r\n" * 100),
    (ENDLESS.replace(b"\r\n\r\n", b"\r\nContent-Length: 900000000000\r\n\r\n"), b"x" * 1000),
    (ENDLESS.replace(b"\r\n\r\n", b"\r\nContent-Type: multipart/x-mixed-replace\r\n\r\n"), b"--a\r\n\r\n" * 99),
], ids=["plain", "chunks", "small chunks", "promised", "multipart"])
def test_an_endless_body(head: bytes, piece: bytes) -> None:
    assert failing(pouring(head, piece)).reason is Reason.TOO_LARGE


@pytest.mark.parametrize(("head", "piece"), [
    (b"HTTP/1.1 200 OK\r\n", b"X-Tide: " + b"x" * 100 + b"\r\n"), (b"HTTP/1.1 200 OK\r\n", b"X: 1\r\n"), (b"HTTP/1.1 200 OK\r\nX: ",
    b"x" * 1000),
    (b"HTTP/1.1 200 OK\r\n", b"x" * 1000), (b"HTTP/1.1 200 ", b"x" * 1000), (b"HTTP/1.1 200 OK\r\nX: 1\r\n", b" folded\r\n"),
    (CHUNKED, b"0\r\nX: 1\r\n"), (b"", b"x" * 1000), (b"", b"\r\n" * 500),
    (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;", b"x" * 1000),
], ids=["many", "short", "one value", "one name", "status", "folded", "trailers", "junk", "empty lines", "chunk extension"])
def test_endless_headers(head: bytes, piece: bytes) -> None:
    # Bytes stop it, and not the time, which there is plenty of.
    error = failing(pouring(head, piece), replace(FAST, first_byte=30, whole=60))
    assert error.reason in (Reason.TOO_LARGE, Reason.BROKEN), error


def test_headers_over_the_limit_together() -> None:
    lines = [f"X-{number}: {'x' * 100}" for number in range(90)]
    error = failing(page(b"ok", *lines))
    assert (error.reason, "KiB" in error.problem) == (Reason.TOO_LARGE, True)


def test_a_head_near_the_limit_passes() -> None:
    answer, _ = asyncio.run(ask(page(b"ok", f"Content-Security-Policy: {'x' * 7000}")))
    assert answer.body == b"ok"


SLOW = [
    (b"", b"", 9.0, "a silent host"), (b"HTTP/1.1 200 OK\r\n", b"X: 1\r\n", 0.05, "headers that drip"), (b"HTTP/1.1 200 ", b"x", 0.05,
    "a first line that drips"),
    (ENDLESS, b"x", 0.05, "a body that drips"), (ENDLESS + b"<rss>", b"", 9.0, "a body that stops"), (CHUNKED, b"1\r\nx\r\n", 0.05,
    "chunks that drip"),
    (b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.02, "a host that only says to go on"), (b"", b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.02,
    "hints without end"),
    (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", b"", 9.0, "a promise"),
]


@pytest.mark.parametrize(("head", "piece", "pause"), [pytest.param(*each[:3], id=each[3]) for each in SLOW])
def test_slow_hosts_are_given_up(head: bytes, piece: bytes, pause: float) -> None:
    error = failing(pouring(head, piece, pause), SHORT)
    assert error.reason is Reason.TIMED_OUT, error


def test_redirects_share_one_time_limit() -> None:
    async def slowly(asked: Asked, writer: asyncio.StreamWriter) -> bytes:
        await asyncio.sleep(0.15)
        number = int(asked.target.strip("/") or 0)
        return redirect(f"/{number + 1}")

    async def run() -> None:
        replies: dict[str, Reply] = {f"/{number}": slowly for number in range(30)}
        async with serving(replies) as here, door(f"127.0.0.1:{here.port}", limits=replace(SHORT, redirects=25)) as guarded:
            with pytest.raises(FetchError) as caught:
                await guarded.fetch(Request(here.url("/0")))
            assert caught.value.reason is Reason.TIMED_OUT

    asyncio.run(run())


def test_a_host_that_never_answers_the_knock() -> None:
    """A full backlog: connections are neither taken nor refused."""

    async def run() -> None:
        with socket.socket() as full:
            full.bind(("127.0.0.1", 0))
            full.listen(0)
            port = full.getsockname()[1]
            knocks = []
            for _ in range(4):
                knock = socket.socket()
                knock.setblocking(False)
                knock.connect_ex(("127.0.0.1", port))
                knocks.append(knock)
            async with door(f"127.0.0.1:{port}", limits=SHORT) as guarded:
                with pytest.raises(FetchError) as caught:
                    await guarded.fetch(Request(f"http://127.0.0.1:{port}/"))
            assert caught.value.reason is Reason.TIMED_OUT
            assert "connection" in caught.value.problem
            for knock in knocks:
                knock.close()

    asyncio.run(run())


def test_nothing_listens() -> None:
    async def run() -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        async with door(f"127.0.0.1:{port}") as guarded:
            with pytest.raises(FetchError) as caught:
                await guarded.fetch(Request(f"http://127.0.0.1:{port}/"))
        assert caught.value.reason is Reason.NO_CONNECTION

    asyncio.run(run())


def test_a_name_without_an_address() -> None:
    async def run() -> None:
        async with door(resolver=Names()) as guarded:
            with pytest.raises(FetchError) as caught:
                await guarded.fetch(Request("http://nowhere.test/"))
        assert caught.value.reason is Reason.NO_ADDRESS

    asyncio.run(run())


def reset_after(sent: bytes) -> Reply:
    async def reset(asked: Asked, writer: asyncio.StreamWriter) -> bytes:
        writer.write(sent)
        await writer.drain()
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()
        return b""

    return reset


@pytest.mark.parametrize("reply", [reset_after(b""), b"", reset_after(b"HTTP/1.1 200"), b"HTTP/1.1 200 OK\r\n"], ids=["reset", "closed",
    "half", "head"])
def test_a_broken_connection_is_said_and_not_tried_again(reply: Reply) -> None:
    async def run() -> None:
        async with serving({"/": reply}) as here, door(f"127.0.0.1:{here.port}") as guarded:
            with pytest.raises(FetchError) as caught:
                await guarded.fetch(Request(here.url()))
            assert caught.value.reason in (Reason.NO_CONNECTION, Reason.BROKEN)
            assert here.connections == 1

    asyncio.run(run())


@pytest.mark.parametrize("reply", [
    page(b"half", length=50), reset_after(page(b"half", length=50)), CHUNKED + b"5\r\nabc", CHUNKED + b"zz\r\nabc\r\n0\r\n\r\n",
    CHUNKED + b"5\r\nabc\r\n0\r\n\r\n",
    CHUNKED + b"-1\r\nabc\r\n0\r\n\r\n", CHUNKED + b"fffffffffffffffff\r\nabc\r\n", CHUNKED + b"3\r\nabc\r\n", page(b"x",
    "Content-Length: 7"),
    page(b"x", "Transfer-Encoding: chunked"), b"SSH-2.0-OpenSSH_9.6\r\n", b"hello\r\n\r\n", b"HTTP/9.9 OK\r\n\r\n",
    b"HTTP/1.1 abc OK\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", b"HTTP/1.1 200 OK\r\n: nameless\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: a\x00b\r\n\r\n",
    b"\x15\x03\x01\x00\x02\x02\x0a",
    b"HTTP/1.1 200 OK\r\nContent-Encoding: compress\r\nContent-Length: 1\r\n\r\nx", page(b"x", "Content-Encoding: gzip, br, gzip"),
    page(b"", status="304 Not Modified"), page(b"", status="999 Odd"), page(b"", status="101 Switching Protocols"),
], ids=lambda reply: repr(reply)[-40:] if isinstance(reply, bytes) else reply.__name__)
def test_broken_answers(reply: Reply) -> None:
    error = failing(reply)
    assert error.reason is Reason.BROKEN, error


def test_more_than_the_promised_length_is_never_taken_in() -> None:
    """aiohttp tells what comes together with the end of an answer from what comes later; here the one may turn out as the other."""
    with suppress(FetchError):
        answer, _ = asyncio.run(ask(page(b"whole and more", length=5)))
        assert answer.body == b"whole"


PACKED: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": partial(brotli.compress, quality=1),
    "zstd": partial(zstd.compress, options={zstd.CompressionParameter.checksum_flag: 1}),
    "x-gzip": gzip.compress,
}


@pytest.mark.parametrize("encoding", PACKED)
def test_packed_bodies(encoding: str) -> None:
    text = b"<p>The tide turns at noon.</p>" * 2000
    answer, _ = asyncio.run(ask(page(PACKED[encoding](text), f"Content-Encoding: {encoding.upper()}")))
    assert answer.body == text


@pytest.mark.parametrize("encoding", [*PACKED, "gzip, gzip", "gzip, br", "br, zstd", "zstd, deflate"])
def test_bombs_never_unfold(encoding: str) -> None:
    """Thirty megabytes of nothing: over the limit, and never in memory."""
    packed = b"\0" * 30_000_000
    for name in encoding.split(", "):
        packed = PACKED[name](packed)
    limits = Limits(body_bytes=2_000_000)
    reply = page(packed, f"Content-Encoding: {encoding}")
    tracemalloc.start()
    try:
        error = failing(reply, limits)
        assert tracemalloc.get_traced_memory()[1] < 12_000_000
    finally:
        tracemalloc.stop()
    assert error.reason is Reason.TOO_LARGE


@pytest.mark.parametrize("encoding", PACKED)
def test_packing_that_is_cut_off_or_damaged(encoding: str) -> None:
    packed = PACKED[encoding](bytes(range(256)) * 40)
    for bad in (packed[:-3], packed[: len(packed) // 2], packed[:20] + b"\xff\x00\xff\xaa" + packed[24:]):
        assert failing(page(bad, f"Content-Encoding: {encoding}")).reason is Reason.BROKEN


def test_one_slow_host_holds_nobody_up() -> None:
    async def run() -> None:
        async with serving({"/slow": pouring(b"", b"", 9.0), "/": page(b"ok")}) as here:
            names = Names(slow_test=[["127.0.0.1"]], quick_test=[["127.0.0.1"]])
            async with door("127.0.0.0/8", names, replace(FAST, first_byte=3)) as guarded:
                slow = asyncio.create_task(guarded.fetch(Request(here.url("/slow", "slow.test"))))
                behind = asyncio.create_task(guarded.fetch(Request(here.url("/", "slow.test"))))
                assert (await guarded.fetch(Request(here.url("/", "quick.test")))).body == b"ok"
                assert not slow.done()
                assert not behind.done()
                slow.cancel()
                # Given up, the host's next turn comes.
                assert (await behind).body == b"ok"

    asyncio.run(run())
