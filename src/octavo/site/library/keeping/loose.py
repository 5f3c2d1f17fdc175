"""Rows that belong to something that is gone: a statement whose speaker is not there. No library has any that was not damaged, or changed
by another program; they are taken out as if what they belong to had been taken out by Octavo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True, slots=True)
class Relation:
    """The column of a table that names a row of another, by that one's `key`. `may_be_none`: a row may belong to none."""

    table: str
    column: str
    may_be_none: bool
    other: str
    key: str


Loose = Mapping[Relation, int]
"""How many rows of each relation lead nowhere; relations without any are not in it."""


def relations(connection: BaseDatabaseWrapper, tables: Collection[str]) -> list[Relation]:
    """Those of these tables, as the database itself says."""
    found = []
    with connection.cursor() as cursor:
        for table in sorted(tables):
            leads = connection.introspection.get_relations(cursor, table)
            columns = connection.introspection.get_table_description(cursor, table) if leads else []
            may = {str(column.name): bool(column.null_ok) for column in columns}
            found += [Relation(table, column, may[column], lead[1], lead[0]) for column, lead in sorted(leads.items())]
    return found


def loose(connection: BaseDatabaseWrapper, known: Collection[Relation]) -> Loose:
    """What leads nowhere. A statement for each relation."""
    found = {}
    with connection.cursor() as cursor:
        for relation in known:
            cursor.execute(f"SELECT count(*) FROM {_of(connection, relation)}")  # noqa: S608
            if many := cursor.fetchone()[0]:
                found[relation] = int(many)
    return found


def take_out(connection: BaseDatabaseWrapper, known: Collection[Relation]) -> Counter[str]:
    """Take it out, inside the caller's transaction, which looks at keys when it ends: rows that may belong to none belong to none, the
    others go, and whatever belongs to them. Returns how many rows of each table were changed."""
    changed: Counter[str] = Counter()
    while found := loose(connection, known):
        with connection.cursor() as cursor:
            for relation in found:
                where = _of(connection, relation)
                table, column = map(connection.ops.quote_name, (relation.table, relation.column))
                rest = where.removeprefix(table)
                cursor.execute(f"UPDATE {table} SET {column} = NULL{rest}" if relation.may_be_none else f"DELETE FROM {where}")  # noqa: S608
                changed[relation.table] += cursor.rowcount
    return +changed


def in_words(found: Loose) -> str:
    """"2 × statement (of a speaker), 1 × comment (of a user)"."""
    names = _names()
    return ", ".join(
        f"{many:,} × {names.get(lead.table, lead.table)} (of a {names.get(lead.other, lead.other)})" for lead, many in found.items())


def changed_in_words(changed: Mapping[str, int]) -> str:
    """"2 × statement, 1 × comment"."""
    names = _names()
    return ", ".join(f"{many:,} × {names.get(table, table)}" for table, many in sorted(changed.items()))


def _of(connection: BaseDatabaseWrapper, relation: Relation) -> str:
    table, column, other, key = map(connection.ops.quote_name, (relation.table, relation.column, relation.other, relation.key))
    there = f"SELECT 1 FROM {other} parent WHERE parent.{key} = {table}.{column}"  # noqa: S608
    return f"{table} WHERE {table}.{column} IS NOT NULL AND NOT EXISTS ({there})"


def _names() -> dict[str, str]:
    return {model._meta.db_table: str(model._meta.verbose_name) for model in apps.get_models(include_auto_created=True)}
