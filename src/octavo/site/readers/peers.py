"""Who asks: the address that a request comes from.

A header never changes it by itself: where a proxy that the owner named (OCTAVO_PROXIES) passed the request on, `octavo.site.proxies` has
put the reader's own address in place of the proxy's before Django sees it.
"""

from __future__ import annotations

import ipaddress

from django.http import HttpRequest

from octavo.site.proxies import PROXIED

UNKNOWN = "0.0.0.0"  # noqa: S104 - nothing is bound to it
"""What is kept of a peer whose address is not known."""


def peer(request: HttpRequest) -> str:
    """The address of whoever asks, "" where it is not known (a socket without one)."""
    address: str = request.META.get("REMOTE_ADDR") or ""
    return address


def came_by_proxy(request: HttpRequest) -> bool:
    """Whether a named proxy passed the request on."""
    return PROXIED in getattr(request, "scope", {})


def kept_address(request: HttpRequest) -> str:
    """The address of whoever asks as it is kept with their session: without its zone, UNKNOWN where there is none."""
    try:
        return str(ipaddress.ip_address(peer(request).partition("%")[0]))
    except ValueError:
        return UNKNOWN
