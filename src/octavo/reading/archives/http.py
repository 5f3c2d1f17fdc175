"""The HTTP answer in a record of an archive -> status, headers and the body, unpacked (RFC 9110, RFC 9112)."""

from __future__ import annotations

import codecs
import io
from collections.abc import Mapping
from dataclasses import dataclass

from fastwarc.stream_io import ChunkedReader
from fastwarc.warc import HeaderMap

from octavo.article import MAX_BYTES
from octavo.unpacking import MAX_STACKED, Broken, Unpacking

HEAD = 1 << 16
"""Bytes in which status line and headers end."""
_TEXT_HEAD = 1 << 10
"""Bytes that tell text from what is packed, of which one byte in nine is a control character."""
_CONTROLS = bytes(sorted({*range(0x20), 0x7F} - set(b"\t\n\f\r")))


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
    """The body without its transfer and content codings.

    Archives often keep the headers and unpack the body: one that cannot be unpacked and is text is taken as it is.
    Raises BrokenAnswer where it cannot be unpacked, and `octavo.unpacking.TooMuch` where that would give more than MAX_BYTES.
    """
    body = packed
    if "chunked" in head.headers.get("transfer-encoding", "").lower() and _is_chunked(body):
        body = _joined(body)
    codings = [coding for part in head.headers.get("content-encoding", "").split(",") if (coding := part.strip())]
    if len(codings) > MAX_STACKED:
        raise BrokenAnswer(f"its body is packed {len(codings)} times over")
    for coding in reversed(codings):
        body = _unpacked(coding, body)
    return body


def _is_chunked(body: bytes) -> bool:
    """Whether it begins with the size of a chunk in hexadecimal digits."""
    size = body[:32].partition(b"\r\n")[0].partition(b";")[0].strip()
    try:
        return bool(size) and int(size, 16) >= 0
    except ValueError:
        return False


def _joined(body: bytes) -> bytes:
    """The chunks as one: never more than they were."""
    stream, parts = ChunkedReader(io.BytesIO(body)), []
    try:
        while part := stream.read(1 << 20):
            parts.append(part)
    except (OSError, ValueError) as error:
        raise BrokenAnswer(f"its body cannot be unpacked ({error})") from error
    return b"".join(parts)


def _unpacked(coding: str, body: bytes) -> bytes:
    try:
        unpacking = Unpacking(coding, max(MAX_BYTES, len(body)))
        unpacked = b"".join(unpacking.feed(body))
        unpacking.finish()
    except Broken as error:
        if _is_text(body):
            return body
        raise BrokenAnswer(f"its body cannot be unpacked ({error})") from error
    return unpacked


def _is_text(body: bytes) -> bool:
    """Whether it begins as text does in any encoding, and as nothing does that is packed."""
    start = body[:_TEXT_HEAD]
    return start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or start.translate(None, _CONTROLS) == start
