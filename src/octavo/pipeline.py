"""The whole newspaper on one page: the arrows from Page to Brief, in order, a line each."""

from __future__ import annotations

from datetime import UTC, datetime

from octavo.article import Article, Page
from octavo.reading.page import read_page

__all__ = ["read", "read_page"]


def read(data: bytes | str, url: str | None = None, fetched: datetime | None = None, name: str | None = None) -> tuple[Article, ...]:
    """Page -> articles, the main article first. HTML, feed and plain page text are told apart by looking.

    `fetched` is what "17 minutes ago" counts from (default: now; one without an offset is taken as UTC). `name` is what errors
    call the input (default: the address). Raises `octavo.InputError` where there is nothing to read.
    """
    when = fetched or datetime.now(UTC)
    return read_page(
        Page(
            body=data.encode(errors="replace") if isinstance(data, str) else data,
            fetched=when if when.tzinfo else when.replace(tzinfo=UTC),
            url=url,
            name=name or url or "the input",
        )
    )
