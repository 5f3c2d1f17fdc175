"""From what a person typed to what can be polled: a few polite requests through the door.

https comes before http. A feed is taken as it is; of a page its best feed, read before it is believed; where it names none, the usual
places are looked into, then its news sitemap; a page whose articles can be told is watched itself. No database is used here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol
from urllib.parse import urljoin, urlsplit

from octavo.addresses import ascii_address, origin_of, plain_host
from octavo.article import Page
from octavo.decode import decode
from octavo.errors import InputError
from octavo.fetching.answers import Answer, Credentials, Request
from octavo.fetching.discovery.feeds import Candidate, common_paths, feeds_linked, known_feeds
from octavo.fetching.discovery.links import Link, links_of
from octavo.fetching.discovery.sitemaps import is_news, sitemap_paths, sitemaps_named
from octavo.fetching.discovery.trees import title_of, tree_of
from octavo.fetching.discovery.typed import typed
from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.opml import Outline, outlines_of
from octavo.messages import message as _
from octavo.reading.feed import about_feed
from octavo.reading.kind import kind_of, refuse_binary, root_of

CANDIDATES_TRIED, PATHS_TRIED, SITEMAPS_TRIED = 4, 6, 2
"""Requests at most for the feeds that a page names, for the usual places, and for sitemaps."""
ARTICLES_LEAST = 3
"""A page that links fewer articles is not worth watching."""
TITLE_MOST = 500

_ROOT_LOOK = 1 << 20
_UNANSWERED = frozenset((Reason.NO_CONNECTION, Reason.TIMED_OUT, Reason.CERTIFICATE))
"""With these over https, http is tried, where the person did not ask for https."""
_NOT_IN_CLEAR = _(
    "http was not tried, since everybody on the way could read the password. If there is no https, write http:// before the address."
)
_NO_PAGE = frozenset((Reason.FORBIDDEN, Reason.NOT_FOUND, Reason.GONE))
"""A page that says so may have a feed all the same: many keep robots from their pages and not from their feeds."""


class Fetcher(Protocol):
    """The door, or what stands in for it."""

    async def fetch(self, request: Request) -> Answer:
        """The answer; raises FetchError."""


@dataclass(frozen=True, slots=True)
class Found:
    """A source that can be added. `articles`: how many it has or links now. `others`: feeds that the page names besides, not looked at.

    "list" is an OPML, whose sources are `outlines`. `credentials` are the ones given, where the source lies at the host that they were
    given for; another host never sees them.
    """

    kind: Literal["feed", "page", "sitemap", "list"]
    address: str
    title: str = ""
    home: str = ""
    articles: int = 0
    others: tuple[Candidate, ...] = ()
    outlines: tuple[Outline, ...] = field(default=(), repr=False)
    credentials: Credentials | None = field(default=None, repr=False)


async def discover(door: Fetcher, address: str, credentials: Credentials | None = None) -> Found:
    """What can be polled at the address that a person typed: "paper.example", "feed://…", a feed, a page, a sitemap, an OPML.

    Raises FetchError where nothing answers, and InputError for what is no address and where there is nothing to poll; it says what was
    tried. Some twenty requests at most, nearly always fewer than three.
    """
    asked = typed(address)
    return await _Search(door, credentials or asked.credentials, asked.addresses).found()


class _Search:
    """One search: what it may show to whom, and where it has looked."""

    def __init__(self, door: Fetcher, credentials: Credentials | None, addresses: tuple[str, ...]) -> None:
        # In clear text a password would be for everybody on the way.
        self._careful = credentials is not None and len(addresses) > 1
        self._door, self._credentials, self._addresses = door, credentials, addresses[:1] if credentials else addresses
        self._origins = {origin_of(address) for address in addresses}
        self._looked: list[str] = []

    async def found(self) -> Found:
        for address in known_feeds(self._addresses[0]):
            if found := await self._feed_at(Candidate(address)):
                return found
        try:
            asked, answer = await self._first_answer()
        except FetchError as error:
            found = await self._at_usual_places(error.url) if error.reason in _NO_PAGE else None
            if found is None:
                raise
            return found
        page = answer.page(asked)
        itself = await asyncio.to_thread(_itself, page)
        if isinstance(itself, Found):
            return self._mine(itself, answer)
        return await self._of_page(page) if itself is None else await self._of_index(page, itself)

    async def _first_answer(self) -> tuple[str, Answer]:
        """The first address that answers, and what it answers."""
        for address in self._addresses[:-1]:
            try:
                return address, await self._ask(address)
            except FetchError as error:
                if error.reason not in _UNANSWERED:
                    raise
        try:
            return self._addresses[-1], await self._ask(self._addresses[-1])
        except FetchError as error:
            if not self._careful or error.reason not in _UNANSWERED:
                raise
            stated = FetchError(error.url, error.reason, error.problem, _NOT_IN_CLEAR)
        raise stated

    async def _ask(self, address: str, robots: bool = False) -> Answer:
        source = None if address in self._addresses else self._addresses[0]
        return await self._door.fetch(Request(address, credentials=self._shown(address), robots=robots, source=source))

    def _shown(self, address: str) -> Credentials | None:
        return self._credentials if origin_of(address) in self._origins else None

    def _mine(self, found: Found, answer: Answer, others: tuple[Candidate, ...] = ()) -> Found:
        """What was found, at the address that is to be asked from now on: one that moved for good is its new one."""
        address = ascii_address(answer.moved_to or found.address) or found.address
        return Found(
            found.kind, address, found.title, found.home, found.articles, others, found.outlines, self._shown(address))

    async def _of_page(self, page: Page) -> Found:
        url = page.url or ""
        candidates = await asyncio.to_thread(feeds_linked, page.body, page.content_type, url)
        for candidate in [each for each in candidates if each.kind == "feed"][:CANDIDATES_TRIED]:
            if found := await self._feed_at(candidate, candidates):
                return found
        found = await self._at_usual_places(url) or await self._news_sitemap(url) or await self._watched(page)
        if found:
            return found
        problem = _("this page names no feed that can be read, and links no articles that could be told from its furniture")
        if self._looked:
            problem = _("%(problem)s (looked at %(addresses)s)", problem=problem, addresses=self._looked)
        raise InputError(url, problem, _("Give the address of its feed, or of a page that lists its articles"))

    async def _at_usual_places(self, url: str) -> Found | None:
        for path in common_paths(url)[:PATHS_TRIED]:
            if found := await self._feed_at(Candidate(path)):
                return found
        return None

    async def _feed_at(self, candidate: Candidate, others: Iterable[Candidate] = ()) -> Found | None:
        """The feed that lies there, None where there is none."""
        answer = await self._look(candidate.url)
        if answer is None:
            return None
        page = answer.page(candidate.url)
        try:
            found = await asyncio.to_thread(_feed, page)
        except InputError:  # it is no feed, and that is the answer
            return None
        return found and self._mine(found, answer, tuple(each for each in others if each.url != candidate.url))

    async def _look(self, address: str) -> Answer | None:
        """What lies at an address that was guessed or named by a page; None, and noted, where nothing does. A host that wants to be left
        alone is, and one that does not answer any more is not asked again and again: that is raised."""
        own = urlsplit(address).netloc == urlsplit(self._addresses[0]).netloc
        self._looked.append(urlsplit(address).path if own else address)
        try:
            return await self._ask(address)
        except FetchError as error:
            if error.reason == Reason.RATE_LIMITED or (own and error.reason in _UNANSWERED):
                raise
            return None

    async def _of_index(self, page: Page, sitemaps: Sequence[str]) -> Found:
        """One of the news sitemaps of an index: what an index lists is no article."""
        if found := await self._first_sitemap(sitemaps):
            return found
        problem = _("this is a list of sitemaps, and none of them is of news")
        raise InputError(page.name, problem, _("Give the address of one of them, or of a feed"))

    async def _news_sitemap(self, url: str) -> Found | None:
        robots_url = urljoin(url, "/robots.txt")
        robots = await self._look(robots_url)
        named = sitemaps_named(robots.body, robots_url) if robots else ()
        return await self._first_sitemap([each for each in named or sitemap_paths(url) if is_news(each)])

    async def _first_sitemap(self, addresses: Sequence[str], deeper: bool = True) -> Found | None:
        """The first of a few sitemaps that says when its articles were published, or is an index of such a one."""
        for address in addresses[:SITEMAPS_TRIED]:
            answer = await self._look(address)
            if answer is None:
                continue
            page = answer.page(address)
            try:
                links = await asyncio.to_thread(links_of, page.body, page.content_type, answer.url, "sitemap")
            except InputError:  # it is no sitemap, and that is the answer
                continue
            if any(link.published for link in links):
                return self._mine(_sitemap(page, links), answer)
            if deeper and (found := await self._first_sitemap(_news_within(links), deeper=False)):
                return found
        return None

    async def _watched(self, page: Page) -> Found | None:
        """The page itself, where it links enough articles and its host lets robots look at it."""
        url = page.url or ""
        links = await asyncio.to_thread(links_of, page.body, page.content_type, url, "page")
        if len(links) < ARTICLES_LEAST:
            return None
        answer = await self._ask(url, robots=True)
        tree = await asyncio.to_thread(tree_of, page.body, page.content_type, url)
        title = "" if tree is None else title_of(tree, TITLE_MOST)
        return self._mine(Found("page", url, title, urljoin(url, "/"), len(links)), answer)


def _itself(page: Page) -> Found | tuple[str, ...] | None:
    """What the page is, if it can be polled or is an OPML; of an index, its news sitemaps; None for an HTML page. Raises InputError for
    anything else."""
    if not page.body.startswith(b"\x1f\x8b"):
        refuse_binary(page)
    root = root_of(decode(page.body[:_ROOT_LOOK], page.content_type))
    if root == "opml":
        return Found("list", page.name, outlines=outlines_of(page.body, page.name))
    if root in ("urlset", "sitemapindex") or page.body.startswith(b"\x1f\x8b"):
        links = links_of(page.body, page.content_type, page.url or "", "sitemap")
        return _news_within(links) if any(link.is_sitemap for link in links) else _sitemap(page, links)
    return _feed(page)


def _feed(page: Page) -> Found | None:
    text = decode(page.body, page.content_type)
    kind = kind_of(text, page)
    if kind == "text":
        raise InputError(page.name, _("this is plain text, no feed and no page"), _("Give the address of a feed or of a page"))
    if kind == "html":
        return None
    about = about_feed(text.encode("utf-8", "replace"), page)
    return Found("feed", page.name, about.title[:TITLE_MOST], ascii_address(about.home) or "" if about.home else "", about.entries)


def _sitemap(page: Page, links: Sequence[Link]) -> Found:
    return Found("sitemap", page.name, plain_host(page.url or ""), urljoin(page.url or "", "/"), len(links))


def _news_within(links: Sequence[Link]) -> tuple[str, ...]:
    return tuple(link.url for link in links if link.is_sitemap and is_news(link.url))
