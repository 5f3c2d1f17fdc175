"""Passwords are not guessed: after some wrong ones no password is looked at for a while, the right one neither.

A try counts as failed before its password is looked at, and is taken back when it was right: tries at the same time all count. The same
stands before whatever else a stranger may do without end: joining, and asking for a mail.
"""

from __future__ import annotations

import ipaddress
from datetime import datetime, timedelta

from octavo.site.library.writing import writing
from octavo.site.readers.models import FailedSignIn

WINDOW = timedelta(minutes=15)
"""How long a wrong password counts."""

FROM_ONE, FROM_ALL = 10, 100
"""Wrong passwords in a WINDOW from one origin, and from all of them."""

JOINING, MAIL, PASSKEY = "joining a paper", "asking for mail", "with a passkey"
"""Tries that are of no reader's password; no reader has a name with a space."""


def begin(address: str, now: datetime, name: str = "") -> timedelta | None:
    """Count a try from that peer at that time (with an offset) for that name; where it is one too many, how long to wait instead."""
    origin = origin_of(address)
    with writing():
        FailedSignIn.objects.filter(time__lte=now - WINDOW).delete()
        tries = list(FailedSignIn.objects.order_by("-time").values_list("origin", "time")[:FROM_ALL])
        own = [time for known, time in tries if known == origin]
        # The last ones that are allowed: the next may come when the oldest of them no longer counts.
        full = [times[limit - 1] for times, limit in ((own, FROM_ONE), ([time for _, time in tries], FROM_ALL)) if len(times) >= limit]
        if full:
            return max(full) + WINDOW - now
        FailedSignIn.objects.create(origin=origin, name=_folded(name), time=now)
    return None


def forgive(address: str, name: str = "") -> None:
    """The password was right: what came from that peer for that name counts no more. What was tried on others' names still does, or
    whoever has a name of their own could go on for ever."""
    with writing():
        FailedSignIn.objects.filter(origin=origin_of(address), name=_folded(name)).delete()


def origin_of(address: str) -> str:
    """What a peer is counted under: its address; its network of 64 bits for IPv6, where one machine has as many addresses as it likes."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(known, ipaddress.IPv6Address):
        return str(known.ipv4_mapped or ipaddress.ip_network((known, 64), strict=False))
    return str(known)


def _folded(name: str) -> str:
    return name.strip().replace("\0", "").casefold()[:150]
