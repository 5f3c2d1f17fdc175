"""PostgreSQL's full text as the index: a table of words for each article, in the order of its keys and by its words (GIN).

It has no unaccent: accents are taken off by normalising. Letters other than ASCII's may stay large where the database's locale is C, so
such words are sought in each of their writings.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from octavo.site.library.searching.keys import APART, ROOM
from octavo.site.library.searching.wanted import LONGEST, Wanted

TABLE = "library_search"
_ACCENTS = r"[\u0300-\u036f]"


def _folded(text: str) -> str:
    return f"regexp_replace(normalize({text}, NFKD), E'{_ACCENTS}', '', 'g')"


def _key(row: str) -> str:
    return f"floor(extract(epoch FROM {row}.ranked) / 60)::bigint * {ROOM} + {row}.id - {row}.specimen::int * {APART}"


def _values(row: str) -> str:
    told = f"left({row}.headline || chr(10) || {row}.text, {LONGEST})"
    return f"{_key(row)}, to_tsvector('english', {_folded(told)})"


_KEEP = f"""
BEGIN
    IF TG_OP <> 'INSERT' THEN DELETE FROM {TABLE} WHERE key = {_key('old')}; END IF;
    IF TG_OP <> 'DELETE' THEN INSERT INTO {TABLE} VALUES ({_values('new')}) ON CONFLICT (key) DO UPDATE SET words = excluded.words; END IF;
    RETURN NULL;
END
"""  # noqa: S608
_OTHER = "(old.headline, old.text, old.ranked, old.specimen) IS DISTINCT FROM (new.headline, new.text, new.ranked, new.specimen)"
_MADE = (
    f"CREATE TABLE IF NOT EXISTS {TABLE} (key bigint PRIMARY KEY, words tsvector NOT NULL)",
    f"CREATE INDEX IF NOT EXISTS {TABLE}_words ON {TABLE} USING gin (words)",
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


def remove() -> None:
    """See `wanted.Index`."""
    with connection.cursor() as cursor:
        for trigger in ("new", "other", "none"):
            cursor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_{trigger} ON library_article")
        cursor.execute(f"DROP FUNCTION IF EXISTS {TABLE}_keep, {TABLE}_empty")
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")


def _writings(word: str) -> list[str]:
    return [word] if word.isascii() else list(dict.fromkeys((word.lower(), word.title(), word.upper())))
