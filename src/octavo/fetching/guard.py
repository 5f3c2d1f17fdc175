"""Where Octavo may go: public addresses, and what the owner allows besides. Pure: it resolves nothing and connects to nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yarl import URL

from octavo.errors import OctavoError
from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.networks import METADATA, Address, Network, inside, read_address, read_network, special
from octavo.messages import Message
from octavo.messages import message as _

PORTS = frozenset({80, 443, 8080, 8443})
METADATA_NAMES = frozenset({"metadata", "metadata.google.internal", "metadata.goog", "instance-data", "instance-data.ec2.internal"})
MAX_URL = 8000
"""Characters of an address. RFC 9110, 4.1 asks for 8000 at least."""

_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*", re.ASCII)
_NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)", re.ASCII)
"""A host whose last label is a number is an IPv4 address to a resolver, in whatever way it is written (WHATWG URL, 3.5)."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: "http" or "https", a name in small letters without a last dot (or an IP address), a port."""

    scheme: str
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class Guard:
    """What the owner allows besides public addresses: `hosts` by name and `networks`, each with a port, None for every port."""

    hosts: frozenset[tuple[str, int | None]] = frozenset()
    networks: tuple[tuple[Network, int | None], ...] = ()

    @classmethod
    def of(cls, allowed: str = "") -> Guard:
        """Read OCTAVO_ALLOW: "192.168.1.0/24, nas.local, nas.local:8181, [fd00::1]:81". Raises OctavoError that names a bad item."""
        hosts, networks = set(), []
        for item in filter(None, (each.strip() for each in allowed.split(","))):
            what, port = _allowed(item)
            if isinstance(what, str):
                hosts.add((what, port))
            else:
                networks.append((what, port))
        return cls(frozenset(hosts), tuple(networks))

    def beyond(self, source: str | URL) -> Guard:
        """What judges the links and redirects of a source: this guard where the source itself lies in an allowed place, else one that
        allows nothing. Its name or its own number counts, never where a name leads, which whoever keeps the name can change.
        """
        url = parse_url(source)
        host, port = url.raw_host or "", url.port or 0
        address = literal(host)
        allowed = self._named(host, port) or (address is not None and self._in_network(address, port))
        return self if allowed else Guard()

    def check_url(self, url: str | URL) -> Target:
        """Judge an address before its host is looked up. Raises FetchError REFUSED, whose words hold no password."""
        parsed = parse_url(url)
        shown = str(parsed)
        target = Target(parsed.scheme, parsed.raw_host or "", parsed.port or 0)
        if target.host in METADATA_NAMES and not self._named(target.host, target.port):
            raise FetchError(shown, Reason.REFUSED, _METADATA_WORDS, _NOBODY_ELSE)
        address = literal(target.host)
        if address:
            self._judge(shown, target.host, address, target.port)
        elif target.port not in PORTS and not self._named(target.host, target.port) and not self._some_network(target.port):
            raise FetchError(shown, Reason.REFUSED, *_port_words(target.host, target.port))
        return target

    def check_address(self, host: str, address: str, port: int) -> None:
        """Judge what a host's name led to: one resolved address, as a connection is made to it. Raises FetchError REFUSED."""
        try:
            parsed = read_address(address)
        except ValueError:
            raise FetchError(host, Reason.REFUSED, _("%(address)r, where its name leads, is no IP address", address=address)) from None
        self._judge(host, host, parsed, port)

    def _judge(self, shown: str, host: str, address: Address, port: int) -> None:
        forms = (address, *inside(address))
        where = "" if str(address) == host else f", {address},"
        named = self._named(host, port)
        if METADATA.intersection(forms):
            if not (named and host in METADATA_NAMES) and not self._exact(forms, port):
                problem = _("its address%(where)s is %(what)s", where=where, what=_METADATA_WORDS)
                raise FetchError(shown, Reason.REFUSED, problem, _NOBODY_ELSE)
            return
        if named or self._in_network(address, port):
            return
        words = special(address)
        if words:
            advice = _("If it is yours and Octavo may read it, allow %(host)s by OCTAVO_ALLOW (see docs/settings.md).", host=host)
            raise FetchError(shown, Reason.REFUSED, _("its address%(where)s is not public: %(what)s", where=where, what=words), advice)
        if port not in PORTS:
            raise FetchError(shown, Reason.REFUSED, *_port_words(host, port))

    def _named(self, host: str, port: int) -> bool:
        return (host, None) in self.hosts or (host, port) in self.hosts

    def _in_network(self, address: Address, port: int) -> bool:
        forms = (address, *inside(address))
        return any(each in network and at in (None, port) for network, at in self.networks for each in forms)

    def _exact(self, forms: tuple[Address, ...], port: int) -> bool:
        return any(
            network.num_addresses == 1 and network.network_address in forms and at in (None, port) for network, at in self.networks
        )

    def _some_network(self, port: int) -> bool:
        """Whether a name with that port may yet turn out to be in an allowed network; its addresses will be judged."""
        return any(at in (None, port) for _, at in self.networks)


