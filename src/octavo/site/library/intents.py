"""What an Article just read means for the library: pure decisions, carried out by `importing`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from hashlib import sha256

from octavo.addresses import host_of
from octavo.article import Article
from octavo.grouping.copies.sketch import same_text, sketch
from octavo.site.library.matching import ALIKE


class Intent(Enum):
    """What to do with an Article just read."""

    ADD = auto()
    """It is new."""
    REPLACE = auto()
    """Its text changed: the text that the library holds becomes an earlier version."""
    COMPLETE = auto()
    """The library holds the opening of it, from a feed say: the full text takes its place, and makes no version."""
    KEEP = auto()
    """It says nothing new, or nobody who has a say."""


@dataclass(frozen=True, slots=True)
class Word:
    """Who tells an article: whether its own site does (see `standing`), and the primary key of the source that brought it."""

    at_home: bool
    source: int


OWN = Word(at_home=True, source=0)
"""The word of an article's own site, whichever source brought it."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the library holds of an article: its text as it stands, the address of the page it was read from ("" for a file
    without one), when that page was fetched (with an offset), whether it is known to be a part of the text only, and who tells it."""

    article: Article
    page_url: str
    fetched: datetime
    partial: bool = False
    word: Word = OWN


def may_change(held: Word, word: Word) -> bool:
    """Whether the one may change what the other told: the article's own site always, a stranger only what it was the first to bring."""
    return word.at_home or (not held.at_home and word.source == held.source)


def decide(held: Held | None, article: Article, page_url: str, fetched: datetime, word: Word = OWN) -> Intent:
    """What to do with the Article read from the page of that address, fetched at that time (with an offset).

    A page never overwrites what was read from a later one. White space, letter forms of it and the times alone are no change. The
    same article often stands on two pages, cut short in a feed and whole on its own page: there the longer text stays, whichever
    page is asked for more often, and only a change on the page that it was read from makes it shorter.

    All that is among those who may change the article. Its own site's text takes the place of a stranger's, whichever is longer or later.
    """
    if held is None:
        return Intent.ADD
    if not may_change(held.word, word):
        return Intent.KEEP
    if not held.word.at_home and word.at_home:
        return _coming_home(held, article)
    if fetched < held.fetched or said(article) == said(held.article):
        return Intent.KEEP
    before, now = _text(held.article), _text(article)
    if page_url != held.page_url:
        if len(now) <= len(before):
            return Intent.KEEP
        if held.partial or len(before) * 2 <= len(now):
            return Intent.COMPLETE if _within(before, now) else Intent.REPLACE
    elif not page_url:
        # Files do not say whether they are the same page.
        if _opens(now, before):
            return Intent.KEEP
        if _opens(before, now):
            return Intent.COMPLETE
    return Intent.REPLACE


def _coming_home(held: Held, article: Article) -> Intent:
    """No version of a stranger's text that is all there again."""
    before, now = _text(held.article), _text(article)
    if said(article) == said(held.article) or now.startswith(_opening(before)) or (held.partial and _within(before, now)):
        return Intent.COMPLETE
    return Intent.REPLACE


def completing(held: Article, whole: Article, trusted: bool = True) -> Article:
    """An article as its own page has it, for the one that is held from a feed: with that one's id, and with what the page does not tell.

    The feed's name for the publisher stays where the page has no better one than its host's. `trusted`: the page's own site told what is
    held; of a stranger's words none stays but a headline where the page has none.
    """
    if not trusted:
        return replace(whole, id=held.id, headline=whole.headline or held.headline, url=whole.url or held.url)
    return replace(
        whole,
        id=held.id,
        headline=whole.headline or held.headline,
        url=whole.url or held.url,
        publisher=held.publisher or whole.publisher if _names_host(whole) else whole.publisher,
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


def _names_host(article: Article) -> bool:
    """Whether its publisher is called by no name, or by that of the host alone."""
    name = (article.publisher or "").lower()
    return not name or f".{host_of(article.url or '')}".endswith(f".{name}")


def _within(short: str, long: str) -> bool:
    """Whether the shorter text is in the longer one, by half at least."""
    return _opening(short) in long or same_text(sketch(short), sketch(long)) >= ALIKE


def _opening(text: str) -> str:
    """A text without the marks that a feed leaves where it cuts."""
    return text.rstrip(" .…[]")


def _opens(short: str, long: str) -> bool:
    """Whether one text is the other's opening, cut before its middle, as feeds cut it."""
    opening = _opening(short)
    return len(opening) * 2 <= len(long) and long.startswith(opening)
