"""What every archive gives, whatever its form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from octavo.article import Page
from octavo.errors import InputError

Position = str | list[int]
"""Where reading goes on: for a folder the name that was read last, for a file numbers that its form knows. JSON can hold it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record, line or file of an archive.

    `content` is its page, why it is broken, or None where it is left out: it is nothing that could hold an article. `after` is where
    reading goes on behind it, `read` how many bytes of the archive have been read by then.
    """

    content: Page | InputError | None
    after: Position
    read: int


class Archive(Protocol):
    """Many pages in one: a file, a folder, a stream."""

    @property
    def name(self) -> str:
        """What errors call it."""

    @property
    def size(self) -> int | None:
        """Bytes, as they are packed; None for a stream."""

    @property
    def tolerant(self) -> bool:
        """Whether an entry that turns out to be no page, or a page without an article, is left out and is no failure."""

    def identity(self) -> str | None:
        """64 hexadecimal digits that are the same while nothing in it changes; None for a stream, which nobody can take up again."""

    def entries(self, after: Position | None = None) -> Iterator[Entry]:
        """The entries behind that position, from the beginning without one, in an order that is always the same."""


def identity_of_file(path: Path, form: str, *more: object) -> str:
    """The digest of where the file lies, how long it is and when it was written. Raises OSError where it is gone."""
    about = path.stat()
    parts = (form, path.absolute(), about.st_size, about.st_mtime_ns, *more)
    return hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()
