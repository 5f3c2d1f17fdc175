"""A folder of HTML pages, feeds and saved page text, and the folders in it."""

from __future__ import annotations

import hashlib
import mimetypes
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from octavo.article import MAX_BYTES, Page
from octavo.errors import InputError, TooLarge
from octavo.reading.archives.entry import Entry, Position
from octavo.reading.archives.look import ARCHIVES

_TYPES = mimetypes.MimeTypes()
"""Python's own table: the machine's differ."""
_READABLE = frozenset({
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/xml", "application/xml", "application/json",
})
_PAGES = (".mht", ".mhtml", ".rss", ".atom", ".rdf")
_ADVICE = "Look at its name and who may read it"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder. Names are read in order, a folder's names where the folder stands; a position is the path of the file read last.

    Left out are hidden files and folders, links (what they lead to lies in the folder itself, or does not belong to it), and files whose
    name says that they are no page, such as the style sheets that browsers save beside one. `fetched` comes before a file's own time.
    """

    name: str
    path: Path
    fetched: datetime | None = None
    tolerant: bool = True

    @property
    def size(self) -> int:
        """Bytes of all files in it."""
        return sum(size for _, size, _ in self._files(None))

    def identity(self) -> str:
        """See `Archive`: the digest of names, sizes and times."""
        digest = hashlib.sha256(f"folder\0{self.path.absolute()}\0{self.fetched}".encode("utf-8", "surrogatepass"))
        for name, size, written in self._files(None):
            digest.update(f"\0{name}\0{size}\0{written}".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def entries(self, after: Position | None = None) -> Iterator[Entry]:
        """An entry for each file, and one for each folder that cannot be looked into."""
        read = 0
        last = after if isinstance(after, str) else None
        for name, content, size in self._walk(last):
            read += size
            if isinstance(content, os.DirEntry):
                yield Entry(self._content(content), name, read)
            else:
                yield Entry(content, name, read)

    def _files(self, after: str | None) -> Iterator[tuple[str, int, int]]:
        for name, content, size in self._walk(after):
            if isinstance(content, os.DirEntry):
                yield name, size, content.stat(follow_symlinks=False).st_mtime_ns

    def _walk(self, after: str | None) -> Iterator[tuple[str, os.DirEntry[str] | InputError | None, int]]:
        """(path in the folder, the file, its size) in order; an error for what cannot be looked at, None for what is left out."""
        last = tuple(after.split("/")) if after else ()
        open_folders = [self._names(self.path, ())]
        while open_folders:
            step = next(open_folders[-1], None)
            if step is None:
                open_folders.pop()
                continue
            parts, found = step
            if parts <= last and parts != last[: len(parts)]:
                continue
            if isinstance(found, os.DirEntry) and found.is_dir(follow_symlinks=False) and not found.name.startswith("."):
                open_folders.append(self._names(Path(found.path), parts))
            elif parts != last:
                yield "/".join(parts), *self._file(found)

    def _names(self, folder: Path, parts: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], os.DirEntry[str] | InputError]]:
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda each: each.name, reverse=True)
        except OSError as error:
            yield (*parts, ""), InputError(str(folder), (error.strerror or str(error)).lower(), _ADVICE)
            return
        while entries:
            # What is behind is let go: an entry remembers what its file said of itself.
            each = entries.pop()
            yield (*parts, each.name), each

    def _file(self, found: os.DirEntry[str] | InputError) -> tuple[os.DirEntry[str] | InputError | None, int]:
        if isinstance(found, InputError):
            return found, 0
        try:
            regular, size = found.is_file(follow_symlinks=False), found.stat(follow_symlinks=False).st_size
        except OSError as error:
            return InputError(found.path, (error.strerror or str(error)).lower(), _ADVICE), 0
        if not regular or found.name.startswith("."):
            return None, size
        if found.name.lower().endswith(ARCHIVES):
            return InputError(found.path, "it is an archive in a folder", "Import it by itself"), size
        return found if _may_be_page(found.name) else None, size

    def _content(self, found: os.DirEntry[str]) -> Page | InputError | None:
        try:
            # A link that took the file's place since is not followed; a pipe is not waited for.
            with os.fdopen(os.open(found.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
                about = os.fstat(file.fileno())
                if not stat.S_ISREG(about.st_mode):
                    return None
                if about.st_size > MAX_BYTES:
                    return TooLarge(found.path, f"it is larger than {MAX_BYTES >> 20} MiB", "Import it by itself if it is an archive")
                fetched = self.fetched or datetime.fromtimestamp(about.st_mtime, UTC)
                return Page(body=file.read(MAX_BYTES + 1), fetched=fetched, name=found.path)
        except (OSError, OverflowError, ValueError) as error:
            return InputError(found.path, (getattr(error, "strerror", None) or str(error)).lower(), _ADVICE)


def _may_be_page(name: str) -> bool:
    """Whether nothing in the name says that it is something else: a style sheet, a script, an image, a packed file."""
    media_type, packing = _TYPES.guess_type(name)
    return name.lower().endswith(_PAGES) or (packing is None and (media_type is None or media_type in _READABLE))
