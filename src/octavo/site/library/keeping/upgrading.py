"""Before the tables of a library are changed by a newer Octavo a backup is made of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from octavo.errors import LibraryError
from octavo.site.library.keeping.backing_up import SUFFIX, back_up
from octavo.site.library.keeping.restoring import backups_of, something_there
from octavo.site.library.keeping.room import free

PREFIX = "before-upgrading-"
KEPT = 3
"""Such backups that are kept, the newest."""


def back_up_before_upgrading(folder: Path, room: Callable[[Path], int] = free) -> Path | None:
    """Back the library up, which is about to be migrated; None where there is nothing in it, or OCTAVO_NO_BACKUP says so.

    `room`: see `free`. Raises LibraryError where that cannot be done: the library is then as it was.
    """
    if not something_there():
        return None
    if os.environ.get("OCTAVO_NO_BACKUP"):
        print("The library is upgraded without a backup, as OCTAVO_NO_BACKUP says.", file=sys.stderr, flush=True)
        return None
    import octavo

    now = datetime.now(UTC)
    target = backups_of(folder) / f"{PREFIX}{now:%Y%m%dT%H%M%S%f}Z{SUFFIX}"
    try:
        back_up(target, octavo.__version__, now, room=room)
    except LibraryError as error:
        advice = "The library was not upgraded, since it could not be backed up first. With OCTAVO_NO_BACKUP=1 it is upgraded without"
        raise LibraryError(f"{error} {advice}.") from error
    print(f"The library is upgraded; as it was it is kept in {target}", file=sys.stderr, flush=True)
    newest_only(folder / "backups", PREFIX, KEPT)
    return target


def newest_only(folder: Path, prefix: str, most: int) -> list[Path]:
    """Take away the backups of that folder whose names begin so, but for the newest by their names; returns those that went."""
    gone = sorted(folder.glob(f"{prefix}*{SUFFIX}"))[: -most or None]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone
