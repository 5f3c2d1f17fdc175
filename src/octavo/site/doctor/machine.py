"""The machine that the paper is on: its disk, the model's files, versions."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from octavo.errors import OctavoError
from octavo.site.database import DATABASE
from octavo.site.doctor.finding import Finding, act, fine, look
from octavo.site.library.keeping.room import SPARE, free, in_words

LITTLE = 2**30
"""Bytes that a day of news and its backup want free."""
LONG_LOG = 512 * 2**20
_SENTENCE = "“The ferry will not sail before April,” harbour master Ida Brekke said on Tuesday."


def look_at_disk(folder: Path) -> Iterator[Finding]:
    """Whether there is room, and whether others may look in."""
    room = free(folder)
    if room < SPARE:
        yield act("disk", f"{in_words(room)} are free in {folder}.", "Make room now: nothing can be written soon.")
    elif room < LITTLE:
        yield look("disk", f"{in_words(room)} are free in {folder}.", "Make room, or set under Settings, What is kept, how much stays.")
    else:
        yield fine("disk", f"{in_words(room)} are free in {folder}.")
    if not os.access(folder, os.W_OK):
        yield act("disk", f"{folder} may not be written by this user.", "Give it to the user that runs Octavo (chown -R).")
    for path in (folder, folder / "secret-key", folder / DATABASE):
        if path.exists() and path.stat().st_mode & 0o077:
            yield look("disk", f"Others on this machine may read {path}.", f"Run chmod go= {path}, unless you want that.")
    log = folder / f"{DATABASE}-wal"
    if log.exists() and (size := log.stat().st_size) > LONG_LOG:
        yield look("disk", f"SQLite's log takes {in_words(size)}.", "Something reads the library for long; stop all that use it once.")


def look_at_models() -> Iterator[Finding]:
    """Whether the model that finds who said what is whole and works: it is given a sentence."""
    import octavo

    try:
        found = octavo.attributions(_SENTENCE)
    except OctavoError as error:
        yield act("models", f"Nothing can be analysed: {error}", "Install Octavo again.")
        return
    if found:
        yield fine("models", "The model that finds who said what is there, and works.")
    else:
        yield act("models", "The model finds no statement in a plain one.", "Install Octavo again, and onnxruntime with it.")


def versions() -> Iterator[Finding]:
    """What it is all run by."""
    import django

    import octavo

    python = ".".join(map(str, sys.version_info[:3]))
    yield fine("versions", f"Octavo {octavo.__version__}, Python {python}, Django {django.__version__}, {platform.platform(terse=True)}.")
