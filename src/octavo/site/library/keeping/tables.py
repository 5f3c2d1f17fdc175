"""The tables that a library has by the migrations that were applied to it, whichever Octavo this is."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.migrations.loader import MigrationLoader

from octavo.errors import LibraryError
from octavo.site.library.keeping.manifest import Column, Table

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

Migration = tuple[str, str]

_KINDS = {
    "text": ("CharField", "TextField", "EmailField", "URLField", "SlugField", "GenericIPAddressField"),
    "number": (
        "AutoField", "BigAutoField", "SmallAutoField", "IntegerField", "BigIntegerField", "SmallIntegerField", "PositiveIntegerField",
        "PositiveBigIntegerField", "PositiveSmallIntegerField",
    ),
    "fraction": ("FloatField",),
    "truth": ("BooleanField",),
    "time": ("DateTimeField",),
    "day": ("DateField",),
    "json": ("JSONField",),
    "bytes": ("BinaryField",),
    "uuid": ("UUIDField",),
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names}


def applied(connection: BaseDatabaseWrapper) -> tuple[Migration, ...]:
    """The migrations that this database has, as far as this Octavo knows them, in order of their names."""
    loader = MigrationLoader(connection)
    return tuple(sorted(key for key in loader.applied_migrations if key in loader.graph.nodes))


def known() -> set[Migration]:
    """All migrations that this Octavo has."""
    return set(MigrationLoader(None).disk_migrations or {})


def tables_at(migrations: Collection[Migration]) -> tuple[Table, ...]:
    """The tables after those migrations, in order of their names."""
    if not migrations:
        return ()
    state = MigrationLoader(None, ignore_no_migrations=True).project_state(list(migrations))
    rows = (model for model in state.apps.get_models(include_auto_created=True) if model._meta.managed and not model._meta.proxy)
    return tuple(sorted((_table(model) for model in rows), key=lambda table: table.name))


def _table(model: type[models.Model]) -> Table:
    options = model._meta
    columns = tuple(Column(str(field.column), _kind(field)) for field in options.concrete_fields)
    counted = isinstance(options.pk, models.AutoField)
    return Table(options.db_table, columns, str(options.pk.column) if counted else "")


def _kind(field: Any) -> str:
    while field.remote_field:
        field = field.target_field
    kind = _KIND_OF.get(field.get_internal_type())
    if kind is None:
        raise LibraryError(f"{field}: a backup cannot hold such a column yet. Please report it.")
    return kind
