"""Sockets that stop taking bytes in: whatever a host dresses them up as, so many and no more."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from typing import Any


class CountedSocket(socket.socket):
    """A socket that `most` bytes may be received through, those of TLS, headers, chunk sizes and trailers included.

    The client library limits single headers and the door counts bodies; this holds what lies between them. Over it, `spent` is called
    and each further reading fails.
    """

    def __init__(self, family: int, kind: int, protocol: int, most: int, spent: Callable[[], None]) -> None:
        super().__init__(family, kind, protocol)
        self._left, self._spent = most, spent

    def recv(self, *arguments: Any) -> bytes:
        """As of a socket; asyncio reads plain connections by it."""
        data = super().recv(*arguments)
        self._count(len(data))
        return data

    def recv_into(self, *arguments: Any) -> int:
        """As of a socket; asyncio reads TLS by it."""
        count = super().recv_into(*arguments)
        self._count(count)
        return count

    def _count(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            self._spent()
            raise OSError(errno.EMSGSIZE, "more bytes than may come")
