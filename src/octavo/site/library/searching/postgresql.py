"""PostgreSQL's full text as the index: a table of words for each article, in the order of its keys and by its words (GIN).

It has no unaccent: accents are taken off by normalising. Letters other than ASCII's may stay large where the database's locale is C, so
such words are sought in each of their writings.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection

from octavo.site.library.searching.keys import APART, ROOM
from octavo.site.library.searching.wanted import LONGEST, Query, Term, Wanted

TABLE = "library_search"
_TRIGGERS = ("new", "other", "none")
_ACCENTS = r"[\u0300-\u036f]"


def _folded(text: str) -> str:
    return f"regexp_replace(normalize({text}, NFKD), E'{_ACCENTS}', '', 'g')"


def _key(row: str) -> str:
    return f"floor(extract(epoch FROM {row}.ranked) / 60)::bigint * {ROOM} + {row}.id - {row}.specimen::int * {APART}"


def _values(row: str) -> str:
    told = f"left({row}.headline || chr(10) || {row}.text, {LONGEST})"
    named = ", ".join(f"to_tsvector('english', {_folded(f'{row}.{column}')})" for column in ("headline", "agency", "section"))
    return f"{_key(row)}, to_tsvector('english', {_folded(told)}), {named}, {row}.publisher_id"


_KEEP = f"""
BEGIN
    IF TG_OP <> 'INSERT' THEN DELETE FROM {TABLE} WHERE key = {_key('old')}; END IF;
    IF TG_OP <> 'DELETE' THEN INSERT INTO {TABLE} VALUES ({_values('new')}) ON CONFLICT (key) DO NOTHING; END IF;
    RETURN NULL;
END
"""  # noqa: S608
_HELD = ("headline", "text", "ranked", "specimen", "publisher_id", "agency", "section")
_OTHER = f"({', '.join(f'old.{column}' for column in _HELD)}) IS DISTINCT FROM ({', '.join(f'new.{column}' for column in _HELD)})"
_MADE = (
    f"CREATE TABLE IF NOT EXISTS {TABLE} (key bigint PRIMARY KEY, words tsvector NOT NULL, headline tsvector NOT NULL, "
    "agency tsvector NOT NULL, section tsvector NOT NULL, publisher bigint)",
    f"CREATE INDEX IF NOT EXISTS {TABLE}_words ON {TABLE} USING gin (words)",
    f"CREATE INDEX IF NOT EXISTS {TABLE}_named ON {TABLE} USING gin (headline, agency, section)",
    f"CREATE INDEX IF NOT EXISTS {TABLE}_publisher ON {TABLE} (publisher, key)",
    f"CREATE OR REPLACE FUNCTION {TABLE}_keep() RETURNS trigger LANGUAGE plpgsql AS $${_KEEP}$$",
    f"CREATE OR REPLACE FUNCTION {TABLE}_empty() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN TRUNCATE {TABLE}; RETURN NULL; END$$",
    f"CREATE OR REPLACE TRIGGER {TABLE}_new AFTER INSERT OR DELETE ON library_article FOR EACH ROW EXECUTE FUNCTION {TABLE}_keep()",
    f"CREATE OR REPLACE TRIGGER {TABLE}_other AFTER UPDATE ON library_article FOR EACH ROW WHEN ({_OTHER}) EXECUTE FUNCTION {TABLE}_keep()",
    f"CREATE OR REPLACE TRIGGER {TABLE}_none AFTER TRUNCATE ON library_article EXECUTE FUNCTION {TABLE}_empty()",
)
_FILL = (
    f"INSERT INTO {TABLE} SELECT {_values('article')} FROM library_article article "  # noqa: S608
    "WHERE article.id BETWEEN %s AND %s ON CONFLICT (key) DO NOTHING"
)
_FOUND = f"(SELECT %s::int, key FROM {TABLE} WHERE words @@ ({{asked}}) AND key BETWEEN %s AND %s ORDER BY key DESC LIMIT %s)"  # noqa: S608
_KEYS = f"SELECT key FROM {TABLE} WHERE {{asked}} AND key BETWEEN %s AND %s ORDER BY key DESC LIMIT %s"  # noqa: S608
_WORD = f"phraseto_tsquery('english', {_folded('%s')})"


def make() -> None:
    """See `wanted.Index`."""
    with connection.cursor() as cursor:
        for statement in _MADE:
            cursor.execute(statement)


def fill(first: int, last: int) -> None:
    """See `wanted.Index`."""
    with connection.cursor() as cursor:
        cursor.execute(_FILL, [first, last])


def found(wanted: Sequence[Wanted], low: int, high: int) -> list[tuple[int, int]]:
    """See `wanted.Index`."""
    parts: list[str] = []
    values: list[int | str] = []
    for number, each in enumerate(wanted):
        groups = [[writing for word in words for writing in _writings(word)] for words in each.groups]
        parts.append(_FOUND.format(asked=" && ".join(f"({' || '.join([_WORD] * len(words))})" for words in groups)))
        values += [number, *(word for words in groups for word in words), low, high, each.most]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return list(cursor.fetchall())


def matching(queries: Sequence[Query], low: int, high: int) -> list[tuple[int, int]]:
    """See `wanted.Index`."""
    return _of_each("key", queries, low, high, " ORDER BY number, key DESC")


def reach(queries: Sequence[Query], low: int, high: int) -> list[tuple[int, int | None]]:
    """See `wanted.Index`."""
    return [(many, lowest) for _, many, lowest in sorted(_of_each("count(*), min(key)", queries, low, high))]


def _of_each(columns: str, queries: Sequence[Query], low: int, high: int, order: str = "") -> list[Any]:
    """Those columns of what each query finds, behind its number. One statement."""
    found = [_asking(each, low, high) for each in queries]
    parts = (f"(SELECT {number:d} AS number, {columns} FROM ({asked}) AS f{number:d})" for number, (asked, _) in enumerate(found))  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts) + order, [value for _, values in found for value in values])
        return list(cursor.fetchall())


def astray() -> tuple[int, int]:
    """See `wanted.Index`."""
    none = f"NOT EXISTS (SELECT 1 FROM {TABLE} entry WHERE entry.key = {_key('article')})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT (SELECT count(*) FROM library_article article WHERE {none}), (SELECT count(*) FROM {TABLE}), "  # noqa: S608
            "(SELECT count(*) FROM library_article)"
        )
        missing, entries, articles = cursor.fetchone()
    return missing, entries - (articles - missing)


def lacking() -> list[str]:
    """See `wanted.Index`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = to_regclass('library_article') AND tgenabled <> 'D' "
            "UNION ALL SELECT relname FROM pg_class WHERE oid = to_regclass(%s)", [TABLE])
        there = {name for (name,) in cursor.fetchall()}
    return [name for name in (TABLE, *(f"{TABLE}_{trigger}" for trigger in _TRIGGERS)) if name not in there]


