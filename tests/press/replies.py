"""What a host is asked, what it says, and in what manner the bytes come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: the host as the client names it, without its port, in small letters; the header names in small letters as well."""

    host: str
    target: str
    time: datetime
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]


class Manner(Enum):
    """How a reply is sent."""

    PLAIN = auto()
    LATE = auto()
    """The first byte comes after a while."""
    DRIP = auto()
    """In small pieces, with pauses."""
    CUT = auto()
    """Half of the body, and then the connection ends."""
    HANG = auto()
    """Nothing ever comes."""
    CLOSE = auto()
    """The connection is closed at once."""
    GARBAGE = auto()
    """Bytes that are no HTTP."""
    ENDLESS_BODY = auto()
    ENDLESS_HEADERS = auto()
    ENDLESS_DRIP = auto()
    """A body of one byte now and then, for ever."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent. `shown`: whether the whole feed that the plan shows at that time is in it."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = field(default=b"", repr=False)
    manner: Manner = Manner.PLAIN
    shown: bool = False

    def having(self, *headers: tuple[str, str]) -> Reply:
        """The same with those headers in the place of its own of these names."""
        names = {name for name, _ in headers}
        return replace(self, headers=(*((name, value) for name, value in self.headers if name not in names), *headers))


def html(body: str, status: int = 200) -> Reply:
    """A page."""
    return Reply(status, (("Content-Type", "text/html; charset=utf-8"),), f"<!DOCTYPE html>\n{body}".encode())


def text(body: str, status: int = 200) -> Reply:
    """Plain text."""
    return Reply(status, (("Content-Type", "text/plain; charset=utf-8"),), body.encode())


def redirect(status: int, to: str) -> Reply:
    """A redirect; `to` is its Location as it stands."""
    return html(f"<title>Moved</title><p>It is at {to}.", status).having(("Location", to))


def refusal(status: int, *headers: tuple[str, str]) -> Reply:
    """A page that says no, with those headers."""
    return html(f"<title>Error {status}</title><p>Error {status}.", status).having(*headers)


def http_date(time: datetime) -> str:
    """A time as HTTP headers write it (RFC 9110, 5.6.7)."""
    return format_datetime(time.astimezone(UTC), usegmt=True)
