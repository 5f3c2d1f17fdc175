"""The one door to addresses that come from outside: each connection is judged, each answer is limited, each failure is stated."""

from __future__ import annotations

import asyncio
import socket
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from io import BytesIO
from types import TracebackType

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from octavo.fetching import failing
from octavo.fetching.answers import Answer, Request
from octavo.fetching.clock import Clock, SystemClock
from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.flight import Flight, Load
from octavo.fetching.guard import Guard, Target, parse_url, shown_url
from octavo.fetching.headers import conditions, max_age, readable, secret_headers
from octavo.fetching.limits import Limits
from octavo.fetching.resolving import ThreadResolver
from octavo.fetching.robots import MAX_BYTES as ROBOTS_BYTES
from octavo.fetching.robots import Robots
from octavo.fetching.sockets import CountedSocket
from octavo.fetching.statuses import PERMANENT, REDIRECTS, failure
from octavo.fetching.turns import Turns
from octavo.messages import message as _
from octavo.unpacking import ACCEPTED, TooMuch, Unpacking

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, "
    "text/html;q=0.8, application/xhtml+xml;q=0.8, */*;q=0.5"
)
MAX_HEADERS = 200
SHOWN = 200
"""Characters of an address that a failure repeats."""
BREATH = 2**20
"""Unpacked bytes after which others get their turn on the event loop."""


@dataclass(slots=True)
class _Hop:
    """One request on its way: what the connections made for it are judged by, the bytes that may come in, and what stopped one."""

    target: Target
    guard: Guard
    most: int
    json: bytes | None = None
    refused: FetchError | None = None
    connected: bool = False
    spent: bool = False

    def spend(self) -> None:
        self.spent = True


_hop: ContextVar[_Hop] = ContextVar("hop")


@dataclass(slots=True)
class _Way:
    """What a fetch has behind it: the addresses, how long it is permanent, how many seconds are left of the whole."""

    left: float
    load: Load
    seen: set[URL] = field(default_factory=set)
    moved_to: str | None = None
    permanent: bool = True


