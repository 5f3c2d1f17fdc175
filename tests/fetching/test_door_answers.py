"""What the door gives: answers, conditions, redirects, statuses in words, and secrets that go no further than they may."""

from __future__ import annotations

import asyncio
import ssl
import subprocess
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from octavo.fetching.answers import Answer, Credentials, Request
from octavo.fetching.door import Door
from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.headers import RETRY_MOST
from tests.fetching.server import FAST, Asked, Names, PlayClock, Reply, Server, door, page, redirect, serving

OPEN = "127.0.0.0/8, one.test, two.test, sub.one.test, harbour.test"
Use = Callable[[Door, Server], Awaitable[None]]


def with_door(replies: dict[str, Reply], use: Use, clock: PlayClock | None = None, names: Names | None = None) -> None:
    async def run() -> None:
        async with serving(replies) as here, door(OPEN, names, clock=clock) as guarded:
            await use(guarded, here)

    asyncio.run(run())


async def refused(fetching: Awaitable[Answer]) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await fetching
    return caught.value


def test_an_answer_and_what_was_asked() -> None:
    async def use(guarded: Door, here: Server) -> None:
        answer = await guarded.fetch(Request(here.url("/feed")))
        assert (answer.url, answer.status, answer.body, answer.moved_to, answer.unchanged) == (here.url("/feed"), 200, b"<rss/>", None,
            False)
        assert answer.headers == {"content-length": "6", "etag": '"a1"', "x-tide": "høy, lav", "cache-control": "max-age=90", "age": "30"}
        assert answer.max_age == 60
        assert answer.fetched == guarded.clock.now()
        (asked,) = here.asked
        assert asked.headers["user-agent"] == "Octavo/0 (a test)"
        assert asked.headers["accept-encoding"] == "gzip, deflate, br, zstd"
        assert "application/rss+xml" in asked.headers["accept"]
        assert not {"cookie", "referer", "authorization", "if-none-match", "if-modified-since"}.intersection(asked.headers)

    reply = page(b"<rss/>", 'ETag: "a1"', "X-Tide: høy", "X-Tide: lav", "Set-Cookie: a=b", "Cache-Control: max-age=90", "Age: 30")
    with_door({"/feed": reply}, use)


def test_no_cookie_is_kept() -> None:
    async def use(guarded: Door, here: Server) -> None:
        await guarded.fetch(Request(here.url()))
        await guarded.fetch(Request(here.url()))
        assert all("cookie" not in asked.headers for asked in here.asked)

    with_door({"/": page(b"x", "Set-Cookie: reader=ada; Path=/")}, use)


