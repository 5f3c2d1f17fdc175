"""WARC records, pages and lines of a fictional paper, to make archives of."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from octavo.article import Page
from octavo.errors import InputError
from octavo.reading.archives.entry import Entry
from octavo.reading.archives.stream import Stream

MORNING = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)


def html(number: int) -> bytes:
    """The page of an article whose headline has that number."""
    text = (
        f"<p>The ferry Marit was towed into Skerry harbour on day {number} with a hole in its bow the size of a door.</p>"
        f"<p>Harbour master Ida Brekke said the ship would not sail again before the end of April, the {number}th delay.</p>"
        "<p>Islanders have been without a crossing since the grounding on Sunday night, and the council has no other ship.</p>"
    )
    head = f"<html lang=en><head><title>Ferry stays in harbour, day {number}</title></head>"
    return f"{head}<body><article><h1>Ferry stays in harbour, day {number}</h1>{text}</article></body></html>".encode()


def address(number: int) -> str:
    return f"https://post.example/ferry/{number}"


def record(
    body: bytes = b"", number: int = 0, status: str = "200 OK", kind: str = "response", url: str | None = None,
    media_type: str = "text/html; charset=utf-8", headers: str = "", warc: str = "WARC-Date: 2026-03-03T07:30:00Z\r\n", length: int = 0,
) -> bytes:
    """A record with the answer of a server; `length` makes it claim that many bytes more than it has."""
    named = f"Content-Type: {media_type}\r\n" if media_type else ""
    answer = f"HTTP/1.1 {status}\r\n{named}{headers}\r\n".encode() + (body or html(number))
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\n{warc}"
        f"WARC-Target-URI: {url or address(number)}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer) + length}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def line(number: int, **more: object) -> bytes:
    """An article of that number as a line of JSON."""
    fields = {"id": f"ferry-{number}", "headline": f"Ferry stays, day {number}", "text": f"It was day {number}.", "url": address(number)}
    return json.dumps(fields | more).encode() + b"\n"


def packed(records: Iterable[bytes], packing: str) -> bytes:
    """Each record as a member or frame of its own, as archives have it."""
    if packing == "zstd":
        from backports import zstd

        return b"".join(map(zstd.compress, records))
    return b"".join(map(gzip.compress, records) if packing == "gzip" else records)


def stream(data: bytes, looked_at: int = 100) -> Stream:
    """Standard input with those bytes, of which the first were looked at."""
    return Stream(io.BytesIO(data[looked_at:]), data[:looked_at])


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def told(entries: Iterable[Entry]) -> list[str]:
    """Each entry in a word: the address or last part of the name of its page, "left out", or "broken: " and why."""
    said = []
    for entry in entries:
        if isinstance(entry.content, Page):
            said.append(entry.content.url or entry.content.name)
        elif isinstance(entry.content, InputError):
            said.append(f"broken: {entry.content.problem}")
        else:
            said.append("left out")
    return said
