"""The door's choke point: no connection goes where the guard does not let it, by whatever way a host is come to.

What must not be reached is a server on another loopback address, which counts its connections.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from octavo.fetching.answers import Answer, Request
from octavo.fetching.failures import FetchError, Reason
from tests.fetching.server import Names, Reply, Server, door, page, redirect, serving


@dataclass
class Town:
    """A server that may be asked (127.0.0.1) and one that may not (127.0.0.2), at the same port."""

    open: Server
    shut: Server

    async def fetch(self, url: str, **names: list[list[str]]) -> Answer:
        return await self.allowing("127.0.0.1", url, **names)

    async def allowing(self, host: str, url: str, **names: list[list[str]]) -> Answer:
        async with door(f"{host}:{self.open.port}", Names(**names)) as here:
            return await here.fetch(Request(url))

    async def refused(self, url: str, **names: list[list[str]]) -> FetchError:
        with pytest.raises(FetchError) as caught:
            await self.fetch(url, **names)
        assert self.shut.connections == 0
        assert caught.value.reason is Reason.REFUSED, caught.value
        return caught.value


@asynccontextmanager
async def town(**replies: Reply) -> AsyncIterator[Town]:
    async with serving({"/": page(b"in the open")}) as first, serving({"/": page(b"inside")}, "127.0.0.2", first.port) as second:
        first.replies.update({f"/{target}": reply for target, reply in replies.items()})
        yield Town(first, second)


def test_the_trap_can_be_reached_where_it_is_allowed() -> None:
    async def run() -> None:
        async with town() as here:
            answer = await here.allowing("127.0.0.2", here.shut.url(host="127.0.0.2"))
            assert answer.body == b"inside"
            assert here.shut.connections == 1
            named = await here.allowing("nas.test", here.shut.url(host="nas.test"), nas_test=[["127.0.0.2"]])
            assert named.body == b"inside"

    asyncio.run(run())


@pytest.mark.parametrize("host", [
    "127.0.0.2", "127.0.0.2.", "１２７.0.0.2", "2130706434", "0177.0.0.2", "0x7f.2", "127.2", "[::ffff:127.0.0.2]", "[::ffff:7f00:2]",
    "[::127.0.0.2]",
    "[64:ff9b::7f00:2]", "127。0。0。2",
])
def test_no_literal_form_leads_inside(host: str) -> None:
    async def run() -> None:
        async with town() as here:
            await here.refused(here.shut.url(host=host))

    asyncio.run(run())


@pytest.mark.parametrize("answers", [
    [["127.0.0.2"]], [["::ffff:127.0.0.2"]], [["127.0.0.2", "127.0.0.3"]], [["::1", "127.0.0.2", "10.0.0.1"]], [["0.0.0.0"]], [["::"]],
    [["169.254.169.254"]], [["fe80::1%lo"]], [["127.2"]], [["64:ff9b::7f00:2"]],
], ids=str)
def test_no_name_leads_inside(answers: list[list[str]]) -> None:
    async def run() -> None:
        async with town() as here:
            error = await here.refused(here.open.url(host="inner.test"), inner_test=answers)
            assert error.url == here.open.url(host="inner.test")

    asyncio.run(run())


def test_a_refused_address_is_passed_over_where_the_name_has_another() -> None:
    async def run() -> None:
        async with town() as here:
            for answers in (["127.0.0.2", "127.0.0.1"], ["127.0.0.1", "127.0.0.2"], ["10.0.0.1", "::1", "127.0.0.1"]):
                assert (await here.fetch(here.open.url(host="both.test"), both_test=[answers])).body == b"in the open"
            assert here.shut.connections == 0

    asyncio.run(run())


def test_a_name_that_changes_its_answer_gains_nothing() -> None:
    """The classic rebinding: public when looked at, inner when connected to. Each connection is judged by where it goes."""

    async def run() -> None:
        async with town(again=redirect("/")) as here:
            names = Names(turncoat_test=[["127.0.0.1"], ["127.0.0.2"]])
            async with door(f"127.0.0.1:{here.open.port}", names) as guarded:
                first = await guarded.fetch(Request(here.open.url(host="turncoat.test")))
                assert first.body == b"in the open"
                for _ in range(3):
                    with pytest.raises(FetchError) as caught:
                        await guarded.fetch(Request(here.open.url(host="turncoat.test")))
                    assert caught.value.reason is Reason.REFUSED
            assert here.shut.connections == 0
            # The same between the hops of one fetch.
            await here.refused(here.open.url("/again", "flip.test"), flip_test=[["127.0.0.1"], ["127.0.0.2"]])
            assert names.asked == ["turncoat.test"] * 4

    asyncio.run(run())


@pytest.mark.parametrize("to", [
    "http://127.0.0.2:{port}/", "//127.0.0.2:{port}/", "http://127.2:{port}/", "http://2130706434:{port}/", "http://0x7f000002:{port}/",
    "http://[::ffff:127.0.0.2]:{port}/", "http://inner.test:{port}/", "http://inner.test.:{port}/", "http://INNER.test:{port}/",
    "http://169.254.169.254/latest/", "http://metadata.google.internal/", "http://[fd00:ec2::254]/", "http://localhost:{port}/",
    "http://１２７.0.0.2:{port}/", "file:///etc/passwd", "ftp://127.0.0.2:{port}/", "gopher://127.0.0.2:{port}/_x", "javascript:alert(1)",
    "http://harbour.test@127.0.0.2:{port}/", "http://127.0.0.1:22/",
])
@pytest.mark.parametrize("status", [301, 307])
def test_no_redirect_leads_inside(to: str, status: int) -> None:
    async def run() -> None:
        async with town() as here:
            here.open.replies["/way"] = redirect(to.format(port=here.open.port), status)
            names = {"harbour_test": [["127.0.0.1"]], "inner_test": [["127.0.0.2"]], "localhost": [["127.0.0.2"]]}
            with pytest.raises(FetchError) as caught:
                await here.fetch(here.open.url("/way", "harbour.test"), **names)
            assert here.shut.connections == 0
            assert here.open.targets() == ["/way"]
            assert caught.value.reason is Reason.REFUSED

    asyncio.run(run())


def test_a_row_of_redirects_is_judged_at_each_hop() -> None:
    async def run() -> None:
        async with town(one=redirect("/two", 301), two=redirect("/three", 307)) as here:
            here.open.replies["/three"] = redirect(here.shut.url(host="127.0.0.2"))
            error = await here.refused(here.open.url("/one"))
            assert error.url == here.open.url("/one")
            assert error.problem.startswith(f"it redirects to {here.shut.url(host='127.0.0.2')}, and its address is not public")
            assert not error.advice
            assert here.open.targets() == ["/one", "/two", "/three"]

    asyncio.run(run())


@pytest.mark.parametrize("robots", [False, True])
@pytest.mark.parametrize("source", ["https://post.example/feed", "http://nas.test/", "http://inner.test:{port}/"])
def test_what_is_allowed_is_not_for_what_a_source_elsewhere_leads_to(source: str, robots: bool) -> None:
    """A name that leads to an allowed network is not in it: whoever keeps the name may change where it leads."""

    async def run() -> None:
        async with town() as here, door("127.0.0.2, nas.test:81", Names(inner_test=[["127.0.0.2"]])) as guarded:
            for host in ("127.0.0.2", "inner.test"):
                request = Request(here.shut.url(host=host), robots=robots, source=source.format(port=here.shut.port))
                with pytest.raises(FetchError) as caught:
                    await guarded.fetch(request)
                assert caught.value.reason is Reason.REFUSED
                assert not caught.value.advice
            assert here.shut.connections == 0

    asyncio.run(run())


@pytest.mark.parametrize("source", ["http://127.0.0.2:81/feed", "http://nas.test/feed"])
def test_a_source_in_an_allowed_place_may_lead_to_others(source: str) -> None:
    async def run() -> None:
        names = Names(inner_test=[["127.0.0.2"]])
        async with town() as here, door("127.0.0.0/30, nas.test", names) as guarded:
            for host in ("127.0.0.2", "inner.test"):
                here.open.replies["/way"] = redirect(here.shut.url(host=host))
                for request in (Request(here.shut.url(host=host), robots=True, source=source), Request(here.open.url("/way"))):
                    assert (await guarded.fetch(request)).body == b"inside"

    asyncio.run(run())


def test_a_redirect_into_an_allowed_place_needs_a_first_address_there() -> None:
    async def run() -> None:
        async with town() as here, door("127.0.0.0/30", Names(post_test=[["127.0.0.1"]], inner_test=[["127.0.0.2"]])) as guarded:
            for host in ("127.0.0.2", "inner.test"):
                here.open.replies["/way"] = redirect(here.shut.url(host=host))
                with pytest.raises(FetchError, match="it redirects to http://") as caught:
                    await guarded.fetch(Request(here.open.url("/way", "post.test")))
                assert caught.value.reason is Reason.REFUSED
                assert "OCTAVO_ALLOW" not in str(caught.value)
            assert here.shut.connections == 0

    asyncio.run(run())


def test_robots_txt_is_no_way_inside() -> None:
    async def run() -> None:
        async with town() as here:
            here.open.replies["/robots.txt"] = redirect(here.shut.url("/robots.txt", "127.0.0.2"))
            async with door(f"127.0.0.1:{here.open.port}") as guarded:
                assert (await guarded.fetch(Request(here.open.url(), robots=True))).body == b"in the open"
            assert here.shut.connections == 0

    asyncio.run(run())


def test_proxies_and_netrc_of_the_environment_are_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    async def run() -> None:
        async with town() as here:
            (tmp_path / "netrc").write_text("machine 127.0.0.1 login ada password quay7\n")
            monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
            for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
                monkeypatch.setenv(name, here.shut.url(host="127.0.0.2"))
            for name in ("no_proxy", "NO_PROXY"):
                monkeypatch.delenv(name, raising=False)
            assert (await here.fetch(here.open.url())).body == b"in the open"
            assert here.shut.connections == 0
            assert "authorization" not in here.open.asked[0].headers

    asyncio.run(run())
