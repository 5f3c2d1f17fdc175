"""What an IP address leads to: pure judgement, by the registries of special addresses.

IANA's IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and after), not `ipaddress.is_global`, which changes with Python.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from octavo.messages import Message
from octavo.messages import message as _

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_SPECIAL_4: tuple[tuple[IPv4Network, Message], ...] = tuple(
    (IPv4Network(network), words)
    for network, words in (
        ("0.0.0.0/8", _("no address of a host")),
        ("10.0.0.0/8", _("a private network")),
        ("100.64.0.0/10", _("a provider's inner network")),
        ("127.0.0.0/8", _("this machine itself")),
        ("169.254.0.0/16", _("a link-local network")),
        ("172.16.0.0/12", _("a private network")),
        ("192.0.0.0/24", _("reserved for protocols")),
        ("192.0.2.0/24", _("reserved for documentation")),
        ("192.88.99.0/24", _("a relay of 6to4")),
        ("192.168.0.0/16", _("a private network")),
        ("198.18.0.0/15", _("reserved for benchmarks")),
        ("198.51.100.0/24", _("reserved for documentation")),
        ("203.0.113.0/24", _("reserved for documentation")),
        ("224.0.0.0/4", _("a multicast group")),
        ("240.0.0.0/4", _("reserved")),
    )
)
_SPECIAL_6: tuple[tuple[IPv6Network, Message], ...] = tuple(
    (IPv6Network(network), words)
    for network, words in (
        ("::/128", _("no address of a host")),
        ("::1/128", _("this machine itself")),
        ("64:ff9b:1::/48", _("a translation into an inner network")),
        ("fc00::/7", _("a private network")),
        ("fe80::/10", _("a link-local network")),
        ("fec0::/10", _("a private network")),
        ("ff00::/8", _("a multicast group")),
        ("2001::/23", _("reserved for protocols")),
        ("2001:db8::/32", _("reserved for documentation")),
        ("3fff::/20", _("reserved for documentation")),
    )
)
_UNICAST_6 = IPv6Network("2000::/3")

METADATA = frozenset(
    ip_address(each)
    for each in (
        "169.254.169.254",  # Amazon, Google, Microsoft and most others
        "169.254.170.2",  # Amazon's containers
        "169.254.170.23",
        "100.100.100.200",  # Alibaba
        "192.0.0.192",  # Oracle
        "168.63.129.16",  # Microsoft: a public address by its number
        "fd00:ec2::254",
        "fd00:ec2::23",
        "fd20:ce::254",  # Google
    )
)
"""Where a cloud tells its machines their keys: never to be asked for someone else."""


def read_address(text: str) -> Address:
    """The address without its scope (%eth0). Raises ValueError for what is no address in its usual form."""
    return ip_address(text.partition("%")[0])


_LOW_4 = tuple(IPv6Network(each) for each in ("::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96"))
_LOCAL_NAT64, _SIX_TO_FOUR, _TEREDO = IPv6Network("64:ff9b:1::/48"), IPv6Network("2002::/16"), IPv6Network("2001::/32")
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)


def inside(address: Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses that packets to an IPv6 address may end at; none for an address of its own kind.

    Compatible and mapped (RFC 4291, 2.5.5), translated (RFC 7915), NAT64 (RFC 6052, 8215), 6to4 (RFC 3056), Teredo (RFC 4380),
    ISATAP (RFC 5214).
    """
    if isinstance(address, IPv4Address) or int(address) <= 1:
        return ()
    bits = int(address)
    low = bits & 0xFFFF_FFFF
    if any(address in network for network in _LOW_4):
        return (IPv4Address(low),)
    if address in _LOCAL_NAT64:
        return IPv4Address(low), IPv4Address((bits >> 64 & 0xFFFF) << 16 | bits >> 40 & 0xFFFF)
    if address in _SIX_TO_FOUR:
        return (IPv4Address(bits >> 80 & 0xFFFF_FFFF),)
    if address in _TEREDO:
        return IPv4Address(bits >> 64 & 0xFFFF_FFFF), IPv4Address(low ^ 0xFFFF_FFFF)
    if bits >> 32 & 0xFFFF_FFFF in _ISATAP:
        return (IPv4Address(low),)
    return ()


def special(address: Address) -> str | None:
    """Why nothing public can be there ("a private network"), None for a public address. Tunnels are judged by where they end."""
    if isinstance(address, IPv4Address):
        return next((words for network, words in _SPECIAL_4 if address in network), None)
    ends = inside(address)
    found = next((words for each in ends if (words := special(each))), None)
    if found or (ends and address not in _LOCAL_NAT64):
        return found
    words = next((words for network, words in _SPECIAL_6 if address in network), None)
    return words or (None if address in _UNICAST_6 else "reserved")


def read_network(text: str) -> Network:
    """A network ("192.168.1.0/24") or one address as the network of itself. Raises ValueError for anything else."""
    return ip_network(text)
