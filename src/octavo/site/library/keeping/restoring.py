"""`octavo restore`: the library of a backup in place of the one that is there, whole or not at all.

On SQLite the new one is made in a file beside and takes the old one's place when it is whole; on PostgreSQL all of it is one transaction.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import Error, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from octavo.errors import InputError, LibraryError
from octavo.site.database import DATABASE, alone, explained
from octavo.site.library.keeping.archive import Archive
from octavo.site.library.keeping.backing_up import SUFFIX, back_up
from octavo.site.library.keeping.loose import relations, take_out
from octavo.site.library.keeping.manifest import Manifest, Packed, Table
from octavo.site.library.keeping.room import need
from octavo.site.library.keeping.tables import applied, known, tables_at
from octavo.site.library.keeping.values import reader, row_of

ROWS, BYTES = 500, 4 * 2**20
"""Rows, and bytes of their lines, that are written at a time."""
_OURS = ("library", "readers", "reading", "muting", "comments", "searches", "desk")
"""Applications whose tables are nobody else's."""

Progress = Callable[[int, int], None]
Put = tuple[Path | None, Counter[str]]
"""See `Restored`."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where the library is that was there before, None where there was nothing in it. `left_out`: how many rows of
    each table could not be taken as they were, since they belonged to something that the backup does not have."""

    manifest: Manifest
    aside: Path | None
    left_out: Mapping[str, int]


def restore(path: Path, folder: Path, force: bool, version: str, now: datetime, checked: Progress, written: Progress) -> Restored:
    """Put the library of the backup at `path` into the database that Django points at, and its key into `folder`.

    Everything about the backup is looked at before anything is touched. `checked` is told of bytes that were, `written` of rows. Raises
    InputError where the backup is none, damaged, or of a newer Octavo; LibraryError where there is a library already and `force` is not
    said, where another process has it open, or where there is no room.
    """
    with Archive(path) as archive:
        if newer := sorted(f"{label}.{name}" for label, name in set(archive.manifest.migrations) - known()):
            problem = f"it was made by a newer Octavo ({archive.manifest.octavo}; it has {', '.join(newer[:3])})"
            raise InputError(str(path), problem, "Nothing was changed. Upgrade Octavo, then restore it")
        _see_that_tables_fit(path, archive.manifest)
        archive.check(checked)
        with alone(folder):
            filled = something_there()
            if filled and not force:
                raise LibraryError(f"{_place(folder)}: there is a library already; nothing was changed. With --force it is kept beside.")
            if connection.vendor == "sqlite":
                need(folder, archive.manifest.size * 2, "restoring")
            try:
                put = _into_postgresql if connection.vendor == "postgresql" else _into_sqlite
                aside, left_out = put(archive, folder, filled, version, now, written)
            except Error as error:
                raise explained(error) from error
            _write_key(folder, archive.key(), aside)
    return Restored(archive.manifest, aside, left_out)


def something_there() -> bool:
    """Whether the library holds anything that its owner put there: sources, articles, a password. One that cannot be read does."""
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return False
    try:
        with connection.cursor() as cursor:
            tables = set(connection.introspection.table_names(cursor))
            return any(table in tables and _any(cursor, table, where) for table, where in _SIGNS)
    except Error:
        return True
    finally:
        connection.close()


_SIGNS = (
    ("library_source", "kind <> 'specimen'"),
    ("library_article", "NOT specimen"),
    ("readers_user", "password <> '' AND password NOT LIKE '!%%'"),
)


def _any(cursor: Any, table: str, where: str) -> bool:
    cursor.execute(f"SELECT 1 FROM {table} WHERE {where} LIMIT 1", [])  # noqa: S608 - both are written here
    return cursor.fetchone() is not None


def _see_that_tables_fit(path: Path, manifest: Manifest) -> None:
    expected = tables_at(manifest.migrations)
    if {table.name: set(table.columns) for table in expected} != {each.table.name: set(each.table.columns) for each in manifest.tables}:
        raise InputError(str(path), "its tables are not those of the Octavo that it is of", "Nothing was changed. Take another backup")


def _into_sqlite(archive: Archive, _folder: Path, filled: bool, _version: str, now: datetime, written: Progress) -> Put:
    place = Path(connection.settings_dict["NAME"])
    part = place.with_name(f"{place.name}.restoring")
    _gone(part)
    with _pointed_at(part):
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT, 0o600))
        _migrate(archive.manifest)
        with transaction.atomic():
            left_out = _load(archive, written)
    aside = place.with_name(f"{place.stem}-before-{now:%Y%m%dT%H%M%S}Z{place.suffix}") if filled else None
    if aside:
        for end in ("", "-wal"):
            if (old := place.with_name(place.name + end)).exists():
                keep_as(old, aside.with_name(aside.name + end))
    # What stands in the old one's log must never be read into the new one; there is none where the old one could be opened and closed.
    for end in ("-wal", "-shm"):
        place.with_name(place.name + end).unlink(missing_ok=True)
    part.replace(place)
    return aside, left_out


