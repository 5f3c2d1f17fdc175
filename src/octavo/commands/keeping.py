"""Keeping the library: backup, restore."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from octavo.commands.arguments import AddCommand, count
from octavo.errors import InputError
from octavo.terminal import progress
from octavo.words import count as counted


def add_commands(add: AddCommand) -> None:
    """Put the commands of this group on the command line."""
    backup = add("backup", run_backup, "Write the whole library into one file, while the paper runs.")
    backup.add_argument("target", nargs="?", metavar="FILE|FOLDER", help="where to (default: the folder backups in the library's folder)")
    backup.add_argument("--newest", type=count, metavar="N", help="afterwards take all but the newest N away that are in that folder")
    restore = add("restore", run_restore, "Put a library back from the file of a backup.")
    restore.add_argument("file", metavar="FILE")
    restore.add_argument("--force", action="store_true", help="though there is a library already, which is kept beside")


def run_backup(options: argparse.Namespace) -> int:
    """`octavo backup`."""
    import octavo
    from octavo.site.library.opening import open_library

    open_library()
    from octavo.site.database import data_folder
    from octavo.site.library.keeping.backing_up import SUFFIX, back_up
    from octavo.site.library.keeping.restoring import backups_of
    from octavo.site.library.keeping.room import in_words
    from octavo.site.library.keeping.upgrading import newest_only

    now = datetime.now(UTC)
    target = Path(options.target) if options.target else backups_of(data_folder())
    if target.is_dir():
        target /= f"octavo-{now:%Y%m%dT%H%M%S}Z{SUFFIX}"
    elif target.suffix != SUFFIX:
        raise InputError(str(target), "there is no such folder", f"Make it, or name a file that ends in {SUFFIX}")
    manifest = back_up(target, octavo.__version__, now, progress("rows written"))
    print(f"{target}: {counted(manifest.rows, 'row')} of {counted(len(manifest.tables), 'table')}, {in_words(target.stat().st_size)}.")
    print("It holds the library's key and what its readers wrote: keep it where nobody else can read it.")
    if options.newest:
        gone = newest_only(target.parent, "octavo-", options.newest)
        if gone:
            print(f"{counted(len(gone), 'older backup')} taken away.")
    return 0


def run_restore(options: argparse.Namespace) -> int:
    """`octavo restore`."""
    import octavo
    from octavo.site.library.opening import open_library, set_up

    set_up()
    from octavo.site.database import data_folder
    from octavo.site.library.keeping.loose import changed_in_words
    from octavo.site.library.keeping.restoring import restore

    done = restore(
        Path(options.file), data_folder(), options.force, octavo.__version__, datetime.now(UTC), progress("bytes looked at"),
        progress("rows restored"))
    open_library(backup=False)
    told = done.manifest
    what = f"{counted(told.rows, 'row')} of {counted(len(told.tables), 'table')}"
    print(f"Restored: {what}, as they were on {told.made:%-d %B %Y, %H:%M %Z}.")
    if done.left_out:
        left = changed_in_words(done.left_out)
        print(f"Some rows of the backup belonged to something that is not in it, and were left out: {left}.", file=sys.stderr)
    if done.aside:
        print(f"The library that was there is kept in {done.aside}")
    return 0
