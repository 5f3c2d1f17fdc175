"""A database whose file is damaged, whose tables are not those of its Octavo, or with rows that belong to nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.db import DatabaseError, connection

from octavo.errors import LibraryError
from octavo.site.doctor.finding import Finding, act, fine
from octavo.site.library.keeping.backing_up import SUFFIX, back_up
from octavo.site.library.keeping.loose import changed_in_words, in_words, loose, relations, take_out
from octavo.site.library.keeping.manifest import Table
from octavo.site.library.keeping.restoring import backups_of
from octavo.site.library.keeping.snapshot import rows_of, snapshot
from octavo.site.library.keeping.tables import applied, known, tables_at
from octavo.site.library.searching.index import index
from octavo.site.library.writing import writing

ABOUT = "library"
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_KEPT = "The library as it is now is kept beside"


def look_at_damage(folder: Path) -> Iterator[Finding]:
    """Whether SQLite finds its file whole, which is read from end to end, and whether the tables are there that must be."""
    if damages := _damages():
        yield act(ABOUT, f"The database is damaged: {'; '.join(damages)}.", _rescue(folder))
    elif missing := _missing():
        what = f"The database lacks what its Octavo put there: {', '.join(missing[:5])}{' and more' if len(missing) > 5 else ''}."
        yield act(ABOUT, what, _put_back(folder))
    elif unnoted := _unnoted():
        what = f"The database has what a migration that it has no note of would make ({', '.join(unnoted[:5])}), and so cannot be upgraded."
        yield act(ABOUT, what, _put_back(folder))


def look_at_loose(folder: Path, version: str, now: datetime, mend: bool) -> Iterator[Finding]:
    """Whether rows belong to something that is gone. `mend`: they are taken out, when the library as it is was backed up into `folder`."""
    leads = relations(connection, {table.name for table in tables_at(applied(connection))})
    found = loose(connection, leads)
    if not found:
        return
    if not mend:
        do = "Run octavo doctor --mend: it takes them out, and keeps the library as it is now in the folder backups."
        yield act(ABOUT, f"Rows of the database belong to something that is gone: {in_words(found)}.", do)
        return
    kept = backups_of(folder) / f"before-mending-{now:%Y%m%dT%H%M%S}Z{SUFFIX}"
    back_up(kept, version, now)
    with writing():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        changed = changed_in_words(take_out(connection, leads))
    yield fine(ABOUT, f"Rows that belonged to something that is gone are taken out: {changed}. As it was the library is kept in {kept}")


def _damages() -> list[str]:
    """What SQLite says of its file; nothing of an index of words, which can be made anew."""
    if connection.vendor != "sqlite":
        return []
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check(5)")
            said = [" ".join(str(line).split()) for (line,) in cursor.fetchall()]
    except DatabaseError as error:
        code = cause.sqlite_errorcode & 0xFF if isinstance(cause := error.__cause__, sqlite3.Error) else 0
        if code not in _DAMAGED:
            raise
        return ["it is no SQLite database, or its beginning is gone" if code == sqlite3.SQLITE_NOTADB else str(error)]
    return [line for line in said if line != "ok" and index().TABLE not in line]


def _missing() -> list[str]:
    """Tables and columns that are there by the migrations that were applied, and are not."""
    expected = tables_at(applied(connection))
    there = _there(expected)
    lost = {table.name for table in expected if table.name not in there}
    return sorted(lost | {name for name in _names(expected) - there if name.partition(".")[0] not in lost})


def _unnoted() -> list[str]:
    """Tables and columns that are there, though no migration that was applied makes them and one that was not does."""
    noted = applied(connection)
    if not (known() - set(noted)):
        return []
    later = tables_at(known())
    return sorted((_names(later) - _names(tables_at(noted))) & _there(later))


def _names(tables: Iterable[Table]) -> set[str]:
    return {name for table in tables for name in (table.name, *(f"{table.name}.{column.name}" for column in table.columns))}


def _there(tables: Iterable[Table]) -> set[str]:
    """The names of those of these tables that the database has, and of the columns that they have there."""
    with connection.cursor() as cursor:
        names = set(connection.introspection.table_names(cursor)) & {table.name for table in tables}
        columns = {f"{name}.{column.name}" for name in names
                   for column in connection.introspection.get_table_description(cursor, name)}
    return names | columns


def _rescue(folder: Path) -> str:
    """What to do about a damaged file: where every row can be read still, only what finds rows quickly is lost."""
    try:
        with snapshot() as reader:
            tables = tables_at(applied(reader))
            for table in tables:
                for _ in rows_of(reader, table):
                    pass
    except (DatabaseError, LibraryError):
        return _put_back(folder)
    if not tables:
        return _put_back(folder)
    then = "stop the paper, run octavo backup, then octavo restore --force with the file that it names"
    return f"Every row can still be read: {then}. {_KEPT}."


def _put_back(folder: Path) -> str:
    made = sorted((path.stat().st_mtime, path) for path in (folder / "backups").glob(f"*{SUFFIX}"))
    if not made:
        return f"Stop the paper and put your newest backup back: octavo restore FILE --force. {_KEPT}."
    when, newest = made[-1]
    told = f"the newest backup in this folder, of {datetime.fromtimestamp(when, UTC):%-d %B %Y, %H:%M} UTC"
    return f"Stop the paper and put {told}, back, or a newer one: octavo restore {newest} --force. {_KEPT}."
