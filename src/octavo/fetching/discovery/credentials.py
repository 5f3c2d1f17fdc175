"""User names, passwords and headers as people give them -> Credentials that can be sent and kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

from octavo.errors import InputError
from octavo.fetching.answers import Credentials

LENGTH_MOST = 300
"""Characters of a user name or a password, as long as the library keeps them."""
HEADERS_MOST = 20
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")
_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]{0,4000}")
_OURS = frozenset(("host", "content-length", "transfer-encoding", "connection", "accept-encoding", "user-agent", "cookie2"))
"""Headers that are the door's own, and no credentials."""


def credentials_of(user: str = "", password: str = "", headers: Iterable[str] = ()) -> Credentials | None:
    """What a source wants to be shown; None where nothing is given. `headers` are "Name: value" (RFC 9110, 5).

    Raises InputError for what cannot be sent; the error holds neither password nor value.
    """
    for what, text in (("the user name", user), ("the password", password)):
        if len(text) > LENGTH_MOST or not text.isprintable():
            raise InputError(what, f"it is longer than {LENGTH_MOST} characters or has some that cannot be printed", "Look at it again")
    if ":" in user:
        raise InputError("the user name", "it has a colon in it, which cannot be sent (RFC 7617, 2)", "Look at it again")
    named: dict[str, str] = {}
    for header in headers:
        name, colon, value = header.partition(":")
        name = name.strip()
        if not colon or not _TOKEN.fullmatch(name) or not _VALUE.fullmatch(value.strip()):
            raise InputError("a header", "it cannot be sent", 'Write it as "Name: value", on one line')
        if name.lower() in _OURS or len(named) == HEADERS_MOST:
            raise InputError(f"the header {name}", "it is Octavo's own, or one too many", "Give only what the source wants to be shown")
        named[name] = value.strip()
    return Credentials(user, password, named) if user or password or named else None
