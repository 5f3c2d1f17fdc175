"""The HTTP answer in a record of an archive -> status, headers and the body, unpacked (RFC 9110, RFC 9112)."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, WarcReader, ZstdReader
from fastwarc.warc import HeaderMap

from octavo.article import MAX_BYTES

HEAD = 1 << 16
"""Bytes in which status line and headers end."""
_CODINGS = 4
"""Codings that one body may have: more is no answer of a server, but a trap."""
_READERS: Mapping[str, tuple[bytes, Callable[[io.BytesIO], WarcReader]]] = {
    "gzip": (b"\x1f\x8b", GzipReader),
    "x-gzip": (b"\x1f\x8b", GzipReader),
    "deflate": (b"\x78", lambda stream: GzipReader(stream, zlib=True)),
    "br": (b"", BrotliReader),
    "zstd": (b"\x28\xb5\x2f\xfd", ZstdReader),
}


class BrokenAnswer(Exception):
    """The answer is not HTTP, or its body cannot be unpacked; the text says why."""


@dataclass(frozen=True, slots=True)
class Head:
    """Status and headers (names in small letters, the last of each name), and how many bytes they take."""

    status: int
    headers: Mapping[str, str]
    length: int


def head_of(start: bytes) -> Head:
    """The head of an answer that begins with those bytes. Raises BrokenAnswer."""
    parsed = HeaderMap("latin1")
    try:
        length = parsed.parse(io.BytesIO(start))
    except (OSError, ValueError) as error:
        raise BrokenAnswer(f"it holds no HTTP answer ({error})") from error
    return Head(parsed.status_code or 0, {name.lower(): value for name, value in parsed.to_tuples()}, length)


def body_of(packed: bytes, head: Head) -> bytes:
    """The body without its transfer and content codings, at most MAX_BYTES and one byte of it.

    Archives often keep the headers and unpack the body: one that does not begin as its coding does is taken as it is.
    Raises BrokenAnswer where it cannot be unpacked.
    """
    body = packed
    if "chunked" in head.headers.get("transfer-encoding", "").lower() and _is_chunked(body):
        body = _unpacked(ChunkedReader, body)
    codings = [coding for part in head.headers.get("content-encoding", "").lower().split(",") if (coding := part.strip())]
    if len(codings) > _CODINGS:
        raise BrokenAnswer(f"its body has {len(codings)} codings")
    for coding in reversed(codings):
        start, reader = _READERS.get(coding, (None, None))
        if reader and start is not None and body.startswith(start):
            body = _unpacked(reader, body)
    return body


def _is_chunked(body: bytes) -> bool:
    """Whether it begins with the size of a chunk in hexadecimal digits."""
    size = body[:32].partition(b"\r\n")[0].partition(b";")[0].strip()
    try:
        return bool(size) and int(size, 16) >= 0
    except ValueError:
        return False


def _unpacked(reader: Callable[[io.BytesIO], WarcReader], body: bytes) -> bytes:
    stream, parts, left = reader(io.BytesIO(body)), [], MAX_BYTES + 1
    try:
        while left and (part := stream.read(min(left, 1 << 20))):
            parts.append(part)
            left -= len(part)
    except (OSError, ValueError) as error:
        raise BrokenAnswer(f"its body cannot be unpacked ({error})") from error
    return b"".join(parts)
