"""How much room the library takes, and how much there is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from django.db import connection

from octavo.errors import LibraryError

SPARE = 64 * 2**20
"""Bytes that must be left on a disk whatever is written there."""
_UNITS = ("bytes", "kB", "MB", "GB", "TB")


def free(folder: Path) -> int:
    """Bytes that may still be written to the disk of that folder."""
    about = os.statvfs(folder)
    return about.f_bavail * about.f_frsize


def need(folder: Path, size: int, what: str, room: Callable[[Path], int] = free) -> None:
    """See that so many bytes can be written there; `room` says how many can. Raises LibraryError, with how much is needed and how much
    there is."""
    if (there := room(folder)) < size + SPARE:
        raise LibraryError(
            f"{folder}: {what} needs up to {in_words(size + SPARE)} there, and {in_words(there)} are free. Make room there or go elsewhere."
        )


def in_words(size: float) -> str:
    """Bytes for a person: "1.2 GB"."""
    for unit in _UNITS:
        if size < 1000 or unit == _UNITS[-1]:
            return f"{size:.0f} {unit}" if size >= 10 or unit == _UNITS[0] else f"{size:.1f} {unit}"
        size /= 1000
    raise AssertionError


def library_size() -> int:
    """Bytes of the database as it lies on its disk. One statement or two."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
        cursor.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        return int(cursor.fetchone()[0])


def free_inside() -> int:
    """Bytes of a SQLite file that hold nothing, and are used again before it grows; 0 on PostgreSQL, which does not say."""
    if connection.vendor == "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT freelist_count * page_size FROM pragma_freelist_count, pragma_page_size")
        return int(cursor.fetchone()[0])
