"""The library's database: whether it is whole, whether its index has what its articles say, whether its clock was ahead."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import DatabaseError, connection
from django.db.models import Max

from octavo.site.database import explained
from octavo.site.doctor.finding import Finding, act, fine, look
from octavo.site.library.keeping.plan import Keeping
from octavo.site.library.keeping.preview import over
from octavo.site.library.keeping.room import free_inside, in_words, library_size
from octavo.site.library.models import Article, FetchedPage
from octavo.site.library.searching.filling import make_index_anew
from octavo.site.library.searching.index import index
from octavo.words import count

ABOUT = "library"
AHEAD = timedelta(minutes=10)
_BACKUP = "Stop the paper and put a backup back: octavo restore FILE --force keeps the damaged library beside"


def look_at_database(now: datetime, mend: bool = False) -> Iterator[Finding]:
    """What is wrong with it. It is read from end to end. `mend`: the index of words is made anew where it is wrong."""
    try:
        damages = _damages()
    except DatabaseError as error:
        damages = [str(explained(error))]
    if damages:
        yield act(ABOUT, f"The database is damaged: {'; '.join(damages)}", f"{_BACKUP}.")
        return
    if loose := _loose():
        yield act(ABOUT, f"{count(loose, 'row')} of the database belong to something that is gone.", f"{_BACKUP}; or leave it so.")
    yield fine(ABOUT, f"The database is whole: {_maker()}, {in_words(library_size())}{_unused()}.")
    yield from _index(mend)
    newest = Article.objects.aggregate(last=Max("arrived"))["last"], FetchedPage.objects.aggregate(last=Max("fetched"))["last"]
    if (last := max(filter(None, newest), default=now)) > now + AHEAD:
        yield act(
            ABOUT, f"The newest page came in at {last:%-d %B %Y, %H:%M} UTC, which is still to come: a clock was wrong then, or is now.",
            "Set the clock of this machine (timedatectl says whether it is kept right).")


def _damages() -> list[str]:
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check(5)")
        return [str(said) for (said,) in cursor.fetchall() if said != "ok"]


def _loose() -> int:
    if connection.vendor != "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pragma_foreign_key_check")
        return int(cursor.fetchone()[0])


def _index(mend: bool) -> Iterator[Finding]:
    missing, left = index().astray()
    if not missing and not left:
        yield fine(ABOUT, "The index of words has every article.")
    elif mend:
        make_index_anew()
        yield fine(ABOUT, "The index of words was wrong, and is made anew.")
    else:
        wrong = f"{count(missing, 'article')} cannot be found by words, and {left:,} times the index leads nowhere"
        yield act(ABOUT, f"{wrong}.", "Run octavo doctor --mend: it makes the index of words anew.")


def _maker() -> str:
    if connection.vendor != "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            return f"PostgreSQL {cursor.fetchone()[0]}"
    return f"SQLite {sqlite3.sqlite_version}"


def _unused() -> str:
    unused = free_inside()
    return f", of which {in_words(unused)} are free for what comes" if unused else ""


def too_large(keeping: Keeping, now: datetime) -> Iterator[Finding]:
    """Whether the library is over the limit that the owner set."""
    if found := over(keeping, now):
        yield look(
            ABOUT, f"The library takes {in_words(found.takes)}, more than the {in_words(keeping.most_mb * 10**6)} that it may.",
            "It gets smaller while octavo serve or octavo worker runs." if found.more else
            "Nothing more may go: the rest is of the last seven days, or saved, marked or commented on. Set a larger limit, or save less.")
