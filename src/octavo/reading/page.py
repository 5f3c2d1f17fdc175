"""A page in, its articles out: tells HTML, feed, saved page text and JSON apart by looking, and calls the reader for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn

from octavo.addresses import web_address
from octavo.article import MAX_BYTES, Article, Page
from octavo.decode import decode
from octavo.errors import InputError, NothingToRead, TooLarge
from octavo.reading.kind import Kind, kind_of, refuse_binary, refuse_controls
from octavo.reading.mhtml import unwrapped

if TYPE_CHECKING:
    from octavo.reading.draft import Draft

MIB = 1 << 20
MAX_HTML_BYTES = 16 * MIB
"""A tree takes about ten times its markup. The longest live blogs are under 10 MiB."""
MAX_TAGS = 500_000
"""Tags of an HTML page, of which each takes about 20 µs; the longest live blogs have a tenth."""
MAX_LINES = 200_000
"""Lines of a saved text, of which each takes about 100 µs and 2 kB; a long page has some thousands."""

_ADVICE = "Give a part of it."
_UNSTORABLE = re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def read_page(page: Page) -> tuple[Article, ...]:
    """The articles of a page, the main one first; for a feed in the feed's order.

    Raises `InputError` for a page whose address is not http or https with a host, `TooLarge` over the limits above, `NotReadable` for
    what is no text, `NothingToRead` where no article is in it. Articles that have the same id are one if headline or text are the same:
    the first is kept. If both differ (a feed that gives its front page as the address of every entry), the later one gets an id of its
    own, made of address, headline and text.
    """
    if page.url is not None:
        address = web_address(page.url)
        if not address:
            raise InputError(repr(page.url[:80]), "this is no address of the web", "Give one like https://paper.example/story, or none")
        page = replace(page, url=address)
    if len(page.body) > MAX_BYTES:
        _too_large(page, MAX_BYTES, "input")
    page = unwrapped(page)
    refuse_binary(page)
    text = decode(page.body, page.content_type)
    refuse_controls(text, page)
    kind = kind_of(text, page)
    _bounded(kind, text, page)
    articles = tuple(_told_apart(_articles(kind, text, page)))
    if not articles:
        what = {"html": "this HTML page holds no article", "feed": "this feed holds no entry"}.get(kind, "this text holds no article")
        raise NothingToRead(page.name, what, "Give the page of one article, saved whole, or a feed.")
    return articles


def _drafts(kind: Kind, text: str, page: Page) -> Iterable[Draft]:
    if kind == "feed":
        from octavo.reading.feed import read_feed

        return read_feed(text.encode("utf-8", "replace"), page)
    if kind == "html":
        from octavo.reading.html import read_html

        return read_html(text, page)
    from octavo.reading.flat import read_flat

    return read_flat(text, page)


def _articles(kind: Kind, text: str, page: Page) -> Iterator[Article]:
    if kind == "article":
        from octavo.reading.article_json import read_article

        yield _storable(read_article(text, page))
        return
    from octavo.reading.finish import finish

    likely = before = None
    for draft in _drafts(kind, text, page):
        article = finish(draft, page.fetched, likely)
        if article:
            # Two in a row: some feeds are written in two languages.
            likely, before = (article.language if article.language == before else None), article.language
            yield _storable(article)


def _told_apart(articles: Iterable[Article]) -> Iterator[Article]:
    from octavo.reading.parts.identity import article_id

    seen: dict[str, set[str]] = {}
    for article in articles:
        marks = {f"h {article.headline}", *([f"t {article.text}"] if article.paragraphs else [])}
        known = seen.setdefault(article.id, set())
        if known & marks:
            continue
        first = not known
        known |= marks
        if not first:
            article = replace(article, id=article_id(None, f"{article.url} {article.headline}", article.text))
        yield article


def _storable(value: Any) -> Any:
    """The same value without controls, lone surrogates and characters that turn the direction of writing, which character references
    and JSON can bring in: no database holds some, a terminal obeys others.
    """
    if isinstance(value, str):
        return value if value.isprintable() else _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, tuple):
        return tuple(map(_storable, value)) if value else value
    changed = {}
    for name in _names(value.__class__):
        old = getattr(value, name)
        new = _storable(old)
        if new is not old and new != old:
            changed[name] = new
    return replace(value, **changed) if changed else value


@cache
def _names(kind: type[object]) -> tuple[str, ...]:
    """The names of the fields of a dataclass; none of another type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _bounded(kind: Kind, text: str, page: Page) -> None:
    if kind == "html":
        if len(page.body) > MAX_HTML_BYTES:
            _too_large(page, MAX_HTML_BYTES, "HTML page")
        _countable(page, "HTML page", "tags", text.count("<"), MAX_TAGS)
    elif kind == "text":
        _countable(page, "text", "lines", text.count("\n") + text.count("\r") - text.count("\r\n"), MAX_LINES)


def _countable(page: Page, what: str, parts: str, count: int, limit: int) -> None:
    if count > limit:
        raise TooLarge(page.name, f"the {what} has {count:,} {parts}, more than the {limit:,} that Octavo reads", _ADVICE)


def _too_large(page: Page, limit: int, what: str) -> NoReturn:
    size = f"{len(page.body):,} bytes"
    raise TooLarge(page.name, f"the {what} has {size}, more than the {limit // MIB} MiB that Octavo reads", _ADVICE)
