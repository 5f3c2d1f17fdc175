"""Why an address could not be fetched: a stated condition, with words for a person."""

from __future__ import annotations

from enum import StrEnum

from octavo.errors import OctavoError


class Reason(StrEnum):
    """What went wrong, as it is kept with a source. The value is stored: never rename one."""

    REFUSED = "refused"
    """The guard does not let Octavo go there: scheme, host, address or port."""
    NO_ADDRESS = "no-address"
    """The host's name has no address, or its resolver did not answer."""
    NO_CONNECTION = "no-connection"
    """Nothing answers at the address, or it broke the connection off."""
    CERTIFICATE = "certificate"
    """The host cannot prove that it is the one."""
    TIMED_OUT = "timed-out"
    TOO_LARGE = "too-large"
    """More bytes than a page may have, on the wire or unpacked, or more headers."""
    BROKEN = "broken"
    """The answer breaks the protocol: no HTTP, broken compression, cut off in the middle."""
    REDIRECTS = "redirects"
    """Redirects in a circle, too many of them, or one that leads nowhere."""
    ROBOTS = "robots"
    """The host's robots.txt asks not to."""
    ROBOTS_UNKNOWN = "robots-unknown"
    """The host's robots.txt cannot be had for now (5xx, no answer), so that nothing may be fetched (RFC 9309, 2.3.1.4)."""
    UNAUTHORISED = "unauthorised"
    """401, 407: a user name and a password are asked for, or the ones that are known are wrong."""
    FORBIDDEN = "forbidden"
    """403, 451 and other 4xx that say no."""
    NOT_FOUND = "not-found"
    """404."""
    GONE = "gone"
    """410: it says that it will not come back."""
    RATE_LIMITED = "rate-limited"
    """429: it asks for fewer requests."""
    SERVER_ERROR = "server-error"
    """5xx."""
    UNREADABLE = "unreadable"
    """It came, and it is nothing that Octavo reads: no feed, no page, an image."""
    NO_FEED = "no-feed"
    """It was a feed, and is now a page or a consent wall."""


class FetchError(OctavoError):
    """An address could not be fetched. `problem` is a sentence's middle ("the host does not answer"), `advice` a sentence.

    `retry_after` is how many seconds the host asks to be left alone for, if it said. No secret is ever in one of them.
    """

    def __init__(self, url: str, reason: Reason, problem: str, advice: str = "", retry_after: float | None = None) -> None:
        super().__init__(f"{url}: {problem}." + (f" {advice}" if advice else ""))
        self.url, self.reason, self.problem, self.advice, self.retry_after = url, reason, problem, advice, retry_after
