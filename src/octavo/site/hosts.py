"""The names and addresses that this machine knows itself under."""

from __future__ import annotations

import ipaddress
import re
import socket
from contextlib import suppress

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")
_ELSEWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses of documentation (RFC 5737, RFC 3849): nothing answers there, and nothing is sent."""


def own_hosts(*families: int) -> list[str]:
    """This machine's addresses of those families (AF_INET, AF_INET6) and its name, as they stand in a URL; the address that other machines
    see comes first. Never fails: what cannot be found out is left out."""
    name = socket.gethostname().lower()
    found = [_towards(address) for family, address in _ELSEWHERE if family in families]
    with suppress(OSError, UnicodeError):
        found += [str(where[0]) for family, *_, where in socket.getaddrinfo(name, None, type=socket.SOCK_STREAM) if family in families]
    addresses = [in_url(address) for address in found if address and _is_of_a_network(address)]
    return list(dict.fromkeys([*addresses, *([name] if _NAME.fullmatch(name) else [])]))


def in_url(address: str) -> str:
    """An address as it stands in a URL: of IPv6 in brackets, without its zone."""
    return f"[{address.partition('%')[0]}]" if ":" in address else address


def _towards(address: str) -> str:
    """The address that this machine would send from; "" where it has no way there. A UDP socket only looks the way up."""
    with suppress(OSError), socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.connect((address, 9))
        return str(sender.getsockname()[0])
    return ""


def _is_of_a_network(address: str) -> bool:
    known = ipaddress.ip_address(address)
    return not known.is_loopback and not known.is_unspecified
