"""What became of a wanted page: pure decisions, carried out by `following`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from octavo.article import Article
from octavo.errors import InputError
from octavo.fetching.failures import FetchError, Reason
from octavo.reading.parts.identity import normalised_url
from octavo.site.library.models import Partial, WantedPage

ATTEMPTS = 3
"""How often a page is asked for that fails for a passing reason."""

WAITS = (timedelta(hours=3), timedelta(hours=45))
"""How long after the first and the second failed attempt the next one is made: two days in all."""

PASSING = frozenset((
    Reason.NO_ADDRESS, Reason.NO_CONNECTION, Reason.CERTIFICATE, Reason.TIMED_OUT, Reason.BROKEN, Reason.RATE_LIMITED, Reason.SERVER_ERROR,
))
"""Reasons that may be gone tomorrow."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be done about a wanted page.

    `article` is to be imported (None: nothing is). `partial` is what the article is to be marked with then ("": it is whole; None: its
    mark stays). `due_at` is when the page is to be asked for again; None: never.
    """

    state: WantedPage.State
    article: Article | None = None
    partial: str | None = None
    reason: str = ""
    problem: str = ""
    due_at: datetime | None = None


def failed(failure: FetchError | InputError, attempts: int, now: datetime) -> Verdict:
    """The page could not be fetched or read, the attempt of that number (from 1): it is asked for again if the reason may pass."""
    if not isinstance(failure, FetchError):
        return Verdict(WantedPage.State.FAILED, reason=Reason.UNREADABLE, problem=failure.problem)
    due_at = None
    if failure.reason in PASSING and attempts < ATTEMPTS:
        asked = timedelta(seconds=failure.retry_after or 0)
        due_at = now + max(WAITS[attempts - 1], min(asked, sum(WAITS, timedelta())))
    state = WantedPage.State.WAITING if due_at else WantedPage.State.FAILED
    return Verdict(state, reason=failure.reason, problem=failure.problem, due_at=due_at)


def read(held: Article | None, articles: Sequence[Article], wall: str | None, title: str = "") -> Verdict:
    """The page came. `held` is the article of the library that it belongs to, None where it becomes one; `title` is the link's."""
    main = articles[0] if articles else None
    if wall and (held or wall != Partial.PAYWALL or main is None):
        return Verdict(WantedPage.State.PARTIAL if held else WantedPage.State.FAILED, partial=wall, problem=Partial(wall).label)
    if main is None:
        return Verdict(WantedPage.State.FAILED, reason=Reason.UNREADABLE, problem="the page holds no article")
    if held is None:
        return Verdict(
            WantedPage.State.PARTIAL if wall else WantedPage.State.READ, replace(main, headline=main.headline or title), partial=wall or "")
    return Verdict(WantedPage.State.READ, completing(held, main), partial="")


def completing(held: Article, whole: Article) -> Article:
    """The article as its own page has it, as the one that is held: with its id, and with what the page does not tell."""
    return replace(
        whole,
        id=held.id,
        headline=whole.headline or held.headline,
        publisher=whole.publisher or held.publisher,
        kicker=whole.kicker or held.kicker,
        byline=whole.byline or held.byline,
        published=whole.published or held.published,
        modified=whole.modified or held.modified,
        language=whole.language or held.language,
        section=whole.section or held.section,
        image=whole.image or held.image,
        url=whole.url or held.url,
    )


def own_address(url: str) -> bool:
    """Whether it is more than the address of a site's front page."""
    return bool({"/", "?"} & set(normalised_url(url)))