def remove() -> None:
    """See `wanted.Index`."""
    with connection.cursor() as cursor:
        for trigger in _TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_{trigger} ON library_article")
        cursor.execute(f"DROP FUNCTION IF EXISTS {TABLE}_keep, {TABLE}_empty")
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")


def _asking(query: Query, low: int, high: int) -> tuple[str, list[int | str]]:
    """The statement that gives a query's keys, and its values."""
    found = [_one_of(need) for need in query.needs]
    if query.without:
        asked, values = _one_of(query.without)
        found.append((f"NOT coalesce({asked}, false)", values))
    asked = " AND ".join(asked for asked, _ in found) or "true"
    return _KEYS.format(asked=asked), [*(value for _, values in found for value in values), low, high, query.most]


def _one_of(terms: Sequence[Term]) -> tuple[str, list[int | str]]:
    """The condition that one of them is there: all words of a column in one, as its index answers them."""
    parts: list[str] = []
    values: list[int | str] = []
    for column, name in (("text", "words"), ("headline", "headline"), ("agency", "agency"), ("section", "section")):
        words = [writing for term in terms if term.column == column for writing in _writings(term.words)]
        if words:
            parts.append(f"{name} @@ ({' || '.join([_WORD] * len(words))})")
            values += words
    publishers = [int(term.words) for term in terms if term.column == "publisher"]
    if publishers:
        parts.append(f"publisher IN ({', '.join(['%s'] * len(publishers))})")
        values += publishers
    return f"({' OR '.join(parts)})", values


def _writings(word: str) -> list[str]:
    return [word] if word.isascii() else list(dict.fromkeys((word.lower(), word.title(), word.upper())))
