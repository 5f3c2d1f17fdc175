"""What the head of an answer says, and what a request may say in its own."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from yarl import URL

from octavo.fetching.answers import Credentials, Request
from octavo.fetching.failures import FetchError, Reason
from octavo.messages import message as _

DAY = 86400.0
YEAR = 365 * DAY
RETRY_MOST = 30 * DAY
"""The longest Retry-After that is obeyed, in seconds, wherever it is kept: more is a mistake, or the end of the host."""

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}", re.ASCII)
_OURS = frozenset((
    "accept-encoding", "connection", "content-length", "expect", "host", "if-modified-since",
    "if-none-match", "keep-alive", "proxy-authorization", "proxy-connection", "te",
    "trailer", "transfer-encoding", "upgrade", "user-agent",
))
"""Headers that are the door's own business, whatever a source is given with."""

_SPELLED = {"accept": "Accept", "authorization": "Authorization"}
"""Headers that the door may set too: one spelling, so that none goes out twice."""

_MAX_AGE = re.compile(r'(?:^|[,\s])max-age\s{0,9}=\s{0,9}"?([0-9]{1,12})', re.I | re.ASCII)
_STALE = re.compile(r"(?:^|[,\s])no-(?:cache|store)\b", re.I | re.ASCII)


def secret_headers(url: str, credentials: Credentials | None) -> dict[str, str]:
    """The headers that credentials make (RFC 7617 for a name and a password). Raises FetchError, without a secret in its words."""
    if credentials is None:
        return {}
    made = {}
    for name, value in credentials.headers.items():
        if not _TOKEN.fullmatch(name) or name.lower() in _OURS or not _clean(value):
            shown = name if _TOKEN.fullmatch(name) else _("of that name")
            problem = _("the header %(name)s that it is to be asked with cannot be sent", name=shown)
            raise FetchError(url, Reason.REFUSED, problem, _("Give another one."))
        made[_SPELLED.get(name.lower(), name)] = value
    if credentials.user or credentials.password:
        if ":" in credentials.user:
            raise FetchError(url, Reason.REFUSED, _("a user name cannot have a colon in it"), _("Give another one."))
        pair = f"{credentials.user}:{credentials.password}".encode("utf-8", "replace")
        made["Authorization"] = f"Basic {base64.b64encode(pair).decode()}"
    return made


def conditions(request: Request, first: URL, url: URL) -> dict[str, str]:
    """If-None-Match and If-Modified-Since (RFC 9110, 13.1), where the last answer gave what they need.

    Only for the origin that the request begins at, and for its https: it is not kept which host behind a redirect gave them, and another
    one has no business to know. A source that redirects to another host is sent whole each time.
    """
    secured = first.with_scheme("https").with_port(None).origin() if first.scheme == "http" and first.is_default_port() else first.origin()
    if url.origin() not in (first.origin(), secured):
        return {}
    pairs = (("If-None-Match", request.etag), ("If-Modified-Since", request.last_modified))
    return {name: value for name, value in pairs if value and _clean(value)}


def _clean(value: str) -> bool:
    return value.isascii() and len(value) <= 8000 and (value.isprintable() or value.replace("\t", " ").isprintable())


def readable(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Headers by their names in small letters, values of one name joined by a comma (RFC 9110, 5.3), without control characters.

    Bytes that are no UTF-8, which aiohttp gives as lone surrogates, are taken for Latin-1. Cookies are left out: none is kept.
    """
    made: dict[str, str] = {}
    for key, given in headers:
        name, value = key.lower(), given
        if name == "set-cookie":
            continue
        if not value.isascii() or not value.isprintable():
            value = _text(value)
        made[name] = f"{made[name]}, {value}" if name in made else value
    return made


def _text(value: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        value = value.encode("utf-8", "surrogateescape").decode("latin-1")
    return "".join(letter if letter.isprintable() else " " for letter in value)


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds that Retry-After (RFC 9110, 10.2.3) asks for, by a number or a date, RETRY_MOST at most; None where there is none."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:12]), RETRY_MOST)
    when = _date(value)
    return None if when is None else max(0.0, min((when - now).total_seconds(), RETRY_MOST))


def _date(value: str) -> datetime | None:
    if not 10 < len(value) < 64:
        return None
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, OverflowError, TypeError):
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def max_age(headers: Mapping[str, str]) -> float | None:
    """Seconds for which the answer stays fresh by Cache-Control's max-age less Age (RFC 9111, 4.2), a year at most.

    0 where it says no-cache or no-store; None where it says nothing.
    """
    control = headers.get("cache-control", "")
    if _STALE.search(control):
        return 0.0
    found = _MAX_AGE.search(control)
    if not found:
        return None
    age = headers.get("age", "").strip()
    return max(0.0, min(float(found[1]), YEAR) - (float(age[:12]) if age.isascii() and age.isdigit() else 0.0))
