"""One writer at a time; what the database complains of, said for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, Error, IntegrityError, connection, models, transaction

from octavo.errors import LibraryError
from octavo.site.database import explained

Row = TypeVar("Row", bound=models.Model)

_LOCK = 0x6F637461766F
"""The number of Octavo's advisory lock: "octavo" in ASCII."""
_NO_SUCH_ROW = frozenset(("23503", "SQLITE_CONSTRAINT_FOREIGNKEY"))
"""How PostgreSQL and SQLite call a key that points nowhere."""


class GoneMeanwhile(LibraryError):
    """Something that the work hangs on was taken out of the library while it was under way: by another reader, in another tab, by age.
    Nothing was changed."""


@contextmanager
def explaining() -> Iterator[None]:
    """Around work on the library, or as a decorator of it: whatever the database refuses becomes a LibraryError with advice, and a row
    that is not there any more GoneMeanwhile."""
    try:
        yield
    except ObjectDoesNotExist as error:
        raise GoneMeanwhile(str(error)) from error
    except Error as error:
        raise (GoneMeanwhile(str(error)) if _misses_a_row(error) else explained(error)) from error


@contextmanager
def writing() -> Iterator[None]:
    """A write transaction on the library, whole or not at all, that no other writer runs beside.

    SQLite's IMMEDIATE transactions are that by themselves. On PostgreSQL an advisory lock, given up with the transaction, keeps two
    imports from adding the same article. Raises LibraryError where the database cannot be written.
    """
    with explaining(), transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        yield


def _misses_a_row(error: Error) -> bool:
    """Whether a row was to be written that points at one that is gone, or that is gone itself (see Django's Model.save)."""
    if isinstance(error, IntegrityError):
        told = (getattr(error.__cause__, name, None) for name in ("sqlstate", "sqlite_errorname"))
        return not _NO_SUCH_ROW.isdisjoint(filter(None, told))
    return isinstance(error, DatabaseError) and "did not affect any rows" in str(error)


def new_row(model: type[Row], **values: Any) -> Row:
    """A row of that table, not yet saved, with those values by the names of their columns, and all others as they are by themselves.

    Django takes values by place in a fraction of the time that it takes for names.
    """
    made = {field.attname: field.get_default() for field in model._meta.concrete_fields}
    return model(*(made | values).values())


def insert(rows: Sequence[models.Model]) -> None:
    """Write new rows of one table by one prepared statement. Keys that the database counts stay unknown: a third of the time of Django's
    bulk_create, which finds them out."""
    if not rows:
        return
    options = rows[0]._meta
    fields = [field for field in options.concrete_fields if not isinstance(field, models.AutoField)]
    columns = [(field.attname, _adapting(field)) for field in fields]
    values = [[adapt(row.__dict__[name]) if adapt else row.__dict__[name] for name, adapt in columns] for row in rows]
    quoted = connection.ops.quote_name
    into = f"{quoted(options.db_table)} ({', '.join(quoted(str(field.column)) for field in fields)})"
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {into} VALUES ({', '.join(['%s'] * len(fields))})", values)  # noqa: S608


def save(changed: Sequence[Row]) -> None:
    """Write rows of one table that are there already, in one statement: an INSERT that updates, since Django's bulk_update is a CASE for
    each field."""
    if changed:
        model = type(changed[0])
        fields = [field.name for field in model._meta.concrete_fields if not field.primary_key]
        model._default_manager.bulk_create(changed, update_conflicts=True, unique_fields=[model._meta.pk.name], update_fields=fields)


def _adapting(field: models.Field[Any, Any]) -> Callable[[Any], Any] | None:
    """What makes a value of that field one that the database takes; None where it takes it as it is."""
    operations: Any = connection.ops
    if isinstance(field, models.DateTimeField):
        return cache(operations.adapt_datetimefield_value)  # the articles of a page have most of their times in common
    if isinstance(field, models.DateField):
        return cache(operations.adapt_datefield_value)
    if isinstance(field, models.JSONField):
        return lambda value: None if value is None else operations.adapt_json_value(value, None)
    return None
