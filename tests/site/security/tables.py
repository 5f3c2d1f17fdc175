"""Everything that a library holds, as something that can be compared."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(slots=True)
class Held:
    """What is in each table, by its name, as a digest of all its rows; and how far the database's own counting of changes was then."""

    tables: dict[str, str]
    mark: object


def digests() -> Held:
    """What the library holds now."""
    from django.apps import apps

    models = [model for app in apps.get_app_configs() for model in app.get_models(include_auto_created=True)]
    tables = {model._meta.db_table: _digest(list(model._default_manager.order_by("pk").values_list())) for model in models}
    return Held(tables, _mark())


def changed(before: Held) -> set[str]:
    """The tables that hold something else than when `digests` was asked; `before` is as they are now then."""
    if before.mark == _mark():
        return set()
    now = digests()
    found = {name for name, digest in now.tables.items() if before.tables[name] != digest}
    before.tables, before.mark = now.tables, now.mark
    return found


def _mark() -> object:
    """Another one after whatever was written, by whomever: on SQLite rows written here and commits elsewhere, on PostgreSQL its log."""
    from django.db import connection

    connection.ensure_connection()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA data_version")
            return connection.connection.total_changes, cursor.fetchone()
        cursor.execute("SELECT pg_current_wal_insert_lsn()")
        return cursor.fetchone()


def _digest(rows: list[tuple[object, ...]]) -> str:
    return hashlib.sha256(repr(rows).encode("utf8", "surrogatepass")).hexdigest()
