"""The folder where files that were uploaded wait for their import."""

from __future__ import annotations

from pathlib import Path

from octavo.errors import LibraryError
from octavo.site.database import data_folder


def incoming() -> Path:
    """The folder, in the library's, for its owner alone; made if absent."""
    folder = data_folder() / "incoming"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise LibraryError(f"{folder}: the folder cannot be made ({error.strerror}). Look at who may write there.") from error
    return folder