_METADATA_WORDS = _("where a cloud keeps the keys of its machines")
_NOBODY_ELSE = _("Nobody else's page has to lead there.")


def _port_words(host: str, port: int) -> tuple[Message, Message]:
    usual = ", ".join(str(each) for each in sorted(PORTS))
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    problem = _("port %(port)s is none of the ports of the web (%(usual)s)", port=str(port), usual=usual)
    return problem, _("If it is right, allow %(where)s by OCTAVO_ALLOW.", where=where)


def literal(host: str) -> Address | None:
    """The host as an IP address; None for a name."""
    try:
        return read_address(host)
    except ValueError:
        return None


def parse_url(url: str | URL) -> URL:
    """The one reading of an address: what is judged is what is asked. The host has no last dot, and the fragment is left out.

    Raises FetchError REFUSED for what is no http or https address of a host in its usual form; its words hold no password.
    """
    if isinstance(url, str) and len(url) > MAX_URL:
        raise FetchError(url[:100] + "…", Reason.REFUSED, _("it is longer than %(most)s characters", most=MAX_URL))
    try:
        parsed = URL(url.strip()) if isinstance(url, str) else url
        shown = shown_url(parsed)
        host, port = (parsed.raw_host or "").removesuffix("."), parsed.port
    except ValueError:
        raise FetchError(_without_user(str(url)), Reason.REFUSED, _("it is no address"), _("Look at how it is written.")) from None
    if parsed.scheme not in ("http", "https"):
        raise FetchError(shown, Reason.REFUSED, _("it is no http or https address"), _("Nothing else is fetched."))
    if "@" in parsed.raw_authority:
        advice = _("Leave them out of the address, and give them with the source.")
        raise FetchError(shown, Reason.REFUSED, _("a user name or a password stands in it"), advice)
    if not port:
        raise FetchError(shown, Reason.REFUSED, _("it names no port that can be"))
    if not _usual(host):
        problem = _("its host is not written in the usual form")
        raise FetchError(shown, Reason.REFUSED, problem, _("Write a name, 192.0.2.1 or [2001:db8::1]."))
    if host == parsed.raw_host and not parsed.raw_fragment:
        return parsed
    return (parsed if host == parsed.raw_host else parsed.with_host(host)).with_fragment(None)


def _usual(host: str) -> bool:
    if ":" in host or _NUMBER.fullmatch(host):
        return "%" not in host and literal(host) is not None
    return _NAME.fullmatch(host) is not None


def shown_url(url: URL) -> str:
    """The address for a person: without a user's name and password."""
    return str(url.with_user(None)) if "@" in url.raw_authority else str(url)


def _without_user(url: str) -> str:
    """The same for what cannot be read as an address: everything before the last @ may be a password."""
    return url.rpartition("@")[2][:200]


def _allowed(item: str) -> tuple[str | Network, int | None]:
    try:
        if "%" in item:
            raise ValueError
        if "/" in item or (item.count(":") > 1 and not item.startswith("[")):
            return read_network(item), None
        bracketed = re.fullmatch(r"\[([^\]]*)\](?::([0-9]{1,5}))?", item)
        host, _, digits = (bracketed[1], "", bracketed[2] or "") if bracketed else item.partition(":")
        if item.endswith(":") or (digits and not (digits.isascii() and digits.isdigit() and 0 < int(digits) < 65536)):
            raise ValueError
        port = int(digits) if digits else None
        if bracketed or _NUMBER.fullmatch(host):
            return read_network(host), port
        name = (URL(f"http://{host}").raw_host or "").removesuffix(".")
        if not _usual(name) or "/" in host or "@" in host:
            raise ValueError
        return name, port
    except ValueError:
        advice = "Give hosts and networks by commas, such as nas.local, nas.local:8181 or 192.168.1.0/24."
        raise OctavoError(f"OCTAVO_ALLOW: {item!r} is neither a host nor a network. {advice}") from None
