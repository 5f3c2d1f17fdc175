"""Files, folders, standard input and addresses -> Page or Archive: what the commands are given by name."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from octavo.article import MAX_BYTES, Page
from octavo.errors import InputError, TooLarge

if TYPE_CHECKING:
    from octavo.reading.archives.entry import Archive
    from octavo.reading.archives.look import Look
    from octavo.reading.archives.stream import Stream

STANDARD_INPUT = "standard input"
MOST_BYTES_OF_A_CHARACTER = 4
"""In UTF-8 (RFC 3629)."""


def load(name: str, url: str | None = None, fetched: datetime | None = None) -> Page:
    """The page that lies in the file of that name or at that http or https address ("-": standard input).

    `fetched` defaults to the file's time, for standard input and an address to now. Raises InputError for what cannot be read and
    FetchError for what cannot be fetched, naming it.
    """
    if _is_address(name):
        from octavo.fetching.once import fetch_page

        page = fetch_page(name, fetched)
        return replace(page, url=url) if url else page
    with _opened(name) as (file, called, when):
        return _page(file, b"", called, url, fetched or when)


def given(name: str, url: str | None = None, fetched: datetime | None = None, called: str = "") -> Page | Archive:
    """The page or archive that has that name: a file, a folder, an address, or "-" for standard input. What it is is told by looking.

    `called` is what errors call it (default: the name). `fetched` is for what does not say itself when it was fetched: pages, and lines of
    JSON. Raises InputError for what cannot be read, naming it, and where `url` is given for an archive.
    """
    from octavo.reading.archives.folder import Folder
    from octavo.reading.archives.look import HEAD, look

    if _is_address(name):
        return load(name, url, fetched)
    if name != "-" and name and "\0" not in name and Path(name).is_dir():
        _no_address(url, called or name, "a folder")
        return Folder(called or name, Path(name), fetched)
    with _opened(name) as (file, said, when):
        said = called or said
        head = file.read(HEAD)
        found = look(head, said)
        if not found:
            return _page(file, head, said, url, fetched or when)
        _no_address(url, said, "an archive")
        if name != "-":
            return _archive(found, said, Path(name), None, fetched or when)
        from octavo.reading.archives.stream import Stream

        return _archive(found, said, None, Stream(file, head), fetched or when)


def load_text(name: str, most: int) -> str:
    """The UTF-8 text of that file ("-": standard input), of `most` characters at most, exactly as it is.

    Line ends stay what they are, and a byte order mark is a character like others: offsets found in the text hold in the file. Raises
    InputError for what is no UTF-8 and what cannot be read, TooLarge for more, which is not read to its end.
    """
    with _opened(name) as (file, called, _):
        body = file.read(MOST_BYTES_OF_A_CHARACTER * most + 1)
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        if len(body) <= MOST_BYTES_OF_A_CHARACTER * most:
            at = f"it is no UTF-8 text: byte {error.start + 1:,} is at odds with it"
            raise InputError(called, at, "Save it as UTF-8 (iconv and most editors do), or give the page to `octavo read`") from error
        text = ""
    if len(body) > MOST_BYTES_OF_A_CHARACTER * most or len(text) > most:
        raise TooLarge(called, f"it is longer than {most:,} characters", "Give it in several texts")
    return text


def json_lines(name: str) -> Iterator[Page | InputError]:
    """The lines of that file ("-": standard input) that are not blank, as pages with the bytes of one line each, one after the other.

    What is wrong with one line, such as that it is longer than MAX_BYTES, comes in its place. Raises InputError where there are no lines
    to be had.
    """
    from octavo.reading.archives.json_lines import JsonLines
    from octavo.reading.archives.stream import Stream

    with _opened(name) as (file, called, when):
        for entry in JsonLines(called, None, when, stream=Stream(file), longest=MAX_BYTES).entries():
            if entry.content:
                yield entry.content


def _is_address(name: str) -> bool:
    return name.lower().startswith(("http://", "https://"))


def _archive(found: Look, name: str, path: Path | None, stream: Stream | None, fetched: datetime) -> Archive:
    if found.form == "json lines":
        from octavo.reading.archives.json_lines import JsonLines

        return JsonLines(name, path, fetched, found.packing, stream)
    from octavo.reading.archives.warc import Warc

    return Warc(name, path, found.packing, stream)


def _no_address(url: str | None, name: str, what: str) -> None:
    if url:
        raise InputError(name, f"it is {what}, whose pages have addresses of their own or none", "Leave --url out")


def _page(file: BinaryIO, head: bytes, name: str, url: str | None, fetched: datetime) -> Page:
    body = head + file.read(MAX_BYTES + 1 - len(head))
    if len(body) > MAX_BYTES:
        raise TooLarge(name, f"it is larger than {MAX_BYTES // 2**20} MiB", "Give its articles or entries in several files")
    return Page(body=body, fetched=fetched, url=url, name=name)


@contextmanager
def _opened(name: str) -> Iterator[tuple[BinaryIO, str, datetime]]:
    """(the bytes, what errors call them, their time) of the file of that name, or of standard input, which stays open."""
    if name == "-":
        if sys.stdin is None:
            raise InputError(STANDARD_INPUT, "it is closed", "Pipe a page into the command, or name a file")
        yield sys.stdin.buffer, STANDARD_INPUT, datetime.now(UTC)
        return
    try:
        if not name:
            raise InputError("''", "it is no file name", "Name a saved page, a feed or page text")
        # O_NONBLOCK: a pipe without a writer is to be refused, not waited for.
        descriptor = os.open(Path(name), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise InputError(name, "it is not a file", "Name a saved page, a feed or page text")
            yield file, name, datetime.fromtimestamp(about.st_mtime, UTC)
    except OSError as error:
        raise InputError(name, (error.strerror or str(error)).lower(), "Look at the name and who may read it") from error
    except ValueError as error:
        raise InputError(repr(name), "it is no file name", "Name a saved page, a feed or page text") from error
