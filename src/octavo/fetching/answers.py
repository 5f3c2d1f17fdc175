"""What is asked of the door and what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from octavo.article import Page


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a host wants to be shown: sent to scheme, name and port of the first address only, never after a redirect elsewhere."""

    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)


@dataclass(frozen=True, slots=True)
class Request:
    """One address to fetch. `etag` and `last_modified` are as the last answer gave them ("": ask without a condition).

    `robots`: whether the host's robots.txt is asked first, and obeyed: for pages, not for feeds.
    `source`: the address of the source that leads there; None: the person named this address itself. It says whose allowance counts.
    `json`: what is posted there, as it stands, instead of getting it; nothing that is posted follows a redirect.
    """

    url: str
    etag: str = ""
    last_modified: str = ""
    credentials: Credentials | None = field(default=None, repr=False)
    robots: bool = False
    source: str | None = None
    json: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Answer:
    """What came: status 200 with a body, or 304 without one. Everything else is a FetchError.

    `url` is the address after all redirects; `moved_to` the address that an unbroken row of permanent redirects (301, 308) from the
    first address on leads to, None where there is none. `body` is unpacked. `headers` have small letters.
    `fetched` is when the answer began, with an offset; `max_age` is Cache-Control's (RFC 9111), in seconds.
    """

    url: str
    status: int
    body: bytes = field(repr=False)
    fetched: datetime
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    moved_to: str | None = None
    max_age: float | None = None

    @property
    def unchanged(self) -> bool:
        """Whether nothing is new since the answer that `etag` and `last_modified` are from."""
        return self.status == 304

    def page(self, name: str) -> Page:
        """What came, as the page to be read; `name` is what its errors call it, the address that was asked for mostly."""
        return Page(self.body, self.fetched, self.url, name, self.headers.get("content-type"))
