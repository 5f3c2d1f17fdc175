"""A backup's file, opened and looked at before anything of it is used: whatever it is, it is judged, and never unpacked to a disk."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from backports.zstd import ZstdDecompressor, ZstdError

from octavo.errors import InputError
from octavo.site.library.keeping import manifest as manifests
from octavo.site.library.keeping.manifest import FORMAT, KEY, NAME, Manifest, Packed

PIECE = 2**20
"""Bytes that are read at a time, and unpacked at most."""
LINE_MOST = 512 * 2**20
"""Bytes of a row: one with the largest page that the library keeps has fewer."""
KEY_MOST = 1_000

_AGAIN = "Take another backup, or get this one once more from where it was copied"


class Archive:
    """The file of a backup. To be used as a context, which opens it. Raises InputError for whatever is no backup, or not a whole one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> Archive:
        try:
            self._zip = ZipFile(self._path)
        except OSError as error:
            raise InputError(str(self._path), f"it cannot be opened ({error.strerror or error})", "Name the file of a backup") from error
        except (BadZipFile, ValueError, NotImplementedError) as error:
            raise self._problem(f"it is no backup of Octavo, or its end is missing ({error})") from error
        try:
            self.manifest = self._told()
        except BaseException:
            self._zip.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._zip.close()

    def check(self, progress: Callable[[int, int], None]) -> None:
        """See that every table and the key are what they were when the backup was made; `progress` is told of bytes."""
        sizes = {info.filename: info.file_size for info in self._zip.infolist()}
        done, total = 0, sum(sizes.values())
        for each in self.manifest.tables:
            digest = hashlib.sha256()
            with self._open(each.table.member) as member:
                while piece := self._read(member):
                    digest.update(piece)
                    done += len(piece)
                    progress(done, total)
            if digest.hexdigest() != each.digest:
                raise self._problem(f"the table {each.table.name} in it is damaged")
        if hashlib.sha256(self.key().encode()).hexdigest() != self.manifest.key:
            raise self._problem("the key in it is damaged")

    def key(self) -> str:
        """The library's secret."""
        try:
            with self._open(KEY) as member:
                key = member.read(KEY_MOST).decode("ascii")
        except (BadZipFile, UnicodeDecodeError) as error:
            raise self._problem("the key in it is damaged") from error
        return key

    def lines(self, packed: Packed) -> Iterator[bytes]:
        """The rows of a table, one after the other. No more is unpacked than the manifest says."""
        zstd, rest, size, rows = ZstdDecompressor(), bytearray(), 0, 0
        with self._open(packed.table.member) as member:
            while not zstd.eof:
                given = self._read(member) if zstd.needs_input else b""
                if zstd.needs_input and not given:
                    raise self._problem(f"the end of the table {packed.table.name} is missing")
                try:
                    piece = zstd.decompress(given, PIECE)
                except ZstdError as error:
                    raise self._problem(f"the table {packed.table.name} in it is damaged ({error})") from error
                size += len(piece)
                rest += piece
                if size > packed.size or len(rest) > LINE_MOST:
                    raise self._problem(f"the table {packed.table.name} holds more than it says")
                if b"\n" in piece:
                    *whole, last = rest.split(b"\n")
                    rest = bytearray(last)
                    for line in whole:
                        rows += 1
                        yield bytes(line)
        if rest or rows != packed.rows or size != packed.size:
            raise self._problem(f"the table {packed.table.name} does not hold what it says")

    def damaged(self, packed: Packed, error: Exception) -> InputError:
        """A row of that table cannot be used."""
        return self._problem(f"the table {packed.table.name} has a row that is none ({error})")

    def _told(self) -> Manifest:
        infos = self._zip.infolist()
        names = [info.filename for info in infos]
        if NAME not in names:
            raise self._problem("it is no backup of Octavo: there is no manifest in it")
        if len(set(names)) != len(names) or any(info.compress_type != ZIP_STORED or info.flag_bits & 1 for info in infos):
            raise self._problem("it is no backup that Octavo made: its parts are packed in another way")
        if self._zip.getinfo(NAME).file_size > manifests.MOST:
            raise self._problem("its manifest is too large to be one")
        try:
            with self._open(NAME) as member:
                told = manifests.from_json(member.read(manifests.MOST))
        except (ValueError, BadZipFile, OSError) as error:
            raise self._problem(f"its manifest cannot be read ({error})") from error
        if told.format != FORMAT:
            raise InputError(str(self._path), f"it was made by a newer Octavo ({told.octavo})", "Upgrade Octavo, then restore it")
        if extra := sorted(set(names) ^ told.members):
            raise self._problem(f"its parts are not those that it names ({', '.join(name[:80] for name in extra[:3])})")
        return told

    def _open(self, name: str) -> IO[bytes]:
        try:
            return self._zip.open(name)
        except (BadZipFile, RuntimeError, NotImplementedError, OSError) as error:
            raise self._problem(f"{name} in it cannot be read ({error})") from error

    def _read(self, member: IO[bytes]) -> bytes:
        try:
            return member.read(PIECE)
        except (BadZipFile, EOFError, OSError) as error:
            raise self._problem(f"it is damaged ({error})") from error

    def _problem(self, problem: str) -> InputError:
        return InputError(str(self._path), problem, f"Nothing was changed. {_AGAIN}")
