"""WARC (ISO 28500:2017), as Common Crawl's news archive has it: the pages that servers answered with.

A record that holds no page (another type than response, a status other than 200, an image, robots.txt, a list in JSON) is left out.
A damaged stretch is one broken record: reading goes on at the next record that is whole.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from octavo.addresses import web_address
from octavo.article import MAX_BYTES, Page
from octavo.errors import InputError, TooLarge
from octavo.reading.archives.entry import Entry, Position, identity_of_file
from octavo.reading.archives.http import HEAD, BrokenAnswer, body_of, head_of
from octavo.reading.archives.look import Packing
from octavo.reading.archives.stream import Stream
from octavo.unpacking import TooMuch

_STARTS: dict[Packing, bytes] = {"gzip": b"\x1f\x8b\x08", "zstd": b"\x28\xb5\x2f\xfd", "none": b"WARC/"}
"""How a record of its own begins in a file that is packed so: where it can be read from."""
_MARKS: dict[Packing, bytes] = {**_STARTS, "none": b"\r\n\r\nWARC/1."}
"""What is looked for behind a damaged stretch; the address of the record is its last bytes from "WARC/" on."""
MAX_TRIES = 1_000
"""Marks in a row that turn out to begin no record: then the rest of the archive is given up."""
_PIECE = 1 << 20
_TYPES = frozenset({
    "", "text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml", "application/rss+xml", "application/atom+xml",
    "application/rdf+xml", "application/feed+json",
})
"""Media types of what may hold an article; a server that names none is not believed, but looked at."""


@dataclass(frozen=True, slots=True)
class Warc:
    """A WARC file, or a stream that is one (`path` is None).

    A position is [where a record begins in the file, how many records from there on were read]: in a file that is packed as a whole, and
    not by records, every record is counted from the beginning.
    """

    name: str
    path: Path | None
    packing: Packing = "none"
    stream: Stream | None = field(default=None, repr=False)
    tolerant: bool = True

    @property
    def size(self) -> int | None:
        """Bytes of the file, as it is packed."""
        return self.path.stat().st_size if self.path else None

    def identity(self) -> str | None:
        """See `Archive`."""
        return identity_of_file(self.path, "warc") if self.path else None

    def entries(self, after: Position | None = None) -> Iterator[Entry]:
        """An entry for each response, in the order of the file, and one for each damaged stretch."""
        begin, done = (int(part) for part in after or (0, 0))
        if self.stream:
            yield from self._from(self.stream, None, begin, done)
        elif self.path:
            with ExitStack() as closing:
                file, probe = (closing.enter_context(self.path.open("rb")) for _ in range(2))
                yield from self._from(file, probe, begin, done)

    def _from(self, file: BinaryIO | Stream, probe: BinaryIO | None, begin: int, done: int) -> Iterator[Entry]:
        """The entries from there on. `probe` is the same file, to look where records begin; a stream has none."""
        tries = 0
        while True:
            if probe:
                file.seek(begin)
            counted, whole = 0, False
            try:
                for record in ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=False):
                    if record.stream_pos != begin and probe and self._begins(probe, record.stream_pos):
                        begin, counted, done = record.stream_pos, 0, 0
                    counted += 1
                    if counted <= done:
                        continue
                    content = self._content(record)
                    whole, tries = True, 0
                    yield Entry(content, [begin, counted], file.tell())
            except (OSError, ValueError) as error:
                if tries == 0:
                    yield Entry(self._damaged(begin, str(error), last=not probe), [begin, counted], file.tell())
            else:
                if probe and self.packing == "gzip" and _is_cut_off(probe, begin):
                    yield Entry(self._damaged(begin, "it ends in the middle of a record", last=True), [begin, counted], file.tell())
                return
            tries = 1 if whole else tries + 1
            if not probe or tries > MAX_TRIES or (begin_again := self._next(probe, begin + 1)) is None:
                return
            begin, done = begin_again, 0

    def _damaged(self, begin: int, error: str, last: bool) -> InputError:
        advice = "What comes before is read; get it again for the rest" if last else "Reading goes on at the next whole record"
        return InputError(self.name, f"it is damaged behind byte {begin:,} ({error})", advice)

    def _begins(self, probe: BinaryIO, at: int) -> bool:
        start = _STARTS[self.packing]
        probe.seek(at)
        return probe.read(len(start)) == start

    def _next(self, probe: BinaryIO, at: int) -> int | None:
        """Where the first mark at or behind that byte stands; None without one."""
        mark = _MARKS[self.packing]
        probe.seek(at)
        kept = b""
        while piece := probe.read(_PIECE):
            found = (kept + piece).find(mark)
            if found >= 0:
                return at - len(kept) + found + mark.find(_STARTS[self.packing])
            at += len(piece)
            kept = (kept + piece)[-len(mark) + 1:]
        return None

    def _content(self, record: WarcRecord) -> Page | InputError | None:
        url = web_address((record.headers.get("WARC-Target-URI") or "").strip("<> "))
        if not url or urlsplit(url).path == "/robots.txt":
            return None
        name = f"{self.name}, {url}"
        length = record.content_length
        start = _read(record, min(length, HEAD))
        try:
            head = head_of(start)
            content_type = head.headers.get("content-type", "")
            if head.status != 200 or content_type.partition(";")[0].strip().lower() not in _TYPES:
                return None
            if length > MAX_BYTES + HEAD:
                return _too_large(name)
            answer = start + _read(record, length - len(start))
            if len(answer) < length:
                return InputError(name, f"its record is cut off after {len(answer):,} of {length:,} bytes", "Get the archive again")
            body = body_of(answer[head.length:], head)
        except TooMuch:
            return _too_large(name)
        except BrokenAnswer as error:
            return InputError(name, str(error), "It is broken in the archive")
        when: datetime | None = record.record_date
        if when is None:
            return InputError(name, "its record does not say when it was fetched (WARC-Date)", "It is broken in the archive")
        if len(body) > MAX_BYTES:
            return _too_large(name)
        fetched = when if when.tzinfo else when.replace(tzinfo=UTC)
        return Page(body=body, fetched=fetched, url=url, name=name, content_type=content_type or None)


def _read(record: WarcRecord, left: int) -> bytes:
    """That many bytes, or all there are."""
    parts = []
    while left > 0 and (part := record.reader.read(min(left, _PIECE))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _is_cut_off(probe: BinaryIO, begin: int) -> bool:
    """Whether the last member of the gzip that begins there has no end: FastWARC takes what it cannot unpack for the end of the file."""
    probe.seek(begin)
    try:
        with gzip.GzipFile(fileobj=probe) as members:
            while members.read(_PIECE):
                pass
    except (EOFError, OSError, zlib.error):
        return True
    return False


def _too_large(name: str) -> TooLarge:
    return TooLarge(name, f"it is larger than {MAX_BYTES >> 20} MiB", "It is left out")
