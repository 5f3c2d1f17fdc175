"""The values of columns as a backup has them: the same whichever database they come from or go to. Pure.

A row is a line of JSON, a list. Times are in UTC to the microsecond ("2026-03-03T07:30:00.000000"), days as ISO 8601 has them, bytes in
Base64 (RFC 4648), what is JSON itself as its text, UUIDs as 32 hexadecimal digits; the rest as JSON has it.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

Change = Callable[[Any], Any]

KINDS = ("text", "number", "fraction", "truth", "time", "day", "json", "bytes", "uuid")


def line_of(row: Sequence[Any], writers: Sequence[Change | None]) -> bytes:
    """A row as a database hands it out -> its line."""
    values = [write(value) if write and value is not None else value for value, write in zip(row, writers, strict=True)]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"


def row_of(line: bytes, readers: Sequence[Change | None]) -> list[Any]:
    """A line -> the row as a database takes it. Raises ValueError where it is none."""
    values = json.loads(line)
    if not isinstance(values, list) or len(values) != len(readers):
        raise ValueError("a row has too many values, or too few")
    try:
        return [read(value) if read and value is not None else value for value, read in zip(values, readers, strict=True)]
    except (TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def writer(kind: str) -> Change | None:
    """What makes a database's value of that kind one of a line; None where it is one."""
    return _WRITERS.get(kind)


def reader(kind: str, vendor: str) -> Change | None:
    """What makes a line's value of that kind one that the database takes ("sqlite" or "postgresql"); None where it is one."""
    return {**_READERS, **(_OF_SQLITE if vendor == "sqlite" else {})}.get(kind)


def _time(value: datetime) -> str:
    known = value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
    return known.isoformat(timespec="microseconds")


def _at(said: str) -> datetime:
    return datetime.fromisoformat(said).replace(tzinfo=UTC)


def _as_sqlite_has_it(said: str) -> str:
    # As Django writes it: without a fraction where there is none.
    return str(datetime.fromisoformat(said).replace(tzinfo=None))


_WRITERS: dict[str, Change] = {
    "truth": bool,
    "time": _time,
    "day": lambda value: value if isinstance(value, str) else value.isoformat(),
    "json": lambda value: value if isinstance(value, str) else json.dumps(value),
    "bytes": lambda value: b64encode(value).decode(),
    "uuid": lambda value: UUID(str(value)).hex,
}
_READERS: dict[str, Change] = {
    "truth": bool,
    "time": _at,
    "day": date.fromisoformat,
    "json": str,
    "bytes": lambda said: b64decode(said, validate=True),
    "uuid": UUID,
}
_OF_SQLITE: dict[str, Change] = {
    "truth": int,
    "time": _as_sqlite_has_it,
    "day": lambda said: date.fromisoformat(said).isoformat(),
    "uuid": lambda said: UUID(said).hex,
}
