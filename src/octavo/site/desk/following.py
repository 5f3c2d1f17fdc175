"""The pages that sources lead to: which are wanted, and what became of them when they were fetched.

Called in the library's thread. Nothing is fetched or read here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol
from urllib.parse import urlsplit

from octavo.article import Article, Page
from octavo.errors import InputError
from octavo.fetching.answers import Answer
from octavo.fetching.failures import FetchError
from octavo.site.desk import verdicts
from octavo.site.desk.full_text import wants_page
from octavo.site.library import models, rows
from octavo.site.library.importing import import_page
from octavo.site.library.models import WantedPage
from octavo.site.library.writing import writing

FIRST_VISIT = 20
"""How many of the articles that a watched page links are followed when it is seen for the first time."""

LINK_AGE = timedelta(days=3)
"""Older articles of a sitemap are not followed."""


class Link(Protocol):
    """A link of a watched page or a sitemap."""

    @property
    def url(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def published(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Followed:
    """A wanted page as it came: an answer, the articles read from it (the main one first) and the wall that stands there, if one does
    (see `octavo.reading.walls`); or why it could not be fetched or read."""

    wanted_pk: int
    answer: Answer | None = None
    failure: FetchError | InputError | None = None
    articles: tuple[Article, ...] = field(default=(), repr=False)
    wall: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a wanted page: its state now, whether an article was added or changed by it, and when it is asked for again."""

    wanted_pk: int
    state: WantedPage.State
    added: bool = False
    changed: bool = False
    due_at: datetime | None = None


def record(followed: Sequence[Followed], now: datetime) -> list[Outcome]:
    """Put what came into the library, in the order given. Leases are left to whoever took them; a row that is gone has no outcome."""
    wanted = WantedPage.objects.select_related("source", "article__publisher").in_bulk([each.wanted_pk for each in followed])
    return [_recorded(each, wanted[each.wanted_pk], now) for each in followed if each.wanted_pk in wanted]


def _recorded(each: Followed, row: WantedPage, now: datetime) -> Outcome:
    row.attempts += 1
    held = rows.article_of(row.article) if row.article else None
    if each.answer is None or each.failure:
        assert each.failure is not None
        verdict = verdicts.failed(each.failure, row.attempts, now)
    else:
        verdict = verdicts.read(held, each.articles, each.wall, row.title)
    added = changed = False
    if verdict.article is not None and each.answer is not None:
        answer = each.answer
        page = Page(answer.body, answer.fetched, answer.url, row.url, answer.headers.get("content-type"))
        done = import_page(page, [verdict.article], row.source)
        added, changed = bool(done.added), bool(done.changed)
        row.article = models.Article.objects.filter(key=rows.key_of(verdict.article), specimen=False).first()
    with writing():
        if row.article and verdict.partial is not None:
            models.Article.objects.filter(pk=row.article.pk).update(partial=verdict.partial)
        row.state, row.reason, row.problem, row.due_at = verdict.state, verdict.reason, verdict.problem, verdict.due_at
        row.save(update_fields=["state", "reason", "problem", "due_at", "attempts", "article"])
    return Outcome(row.pk, verdict.state, added, changed, verdict.due_at)


def wanted_for(source: models.Source, added: Iterable[models.Article], now: datetime) -> list[WantedPage]:
    """Want the pages of the articles just added from a feed whose rule asks for them; returns the rows made."""
    fresh = [
        WantedPage(source=source, url=row.url, host=_host(row.url), article=row, title=row.headline[:500], found=now, due_at=now)
        for row in added
        if wants_page(rows.article_of(row), source.full_text)
    ]
    with writing():
        WantedPage.objects.bulk_create(fresh, ignore_conflicts=True)
    return fresh


def wanted_for_links(source: models.Source, links: Sequence[Link], now: datetime) -> list[WantedPage]:
    """Want the articles that a watched page or a sitemap links, those not seen before; returns the rows made."""
    known = set(WantedPage.objects.filter(source=source).values_list("url", flat=True))
    fresh = [
        WantedPage(source=source, url=link.url, host=_host(link.url), title=link.title[:500], found=now, due_at=now)
        for link in links
        if link.url not in known
    ]
    with writing():
        WantedPage.objects.bulk_create(fresh, ignore_conflicts=True)
    return fresh


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "")[:255]
