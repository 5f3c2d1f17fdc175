"""SQLite FTS5 as the index: a table without texts of its own, since the articles have them.

Sources: the SQLite documentation of FTS5, "Contentless Tables" and "External Content Tables" (the triggers), and of its shadow tables:
`_docsize` has a row for each that is indexed. What was not indexed must never be taken out, which would spoil the counts.
"""

# ruff: noqa: S608 - what is put into the statements is written here

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection

from octavo.site.library.searching.keys import APART, ROOM
from octavo.site.library.searching.wanted import LONGEST, Column, Query, Term, Wanted

TABLE = "library_search"
_TRIGGERS = ("new", "gone", "other")
_COLUMNS: dict[Column, str] = {
    "text": "{headline text}", "headline": "headline", "publisher": "publisher", "agency": "agency", "section": "section",
}
_INTO = "rowid, headline, text, publisher, agency, section"


def _key(row: str) -> str:
    minute = f"CAST(strftime('%s', {row}.ranked) AS INTEGER) / 60"
    return f"({minute}) * {ROOM} + {row}.id - {row}.specimen * {APART}"


def _values(row: str) -> str:
    return f"{_key(row)}, {row}.headline, substr({row}.text, 1, {LONGEST}), {row}.publisher_id, {row}.agency, {row}.section"


def _is_there(row: str) -> str:
    return f"EXISTS (SELECT 1 FROM {TABLE}_docsize WHERE id = {_key(row)})"


_PUT = f"INSERT INTO {TABLE} ({_INTO}) VALUES ({_values('new')});"
_TAKE = f"INSERT INTO {TABLE} ({TABLE}, {_INTO}) SELECT 'delete', {_values('old')} WHERE {_is_there('old')};"
_HELD = ("headline", "text", "ranked", "specimen", "publisher_id", "agency", "section")
_OTHER = " OR ".join(f"old.{column} IS NOT new.{column}" for column in _HELD)
_MADE = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING fts5 "
    "(headline, text, publisher, agency, section, content='', tokenize='porter unicode61 remove_diacritics 2')",
    f"CREATE TRIGGER IF NOT EXISTS {TABLE}_new AFTER INSERT ON library_article BEGIN {_PUT} END",
    f"CREATE TRIGGER IF NOT EXISTS {TABLE}_gone AFTER DELETE ON library_article BEGIN {_TAKE} END",
    f"CREATE TRIGGER IF NOT EXISTS {TABLE}_other AFTER UPDATE OF {', '.join(_HELD)} ON library_article "
    f"WHEN {_OTHER} BEGIN {_TAKE} {_PUT} END",
)
_FILL = f"INSERT INTO {TABLE} ({_INTO}) SELECT {_values('row')} FROM library_article row"
_NEWEST = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s AND rowid BETWEEN %s AND %s ORDER BY rowid DESC LIMIT %s"
_FOUND = f"SELECT %s, rowid FROM ({_NEWEST})"
_ANY = f"SELECT id AS rowid FROM {TABLE}_docsize WHERE id BETWEEN %s AND %s ORDER BY id DESC LIMIT %s"
_ANY_BUT = (
    f"SELECT id AS rowid FROM {TABLE}_docsize WHERE id BETWEEN %s AND %s "
    f"AND id NOT IN (SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s AND rowid BETWEEN %s AND %s) ORDER BY id DESC LIMIT %s"
)


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


def matching(queries: Sequence[Query], low: int, high: int) -> list[tuple[int, int]]:
    """See `wanted.Index`."""
    return _of_each("rowid", queries, low, high)


def reach(queries: Sequence[Query], low: int, high: int) -> list[tuple[int, int | None]]:
    """See `wanted.Index`."""
    return [(many, lowest) for _, many, lowest in sorted(_of_each("count(*), min(rowid)", queries, low, high))]


def _of_each(columns: str, queries: Sequence[Query], low: int, high: int) -> list[Any]:
    """Those columns of what each query finds, behind its number. One statement."""
    found = [_asking(each, low, high) for each in queries]
    statement = " UNION ALL ".join(f"SELECT {number:d}, {columns} FROM ({asked})" for number, (asked, _) in enumerate(found))
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for _, values in found for value in values])
        return list(cursor.fetchall())


def astray() -> tuple[int, int]:
    """See `wanted.Index`."""
    none = f"NOT EXISTS (SELECT 1 FROM {TABLE}_docsize entry WHERE entry.id = {_key('article')})"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT (SELECT count(*) FROM library_article article WHERE {none}), (SELECT count(*) FROM {TABLE}_docsize), "
            "(SELECT count(*) FROM library_article)"
        )
        missing, entries, articles = cursor.fetchone()
    return missing, entries - (articles - missing)


def lacking() -> list[str]:
    """See `wanted.Index`."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'trigger')")
        there = {name for (name,) in cursor.fetchall()}
    return [name for name in (TABLE, *(f"{TABLE}_{trigger}" for trigger in _TRIGGERS)) if name not in there]


def remove() -> None:
    """See `wanted.Index`."""
    with connection.cursor() as cursor:
        for trigger in _TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_{trigger}")
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")


def _asking(query: Query, low: int, high: int) -> tuple[str, list[int | str]]:
    """The statement that gives a query's keys, and its values."""
    without = _terms(query.without)
    if not query.needs:
        return (_ANY_BUT, [low, high, without, low, high, query.most]) if without else (_ANY, [low, high, query.most])
    needed = " AND ".join(f"({_terms(need)})" for need in query.needs)
    return _NEWEST, [f"({needed}) NOT ({without})" if without else needed, low, high, query.most]


def _terms(terms: Sequence[Term]) -> str:
    return " OR ".join(f"{_COLUMNS[term.column]} : {_string(term.words)}" for term in terms)


def _expression(groups: Sequence[Sequence[str]]) -> str:
    """What FTS5 is asked: strings alone, in which nothing is an operator."""
    return " AND ".join(f"{_COLUMNS['text']} : ({' OR '.join(map(_string, words))})" for words in groups)


def _string(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