class Door:
    """Fetches addresses, politely and within limits: `async with Door(guard, agent=user_agent()) as door: await door.fetch(...)`.

    `agent` is the User-Agent header. `connections` is how many may be open at once; a request that waits for its host's turn holds none.
    `resolver` is for tests. No cookie, proxy or password is taken from anywhere but the request. To be used from one event loop.
    """

    def __init__(
        self, guard: Guard, *, agent: str, limits: Limits = Limits(), clock: Clock | None = None, turns: Turns | None = None,  # noqa: B008
        resolver: AbstractResolver | None = None, connections: int = 64,
    ) -> None:
        self._guard, self._limits, self._resolver = guard, limits, resolver
        self.clock: Clock = clock or SystemClock()
        self.turns = turns or Turns(self.clock)
        self._flight = Flight()
        self._headers = {"User-Agent": agent, "Accept": ACCEPT, "Accept-Encoding": ACCEPTED}
        self._slots = asyncio.Semaphore(connections)
        self._robots = Robots(self._fetch_robots, self.clock)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Door:
        limits = self._limits
        self._own_resolver = None if self._resolver else ThreadResolver(limits.resolve)
        connector = aiohttp.TCPConnector(
            # Each request has a connection of its own: no answer of one is ever taken for another's, nothing idle is held open at
            # thousands of hosts, and each is judged as it is made.
            force_close=True, limit=0, use_dns_cache=False, resolver=self._resolver or self._own_resolver,
            socket_factory=self._make_socket,
        )
        self._session = aiohttp.ClientSession(
            connector=connector, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False, trust_env=False, middlewares=(_once,),
            timeout=aiohttp.ClientTimeout(
                total=None, connect=limits.resolve + limits.connect, sock_connect=limits.connect, sock_read=limits.first_byte
            ),
            max_line_size=limits.header_bytes, max_field_size=limits.header_bytes, max_headers=MAX_HEADERS,
        )
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._session:
            await self._session.close()
        if self._own_resolver:
            await self._own_resolver.close()

    async def fetch(self, request: Request) -> Answer:
        """Ask one address, after its host's turn has come. Raises FetchError and nothing else.

        The answer's bytes count among those that all fetches together may have in memory, for as long as somebody holds it.
        """
        load = Load(self._flight)
        try:
            answer = await self._follow(request, self._limits, load)
        except BaseException:
            load.drop()
            raise
        load.keep(answer)
        return answer

    def gap(self, host: str) -> float:
        """How many seconds that host is left alone after a request, so that others who ask it can do the same."""
        return self.turns.gap(host)

    def held(self, host: str) -> float:
        """For how many seconds yet that host has asked to be left alone by everybody; 0 for none. Until then it is not asked."""
        return self.turns.held(host)

    async def _fetch_robots(self, url: str, source: str | None) -> Answer:
        load = Load(self._flight)
        try:
            return await self._follow(Request(url, source=source), replace(self._limits, body_bytes=ROBOTS_BYTES), load, cut=True)
        finally:
            load.drop()

    async def _follow(self, request: Request, limits: Limits, load: Load, cut: bool = False) -> Answer:
        """The way from redirect to redirect, to an answer. `cut`: of a body over the limit, give what is under it."""
        way = _Way(limits.whole, load)
        url = first = parse_url(request.url)
        secrets = secret_headers(str(first), request.credentials)
        while True:
            if url.origin() != first.origin():
                # For good: a host on the way may send back to the first one what it likes.
                secrets = {}
            source = request.source if url is first else request.source or str(first)
            try:
                answer = await self._hop(request, url, source, {**conditions(request, first, url), **secrets}, way, limits, cut)
            except FetchError as error:
                if error.reason is not Reason.REFUSED or source is None:
                    raise
                # Others chose where this leads: what they would like to be allowed is no advice.
                refused = _redirected(first, url, error) if url is not first else FetchError(error.url, error.reason, error.problem)
            else:
                if isinstance(answer, Answer):
                    return answer if len(way.seen) > 1 else replace(answer, url=request.url.strip())
                url = answer
                continue
            raise refused

    async def _hop(
        self, request: Request, url: URL, source: str | None, headers: dict[str, str], way: _Way, limits: Limits, cut: bool,
    ) -> Answer | URL:
        """One step of the way, judged by what is allowed there. `source`: who leads there, None where the person does."""
        guard = self._guard if source is None else self._guard.beyond(source)
        target = guard.check_url(url)
        if url in way.seen:
            problem = _("its redirects go in a circle")
            raise FetchError(str(url), Reason.REDIRECTS, problem, _("It may want a cookie, and Octavo keeps none."))
        way.seen.add(url)
        if len(way.seen) > limits.redirects + 1:
            raise FetchError(str(url), Reason.REDIRECTS, _("it redirects more than %(most)s times", most=limits.redirects))
        if request.robots:
            pause = await self._robots.check(url, source)
            if pause:
                self.turns.slow_down(target.host, pause)
        hop = _Hop(target, guard, 2 * limits.wire_bytes + limits.header_bytes, request.json)
        return await self._ask(url, hop, headers, way, limits, cut)

    async def _ask(self, url: URL, hop: _Hop, headers: dict[str, str], way: _Way, limits: Limits, cut: bool) -> Answer | URL:
        """One request: an answer, or the address that it redirects to."""
        async with self.turns.of(hop.target.host), self._slots:
            if left := self.turns.held(hop.target.host):
                problem = _("its host has asked to be left alone for now")
                raise FetchError(str(url), Reason.RATE_LIMITED, problem, _("It is asked again when that time is over."), left)
            token = _hop.set(hop)
            whole = asyncio.timeout(way.left)
            began = asyncio.get_running_loop().time()
            try:
                async with whole:
                    return await self._exchange(url, hop, headers, way, limits, cut)
            except failing.STATED as error:
                stated = failing.too_slow(str(url), limits) if whole.expired() else self._stated(url, error, hop, limits)
            finally:
                _hop.reset(token)
                way.left -= asyncio.get_running_loop().time() - began
            # Out of the handler, and so without a cause: the client's own errors hold the headers that were sent, secrets too.
            raise stated

    def _stated(self, url: URL, error: Exception, hop: _Hop, limits: Limits) -> FetchError:
        """The failure that an error is, seen with what stopped a connection."""
        if hop.spent:
            return failing.too_large(str(url), limits)
        if hop.refused and not hop.connected and not isinstance(error, failing.BrokenOff):
            # Several addresses are tried in a row, and what is raised then is about the last of them, or about none.
            return FetchError(str(url), Reason.REFUSED, hop.refused.problem, hop.refused.advice)
        if isinstance(error, FetchError) and error.retry_after:
            self.turns.leave_alone(hop.target.host, error.retry_after)
        return failing.of_error(str(url), error, limits)

    async def _exchange(self, url: URL, hop: _Hop, headers: dict[str, str], way: _Way, limits: Limits, cut: bool) -> Answer | URL:
        async with asyncio.timeout(limits.resolve + limits.connect + limits.first_byte):
            assert self._session, "a Door is used with `async with`"
            method, kind = ("GET", {}) if hop.json is None else ("POST", {"Content-Type": "application/json"})
            sent = {**self._headers, **kind, **headers}
            response = await self._session.request(method, url, headers=sent, data=hop.json, allow_redirects=False)
        hop.connected = True
        try:
            fetched = self.clock.now()
            status = response.status
            if sum(len(name) + len(value) for name, value in response.raw_headers) > limits.header_bytes:
                raise failing.headers_too_large(str(url), limits)
            known = readable(response.headers.items())
            if status in REDIRECTS and hop.json is not None:
                problem = _("it redirects what is posted to it (%(status)s)", status=str(status))
                raise FetchError(str(url), Reason.REDIRECTS, problem, _("Give its last address."))
            if status in REDIRECTS:
                return _next(url, status, known.get("location", ""), way)
            unchanged = status == 304 and ("If-None-Match" in headers or "If-Modified-Since" in headers)
            if not unchanged and status not in (200, 203):
                raise failure(str(url), status, known, fetched)
            body = b"" if unchanged else await _body(response, known, limits, way.load, cut)
            return Answer(str(url), 304 if unchanged else 200, body, fetched, known, way.moved_to, max_age(known))
        finally:
            response.close()

    def _make_socket(self, info: aiohttp.AddrInfoType) -> socket.socket:
        """The choke point: aiohttp has each socket made here, by the address that it will connect to. Nothing else makes one."""
        family, kind, protocol, _name, where = info
        hop = _hop.get()
        try:
            hop.guard.check_address(hop.target.host, str(where[0]), int(where[1]))
        except FetchError as error:
            hop.refused = error
            raise
        return CountedSocket(family, kind, protocol, hop.most, hop.spend)


