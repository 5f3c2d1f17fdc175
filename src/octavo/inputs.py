"""Files, standard input and addresses -> Page: what the commands are given by name."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from octavo.article import MAX_BYTES, Page
from octavo.errors import InputError, TooLarge


def load(name: str, url: str | None = None, fetched: datetime | None = None) -> Page:
    """The page that lies in the file of that name or at that http or https address ("-": standard input).

    `fetched` defaults to the file's time, for standard input and an address to now. Raises InputError for what cannot be read and
    FetchError for what cannot be fetched, naming it.
    """
    if name.lower().startswith(("http://", "https://")):
        from octavo.fetching.once import fetch_page

        page = fetch_page(name, fetched)
        return replace(page, url=url) if url else page
    if name == "-":
        if sys.stdin is None:
            raise InputError("standard input", "it is closed", "Pipe a page into the command, or name a file")
        body = sys.stdin.buffer.read(MAX_BYTES + 1)
        when = datetime.now(UTC)
        name = "standard input"
    else:
        body, when = _load_file(name)
    if len(body) > MAX_BYTES:
        raise TooLarge(name, f"it is larger than {MAX_BYTES // 2**20} MiB", "Give its articles or entries in several files")
    return Page(body=body, fetched=fetched or when, url=url, name=name)


def _load_file(name: str) -> tuple[bytes, datetime]:
    try:
        if not name:
            raise InputError("''", "it is no file name", "Name a saved page, a feed or page text")
        # O_NONBLOCK: a pipe without a writer is to be refused, not waited for.
        descriptor = os.open(Path(name), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise InputError(name, "it is not a file", "Name a saved page, a feed or page text")
            return file.read(MAX_BYTES + 1), datetime.fromtimestamp(about.st_mtime, UTC)
    except OSError as error:
        raise InputError(name, (error.strerror or str(error)).lower(), "Look at the name and who may read it") from error
    except ValueError as error:
        raise InputError(repr(name), "it is no file name", "Name a saved page, a feed or page text") from error
