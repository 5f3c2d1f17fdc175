"""What a person types or an OPML holds as the address of a source -> addresses to ask, and the credentials that stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from octavo.addresses import ADDRESS_MOST, ascii_address, web_address
from octavo.errors import InputError
from octavo.fetching.answers import Credentials
from octavo.fetching.discovery.credentials import credentials_of
from octavo.messages import message as _

_FEED_SCHEME = re.compile(r"(?:feed|rss|pcast|itpc):(?://)?", re.IGNORECASE)
_SCHEME = re.compile(r"(https?):/*", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://|(?:mailto|javascript|data|file|ftp|tel|urn|tag|about|blob|acct):", re.IGNORECASE)
_USER = re.compile(r"([^/?#]*)@")
"""What stands before a host: all up to the last "@" before the path, as the URL Standard has it."""
_NAMED = 200
"""Characters of an address that an error repeats."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Addresses in the order in which to ask them, ASCII; and the user name and password that stood before the host, if any did."""

    addresses: tuple[str, ...]
    credentials: Credentials | None = field(default=None, repr=False)


def typed(written: str) -> Typed:
    """"paper.example", "feed://paper.example/rss", "https://user:password@paper.example/" -> what to ask.

    Without a scheme of the web, or with one that means "a feed", https comes first and http after it. Raises InputError for what is no
    address of the web; the error holds no password.
    """
    rest = _FEED_SCHEME.sub("", written.strip()[: ADDRESS_MOST + 1], count=1)
    scheme = _SCHEME.match(rest)
    if scheme:
        rest = rest[scheme.end():]
    elif _OTHER_SCHEME.match(rest):
        raise _no_address(rest)
    credentials, user = None, _USER.match(rest)
    if user:
        rest = rest[user.end():]
        name, _, password = user[1].partition(":")
        credentials = credentials_of(unquote(name), unquote(password))
    schemes = (scheme[1].lower(),) if scheme else ("https", "http")
    found = [address for each in schemes if (address := _address(f"{each}://{rest}"))]
    if not found or (not scheme and not _names_a_host(rest)):
        raise _no_address(rest)
    return Typed(tuple(found), credentials)


def without_user(address: str) -> str:
    """The address without what stands before its host: what an error may repeat."""
    scheme = _SCHEME.match(address)
    start = scheme.end() if scheme else 0
    return address[:start] + _USER.sub("", address[start:], count=1)


def _address(written: str) -> str | None:
    address = web_address(written)
    return address and ascii_address(address)


def _names_a_host(rest: str) -> bool:
    """A bare word is no host of the web, but for this machine's own name."""
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    return "." in host or ":" in host or host.lower() == "localhost"


def _no_address(rest: str) -> InputError:
    # What is no address may have a password anywhere before an "@".
    kept = rest.rsplit("@", 1)[-1][:_NAMED]
    name = kept if kept.strip() and kept.isprintable() else repr(kept)
    return InputError(name, _("this is no address of the web"), _("Give one such as paper.example or https://paper.example/feed"))
