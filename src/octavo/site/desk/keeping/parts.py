"""What is to be done for what is kept no longer to go, in parts of one transaction each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Protocol

from django.db import connection

from octavo.site.library.keeping.gauge import Gauge
from octavo.site.library.keeping.gone import STEP, forget
from octavo.site.library.keeping.letting_go import Gone, Mark, let_articles_go, let_bodies_go, let_empty_pages_go
from octavo.site.library.keeping.plan import YOUNGEST, Keeping, ends

PAGES_BACK = 2_000
"""Pages of a SQLite file that are given back to the disk at a time."""

Part = Callable[[], tuple[str, int]]
"""Does it; returns what went ("articles", "pages", "empty" pages, "forgotten" ids, "room") and how many."""


class Measure(Protocol):
    """Whether the library takes too much, while some of it goes: `Gauge` is one."""

    def over(self) -> bool: ...  # noqa: D102
    def less(self, size: int) -> None: ...  # noqa: D102


def parts(keeping: Keeping, now: datetime, measure: Callable[[int], Measure] = Gauge) -> Iterator[Part]:
    """One after the other; each is to be done before the next is asked for. `measure`: of the bytes that it may take."""
    until = ends(keeping, now)
    if keeping != Keeping():
        Gauge(0).keep()  # A limit may be set later, when files are too large for what they hold.
    if before := until.articles:
        yield from _through("articles", lambda on: let_articles_go(before, on))
    if pages := until.pages:
        yield from _through("pages", lambda on: let_bodies_go(pages, on))
    if keeping.most_mb:
        yield from _within(measure(keeping.most_mb * 10**6), now - YOUNGEST)
    if until.articles or keeping.most_mb:
        yield from _through("empty", lambda on: let_empty_pages_go(until.articles or now - YOUNGEST, on))
    yield from _forgetting(now)
    while connection.vendor == "sqlite" and _free_pages():
        yield _give_back


def _forgetting(now: datetime) -> Iterator[Part]:
    forgotten = STEP

    def part() -> tuple[str, int]:
        nonlocal forgotten
        forgotten = forget(now)
        return "forgotten", forgotten

    while forgotten == STEP:
        yield part


def _through(kind: str, take: Callable[[Mark | None], Gone]) -> Iterator[Part]:
    gone = Gone(0, 0, None)

    def part() -> tuple[str, int]:
        nonlocal gone
        gone = take(gone.on)
        return kind, gone.rows

    yield part
    while gone.on:
        yield part


def _within(measure: Measure, before: datetime) -> Iterator[Part]:
    """Until the library fits: the oldest pages as they were fetched first, which few ask for, then the oldest articles."""
    yield from _oldest("pages", let_bodies_go, before, measure)
    yield from _oldest("articles", let_articles_go, before, measure)


def _oldest(kind: str, take: Callable[[datetime, Mark | None, bool], Gone], before: datetime, measure: Measure) -> Iterator[Part]:
    gone = Gone(0, 0, None)

    def part() -> tuple[str, int]:
        nonlocal gone
        gone = take(before, gone.on, True)
        measure.less(gone.size)
        return kind, gone.rows

    begun = False
    while (gone.on or not begun) and measure.over():
        begun = True
        yield part


def _free_pages() -> int:
    """Pages that can be given back: none where the file was made by an Octavo that did not provide for it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT CASE WHEN auto_vacuum = 2 THEN freelist_count ELSE 0 END FROM pragma_auto_vacuum, pragma_freelist_count")
        return int(cursor.fetchone()[0])


def _give_back() -> tuple[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA incremental_vacuum({PAGES_BACK:d})")
        cursor.fetchall()
    return "room", 0
