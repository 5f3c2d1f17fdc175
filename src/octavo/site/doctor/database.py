"""The library's database, where its file is not damaged: whether its index has what its articles say, whether its clock was ahead."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import DatabaseError, connection
from django.db.models import F, Max

from octavo.errors import LibraryError
from octavo.site.doctor.finding import Finding, act, fine, look
from octavo.site.library.keeping.plan import Keeping
from octavo.site.library.keeping.preview import over
from octavo.site.library.keeping.room import free_inside, in_words, library_size
from octavo.site.library.models import Article, FetchedPage
from octavo.site.library.searching.filling import make_index_anew
from octavo.site.library.searching.index import index
from octavo.site.library.searching.keys import article_of, window
from octavo.site.library.searching.stop_words import STOP_WORDS
from octavo.site.library.searching.wanted import Wanted
from octavo.words import count, joined

ABOUT = "library"
AHEAD = timedelta(minutes=10)
TRIED = 100
"""Articles that are sought by a word of their headline: the newest, and as many from all over the library."""
_MINUTE = 1_000
"""Articles with a word that one minute may have."""
_WORD = re.compile(r"(?<!\S)[A-Za-z]{6,}(?=[\s,;:?!]|$)")


def look_at_database(now: datetime, mend: bool = False) -> Iterator[Finding]:
    """What is wrong in it, where its file is not damaged. `mend`: the index of words is made anew where it is wrong."""
    yield fine(ABOUT, f"The database is whole: {_maker()}, {in_words(library_size())}{_unused()}.")
    yield from _index(mend)
    newest = Article.objects.aggregate(last=Max("arrived"))["last"], FetchedPage.objects.aggregate(last=Max("fetched"))["last"]
    if (last := max(filter(None, newest), default=now)) > now + AHEAD:
        yield act(
            ABOUT, f"The newest page came in at {last:%-d %B %Y, %H:%M} UTC, which is still to come: a clock was wrong then, or is now.",
            "Set the clock of this machine (timedatectl says whether it is kept right).")


def _index(mend: bool) -> Iterator[Finding]:
    wrong = _wrong_with_index()
    if not wrong:
        yield fine(ABOUT, "The index of words has every article.")
    elif not mend:
        yield act(ABOUT, f"Searching goes wrong: {wrong}.", "Run octavo doctor --mend: it makes the index of words anew.")
    else:
        try:
            make_index_anew()
        except LibraryError as error:
            do = "Stop the paper, run octavo backup, then octavo restore --force with the file that it names: that makes it anew."
            yield act(ABOUT, f"The index of words cannot be made anew where it is: {error}", do)
            return
        yield fine(ABOUT, "The index of words was wrong, and is made anew.")


def _wrong_with_index() -> str:
    """What is wrong with it, "" where nothing is."""
    try:
        if lacking := index().lacking():
            return f"the index of words lacks {joined(lacking)}"
        missing, left = index().astray()
        if missing or left:
            return f"{count(missing, 'article')} cannot be found by words, and {left:,} times the index leads nowhere"
        if unfound := _unfound():
            return f"of {TRIED} articles {unfound} are not found by a word of their headline"
    except DatabaseError as error:
        return f"the index of words is damaged ({' '.join(str(error).split())})"
    return ""


def _unfound() -> int:
    """How many of some articles the index does not lead to by the longest word of their headline."""
    rows = Article.objects.order_by("-pk")
    step = max(1, rows.count() // (TRIED // 2))
    rows = rows.only("headline", "ranked", "specimen")
    some = [*rows[: TRIED // 2], *rows.annotate(turn=F("pk") % step).filter(turn=0)[: TRIED // 2]]
    unfound = 0
    for article in some:
        words = [word for word in _WORD.findall(article.headline) if word.lower() not in STOP_WORDS]
        minute = window(article.specimen, article.ranked + timedelta(minutes=1), article.ranked)
        if words and article.pk not in {article_of(key) for _, key in index().found([Wanted([[max(words, key=len)]], _MINUTE)], *minute)}:
            unfound += 1
    return unfound


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
