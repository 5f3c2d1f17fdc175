"""What one fetch may cost: time, bytes, redirects."""

from __future__ import annotations

from dataclasses import dataclass

from octavo.article import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes that one fetch may take, with all its redirects. Waiting for a host's turn is not counted.

    `resolve`: until the host's name has an address. `connect`: until a connection stands, with TLS. `first_byte`: how long a host may
    be silent, and how long after the connection the whole head of the answer may take. `whole`: everything together; a host that
    sends a byte a second does not stretch it. `wire_bytes` are counted as they come, `body_bytes` unpacked; `header_bytes` with the
    names of the headers.
    """

    resolve: float = 10
    connect: float = 10
    first_byte: float = 20
    whole: float = 60
    wire_bytes: int = 16 * 2**20
    body_bytes: int = MAX_BYTES
    header_bytes: int = 32 * 2**10
    redirects: int = 8
