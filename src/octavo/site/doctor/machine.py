"""The machine that the paper is on: its disk, who may use it, versions."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from pwd import getpwuid

from octavo.site.database import DATABASE
from octavo.site.doctor.finding import Finding, act, fine, look
from octavo.site.library.keeping.room import SPARE, free, in_words

LITTLE = 2**30
"""Bytes that a day of news and its backup want free."""
LONG_LOG = 512 * 2**20


def look_at_access(folder: Path, may: Callable[[Path, int], bool] = os.access) -> Iterator[Finding]:
    """Whether this user may read and write all that lies in the library's folder. `may`: see `os.access`."""
    if os.statvfs(folder).f_flag & os.ST_RDONLY:
        do = "Have it writable, or copy the folder to another disk and name it with --data DIR."
        yield act("disk", f"The disk of {folder} can only be read.", do)
        return
    wanted = os.R_OK | os.W_OK
    try:
        closed = [] if may(folder, wanted | os.X_OK) else [folder]
        closed += [path for path in sorted(folder.iterdir()) if not may(path, wanted | (os.X_OK if path.is_dir() else 0))]
    except PermissionError:
        closed = [folder]
    if closed:
        user = _user()
        named = ", ".join(map(str, closed[:3])) + (f" and {len(closed) - 3} more" if len(closed) > 3 else "")
        do = f"Run sudo chown -R {user} {folder}, or run octavo as the user that the paper runs as: one of them may have been root once."
        yield act("disk", f"The user {user} may not read and write {named}.", do)


def _user() -> str:
    try:
        return getpwuid(os.geteuid()).pw_name
    except KeyError:
        return str(os.geteuid())


def look_at_disk(folder: Path) -> Iterator[Finding]:
    """Whether there is room, and whether others may look in."""
    room = free(folder)
    if room < SPARE:
        yield act("disk", f"{in_words(room)} are free in {folder}.", "Make room now: nothing can be written soon.")
    elif room < LITTLE:
        yield look("disk", f"{in_words(room)} are free in {folder}.", "Make room, or set under Settings, What is kept, how much stays.")
    else:
        yield fine("disk", f"{in_words(room)} are free in {folder}.")
    for path in (folder, folder / "secret-key", folder / DATABASE):
        if path.exists() and path.stat().st_mode & 0o077:
            yield look("disk", f"Others on this machine may read {path}.", f"Run chmod go= {path}, unless you want that.")
    log = folder / f"{DATABASE}-wal"
    if log.exists() and (size := log.stat().st_size) > LONG_LOG:
        yield look("disk", f"SQLite's log takes {in_words(size)}.", "Something reads the library for long; stop all that use it once.")


def versions() -> Iterator[Finding]:
    """What it is all run by."""
    import django

    import octavo

    python = ".".join(map(str, sys.version_info[:3]))
    yield fine("versions", f"Octavo {octavo.__version__}, Python {python}, Django {django.__version__}, {platform.platform(terse=True)}.")
