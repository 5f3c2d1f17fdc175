"""The paper behind a reverse proxy: who asks, by which scheme and host, and under which path, as far as a proxy that is named says so.

A header changes none of that unless the connection itself comes from a network of OCTAVO_PROXIES. Headers: X-Forwarded-For, -Proto and
-Host, as nginx, caddy, Apache and HAProxy write them.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any

from octavo.errors import InputError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Application = Callable[[dict[str, Any], Callable[[], Awaitable[Mapping[str, Any]]], Callable[[Mapping[str, Any]], Awaitable[None]]],
                       Awaitable[None]]

PROXIED = "octavo.proxied"
"""The key of a scope (ASGI) that is there where a named proxy passed the request on."""
HOPS = 20
"""Addresses of X-Forwarded-For that are looked at, the last ones."""

_PATH = re.compile(r"(?:/[A-Za-z0-9._~-]+)+")
_HOST = re.compile(rb"[A-Za-z0-9._-]+(?::[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](?::[0-9]{1,5})?")


def networks(said: str) -> tuple[Network, ...]:
    """`said` (addresses and networks, by commas) -> the networks. Raises InputError."""
    try:
        return tuple(ipaddress.ip_network(each, strict=False) for each in map(str.strip, said.split(",")) if each)
    except ValueError as error:
        advice = "Write addresses or networks by commas, such as 127.0.0.1, 10.0.0.0/8"
        raise InputError("OCTAVO_PROXIES", str(error), advice) from error


def sub_path(said: str) -> str:
    """`said` ("/octavo", "/octavo/", "") -> the path that the paper lies under, without the slash at its end. Raises InputError."""
    path = said.strip().rstrip("/")
    if path and (not _PATH.fullmatch(path) or {".", ".."} & set(path.split("/"))):
        advice = "Write it as /octavo: a slash, then letters, figures, dots, hyphens"
        raise InputError("OCTAVO_PATH", f"{said!r} is no path of a page", advice)
    return path


def client_of(peer: str, forwarded: Iterable[str], proxies: Sequence[Network]) -> str:
    """Who asks: the last address of X-Forwarded-For, read from its end, that is no named proxy's, where `peer` is one.

    What stands before that address anybody can have written. What is no address ends the reading: then it is the proxy before it.
    """
    known = peer
    for said in reversed([each for line in forwarded for each in line.split(",")][-HOPS:]):
        if not is_named(known, proxies):
            break
        if (before := _address(said.strip())) is None:
            break
        known = before
    return known


def is_named(address: str, proxies: Sequence[Network]) -> bool:
    """Whether that address is one of a named proxy."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = known.ipv4_mapped if isinstance(known, ipaddress.IPv6Address) else None
    return any((mapped or known) in network for network in proxies)


def proxied(application: Application, proxies: Sequence[Network], path: str) -> Application:
    """The application as it is asked by those in front of it: what named proxies say is believed, nobody else's word is.

    The path of each request begins with `path` then, whether the proxy takes that away or passes it on.
    """

    async def answer(scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            scope = _told(_placed(scope, path), proxies)
        await application(scope, receive, send)

    return answer


def _placed(scope: dict[str, Any], path: str) -> dict[str, Any]:
    if not path or scope["path"] == path or scope["path"].startswith(f"{path}/"):
        return scope
    raw = scope.get("raw_path")
    return {**scope, "path": path + scope["path"], "raw_path": path.encode() + raw if raw else raw}


def _told(scope: dict[str, Any], proxies: Sequence[Network]) -> dict[str, Any]:
    peer = (scope.get("client") or ("", 0))[0]
    if not is_named(peer, proxies):
        return scope
    headers: list[tuple[bytes, bytes]] = scope["headers"]
    client = client_of(peer, (value.decode("latin-1") for name, value in headers if name == b"x-forwarded-for"), proxies)
    told = {**scope, PROXIED: True, "client": (client, 0)}
    if (scheme := _last(headers, b"x-forwarded-proto").lower()) in (b"http", b"https"):
        told["scheme"] = scheme.decode()
    if _HOST.fullmatch(host := _last(headers, b"x-forwarded-host")):
        told["headers"] = [(name, value) for name, value in headers if name != b"host"] + [(b"host", host)]
    return told


def _last(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> bytes:
    """What the proxy next to us says: the last of several."""
    return b",".join(value for each, value in headers if each == name).split(b",")[-1].strip()


def _address(said: str) -> str | None:
    """An address, with or without a port."""
    bare = said[1:].partition("]")[0] if said.startswith("[") else said.partition(":")[0] if said.count(":") == 1 else said
    try:
        return str(ipaddress.ip_address(bare.partition("%")[0]))
    except ValueError:
        return None
