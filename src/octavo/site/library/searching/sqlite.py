"""SQLite FTS5 as the index: a table without texts of its own, since the articles have them.

Sources: the SQLite documentation of FTS5, "Contentless Tables" and "External Content Tables" (the triggers), and of its shadow tables:
`_docsize` has a row for each that is indexed. What was not indexed must never be taken out, which would spoil the counts.
"""

# ruff: noqa: S608 - what is put into the statements is written here

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from octavo.site.library.searching.keys import APART, ROOM
from octavo.site.library.searching.wanted import LONGEST, Wanted

TABLE = "library_search"


def _key(row: str) -> str:
    minute = f"CAST(strftime('%s', {row}.ranked) AS INTEGER) / 60"
    return f"({minute}) * {ROOM} + {row}.id - {row}.specimen * {APART}"


def _values(row: str) -> str:
    return f"{_key(row)}, {row}.headline, substr({row}.text, 1, {LONGEST})"


def _is_there(row: str) -> str:
    return f"EXISTS (SELECT 1 FROM {TABLE}_docsize WHERE id = {_key(row)})"


_PUT = f"INSERT INTO {TABLE} (rowid, headline, text) VALUES ({_values('new')});"
_TAKE = f"INSERT INTO {TABLE} ({TABLE}, rowid, headline, text) SELECT 'delete', {_values('old')} WHERE {_is_there('old')};"
_OTHER = "old.headline IS NOT new.headline OR old.text IS NOT new.text OR old.ranked IS NOT new.ranked OR old.specimen IS NOT new.specimen"
_MADE = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING fts5 "
    "(headline, text, content='', tokenize='porter unicode61 remove_diacritics 2')",
    f"CREATE TRIGGER IF NOT EXISTS {TABLE}_new AFTER INSERT ON library_article BEGIN {_PUT} END",
    f"CREATE TRIGGER IF NOT EXISTS {TABLE}_gone AFTER DELETE ON library_article BEGIN {_TAKE} END",
    f"CREATE TRIGGER IF NOT EXISTS {TABLE}_other AFTER UPDATE OF headline, text, ranked, specimen ON library_article "
    f"WHEN {_OTHER} BEGIN {_TAKE} {_PUT} END",
)
_FILL = f"INSERT INTO {TABLE} (rowid, headline, text) SELECT {_values('row')} FROM library_article row"
_NEWEST = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s AND rowid BETWEEN %s AND %s ORDER BY rowid DESC LIMIT %s"
_FOUND = f"SELECT %s, rowid FROM ({_NEWEST})"


def make() -> None:
    """See `wanted.Index`."""
    with connection.cursor() as cursor:
        for statement in _MADE:
            cursor.execute(statement)


def fill(first: int, last: int) -> None:
    """See `wanted.Index`."""
    with connection.cursor() as cursor:
        cursor.execute(f"{_FILL} WHERE row.id BETWEEN {first:d} AND {last:d} AND NOT {_is_there('row')} ORDER BY 1")


def found(wanted: Sequence[Wanted], low: int, high: int) -> list[tuple[int, int]]:
    """See `wanted.Index`."""
    parts = [value for number, each in enumerate(wanted) for value in (number, _expression(each.groups), low, high, each.most)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([_FOUND] * len(wanted)), parts)
        return list(cursor.fetchall())


def remove() -> None:
    """See `wanted.Index`."""
    with connection.cursor() as cursor:
        for trigger in ("new", "gone", "other"):
            cursor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_{trigger}")
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")


def _expression(groups: Sequence[Sequence[str]]) -> str:
    """What FTS5 is asked: strings alone, in which nothing is an operator."""
    return " AND ".join(f"({' OR '.join(map(_string, words))})" for words in groups)


def _string(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
