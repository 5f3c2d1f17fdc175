"""The press itself: it publishes by its plan, tells what is new, and has every bad manner that it is said to have."""

from __future__ import annotations

import asyncio
import base64
import gzip
from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType

import aiohttp
import pytest

from octavo.article import Page
from octavo.pipeline import read_page
from tests.press.clock import MONDAY, PlayedClock
from tests.press.kinds import ALL, KINDS, Played, sources
from tests.press.log import Log
from tests.press.plan import Plan, pieces
from tests.press.press import Press
from tests.press.replies import Asked
from tests.press.resolver import PressResolver
from tests.press.server import serving
from tests.press.sources import Source

PLAYED = Played(MONDAY, 2, 80, count=1)
SOURCES = {source.kind: source for source in sources(PLAYED)}


def ask(kind: str, headers: Mapping[str, str] = MappingProxyType({}), hours: float = 0) -> tuple[int, dict[str, str], bytes]:
    """What the source of that kind says that long after the beginning."""
    source = SOURCES[kind]
    said = source.reply(Asked(source.host, source.path, MONDAY + timedelta(hours=hours), headers), Log())
    return said.status, dict(said.headers), said.body


def test_there_are_500_sources_of_all_kinds_and_each_name_and_address_is_there_once() -> None:
    found = sources(Played(MONDAY, 5, 80))
    assert len(found) == ALL
    assert {source.kind for source in found} == set(KINDS)
    assert len({source.address for source in found}) == len({source.name for source in found}) == ALL


def test_a_plan_is_kept_and_the_same_every_time() -> None:
    weekly = pieces("weekly", Plan(per_day=10, hours=(8, 17), weekend=0.0), MONDAY, 5)
    assert weekly == pieces("weekly", Plan(per_day=10, hours=(8, 17), weekend=0.0), MONDAY, 5)
    assert all(8 <= piece.at.hour < 17 and piece.at.weekday() < 5 for piece in weekly.all)
    assert 60 <= len(weekly.all) <= 80


def test_a_feed_shows_its_window_and_a_piece_leaves_when_newer_ones_have_come() -> None:
    busy = pieces("busy", Plan(per_day=100, window=20), MONDAY, 2)
    shown = busy.shown(MONDAY + timedelta(hours=9))
    assert len(shown) == 20
    assert shown[0].at > shown[-1].at
    left = busy.left(shown[-1])
    assert left is not None
    assert shown[-1] in busy.shown(left - timedelta(seconds=1))
    assert shown[-1] not in busy.shown(left)


@pytest.mark.parametrize("kind", ["rss", "atom", "rdf", "json", "relative-links", "tracked-links", "full-text", "wrong-charset"])
def test_every_form_is_read_as_what_was_published(kind: str) -> None:
    source, (status, headers, body) = SOURCES[kind], ask(kind)
    articles = read_page(Page(body, MONDAY, source.address, kind, headers["Content-Type"]))
    assert status == 200
    assert [(article.url or "").partition("?")[0] for article in articles] == [
        source.home + source.page(piece) for piece in source.pieces.shown(MONDAY)
    ]
    assert articles[0].published == source.pieces.shown(MONDAY)[0].at


@pytest.mark.parametrize(("kind", "names"), [
    ("rss", {"ETag", "Last-Modified"}),
    ("etag-only", {"ETag"}),
    ("modified-only", {"Last-Modified"}),
])
def test_what_a_client_has_is_not_sent_again(kind: str, names: set[str]) -> None:
    _, headers, _ = ask(kind)
    assert {"ETag", "Last-Modified"} & headers.keys() == names
    asking = {"ETag": "if-none-match", "Last-Modified": "if-modified-since"}
    given = {asking[name]: headers[name] for name in names}
    assert ask(kind, given)[0] == 304
    assert ask(kind, given, hours=24)[0] == 200


def test_an_etag_that_changes_each_time_holds_for_nothing() -> None:
    _, headers, _ = ask("restless-etag")
    assert ask("restless-etag", {"if-none-match": headers["ETag"]}, hours=0.01)[0] == 200


def test_packing_is_for_those_who_take_it() -> None:
    packed = ask("gzip", {"accept-encoding": "gzip, br"})
    assert packed[1]["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed[2]) == ask("gzip")[2]


def test_a_piece_is_corrected_nine_hours_later_and_its_feed_changes() -> None:
    source = SOURCES["corrected"]
    piece = next(piece for piece in source.pieces.all if piece.corrected and piece.at > MONDAY)
    assert piece.corrected is not None
    hours = (piece.corrected - MONDAY).total_seconds() / 3600
    assert b"Correction:" in ask("corrected", hours=hours)[2]


def test_troubles_come_and_go_by_the_clock() -> None:
    assert [ask("gone", hours=hours)[0] for hours in (0, 10, 20, 40)] == [200, 200, 410, 410]
    assert [ask("not-found-for-a-while", hours=hours)[0] for hours in (0, 12, 20)] == [200, 404, 200]
    assert [ask("moved-host", hours=hours)[0] for hours in (0, 13)] == [200, 301]


def test_a_password_is_asked_for() -> None:
    assert ask("password")[0] == 401
    assert ask("password", {"authorization": "Basic " + base64.b64encode(b"reader-0:opal-password-0-s3cret").decode()})[0] == 200
    assert ask("secret-header", {"x-news-key": "amber-secret-header-0-s3cret"})[0] == 200


async def _fetched(kind: str, clock: PlayedClock, patience: float = 30) -> tuple[object, Log]:
    press, log = Press(), Log()
    async with serving(press, clock, log) as port:
        press.open(sources(Played(MONDAY, 2, port, count=1)))
        source: Source = next(source for source in press.sources if source.kind == kind)
        connector = aiohttp.TCPConnector(resolver=PressResolver())
        async with aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=patience)) as session:
            try:
                async with session.get(source.address) as answer:
                    return (answer.status, await answer.read() == source.feed(Asked(source.host, source.path, clock.now())).body), log
            except (aiohttp.ClientError, TimeoutError) as error:
                return type(error), log


@pytest.mark.parametrize(("kind", "came"), [
    ("rss", (200, True)),
    ("slow", (200, True)),
    ("dripping", (200, True)),
    ("failing", (500, False)),
    ("hanging", TimeoutError),
    ("endless-drip", TimeoutError),
    ("endless-body", TimeoutError),
    ("endless-headers", aiohttp.ClientResponseError),
    ("circle", aiohttp.TooManyRedirects),
    ("closing", aiohttp.ServerDisconnectedError),
    ("no-http", aiohttp.ClientResponseError),
    ("no-address", aiohttp.ClientConnectorDNSError),
])
def test_every_manner_comes_over_the_wire(kind: str, came: object) -> None:
    patience = 0.4 if came is TimeoutError else 30
    assert asyncio.run(_fetched(kind, PlayedClock(), patience))[0] == came


def test_the_log_says_who_asked_for_what_when_and_how_it_ended() -> None:
    clock = PlayedClock()
    _, log = asyncio.run(_fetched("rss", clock))
    [visit] = log.visits
    assert (visit.host, visit.target, visit.time, visit.source, visit.status) == ("rss-0.press.test", "/feed", MONDAY, "rss-0", 200)
    assert visit.shown
    assert not visit.beside


def test_waits_at_the_same_time_take_no_longer_than_the_longest() -> None:
    async def wait() -> PlayedClock:
        clock = PlayedClock()
        await asyncio.gather(*(clock.sleep(seconds) for seconds in (1, 5, 2)))
        return clock

    assert asyncio.run(wait()).now() - MONDAY == timedelta(seconds=5)
