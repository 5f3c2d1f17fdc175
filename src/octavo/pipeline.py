"""The whole newspaper on one page: the arrows from Page to Brief, in order, a line each."""

from __future__ import annotations

from datetime import UTC, datetime

from octavo.article import Article, Page
from octavo.reading.page import read_page

__all__ = ["read", "read_page"]


def read(
    data: bytes | bytearray | memoryview | str, url: str | None = None, fetched: datetime | str | None = None, name: str | None = None,
) -> tuple[Article, ...]:
    """Page -> articles, the main article first. HTML, feed and plain page text are told apart by looking.

    `fetched`, a datetime or ISO 8601 text, is what "17 minutes ago" counts from (default: now; one without an offset is taken as UTC).
    `name` is what errors call the input (default: the address). Raises `octavo.InputError` where there is nothing to read, TypeError
    and ValueError for arguments that are none.
    """
    if not isinstance(data, bytes | bytearray | memoryview | str):
        raise TypeError(f"data is the bytes or the text of a page, not {type(data).__name__}: open a file and read it first")
    when = _moment(fetched)
    return read_page(
        Page(
            body=data.encode(errors="replace") if isinstance(data, str) else bytes(data),
            fetched=when if when.tzinfo else when.replace(tzinfo=UTC),
            url=url,
            name=name or url or "the input",
        )
    )


def _moment(fetched: datetime | str | None) -> datetime:
    if isinstance(fetched, str):
        return datetime.fromisoformat(fetched)
    if fetched is not None and not isinstance(fetched, datetime):
        raise TypeError(f"fetched is a datetime or ISO 8601 text, not {type(fetched).__name__}")
    return fetched or datetime.now(UTC)
