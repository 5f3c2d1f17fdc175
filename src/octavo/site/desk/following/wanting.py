"""Which of the pages that sources lead to are wanted: those of a feed's articles, and the articles that a page or a sitemap links.

Called in the library's thread. Nothing is fetched or read here. Each function is a fixed number of statements, whatever the number of
sources and pages (one more for each KEYS_MOST links; where Django splits a long INSERT, one for each piece).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from django.db.models import Exists, OuterRef

from octavo.addresses import ascii_address, web_address
from octavo.reading.parts.identity import article_id, normalised_url
from octavo.reading.summaries import is_short
from octavo.site.desk.following.full_text import is_page, wants_page
from octavo.site.library import models, rows
from octavo.site.library.keeping.gone import gone_among
from octavo.site.library.models import Partial, WantedPage
from octavo.site.library.state import renew_state
from octavo.site.library.writing import writing

if TYPE_CHECKING:
    from octavo.fetching.discovery.links import Link

T = TypeVar("T")

FIRST_VISIT = 20
"""How many of the articles that a source links are followed when it is seen for the first time."""

FEED_MOST = 100
"""How many pages one answer of a feed is followed to: the newest entries of one that is an archive."""

FEED_AT_ONCE, FEED_LATER = 30, timedelta(hours=1)
"""So many of them are due at once, the next as many so much later, and so on: one feed's pages must not stand before all others."""

LINK_AGE = timedelta(days=3)
"""Older articles of a sitemap are not followed."""

LINKED_ANEW = timedelta(days=7)
"""A row says to within this time when its page was last linked: to be exact, each visit would write each row."""

KEYS_MOST = 5_000
"""Keys in a query: SQLite takes some 30,000 values at most."""

Visit = tuple[models.Source, Sequence["Link"]]
"""A watched page or a sitemap, and what it links."""

Name = tuple[int, str]
"""Of a wanted page: its source, and the key that all forms of its address have in common."""


def wanted_for_feeds(feeds: Iterable[tuple[models.Source, Iterable[models.Article]]], now: datetime) -> list[WantedPage]:
    """Want the pages of the articles just added from feeds, those that each feed's rule asks for; mark those that are summaries.

    An article that was a stranger's until its own feed told it is as good as added. Not the pages of addresses that several entries give:
    they are no entry's own. Returns what is wanted, without primary keys.
    """
    wanted: list[WantedPage] = []
    summaries: list[int] = []
    for source, added in feeds:
        pages, short = _wishes(source, added, now)
        wanted += pages
        summaries += short
    if not wanted and not summaries:
        return []
    with writing():
        if summaries and models.Article.objects.filter(pk__in=summaries).update(partial=Partial.SUMMARY):
            renew_state()
        WantedPage.objects.bulk_create(wanted, ignore_conflicts=True)
    return wanted


def _wishes(source: models.Source, added: Iterable[models.Article], now: datetime) -> tuple[list[WantedPage], list[int]]:
    """The pages that are wanted of one feed, and the primary keys of the articles that are summaries."""
    named = [(row, normalised_url(row.url)) for row in added if row.url]
    times = Counter(name for _, name in named)
    # No article's are the source's own address and that of its site.
    mine = {normalised_url(source.address), normalised_url(source.home)}
    own = [row for row, name in named if times[name] == 1 and is_page(name) and name not in mine]
    short = {row.pk for row in own if is_short(row.headline, rows.paragraphs_of(row))}
    asked = sorted((row for row in own if wants_page(source.full_text, row.pk in short)), key=lambda row: row.ranked, reverse=True)
    wanted = [page for row in asked[:FEED_MOST] if (page := _wanted(source, row.url, row.headline, now, row))]
    for number, page in enumerate(wanted):
        page.due_at = now + number // FEED_AT_ONCE * FEED_LATER
    return wanted, sorted(short)


