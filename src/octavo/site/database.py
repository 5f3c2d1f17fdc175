"""Where the library lives: its folder, its database, its secret."""

from __future__ import annotations

import fcntl
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from octavo.errors import LibraryError

DATABASE = "library.sqlite3"
"""The file name of a SQLite library, in its folder."""


def data_folder() -> Path:
    """OCTAVO_DATA, or the place where the XDG base directory specification puts a program's data. Made, for its owner alone, if absent."""
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    folder = Path(os.environ.get("OCTAVO_DATA") or Path(base) / "octavo").expanduser().absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(f"{folder}: the library's folder cannot be made ({error.strerror}). Name another with --data DIR.") from error
    return folder


def database_settings(folder: Path) -> dict[str, Any]:
    """Django's settings of the database: PostgreSQL where OCTAVO_DATABASE_URL names one, else SQLite in WAL mode in `folder`.

    The address may end in libpq's parameters: ?sslmode=require, ?host=/run/postgresql for a socket.
    """
    address = os.environ.get("OCTAVO_DATABASE_URL")
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": folder / DATABASE,
            # IMMEDIATE: a write that starts as a read and meets another writer fails at once, whatever the time-out says.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    try:
        parts = urlsplit(address)
        port = str(parts.port or "")
    except ValueError as error:
        raise LibraryError(f"OCTAVO_DATABASE_URL: {error}. Write it as postgresql://user:password@host:port/name.") from error
    if parts.scheme not in ("postgresql", "postgres"):
        raise LibraryError("OCTAVO_DATABASE_URL: only postgresql://user:password@host:port/name is known here. Unset it to use SQLite.")
    if find_spec("psycopg") is None:
        raise LibraryError("OCTAVO_DATABASE_URL: PostgreSQL needs psycopg. Install octavo[postgresql], or unset it to use SQLite.")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") or options.pop("host", ""),
        "PORT": port,
        "OPTIONS": options,
    }


def make_private(path: Path) -> None:
    """Make that SQLite file, empty, for its owner alone, if it is absent; SQLite gives the files that it puts beside it the same mode.

    Rows that go give their room back where the file was told so while it was new. To say it again with each connection would have each
    wait for whoever writes.
    """
    try:
        if not path.exists():
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
        if not path.stat().st_size:
            with closing(sqlite3.connect(path, timeout=20)) as new:
                new.execute("PRAGMA auto_vacuum=INCREMENTAL")
                new.execute("PRAGMA journal_mode=WAL")
    except (OSError, sqlite3.Error) as error:
        raise explained(error) from error


def secret_key(folder: Path) -> str:
    """The key that signs sessions: made once, kept in the library's folder, readable by its owner alone."""
    path = folder / "secret-key"
    try:
        if key := _key_in(path):
            return key
        with locked(folder):
            if not (key := _key_in(path)):
                key = secrets.token_urlsafe(48)
                with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                    file.write(key)
    except (OSError, UnicodeDecodeError) as error:
        advice = "Look at who may read and write there, and whether its disk is full"
        raise LibraryError(f"{path}: the library's key cannot be read or made ({error}). {advice}.") from error
    return key


def _key_in(path: Path) -> str:
    return path.read_text("ascii").strip() if path.exists() else ""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the library's folder against other processes that make or migrate a library there; they wait their turn."""
    with os.fdopen(os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600), "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


_held: dict[Path, int] = {}
"""The folders of libraries that this process has open, each with its lock's descriptor."""


def hold(folder: Path) -> None:
    """Say for as long as this process lives that the library of that folder is in use; waits while it is being restored."""
    fcntl.flock(_lock_of(folder), fcntl.LOCK_SH)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Have the library of that folder for this process alone. Raises LibraryError while another one has it open."""
    lock = _lock_of(folder)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise LibraryError(f"{folder}: the library is in use. Stop `octavo serve` and whatever else works on it, then try again.") from None
    try:
        yield
    finally:
        fcntl.flock(lock, fcntl.LOCK_SH)


def _lock_of(folder: Path) -> int:
    if folder not in _held:
        path = folder / "in-use"
        try:
            _held[folder] = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise LibraryError(f"{path}: it cannot be opened ({error.strerror}). {_READ_ONLY}.") from error
    return _held[folder]


_FULL = "the disk is full, nothing was changed. Make room and try again"
_READ_ONLY = "Look at who may write its folder; a library on a read-only disk must be copied to another one, named with --data DIR"
_TROUBLES = (
    ("file is not a database", "it is no SQLite database, or a damaged one. Run octavo doctor, or name another folder with --data DIR"),
    ("malformed", "the database is damaged. Run octavo doctor: it says what can be done"),
    ("foreign key", "rows of it belong to something that is gone. Run octavo doctor: it says what can be done"),
    ("no such table", "it lacks a table. Run octavo doctor: it says what can be done"),
    ("no such column", "it lacks a column. Run octavo doctor: it says what can be done"),
    ("disk is full", _FULL),
    ("no space left", _FULL),
    ("disk i/o error", "the disk can no longer be read or written: it may be full, or failing. Make room and try again"),
    ("readonly database", f"the library may not be written. {_READ_ONLY}"),
    ("read-only file system", f"the library may not be written. {_READ_ONLY}"),
    ("unable to open", f"the database cannot be opened. {_READ_ONLY}"),
    ("permission denied:", f"the database cannot be opened. {_READ_ONLY}"),
    ("is locked", "another program has been writing to the library for long. Try again when it is done"),
)


def explained(error: Exception) -> LibraryError:
    """A database's complaint as a LibraryError that says what to do next."""
    said = " ".join(str(error).split())
    server = bool(os.environ.get("OCTAVO_DATABASE_URL"))
    place = "OCTAVO_DATABASE_URL" if server else str(data_folder() / DATABASE)
    for sign, advice in _TROUBLES:
        if sign in said.lower():
            return LibraryError(f"{place}: {advice}.")
    advice = "Look whether it runs and whether its address is right" if server else "Look at the library's folder and at its disk"
    return LibraryError(f"{place}: the database says: {said.rstrip(' .?')}. {advice}.")
