"""What became of a wanted page: pure decisions, carried out by `following`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from octavo.article import Article
from octavo.errors import InputError
from octavo.fetching.failures import FetchError, Reason
from octavo.reading.parts.cleaning import fold
from octavo.reading.parts.words import words_of
from octavo.site.desk.following.full_text import has_own_page, is_partial
from octavo.site.library.intents import completing
from octavo.site.library.models import Partial, WantedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

State = WantedPage.State

ATTEMPTS = 3
"""How often a page is asked for that fails for a passing reason."""

WAITS = (timedelta(hours=3), timedelta(hours=45))
"""How long after the first and the second failed attempt the next one is made: two days in all, and no longer if the host asks for it."""

PASSING = frozenset((
    Reason.NO_ADDRESS, Reason.NO_CONNECTION, Reason.CERTIFICATE, Reason.TIMED_OUT, Reason.BROKEN, Reason.RATE_LIMITED, Reason.SERVER_ERROR,
    Reason.ROBOTS_UNKNOWN,
))
"""Reasons that may be gone tomorrow."""

WORDS_LEAST = 25
"""Words of a page that a link leads to, from which on they are an article."""

LONGER, SAME = 5, 0.2
"""Letters of a longer word, and the share of those in a feed's entry that its page has too, from which on it is the entry's page: the
same report shares most of them even where the headline is written anew, another one in the same language hardly any."""

AS_LONG = 0.8
"""How long, beside the feed's text, a page's must be for that to be all there is."""

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_OPENING, _LOOKED_AT = 1_500, 30_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be done about a wanted page.

    `article` is to be imported (None: nothing is). `partial` is what the article is marked with from now on ("": it is whole; None: its
    mark stays). `due_at` is when the page is to be asked for again; None: never. `problem` is in words for a person.
    """

    state: WantedPage.State
    article: Article | None = None
    partial: str | None = None
    reason: str = ""
    problem: str = ""
    due_at: datetime | None = None


def failed(failure: FetchError | InputError, attempt: int, now: datetime) -> Verdict:
    """The page could not be fetched or read, in the attempt of that number (from 1): it is asked for again if the reason may pass."""
    reason = failure.reason if isinstance(failure, FetchError) else Reason.UNREADABLE
    due_at = None
    if isinstance(failure, FetchError) and reason in PASSING and attempt < ATTEMPTS:
        asked = timedelta(seconds=min(failure.retry_after or 0, sum(WAITS, timedelta()).total_seconds()))
        due_at = now + max(WAITS[attempt - 1], asked)
    return Verdict(State.WAITING if due_at else State.FAILED, reason=reason, problem=failure.problem, due_at=due_at)


def came(
    held: Article | None, main: Article | None, wall: str | None, url: str, title: str = "", *, has_say: bool = True, trusted: bool = True,
) -> Verdict:
    """The page came, from that address after all redirects, with that main article (None: it holds none) and that wall.

    `held` is the article of the library that it belongs to, None where it becomes one; `title` is what the link says.
    `has_say`: whether the page may change that one (see `intents.may_change`); `trusted`: whether what is held was told by the page's site,
    so that it tells which article is meant. An article's own page is right whatever a stranger says of it.
    """
    if not has_say:
        return _unreadable("the address leads away from the site of the article")
    if wall and (held or main is None or wall != Partial.PAYWALL):
        return _walled(held, wall)
    if not has_own_page(url):
        return _unreadable("the address leads to the front page of a site")
    if main is None or (not held and not wall and sum(words_of(each.text) for each in main.paragraphs) < WORDS_LEAST):
        return _unreadable("the page holds no article")
    if held is None:
        return Verdict(State.PARTIAL if wall else State.READ, replace(main, headline=main.headline or title), partial=wall or "")
    if trusted and not same_article(held, main):
        return _unreadable("the page holds another article than its feed says")
    whole = bool(main.paragraphs) and (not trusted or len(main.text) >= AS_LONG * len(held.text))
    return Verdict(State.READ, completing(held, main, trusted), partial="" if whole else None)


def _walled(held: Article | None, wall: str) -> Verdict:
    """What the feed says stays. It may be the whole text, of which the page shows less."""
    problem = Partial(wall).label
    if held is None:
        return Verdict(State.FAILED, reason=Reason.UNREADABLE, problem=problem)
    return Verdict(State.PARTIAL, partial=wall if is_partial(held) else None, problem=problem)


def _unreadable(problem: str) -> Verdict:
    return Verdict(State.FAILED, reason=Reason.UNREADABLE, problem=problem)


def same_article(held: Article, main: Article) -> bool:
    """Whether a page's main article is the one that a feed announced: an address may lead to something else by now."""
    announced = set(_words(f"{held.headline} {held.text[:_OPENING]}"))
    found = set(_words(f"{main.headline} {main.text[:_LOOKED_AT]}"))
    return not announced or len(announced & found) >= SAME * len(announced)


def _words(text: str) -> Iterator[str]:
    """The longer words; of scripts without spaces each two letters that stand together."""
    for letters in _LETTERS.findall(fold(text)):
        if _UNSPACED.match(letters):
            yield from map("".join, pairwise(letters))
        elif len(letters) >= LONGER:
            yield letters
