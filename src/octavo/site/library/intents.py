"""What an Article just read means for the library: pure decisions, carried out by `importing`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from hashlib import sha256

from octavo.article import Article


class Intent(Enum):
    """What to do with an Article just read."""

    ADD = auto()
    """It is new."""
    REPLACE = auto()
    """Its text changed: the text that the library holds becomes an earlier version."""
    COMPLETE = auto()
    """The library holds the opening of it, from a feed say: the full text takes its place, and makes no version."""
    KEEP = auto()
    """It says nothing new."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the library holds of an article: its text as it stands, the address of the page it was read from ("" for a file
    without one), when that page was fetched (with an offset), and whether it is known to be a part of the text only."""

    article: Article
    page_url: str
    fetched: datetime
    partial: bool = False


def decide(held: Held | None, article: Article, page_url: str, fetched: datetime) -> Intent:
    """What to do with the Article read from the page of that address, fetched at that time (with an offset).

    A page never overwrites what was read from a later one. White space, letter forms of it and the times alone are no change. The
    same article often stands on two pages, cut short in a feed and whole on its own page: there the longer text stays, whichever
    page is asked for more often, and only a change on the page that it was read from makes it shorter.
    """
    if held is None:
        return Intent.ADD
    if fetched < held.fetched or said(article) == said(held.article):
        return Intent.KEEP
    before, now = _text(held.article), _text(article)
    if page_url != held.page_url:
        if len(now) <= len(before):
            return Intent.KEEP
        if held.partial or len(before) * 2 <= len(now):
            return Intent.COMPLETE
    elif not page_url:
        # Files do not say whether they are the same page.
        if _opens(now, before):
            return Intent.KEEP
        if _opens(before, now):
            return Intent.COMPLETE
    return Intent.REPLACE


def completing(held: Article, whole: Article) -> Article:
    """An article as its own page has it, for the one that is held from a feed: with that one's id, and with what the page does not tell."""
    return replace(
        whole,
        id=held.id,
        headline=whole.headline or held.headline,
        url=whole.url or held.url,
        publisher=whole.publisher or held.publisher,
        kicker=whole.kicker or held.kicker,
        byline=whole.byline or held.byline,
        published=whole.published or held.published,
        modified=whole.modified or held.modified,
        language=whole.language or held.language,
        section=whole.section or held.section,
        image=whole.image or held.image,
    )


def said(article: Article) -> tuple[object, ...]:
    """What a reader sees of the article, with runs of white space as one space: equal for two that differ in nothing else."""
    return (
        _plain(article.kicker),
        _plain(article.headline),
        tuple((paragraph.kind, _plain(paragraph.text)) for paragraph in article.paragraphs),
        article.dateline,
        tuple(_plain(name) for name in article.byline),
        article.credits,
        _plain(article.agency),
    )


def seen(article: Article) -> str:
    """What a reader sees of the article as 32 hexadecimal digits: equal for two of which `said` is equal."""
    return sha256(repr(said(article)).encode(errors="backslashreplace")).hexdigest()[:32]


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


def _text(article: Article) -> str:
    return _plain(article.text)


def _opens(short: str, long: str) -> bool:
    """Whether one text is the other's opening, cut before its middle, as feeds cut it."""
    opening = short.rstrip(" .…[]")
    return len(opening) * 2 <= len(long) and long.startswith(opening)
