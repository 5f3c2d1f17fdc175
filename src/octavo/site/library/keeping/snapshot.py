"""The library at one moment, read while others go on writing it: a transaction of its own that sees nothing that comes later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from octavo.site.library.keeping.manifest import Column, Table

FEW, MANY = 16, 1_000
"""Rows that are read at a time, of tables with bytes in them, which may be pages of many megabytes, and of others."""


@contextmanager
def snapshot() -> Iterator[BaseDatabaseWrapper]:
    """A connection in such a transaction: SQLite's in WAL mode is one by itself, PostgreSQL's is REPEATABLE READ."""
    reader = connections.create_connection("default")
    try:
        reader.ensure_connection()
        if reader.vendor == "postgresql":
            reader.set_autocommit(False)
            with reader.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        else:
            with reader.cursor() as cursor:
                cursor.execute("BEGIN DEFERRED")
        yield reader
    finally:
        reader.close()


def count_of(reader: BaseDatabaseWrapper, table: Table) -> int:
    """How many rows it has."""
    with reader.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {_from(reader, table)}")  # noqa: S608
        return int(cursor.fetchone()[0])


def rows_of(reader: BaseDatabaseWrapper, table: Table) -> Iterator[Sequence[Sequence[Any]]]:
    """Its rows, some at a time, in the order in which they are stored."""
    named = ", ".join(_quoted(reader, column.name) for column in table.columns)
    with reader.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {named} FROM {_from(reader, table)}")  # noqa: S608
        step = FEW if any(_is_long(column) for column in table.columns) else MANY
        while rows := cursor.fetchmany(step):
            yield rows


def last_of(reader: BaseDatabaseWrapper, table: Table) -> int | None:
    """The highest number that it ever gave: no later row is to have one that was somebody's address."""
    if not table.counts:
        return None
    with reader.cursor() as cursor:
        if reader.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table.name])
        else:
            cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [_quoted(reader, table.name), table.counts])
            sequence = cursor.fetchone()[0]
            cursor.execute(f"SELECT CASE WHEN is_called THEN last_value END FROM {sequence}")  # noqa: S608
        row = cursor.fetchone()
    return row[0] if row else None


def _is_long(column: Column) -> bool:
    return column.kind == "bytes"


def _from(reader: BaseDatabaseWrapper, table: Table) -> str:
    # By the rows themselves: a backup is then made of a SQLite file of which only an index is damaged.
    return _quoted(reader, table.name) + (" NOT INDEXED" if reader.vendor == "sqlite" else "")


def _quoted(connection: BaseDatabaseWrapper, name: str) -> str:
    return str(connection.ops.quote_name(name))
