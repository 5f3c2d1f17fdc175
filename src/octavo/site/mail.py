"""Where mail goes: the mail server that OCTAVO_MAIL names."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from octavo.errors import InputError

ADVICE = "Write it as smtp://user:password@host:587 (STARTTLS) or smtps://user:password@host:465, or unset it to send no mail"

PLAIN = "smtp+plain"
"""The scheme of a mail server that is asked without encryption, such as one on the same machine."""

_PORTS = {"smtp": 587, "smtps": 465, PLAIN: 25}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail goes, and as whom it is sent. `starttls`: encrypted after a greeting; `tls`: from the first byte."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    starttls: bool
    tls: bool
    sender: str
    seconds: int = 20
    """How long it may take."""


def mail_server(address: str, sender: str) -> MailServer | None:
    """The mail server at that address (smtp://, smtps:// or smtp+plain://); None where none is given. Raises InputError, which repeats no
    password, where the address cannot be read."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise InputError("OCTAVO_MAIL", "that is no address of a mail server", ADVICE) from error
    if parts.scheme not in _PORTS or not parts.hostname:
        raise InputError("OCTAVO_MAIL", "that is no address of a mail server", ADVICE)
    return MailServer(
        host=parts.hostname,
        port=port or _PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp",
        tls=parts.scheme == "smtps",
        sender=sender or f"octavo@{parts.hostname}",
    )
