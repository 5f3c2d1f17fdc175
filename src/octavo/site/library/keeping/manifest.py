"""What a backup says of itself: which Octavo made it, of what, and what must be in it. Pure."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from octavo.site.library.keeping.values import KINDS

FORMAT = 1
NAME, KEY = "manifest.json", "secret-key"
"""The members of a backup besides its tables."""
MOST = 8 * 2**20
"""Bytes of a manifest."""

_WORD = re.compile(r"[a-z][a-z0-9_]{0,62}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `kind`: see `values.KINDS`."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the library, and its primary key where the database counts it."""

    name: str
    columns: tuple[Column, ...]
    counts: str = ""

    @property
    def member(self) -> str:
        """What it is called in a backup."""
        return f"tables/{self.name}.jsonl.zst"


@dataclass(frozen=True, slots=True)
class Packed:
    """A table as it lies in a backup. `size`: bytes unpacked; `digest`: SHA-256 of the packed bytes; `last`: the highest number given."""

    table: Table
    rows: int
    size: int
    digest: str
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """A backup's own account. `migrations`: [application, name] of each that its tables had."""

    octavo: str
    made: datetime
    database: str
    migrations: tuple[tuple[str, str], ...]
    tables: tuple[Packed, ...]
    key: str
    format: int = FORMAT

    @property
    def members(self) -> set[str]:
        """All that is in the file."""
        return {NAME, KEY} | {each.table.member for each in self.tables}

    @property
    def rows(self) -> int:
        """Of all tables."""
        return sum(each.rows for each in self.tables)

    @property
    def size(self) -> int:
        """Bytes of all tables, unpacked."""
        return sum(each.size for each in self.tables)


def to_json(manifest: Manifest) -> bytes:
    """The manifest as it lies in the file."""
    return json.dumps(asdict(manifest) | {"made": manifest.made.isoformat()}, indent=1).encode()


def from_json(said: bytes) -> Manifest:
    """Raises ValueError where it is none; an other `format` than FORMAT is left to the caller."""
    try:
        told: dict[str, Any] = json.loads(said)
        if told["format"] != FORMAT:
            return Manifest(str(told["octavo"]), datetime.fromisoformat(told["made"]), "", (), (), "", int(told["format"]))
        return Manifest(
            _text(told["octavo"], r"[0-9a-z.+-]{1,40}"),
            datetime.fromisoformat(told["made"]),
            _text(told["database"], "sqlite|postgresql"),
            tuple((_text(label, _WORD), _text(name, r"\w{1,200}")) for label, name in told["migrations"]),
            tuple(_packed(each) for each in told["tables"]),
            _text(told["key"], _DIGEST),
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _packed(told: dict[str, Any]) -> Packed:
    table = told["table"]
    columns = tuple(Column(_text(each["name"], _WORD), _text(each["kind"], "|".join(KINDS))) for each in table["columns"])
    counts = _text(table["counts"], r"|[a-z][a-z0-9_]{0,62}")
    last = told["last"] if told["last"] is None else _number(told["last"])
    known = Table(_text(table["name"], _WORD), columns, counts)
    return Packed(known, _number(told["rows"]), _number(told["size"]), _text(told["digest"], _DIGEST), last)


def _text(value: object, form: str | re.Pattern[str]) -> str:
    if not isinstance(value, str) or not re.fullmatch(form, value):
        raise ValueError(f"{str(value)[:40]!r} cannot stand there")
    return value


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value < 2**63:
        raise ValueError(f"{str(value)[:40]!r} is no count")
    return value
