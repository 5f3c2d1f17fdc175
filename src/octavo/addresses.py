"""Addresses as pages and feeds give them -> absolute addresses of the web that can be printed and followed without harm."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

ADDRESS_MOST = 4_000
"""Characters of an address. Browsers and servers stop between 2,000 and 8,000."""

ADDRESS_STORED = 2_000
"""Characters of an address in the library: PostgreSQL indexes at most 2,704 bytes."""

HOST_STORED = 255
"""Characters of a host in the library."""

_WHOLE = re.compile(r"https?://", re.IGNORECASE)
_LINE_END = re.compile(r"[\t\n\r]")
_PORTS = {"http": 80, "https": 443}
_HOST_MOST, _LABEL_MOST = 253, 63
"""Characters of a host's name and of its parts (RFC 1035, 2.3.4)."""
_KEPT = "%!#$&'()*+,/:;=?@[]~"
_NO_HOST = frozenset("@\\\"'<>^`{|}")


def web_address(written: str | None, base: str | None = None) -> str | None:
    """`written`, counted from `base`, as an absolute http or https address; None for anything else.

    Tabs and ends of lines inside it are dropped, as the URL Standard has it (https://url.spec.whatwg.org/#url-parsing). Other spaces,
    controls and format characters, such as those that turn the direction of writing, are percent-encoded behind the host. An address
    that has one in its host, or a user name, which shows another host than it leads to, is None.
    """
    written = (written or "").strip()
    if not written.isprintable():
        written = "".join(part.strip() for part in _LINE_END.split(written))
    if not written or len(written) > ADDRESS_MOST:
        return None
    try:
        whole = written if _WHOLE.match(written) else urljoin(base or "", written)
        parts = urlsplit(whole)
        host = parts.hostname
        _ = parts.port  # raises for one that is no number
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or not _plain(parts.netloc) or not _NO_HOST.isdisjoint(parts.netloc):
        return None
    return whole if _plain(whole) else "".join(map(_encoded, whole))


def _plain(text: str) -> bool:
    return text.isprintable() and " " not in text


def _encoded(letter: str) -> str:
    return letter if _plain(letter) else quote(letter, errors="replace")


def ascii_address(address: str) -> str | None:
    """An address of `web_address` as it goes over the wire and into the library: the host in its ASCII form (IDNA 2008, RFC 5891) and in
    small letters, without the scheme's own port; all else that is not ASCII percent-encoded as UTF-8 (RFC 3987, 3.1); no fragment.

    None where the host has no such form or the result is longer than ADDRESS_STORED.
    """
    parts = urlsplit(address)
    try:
        host, port = _ascii_host(parts.hostname or ""), parts.port
    except ValueError:  # idna's errors and those of a port are ones
        return None
    scheme = parts.scheme.lower()
    netloc = host if port is None or port == _PORTS.get(scheme) else f"{host}:{port}"
    path = quote(parts.path or "/", safe=_KEPT, errors="replace")
    whole = urlunsplit((scheme, netloc, path, quote(parts.query, safe=_KEPT, errors="replace"), ""))
    return whole if len(whole) <= ADDRESS_STORED else None


def host_of(address: str) -> str:
    """The host that an address leads to, in small letters and cut to HOST_STORED; "" where it has none."""
    try:
        return (urlsplit(address).hostname or "")[:HOST_STORED]
    except ValueError:
        return ""


def origin_of(address: str) -> str:
    """Scheme, host and port of an address of the web (RFC 6454), "https://post.example:443": whom a secret is told. "" for none.

    The port is always there, whether the address names it or leaves it to its scheme.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return ""
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{port}" if host and port else ""


def plain_host(address: str) -> str:
    """The host that an address leads to without "www.", as a paper is called by it: "post.example"."""
    return host_of(address).removeprefix("www.")


def forms_of(address: str) -> list[str]:
    """The addresses at which the same lies, as good as always: with http and https, www. and none, the last stroke and none."""
    parts = urlsplit(address)
    host = parts.netloc.removeprefix("www.")
    path = parts.path.rstrip("/")
    paths = (parts.path,) if parts.query else (path, path + "/")
    return [
        urlunsplit((scheme, prefix + host, each, parts.query, ""))
        for scheme in ("http", "https") for prefix in ("", "www.") for each in paths
    ]


def _ascii_host(host: str) -> str:
    if ":" in host:
        return f"[{host}]"
    if host.isascii():
        if len(host) > _HOST_MOST or any(len(label) > _LABEL_MOST for label in host.split(".")):
            raise ValueError
        return host.lower()
    import idna

    return idna.encode(host, uts46=True).decode("ascii")