def _into_postgresql(archive: Archive, folder: Path, filled: bool, version: str, now: datetime, written: Progress) -> Put:
    aside = None
    if filled:
        aside = backups_of(folder) / f"before-restoring-{now:%Y%m%dT%H%M%S}Z{SUFFIX}"
        back_up(aside, version, now)
    with transaction.atomic():
        _drop()
        _migrate(archive.manifest)
        left_out = _load(archive, written)
    return aside, left_out


def backups_of(folder: Path) -> Path:
    """Where backups go that nobody named a place for; made where it is absent."""
    place = folder / "backups"
    place.mkdir(mode=0o700, exist_ok=True)
    return place


@contextmanager
def _pointed_at(file: Path) -> Iterator[None]:
    """Django's connection is one to that file meanwhile; the file is gone where that fails."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = file
    try:
        yield
    except BaseException:
        connection.close()
        _gone(file)
        raise
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def _gone(file: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + end).unlink(missing_ok=True)


def _drop() -> None:
    """Take out all tables of the library that is there."""
    from octavo.site.library.searching.index import index

    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        ours = {table.name for table in tables_at(applied(connection))} if "django_migrations" in there else set()
        ours |= {name for name in there if name.startswith(tuple(f"{label}_" for label in _OURS))} | {"django_migrations"}
        if "library_article" in there:
            index().remove()
        for name in sorted(ours & there):
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(name)} CASCADE")


def _migrate(manifest: Manifest) -> None:
    """Make the tables as the backup has them."""
    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    ordered = dict.fromkeys(step for target in manifest.migrations for step in graph.forwards_plan(target))
    executor.migrate(list(manifest.migrations), plan=[(graph.nodes[step], False) for step in ordered])


def _load(archive: Archive, written: Progress) -> Counter[str]:
    """Fill the tables, inside the caller's transaction: what migrations put there goes first. Keys are looked at when it ends; what leads
    nowhere is left out, rather than all that was saved, and counted by its table."""
    done, total = 0, archive.manifest.rows
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")  # migrations leave some immediate
        for each in archive.manifest.tables:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(each.table.name)}")  # noqa: S608
    for each in archive.manifest.tables:
        for rows in _rows(archive, each):
            _insert(each.table, rows)
            done += len(rows)
            written(done, total)
        if each.table.counts and each.last:
            _count_on(each.table, each.last)
    left_out = take_out(connection, relations(connection, [each.table.name for each in archive.manifest.tables]))
    connection.check_constraints()
    return left_out


def _rows(archive: Archive, packed: Packed) -> Iterator[list[list[Any]]]:
    readers = [reader(column.kind, connection.vendor) for column in packed.table.columns]
    rows, size = [], 0
    for line in archive.lines(packed):
        try:
            rows.append(row_of(line, readers))
        except (ValueError, RecursionError) as error:
            raise archive.damaged(packed, error) from error
        size += len(line)
        if len(rows) == ROWS or size > BYTES:
            yield rows
            rows, size = [], 0
    if rows:
        yield rows


def _insert(table: Table, rows: list[list[Any]]) -> None:
    name = connection.ops.quote_name(table.name)
    columns = ", ".join(connection.ops.quote_name(column.name) for column in table.columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.cursor.copy(f"COPY {name} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(table.columns))
            cursor.executemany(f"INSERT INTO {name} ({columns}) VALUES ({places})", rows)  # noqa: S608


def _count_on(table: Table, last: int) -> None:
    """New rows get higher numbers than any row of the library ever had."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            name = connection.ops.quote_name(table.name)
            cursor.execute("SELECT setval(pg_get_serial_sequence(%s, %s), %s)", [name, table.counts, last])
        else:
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table.name])
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table.name, last])


def keep_as(path: Path, other: Path) -> None:
    """Give a file another name beside the one that it has, which something else is to take; where the disk knows no second names, instead
    of it."""
    try:
        os.link(path, other)
    except FileExistsError:
        raise
    except OSError:
        path.replace(other)


def _write_key(folder: Path, key: str, aside: Path | None) -> None:
    """Put the backup's key in place. The one of the library that is kept beside is kept with it where it is another."""
    path = folder / "secret-key"
    if aside and path.exists() and path.read_text("ascii").strip() != key:
        keep_as(path, aside.with_name(f"{aside.stem}.secret-key"))
    part = folder / ".secret-key.part"
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(key)
    part.replace(path)


def _place(folder: Path) -> str:
    return "OCTAVO_DATABASE_URL" if connection.vendor == "postgresql" else str(folder / DATABASE)
