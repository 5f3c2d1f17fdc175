"""JSON Lines: an article a line, exactly as `octavo read --json` prints it."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from octavo.article import Page
from octavo.errors import InputError, TooLarge
from octavo.reading.archives.entry import Entry, Position, identity_of_file
from octavo.reading.archives.look import Packing
from octavo.reading.archives.stream import Stream
from octavo.reading.article_json import ARTICLE_TYPE

MAX_LINE = 4 << 20
"""Bytes of a line: the longest articles have a tenth of that."""


@dataclass(frozen=True, slots=True)
class JsonLines:
    """A file of such lines, or a stream of them (`path` is None). `fetched` is the time of their pages.

    A position is [bytes behind the last line, number of that line], counted unpacked. `longest` is the most bytes of a line.
    """

    name: str
    path: Path | None
    fetched: datetime
    packing: Packing = "none"
    stream: Stream | None = None
    tolerant: bool = False
    longest: int = MAX_LINE

    @property
    def size(self) -> int | None:
        """Bytes of the file, as it is packed."""
        return self.path.stat().st_size if self.path else None

    def identity(self) -> str | None:
        """See `Archive`."""
        return identity_of_file(self.path, "json lines", self.fetched.isoformat()) if self.path else None

    def entries(self, after: Position | None = None) -> Iterator[Entry]:
        """A page for each line that is not blank. One longer than `longest` is an error; so is a broken packing, which ends it all."""
        at, number = (int(part) for part in after or (0, 0))
        with ExitStack() as closing:
            raw = self.stream or closing.enter_context(cast("Path", self.path).open("rb"))
            lines = closing.enter_context(_unpacking(raw, self.packing))
            try:
                if at:
                    lines.seek(at)
                while line := lines.readline(self.longest + 1):
                    number += 1
                    at += len(line)
                    if len(line) > self.longest:
                        at += _skip_line(lines, line)
                    if content := self._content(line, number):
                        yield Entry(content, [at, number], raw.tell())
            except _errors(self.packing) as error:
                problem = f"it cannot be read behind line {number:,} ({error})"
                broken = InputError(self.name, problem, "What comes before is read; get the file again for the rest")
                yield Entry(broken, [at, number], raw.tell())

    def _content(self, line: bytes, number: int) -> Page | InputError | None:
        name = f"{self.name}, line {number}"
        if len(line) > self.longest:
            return TooLarge(name, f"it is longer than {self.longest >> 20} MiB", "Split its article")
        body = line.removeprefix(b"\xef\xbb\xbf").strip()
        return Page(body=body, fetched=self.fetched, name=name, content_type=ARTICLE_TYPE) if body else None


def _unpacking(raw: BinaryIO | Stream, packing: Packing) -> BinaryIO:
    """The lines' bytes, unpacked as they are read."""
    if packing == "gzip":
        return cast("BinaryIO", gzip.GzipFile(fileobj=raw, mode="rb"))
    if packing == "zstd":
        from backports import zstd

        return cast("BinaryIO", zstd.ZstdFile(raw))
    return io.BufferedReader(raw) if isinstance(raw, Stream) else raw


def _errors(packing: Packing) -> tuple[type[Exception], ...]:
    """What reading bytes that are packed so raises where they are damaged."""
    if packing != "zstd":
        return (EOFError, OSError, zlib.error)
    from backports import zstd

    return (EOFError, OSError, zstd.ZstdError)


def _skip_line(lines: BinaryIO, begun: bytes) -> int:
    """Read to the end of a line that is too long, a piece at a time; returns how many bytes that were."""
    skipped, piece = 0, begun
    while piece and not piece.endswith(b"\n"):
        piece = lines.readline(1 << 16)
        skipped += len(piece)
    return skipped
