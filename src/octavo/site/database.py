"""Where the library lives: its folder, its database, its secret."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from octavo.errors import LibraryError


def data_folder() -> Path:
    """OCTAVO_DATA, or the place where the XDG base directory specification puts a program's data. Made if absent."""
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    folder = Path(os.environ.get("OCTAVO_DATA") or Path(base) / "octavo").expanduser().absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(f"{folder}: the library's folder cannot be made ({error.strerror}). Name another with --data DIR.") from error
    return folder


def database_settings(folder: Path) -> dict[str, Any]:
    """Django's settings of the database: PostgreSQL where OCTAVO_DATABASE_URL names one, else SQLite in WAL mode in `folder`."""
    address = os.environ.get("OCTAVO_DATABASE_URL")
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": folder / "library.sqlite3",
            # IMMEDIATE: a write that starts as a read and meets another writer fails at once, whatever the time-out says.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    parts = urlsplit(address)
    if parts.scheme not in ("postgresql", "postgres"):
        raise LibraryError("OCTAVO_DATABASE_URL: only postgresql://user:password@host:port/name is known here. Unset it to use SQLite.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": False},
    }


def secret_key(folder: Path) -> str:
    """The key that signs sessions: made once, kept in the library's folder, readable by its owner alone."""
    path = folder / "secret-key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii").strip()
    with os.fdopen(descriptor, "w") as file:
        file.write(key := secrets.token_urlsafe(48))
    return key
