"""Bytes that are read once, front to back: standard input, whose first bytes were looked at."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO


class Stream(io.RawIOBase):
    """A stream from its beginning, although `head` was already taken from it. It counts what is read, and cannot be sought in."""

    def __init__(self, rest: BinaryIO, head: bytes = b"") -> None:
        super().__init__()
        self._rest, self._head, self._at = rest, head, 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill the buffer, or a part of it; returns how many bytes, 0 at the end."""
        found = self._head[: len(buffer)] if self._head else self._available(len(buffer))
        self._head = self._head[len(found):]
        buffer[: len(found)] = found
        self._at += len(found)
        return len(found)

    def _available(self, most: int) -> bytes:
        """What is there already, so that a line that was written is read before the next; it waits for a first byte alone."""
        read1: Callable[[int], bytes] = getattr(self._rest, "read1", self._rest.read)
        return read1(most)

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at