async def _once(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """Ask once: after one of its own errors of a broken connection the session would ask a second time at once."""
    try:
        return await handler(request)
    except aiohttp.ClientConnectorError:
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise failing.BrokenOff from error


def _next(url: URL, status: int, location: str, way: _Way) -> URL:
    """Where a redirect leads."""
    if not location:
        problem = _("it redirects without saying where to (%(status)s)", status=str(status))
        raise FetchError(str(url), Reason.REDIRECTS, problem, _("Look for its new address."))
    try:
        joined = url.join(URL(location))
    except ValueError:
        raise FetchError(str(url), Reason.REDIRECTS, _("it redirects to what is no address"), _("Look for its new address.")) from None
    try:
        to = parse_url(joined)
    except FetchError as error:
        raise _redirected(url, joined, error) from None
    way.permanent = way.permanent and status in PERMANENT
    if way.permanent:
        way.moved_to = str(to)
    return to


def _redirected(first: URL, to: URL, error: FetchError) -> FetchError:
    """That a redirect leads to where the guard lets nobody go, without an advice."""
    problem = _("it redirects to %(address)s, and %(problem)s", address=shown_url(to)[:SHOWN], problem=error.problem)
    return FetchError(str(first), error.reason, problem)


async def _body(response: aiohttp.ClientResponse, headers: dict[str, str], limits: Limits, load: Load, cut: bool) -> bytes:
    """The body, unpacked."""
    if (response.content_length or 0) > limits.wire_bytes and not cut:
        raise TooMuch
    unpacking = Unpacking(headers.get("content-encoding", ""), limits.body_bytes)
    made, wire, breath = BytesIO(), 0, BREATH
    async for chunk in response.content.iter_any():
        wire += len(chunk)
        if wire > limits.wire_bytes:
            raise TooMuch
        try:
            for piece in unpacking.feed(chunk):
                await load.grow(len(piece))
                made.write(piece)
                if made.tell() > breath:
                    breath = made.tell() + BREATH
                    await asyncio.sleep(0)
        except TooMuch:
            if cut:
                return made.getvalue()
            raise
    unpacking.finish()
    return made.getvalue()
