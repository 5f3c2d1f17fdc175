"""Which form a file or stream has, told by its first bytes."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Literal

from octavo.errors import InputError
from octavo.jsonl import record_of

Form = Literal["warc", "json lines"]
Packing = Literal["gzip", "zstd", "none"]

HEAD = 1 << 20
"""Bytes that are looked at: a first line that is longer is no line of an article."""

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_ZSTD_SKIPPED = (b"\x2a\x4d\x18", slice(1, 4))
"""A skippable frame (RFC 8878): by https://iipc.github.io/warc-specifications/ a packed WARC may begin with one that holds a dictionary."""
_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst")
ARCHIVES = (*_LINES, ".warc", ".warc.gz", ".warc.zst")
"""How the names of archives end."""


@dataclass(frozen=True, slots=True)
class Look:
    """A form and how it is packed."""

    form: Form
    packing: Packing


def look(head: bytes, name: str = "") -> Look | None:
    """What begins with those bytes (HEAD of them, or all there are); None for what is no archive: a page, or nothing that Octavo reads.

    A name that says JSON Lines counts only where the first line is broken, so that it is told as a broken line.
    """
    packing = packing_of(head)
    if head[_ZSTD_SKIPPED[1]] == _ZSTD_SKIPPED[0]:
        return Look("warc", "zstd")
    start = _unpacked(head, packing)
    if start.startswith(b"WARC/"):
        return Look("warc", packing)
    return Look("json lines", packing) if _is_article_line(start) or (start and name.lower().endswith(_LINES)) else None


def packing_of(head: bytes) -> Packing:
    """How it is packed, by its magic bytes."""
    return "gzip" if head.startswith(GZIP) else "zstd" if head.startswith(ZSTD) else "none"


def _unpacked(head: bytes, packing: Packing) -> bytes:
    """The first bytes of what is packed; nothing where it cannot be unpacked."""
    if packing == "gzip":
        try:
            return zlib.decompressobj(wbits=31).decompress(head, HEAD)
        except zlib.error:
            return b""
    if packing == "zstd":
        from backports import zstd

        try:
            return zstd.ZstdDecompressor().decompress(head, HEAD)
        except zstd.ZstdError:
            return b""
    return head


def _is_article_line(start: bytes) -> bool:
    """Whether the first line that is not blank is a whole JSON object with a headline or title, and no feed."""
    line, end, _ = start.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not line.startswith(b"{") or (not end and len(start) >= HEAD):
        return False
    try:
        record = record_of(line)
    except InputError:
        return False
    return isinstance(record, dict) and bool({"headline", "title"} & record.keys()) and not isinstance(record.get("items"), list)
