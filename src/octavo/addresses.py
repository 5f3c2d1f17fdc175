"""Addresses as pages and feeds give them -> absolute addresses of the web that can be printed and followed without harm."""

from __future__ import annotations

import re
from functools import lru_cache
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
_HOUSES = frozenset((
    "substack.com", "wordpress.com", "tumblr.com", "livejournal.com", "typepad.com", "ghost.io", "beehiiv.com", "weebly.com",
    "over-blog.com", "canalblog.com", "micro.blog", "write.as", "dreamwidth.org", "jimdofree.com", "webnode.com", "home.blog", "blog.jp",
    "livedoor.blog", "exblog.jp", "seesaa.net", "tistory.com", "squarespace.com", "libsyn.com", "podbean.com", "posthaven.com",
    "svbtle.com", "hubpages.com",
))
"""Houses of blogs that the list of public suffixes (https://publicsuffix.org/) does not know as such."""
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


def keyless(address: str) -> str:
    """An address as others than its owner may see it, "https://post.example/feed?…": what stands behind the question mark may be a key."""
    known, mark, _ = address.partition("?")
    return f"{known}?…" if mark else address


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


def site_of(address: str) -> str:
    """The domain that was registered, of which news.paper.example and www.paper.example are parts; a host without one is its own, and
    "" that of no address.

    Neighbours at a house of blogs are different sites, as the private part of the list of public suffixes has it. A host in its ASCII
    form is the same as in its letters.
    """
    return _site(plain_host(address).rstrip("."))


@lru_cache(maxsize=4096)
def _site(host: str) -> str:
    import tld

    if not host.isascii() or "xn--" in host:
        import idna

        try:
            host = idna.decode(host, uts46=True)
        except ValueError:  # no such name can be asked for, it stays as it is written
            return host
    known: str | None = tld.get_fld(f"https://{host}", fail_silently=True)
    labels = host.split(".")
    if known in _HOUSES:
        return ".".join(labels[-known.count(".") - 2 :])
    # An ending that is in no list is one of a house's own network; an address has no parts.
    return known or (host if ":" in host or labels[-1].isdigit() else ".".join(labels[-2:]))


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
