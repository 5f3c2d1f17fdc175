"""`octavo backup`: the whole library in one file, while the paper runs.

The file is a ZIP archive (stored, not packed: its members are packed already) of a file for each table, of the key that signs what the
library gave out, and of a manifest at its end. Whichever database it was made of, it can be restored into SQLite and into PostgreSQL. See
docs/decisions/keeping.md.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from backports.zstd import CompressionParameter, ZstdCompressor
from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

from octavo.errors import InputError, LibraryError
from octavo.site.library.keeping.manifest import KEY, NAME, Manifest, Packed, Table, to_json
from octavo.site.library.keeping.room import free, library_size, need
from octavo.site.library.keeping.snapshot import count_of, last_of, rows_of, snapshot
from octavo.site.library.keeping.tables import applied, tables_at
from octavo.site.library.keeping.values import line_of, writer
from octavo.site.library.writing import explaining

SUFFIX = ".octavo"
"""What the name of a backup ends in."""
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
LEVEL = 3
"""Of Zstandard's compression."""

Progress = Callable[[int, int], None]


@explaining()
def back_up(
    target: Path, version: str, now: datetime, progress: Progress = lambda _done, _of: None, room: Callable[[Path], int] = free,
) -> Manifest:
    """Write a backup to that file, which must not be there yet. Returns its manifest.

    It is written beside and renamed when it is whole, readable by its owner alone. `progress` is told how many rows of all are written;
    `room`: see `free`. Raises LibraryError where the disk is too small or cannot be written, InputError for a file that is there.
    """
    if target.exists():
        raise InputError(str(target), "a file of that name is there already", "Name another, or a folder")
    with _beside(target) as file, snapshot() as reader:
        need(target.parent, library_size(), "a backup", room)
        migrations = applied(reader)
        tables = tables_at(migrations)
        counts = [count_of(reader, table) for table in tables]
        total, done, packed = sum(counts), 0, []
        with ZipFile(file, "w", ZIP_STORED) as archive:
            for table, count in zip(tables, counts, strict=True):
                before = done
                packed.append(_pack(archive, reader, table, lambda rows, before=before: progress(before + rows, total)))  # type: ignore[misc]
                done += count
            archive.writestr(_named(KEY), settings.SECRET_KEY)
            digest = hashlib.sha256(settings.SECRET_KEY.encode()).hexdigest()
            manifest = Manifest(version, now, reader.vendor, migrations, tuple(packed), digest)
            archive.writestr(_named(NAME), to_json(manifest))
    return manifest


@contextmanager
def _beside(target: Path) -> Iterator[BinaryIO]:
    """A file that becomes `target` when all went well, and is gone else."""
    # A name of its own, and a new file: what others put there, or are writing, is neither taken nor followed.
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _named_when_whole(part, target)
    except FileExistsError as error:
        raise InputError(str(target), "a file of that name is there already", "Name another, or a folder") from error
    except OSError as error:
        advice = "Nothing was left there. Make room, look at who may write there, or name another place"
        raise LibraryError(f"{target}: the backup cannot be written ({error.strerror or error}). {advice}.") from error
    finally:
        part.unlink(missing_ok=True)


def _named_when_whole(part: Path, target: Path) -> None:
    """Unlike a rename a link never takes another's place; a stick with FAT knows no links."""
    try:
        os.link(part, target)
    except OSError as error:
        if error.errno not in _NO_LINKS or target.exists():
            raise
        part.replace(target)


def _pack(archive: ZipFile, reader: BaseDatabaseWrapper, table: Table, told: Callable[[int], object]) -> Packed:
    writers = [writer(column.kind) for column in table.columns]
    digest, rows, size = hashlib.sha256(), 0, 0
    zstd = ZstdCompressor(options={CompressionParameter.compression_level: LEVEL, CompressionParameter.checksum_flag: 1})
    with archive.open(_named(table.member), "w", force_zip64=True) as member:

        def put(packed: bytes) -> None:
            digest.update(packed)
            member.write(packed)

        for some in rows_of(reader, table):
            for row in some:
                line = line_of(row, writers)
                size += len(line)
                put(zstd.compress(line))
            rows += len(some)
            told(rows)
        put(zstd.flush())
    return Packed(table, rows, size, digest.hexdigest(), last_of(reader, table))


def _named(name: str) -> ZipInfo:
    made = ZipInfo(name)
    made.external_attr = 0o600 << 16
    return made