def test_a_condition_is_asked_and_304_is_its_answer() -> None:
    async def use(guarded: Door, here: Server) -> None:
        for request in (Request(here.url(), etag='W/"a1"'), Request(here.url(), last_modified="Tue, 03 Mar 2026 07:00:00 GMT")):
            answer = await guarded.fetch(request)
            assert (answer.unchanged, answer.status, answer.body) == (True, 304, b"")
        assert here.asked[0].headers["if-none-match"] == 'W/"a1"'
        assert here.asked[1].headers["if-modified-since"] == "Tue, 03 Mar 2026 07:00:00 GMT"
        assert (await refused(guarded.fetch(Request(here.url())))).reason is Reason.BROKEN
        # What cannot stand in a header is left out, and so is the condition.
        assert (await refused(guarded.fetch(Request(here.url(), etag='"a\r\nX: y"')))).reason is Reason.BROKEN
        assert "x" not in here.asked[-1].headers

    with_door({"/": b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n"}, use)


def test_a_condition_goes_along_with_a_redirect() -> None:
    async def use(guarded: Door, here: Server) -> None:
        answer = await guarded.fetch(Request(here.url(), etag='"a1"'))
        assert (answer.unchanged, answer.moved_to) == (True, here.url("/new"))

    with_door({"/": redirect("/new", 301), "/new": page(b"", status="304 Not Modified")}, use)


@pytest.mark.parametrize(("to", "kept"), [
    ("http://one.test:{port}/new", True), ("/new", True), ("http://two.test:{port}/new", False), ("http://one.test:{other}/new", False),
])
def test_a_condition_is_for_the_origin_that_was_asked(to: str, kept: bool) -> None:
    async def use(guarded: Door, here: Server) -> None:
        async with serving({"/new": page(b"ok")}) as other:
            here.replies["/"] = redirect(to.format(port=here.port, other=other.port))
            await guarded.fetch(Request(here.url("/", "one.test"), etag='"a1"', last_modified="Tue, 03 Mar 2026 07:00:00 GMT"))
            first, last = [*here.asked, *other.asked]
            assert {"if-none-match", "if-modified-since"} <= first.headers.keys()
            assert ("if-none-match" in last.headers, "if-modified-since" in last.headers) == (kept, kept)

    with_door({"/new": page(b"ok")}, use, names=Names(one_test=[["127.0.0.1"]], two_test=[["127.0.0.1"]]))


@pytest.mark.parametrize(("row", "moved_to"), [
    ([301], "/1"), ([308], "/1"), ([301, 308], "/2"), ([302], None), ([307], None), ([303], None), ([301, 302], "/1"), ([302, 301], None),
    ([301, 302, 301], "/1"), ([301, 301, 301, 301], "/4"),
])
def test_redirects_are_followed_and_permanent_ones_told(row: list[int], moved_to: str | None) -> None:
    async def use(guarded: Door, here: Server) -> None:
        answer = await guarded.fetch(Request(here.url("/0")))
        assert answer.url == here.url(f"/{len(row)}")
        assert answer.moved_to == (here.url(moved_to) if moved_to else None)
        assert answer.body == b"here"

    replies: dict[str, Reply] = {f"/{number}": redirect(f"/{number + 1}", status) for number, status in enumerate(row)}
    with_door({**replies, f"/{len(row)}": page(b"here")}, use)


@pytest.mark.parametrize("location", ["/a b?q=ü#part", "a%20b?q=%C3%BC", "?x=1", "./a/../b", "//{host}/c", "HTTP://{host}/d", " /e "])
def test_locations_in_many_forms(location: str) -> None:
    async def use(guarded: Door, here: Server) -> None:
        here.replies["/way/"] = redirect(location.format(host=f"127.0.0.1:{here.port}"))
        error = await refused(guarded.fetch(Request(here.url("/way/"))))
        assert (error.reason, len(here.asked)) == (Reason.NOT_FOUND, 2)
        assert here.asked[1].target.isascii()
        assert "#" not in here.asked[1].target

    with_door({}, use)


@pytest.mark.parametrize(("replies", "words"), [
    ({"/": redirect("/")}, "circle"), ({"/": redirect("/a", 301), "/a": redirect("/#x", 301)}, "circle"), ({"/": page(b"",
    status="302 Found")}, "where"),
    ({"/": redirect("http://[::1")}, "no address"), ({"/": redirect("http://a:99999/")}, "no address"), ({"/": page(b"",
    status="300 Choose")}, "300"),
    ({"/": redirect("/a", 305), "/a": page()}, "305"), ({"/": redirect("/1"), **{f"/{n}": redirect(f"/{n + 1}") for n in range(9)}},
    "more than 4"),
], ids=["itself", "in a circle", "nowhere", "no address", "no port", "choice", "proxy", "too many"])
def test_redirects_that_lead_nowhere(replies: dict[str, Reply], words: str) -> None:
    async def use(guarded: Door, here: Server) -> None:
        error = await refused(guarded.fetch(Request(here.url())))
        assert error.reason is Reason.REDIRECTS
        assert words in error.problem
        assert len(here.asked) <= FAST.redirects + 1

    with_door(replies, use)


@pytest.mark.parametrize(("status", "reason"), [
    (201, Reason.UNREADABLE), (202, Reason.UNREADABLE), (204, Reason.UNREADABLE), (206, Reason.UNREADABLE), (400, Reason.FORBIDDEN),
    (401, Reason.UNAUTHORISED), (402, Reason.FORBIDDEN), (403, Reason.FORBIDDEN), (404, Reason.NOT_FOUND), (406, Reason.FORBIDDEN),
    (407, Reason.UNAUTHORISED), (408, Reason.TIMED_OUT), (410, Reason.GONE), (418, Reason.FORBIDDEN), (429, Reason.RATE_LIMITED),
    (451, Reason.FORBIDDEN), (500, Reason.SERVER_ERROR), (502, Reason.SERVER_ERROR), (503, Reason.SERVER_ERROR), (504, Reason.SERVER_ERROR),
    (521, Reason.SERVER_ERROR), (599, Reason.SERVER_ERROR),
])
def test_each_status_has_a_reason_and_words(status: int, reason: Reason) -> None:
    async def use(guarded: Door, here: Server) -> None:
        error = await refused(guarded.fetch(Request(here.url())))
        assert (error.reason, error.url) == (reason, here.url())
        assert str(status) in str(error) or status == 401
        assert error.retry_after is None

    with_door({"/": page(b"", status=f"{status} So")}, use)


@pytest.mark.parametrize(("status", "said", "seconds"), [
    (429, "120", 120), (503, "120", 120), (503, " 0 ", 0), (429, "Tue, 03 Mar 2026 07:40:00 GMT", 600), (429,
    "Tuesday, 03-Mar-26 07:31:00 GMT", 60),
    (503, "Tue Mar  3 07:30:30 2026", 30), (503, "Tue, 03 Mar 2026 08:30:00 +0100", 0), (503, "Mon, 02 Mar 2026 07:30:00 GMT", 0),
    (503, "Tue, 03 Mar 2036 07:30:00 GMT", RETRY_MOST), (429, "9" * 400, RETRY_MOST), (429, "999999999", RETRY_MOST),
    (429, "soon", None), (429, "-5", None),
    (429, "1e9", None), (429, "٣", None), (429, "", None), (429, "Tue, 99 Mar 2026 99:99:99 GMT", None), (404, "120", None),
])
def test_retry_after(status: int, said: str, seconds: float | None) -> None:
    async def use(guarded: Door, here: Server) -> None:
        assert (await refused(guarded.fetch(Request(here.url())))).retry_after == seconds

    with_door({"/": page(b"", f"Retry-After: {said}", status=f"{status} So")}, use)


def test_after_retry_after_a_host_is_left_alone() -> None:
    clock = PlayClock()

    async def use(guarded: Door, here: Server) -> None:
        await refused(guarded.fetch(Request(here.url())))
        here.replies["/"] = page(b"ok")
        await guarded.fetch(Request(here.url()))
        assert clock.slept == [30]
        clock.time += timedelta(minutes=5)
        await guarded.fetch(Request(here.url()))
        await guarded.fetch(Request(here.url()))
        assert clock.slept == [30, 1]

    with_door({"/": page(b"", "Retry-After: 30", status="429 So")}, use, clock)


def test_a_host_that_asks_for_hours_is_not_asked_meanwhile() -> None:
    clock = PlayClock()

    async def use(guarded: Door, here: Server) -> None:
        await refused(guarded.fetch(Request(here.url())))
        here.replies["/"] = page(b"ok")
        clock.time += timedelta(minutes=30)
        error = await refused(guarded.fetch(Request(here.url())))
        assert (error.reason, error.retry_after, len(here.asked)) == (Reason.RATE_LIMITED, 5400, 1)
        assert "left alone" in error.problem
        clock.time += timedelta(minutes=90)
        assert (await guarded.fetch(Request(here.url()))).body == b"ok"

    with_door({"/": page(b"", "Retry-After: 7200", status="503 So")}, use, clock)


ADA = Credentials("ada", "quay7:é", {"X-Key": "tide9"})


@pytest.mark.parametrize(("to", "kept"), [
    ("/next", True), ("http://one.test:{port}/next", True), ("http://ONE.test.:{port}/next", True), ("http://two.test:{port}/next", False),
    ("http://one.test:{other}/next", False), ("http://sub.one.test:{port}/next", False), ("http://127.0.0.1:{port}/next", False),
])
def test_secrets_go_to_the_first_host_only(to: str, kept: bool) -> None:
    names = Names(one_test=[["127.0.0.1"]], two_test=[["127.0.0.1"]], sub_one_test=[["127.0.0.1"]])

    async def use(guarded: Door, here: Server) -> None:
        async with serving({"/next": page(b"ok")}) as other:
            here.replies["/"] = redirect(to.format(port=here.port, other=other.port), 307)
            await guarded.fetch(Request(here.url("/", "one.test"), credentials=ADA))
            first, last = [*here.asked, *other.asked]
            assert first.headers["authorization"] == "Basic YWRhOnF1YXk3OsOp"
            assert first.headers["x-key"] == "tide9"
            assert ("authorization" in last.headers, "x-key" in last.headers) == (kept, kept)

    with_door({"/next": page(b"ok")}, use, names=names)


def test_secrets_do_not_come_back_after_they_were_dropped() -> None:
    async def use(guarded: Door, here: Server) -> None:
        here.replies |= {"/": redirect(here.url("/there", "two.test")), "/there": redirect(here.url("/back", "one.test")),
        "/back": page(b"ok")}
        await guarded.fetch(Request(here.url("/", "one.test"), credentials=ADA))
        assert ["authorization" in asked.headers for asked in here.asked] == [True, False, False]

    with_door({}, use, names=Names(one_test=[["127.0.0.1"]], two_test=[["127.0.0.1"]]))


@pytest.mark.parametrize("credentials", [
    Credentials(headers={"X-Key": "quay7\r\nHost: b"}), Credentials(headers={"X Key": "quay7"}), Credentials(headers={"quay7\n": "x"}),
    Credentials(headers={"Host": "quay7"}), Credentials(headers={"content-LENGTH": "quay7"}), Credentials(headers={"User-Agent": "quay7"}),
    Credentials(headers={"X-Key": "quay7é"}), Credentials(headers={"X-Key": "quay7\0"}), Credentials("a:quay7", "quay7"),
    Credentials(headers={"Transfer-Encoding": "quay7"}), Credentials(headers={"Connection": "quay7"}),
    Credentials(headers={"X-Key": "quay7" * 2000}),
])
def test_headers_that_cannot_be_sent_are_refused_without_showing_them(credentials: Credentials) -> None:
    async def use(guarded: Door, here: Server) -> None:
        error = await refused(guarded.fetch(Request(here.url(), credentials=credentials)))
        assert error.reason is Reason.REFUSED
        assert "quay7" not in f"{error} {error!r} {credentials!r} {Request('http://a.example/', credentials=credentials)!r}"
        assert not here.connections

    with_door({"/": page(b"ok")}, use)


def test_no_failure_shows_a_secret() -> None:
    async def use(guarded: Door, here: Server) -> None:
        for target in ("/", "/401", "/loop", "/cut", "/gone"):
            error = await refused(guarded.fetch(Request(here.url(target), credentials=ADA)))
            shown = ""
            link: BaseException | None = error
            while link:
                shown += f"{link} {link!r} {link.args}"
                link = link.__cause__ or link.__context__
            assert "quay7" not in shown
            assert "tide9" not in shown
            assert "YWRh" not in shown

    replies: dict[str, Reply] = {
        "/": b"", "/401": page(b"", status="401 No"), "/loop": redirect("/loop"), "/cut": page(b"a", length=9), "/gone": b"junk\r\n\r\n"
    }
    with_door(replies, use)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for harbour.test that nobody has signed but itself; the key lies in the same file."""
    made = tmp_path_factory.mktemp("tls") / "harbour.pem"
    command = [
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
        "/CN=harbour.test",
        "-addext", "subjectAltName=DNS:harbour.test", "-keyout", str(made), "-out", str(made.with_suffix(".crt")),
    ]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("no openssl to make a certificate with")
    made.write_text(made.read_text() + made.with_suffix(".crt").read_text())
    return made


def over_tls(certificate: Path, use: Use, replies: dict[str, Reply] | None = None) -> None:
    async def run() -> None:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificate)
        names = Names(harbour_test=[["127.0.0.1"]], other_test=[["127.0.0.1"]])
        async with serving(replies or {"/": page(b"safe")}, tls=tls) as here, door("127.0.0.0/8, harbour.test", names) as guarded:
            await use(guarded, here)

    asyncio.run(run())


def trusting(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.create_default_context(cafile=str(certificate))
    monkeypatch.setattr(aiohttp.connector, "_SSL_CONTEXT_VERIFIED", context)


def test_a_certificate_that_nobody_signed(certificate: Path) -> None:
    async def use(guarded: Door, here: Server) -> None:
        error = await refused(guarded.fetch(Request(here.url(host="harbour.test", scheme="https"))))
        assert error.reason is Reason.CERTIFICATE
        assert not here.asked

    over_tls(certificate, use)


def test_a_certificate_of_another_name(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trusting(certificate, monkeypatch)

    async def use(guarded: Door, here: Server) -> None:
        assert (await guarded.fetch(Request(here.url(host="harbour.test", scheme="https")))).body == b"safe"
        assert (await guarded.fetch(Request(here.url(host="harbour.test.", scheme="https")))).body == b"safe"
        for host in ("other.test", "127.0.0.1"):
            assert (await refused(guarded.fetch(Request(here.url(host=host, scheme="https"))))).reason is Reason.CERTIFICATE

    over_tls(certificate, use)


def test_secrets_do_not_go_from_https_to_http(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trusting(certificate, monkeypatch)

    async def use(guarded: Door, here: Server) -> None:
        async with serving({"/": page(b"open")}) as plain:
            here.replies["/"] = redirect(plain.url(host="harbour.test"))
            answer = await guarded.fetch(Request(here.url(host="harbour.test", scheme="https"), credentials=ADA))
            assert answer.body == b"open"
            assert "authorization" in here.asked[0].headers
            assert "authorization" not in plain.asked[0].headers
            assert "x-key" not in plain.asked[0].headers

    over_tls(certificate, use)


def test_too_much_over_tls_is_too_much(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trusting(certificate, monkeypatch)

    async def pour(asked: Asked, writer: asyncio.StreamWriter) -> bytes:
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;")
        for _ in range(5000):
            writer.write(b"x" * 1000)
            await writer.drain()
        raise AssertionError("nobody stopped it")

    async def use(guarded: Door, here: Server) -> None:
        error = await refused(guarded.fetch(Request(here.url(host="harbour.test", scheme="https"))))
        assert error.reason is Reason.TOO_LARGE

    over_tls(certificate, use, {"/": pour})


def test_http_where_https_is_spoken_and_the_other_way_round(certificate: Path) -> None:
    async def use(guarded: Door, here: Server) -> None:
        plain = await asyncio.start_server(lambda _, writer: writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n"), "127.0.0.1")
        port = plain.sockets[0].getsockname()[1]
        assert (await refused(guarded.fetch(Request(f"https://127.0.0.1:{port}/")))).reason is Reason.NO_CONNECTION
        plain.close()
        assert (await refused(guarded.fetch(Request(here.url())))).reason in (Reason.BROKEN, Reason.NO_CONNECTION)

    over_tls(certificate, use)