def wanted_for_links(visits: Iterable[Visit], now: datetime) -> dict[int, list[WantedPage]]:
    """Want the articles that watched pages and sitemaps link, those not seen before; returns what is wanted of each source, by its
    primary key, in order and without primary keys.

    At the first visit the newest FIRST_VISIT alone: the others are kept as seen, so that they are not new at the next. Articles that are
    in the library already, from a feed say, are not asked for. All forms of an address are one.
    """
    found: dict[Name, WantedPage] = {}
    for source, links in visits:
        for link in _fresh(source, links, now):
            if page := _wanted(source, link.url, link.title, now):
                found.setdefault((source.pk, page.key), page)
    if not found:
        return {}
    wanted: defaultdict[int, list[WantedPage]] = defaultdict(list)
    with writing():
        begun, known = _begun({source for source, _ in found}), _known(found, now)
        new = {name: page for name, page in found.items() if name not in known}
        there = _in_the_library({key for _, key in new})
        for (source_pk, key), page in new.items():
            page.linked = now
            if key in there or (source_pk not in begun and len(wanted[source_pk]) >= FIRST_VISIT):
                page.state, page.due_at = WantedPage.State.SEEN, None
            else:
                wanted[source_pk].append(page)
        WantedPage.objects.bulk_create(new.values(), ignore_conflicts=True)
    return wanted


def _begun(sources: Iterable[int]) -> set[int]:
    """Those of the sources that were visited before."""
    wanted = WantedPage.objects.filter(source=OuterRef("pk"))
    return set(models.Source.objects.filter(Exists(wanted), pk__in=list(sources)).values_list("pk", flat=True))


def _known(found: Mapping[Name, WantedPage], now: datetime) -> set[Name]:
    """Those that have a row, which says from now on that they are still linked."""
    known: set[Name] = set()
    stale: list[int] = []
    for keys in _pieces({key for _, key in found}):
        # By the key alone: by source and key SQLite looks for every pair of one and the other.
        for source, key, pk, linked in WantedPage.objects.filter(key__in=keys).values_list("source_id", "key", "pk", "linked"):
            if (source, key) in found:
                known.add((source, key))
                stale += [pk] if linked is None or linked < now - LINKED_ANEW else []
    for pks in _pieces(stale):
        WantedPage.objects.filter(pk__in=pks).update(linked=now)
    return known


def _in_the_library(keys: Collection[str]) -> set[str]:
    """Those of the keys that are an article's that its own site tells (what a stranger says of one is no reason not to look), or that was
    taken out."""
    articles = models.Article.objects.edition(specimen=False).filter(at_home=True)
    return {key for some in _pieces(keys) for key in (*articles.filter(key__in=some).values_list("key", flat=True), *gone_among(some))}


def _pieces(values: Collection[T]) -> Iterator[list[T]]:
    listed = list(values)
    return (listed[start : start + KEYS_MOST] for start in range(0, len(listed), KEYS_MOST))


def _fresh(source: models.Source, links: Iterable[Link], now: datetime) -> Iterator[Link]:
    """The links to articles, the newest first as far as they say, else in their order; of a sitemap none that is old."""
    found = [link for link in links if not link.is_sitemap]
    if source.kind == models.Source.Kind.SITEMAP:
        found = [link for link in found if (link.published or link.changed or now) >= now - LINK_AGE]
    never = datetime.min.replace(tzinfo=UTC)
    return iter(sorted(found, key=lambda link: link.published or link.changed or never, reverse=True))


def _wanted(source: models.Source, url: str, title: str, now: datetime, article: models.Article | None = None) -> WantedPage | None:
    whole = web_address(url)
    address = ascii_address(whole) if whole else None
    if not address:
        return None
    host, title = (urlsplit(address).hostname or "")[:255], rows.fitting(title, WantedPage, "title")
    key = article_id(address, "", "")
    return WantedPage(source=source, url=address, key=key, host=host, article=article, title=title, found=now, due_at=now)
