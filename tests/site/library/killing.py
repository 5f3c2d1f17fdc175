"""Imports that are killed: test_killed.py runs `main` in a process of its own, with the library open.

Django is loaded once; each trial forks a child, which imports three pages and is killed by SIGKILL before or after one of its
statements, or at some moment. Then all or nothing of each page must be there, and an import in peace must complete it.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from typing import Any

from django.db import connection

from octavo.site.library import importing
from octavo.site.library.models import Article, ArticleVersion, FetchedPage
from octavo.site.library.rows import digest_of
from tests.site.library.articles import article, page, source

CHUNK = 4
"""Articles in a transaction here, so that a feed of ten takes three."""


def pages(trial: int) -> list[tuple[Any, list[Any]]]:
    """A page of three articles, a later one that changes them, and a feed of ten. No other trial has their ids."""
    first = [article(f"{trial} story {index}", f"The text of {index}.") for index in range(3)]
    changed = [article(f"{trial} story {index}", f"The changed text of {index}.") for index in range(3)]
    feed = [article(f"{trial} entry {index}", f"The entry {index}.") for index in range(10)]
    return [
        (page(b"first %d" % trial), first),
        (page(b"changed %d" % trial, minutes=60), changed),
        (page(b"feed %d" % trial, url="https://post.example/feed"), feed),
    ]


def import_all(trial: int) -> None:
    for given, articles in pages(trial):
        importing.import_page(given, articles, source())


def killed_at(work: Callable[[], object], number: int, after: bool) -> None:
    """Do the work, and die before or after its statement of that number."""
    count = 0

    def wrapper(execute: Callable[..., Any], *arguments: Any) -> Any:
        nonlocal count
        count += 1
        if count == number and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = execute(*arguments)
        if count == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    with connection.execute_wrapper(wrapper):
        work()


def in_child(work: Callable[[], object], kill_after: float | None = None) -> bool:
    """Do the work in a forked child; returns whether it was killed."""
    connection.close()  # A connection must not be shared with a child.
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the import failed by itself"
    return os.WIFSIGNALED(status)


def check(trial: int) -> int:
    """All or nothing of each page is there; returns how many articles are."""
    first, changed, feed = (FetchedPage.objects.filter(digest=digest_of(given)).first() for given, _ in pages(trial))
    stories = list(Article.objects.filter(key__startswith=f"{trial} story").order_by("pk"))
    versions = list(ArticleVersion.objects.filter(article__in=stories).order_by("article"))
    texts = [f"The {'changed ' if changed else ''}text of {index}." for index in range(3)] if first else []
    assert [story.text for story in stories] == texts
    assert [version.text for version in versions] == ([f"The text of {index}." for index in range(3)] if changed else [])
    assert {story.page for story in stories} == ({changed or first} if first else set())
    entries = list(Article.objects.filter(key__startswith=f"{trial} entry").order_by("pk"))
    assert [entry.text for entry in entries] == [f"The entry {index}." for index in range(len(entries))]
    assert len(entries) in ((4, 8, 10) if feed else (0,))
    assert all(each is None or each.complete for each in (first, changed))
    assert feed is None or feed.complete == (len(entries) == 10)
    return len(stories) + len(versions) + len(entries)


WHOLE = 16
"""What `check` counts when all is there: three articles, their earlier versions, ten entries."""


def measure() -> tuple[int, float]:
    """The number of statements and the seconds that an import in peace takes."""
    count = 0

    def counting(execute: Callable[..., Any], *arguments: Any) -> Any:
        nonlocal count
        count += 1
        return execute(*arguments)

    import_all(-1)
    start = time.perf_counter()
    with connection.execute_wrapper(counting):
        import_all(-2)
    return count, time.perf_counter() - start


def main(seed: int, at_statements: int, at_moments: int) -> tuple[int, int]:
    """Run the trials; returns how many children were killed, and how many of those left a part of the pages behind."""
    importing.CHUNK = CHUNK
    statements, span = measure()
    chance = random.Random(seed)
    points = [(number, after) for number in range(1, statements + 1) for after in (False, True)]
    chosen = chance.sample(points, min(at_statements, len(points)))
    killed = partly = 0
    for trial in range(len(chosen) + at_moments):
        if trial < len(chosen):
            killed += in_child(lambda trial=trial: killed_at(lambda: import_all(trial), *chosen[trial]))  # type: ignore[misc]
        else:
            # A child also opens its connection, so its import ends later than `span`.
            killed += in_child(lambda trial=trial: import_all(trial), chance.uniform(0, 2 * span))  # type: ignore[misc]
        partly += 0 < check(trial) < WHOLE
        import_all(trial)
        assert check(trial) == WHOLE
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return killed, partly
