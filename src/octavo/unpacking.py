"""Content-Encoding, undone as the bytes come: gzip, deflate, br, zstd, two of them over each other, never more than a limit."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

import brotli
from backports import zstd

ACCEPTED = "gzip, deflate, br, zstd"

PIECE = 64 * 2**10
"""Bytes that one step unpacks; brotli may give half as many again."""

MAX_STACKED = 2

MAX_MEMBERS = 1000
"""Members of a gzip, frames of a zstd: each costs a copy of what follows it in the same chunk."""

WINDOW_LOG = 23
"""8 MiB, the largest window that zstd may use on the web (RFC 9659)."""

_PLAIN = frozenset({"", "identity", "none", "utf-8"})


class Broken(Exception):
    """The packing is none, or damaged, or cut off. The text says which, as the middle of a sentence."""


class TooMuch(Exception):
    """It unpacks to more than the limit."""


class _Unpacker(Protocol):
    def feed(self, data: bytes) -> Iterator[bytes]:
        """What the packed bytes give, in pieces of PIECE at most; each step does no more work than its piece needs."""

    def whole(self) -> bool:
        """Whether the end was seen, or nothing at all came."""


class _Zlib:
    """gzip (RFC 1952, members in a row), zlib (RFC 1950), and the raw deflate (RFC 1951) that some send under the name of zlib."""

    def __init__(self, gzip: bool) -> None:
        self._gzip, self._stream, self._members, self._first = gzip, zlib.decompressobj(), 0, b""
        self._begun = self._plain = self._ended = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        if not self._begun:
            data = self._first + data
            if len(data) < 2 and (not self._gzip or data in (b"", b"\x1f")):
                self._first = data
                return
            self._begin(data)
        if self._plain:
            yield from (data[at : at + PIECE] for at in range(0, len(data), PIECE))
            return
        while data and not self._ended:
            if self._stream.eof:
                data = self._next_member(data)
                continue
            piece = self._stream.decompress(data, PIECE)
            if piece:
                yield piece
            data = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail
            if len(piece) == PIECE and not data:
                # All was taken in, and more may be inside.
                yield from self._rest()

    def _rest(self) -> Iterator[bytes]:
        while piece := self._stream.decompress(b"", PIECE):
            yield piece

    def _begin(self, data: bytes) -> None:
        self._begun = True
        if self._gzip:
            # What was never packed, and only says so, is taken as it is.
            self._plain = data[:2] != b"\x1f\x8b"
            self._stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        elif not (data[0] & 15 == 8 and (data[0] << 8 | data[1]) % 31 == 0):
            self._stream = zlib.decompressobj(-zlib.MAX_WBITS)

    def _next_member(self, data: bytes) -> bytes:
        """What of the bytes after the end belongs to a next member: zeros that fill a block do not, nor does anything else."""
        data = data.lstrip(b"\0") if self._gzip else b""
        self._ended = not self._gzip or (bool(data) and data[:1] != b"\x1f")
        if self._ended or not data:
            return b""
        self._members += 1
        if self._members > MAX_MEMBERS:
            raise Broken("it is packed in thousands of parts")
        self._stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        return data

    def whole(self) -> bool:
        return self._plain or self._stream.eof or not (self._begun or self._first)


class _Zstd:
    """zstd (RFC 8878), frames in a row, with the window that RFC 9659 allows."""

    def __init__(self) -> None:
        self._stream, self._frames, self._begun = self._new(), 0, False

    @staticmethod
    def _new() -> zstd.ZstdDecompressor:
        return zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: WINDOW_LOG})

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data or not self._stream.needs_input:
            if self._stream.eof:
                self._frames += 1
                if self._frames > MAX_MEMBERS:
                    raise Broken("it is packed in thousands of parts")
                self._stream = self._new()
            self._begun = True
            piece = self._stream.decompress(data, PIECE)
            data = self._stream.unused_data if self._stream.eof else b""
            if piece:
                yield piece
            if self._stream.eof and not data:
                return

    def whole(self) -> bool:
        return self._stream.eof or not self._begun


class _Brotli:
    """br (RFC 7932)."""

    def __init__(self) -> None:
        self._stream, self._begun = brotli.Decompressor(), False

    def feed(self, data: bytes) -> Iterator[bytes]:
        if self._stream.is_finished():
            return
        self._begun = True
        piece = self._stream.process(data, output_buffer_limit=PIECE)
        while piece:
            yield piece
            if self._stream.is_finished():
                return
            piece = self._stream.process(b"", output_buffer_limit=PIECE)

    def whole(self) -> bool:
        return self._stream.is_finished() or not self._begun


_UNPACKERS: dict[str, Callable[[], _Unpacker]] = {
    "gzip": lambda: _Zlib(gzip=True),
    "x-gzip": lambda: _Zlib(gzip=True),
    "deflate": lambda: _Zlib(gzip=False),
    "br": _Brotli,
    "zstd": _Zstd,
}


class Unpacking:
    """Undoes a Content-Encoding header (RFC 9110, 8.4), the last one named first.

    `feed` gives the pieces that a chunk unpacks to and `finish` says whether it was whole. Raises TooMuch as soon as more than `most`
    bytes have come out, between two packings too, and Broken. Never holds more than a piece besides what it gave.
    """

    def __init__(self, encoding: str, most: int) -> None:
        names = [name for each in encoding.lower().split(",") if (name := each.strip()) not in _PLAIN]
        unknown = next((name for name in names if name not in _UNPACKERS), None)
        if unknown is not None:
            raise Broken(f"it is packed in a way that was not asked for ({unknown[:20]!r})")
        if len(names) > MAX_STACKED:
            raise Broken(f"it is packed {len(names)} times over")
        self._most = most
        self._stages = [_UNPACKERS[name]() for name in reversed(names)]
        self._given = [0] * (len(names) + 1)

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """What the next chunk of the wire gives, in pieces."""
        pieces = self._count(0, iter((chunk,)))
        for number, stage in enumerate(self._stages):
            pieces = self._count(number + 1, self._through(stage, pieces))
        try:
            yield from pieces
        except (zlib.error, brotli.error, zstd.ZstdError, EOFError) as error:
            raise Broken("its compression is damaged") from error

    def finish(self) -> None:
        """Say that no more comes. Raises Broken if more was promised."""
        if not all(stage.whole() for stage in self._stages):
            raise Broken("its compression is cut off in the middle")

    @staticmethod
    def _through(stage: _Unpacker, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            yield from stage.feed(piece)

    def _count(self, number: int, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self._given[number] += len(piece)
            if self._given[number] > self._most:
                raise TooMuch
            yield piece
