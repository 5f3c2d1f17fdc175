"""Pages are read in processes, and what breaks one of them is a problem of that page alone."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from octavo.article import Page
from octavo.fetching.failures import Reason
from octavo.reading.feed.hints import Hints
from octavo.site.desk.assignments import Reading
from octavo.site.desk.reading import child as reading_child
from octavo.site.desk.reading import pool as reading_pool
from octavo.site.desk.reading.child import Given, Unreadable
from octavo.site.desk.reading.pool import ReadingPool
from tests.site.desk.newsroom import NOON, feed

HOSTILE = """
import os, signal
from datetime import UTC, datetime
from octavo.site.desk.reading import child as reading_child
reading = reading_child.read

def read(given):
    if b"KILL ME" in given.page.body:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"KEEP ME" in given.page.body:
        while True: pass
    if b"PRINT ME" in given.page.body:
        print("a library prints what it likes", flush=True)
    return reading(given)

# What the first page has to load is no part of the half second.
reading(reading_child.Given("feed", reading_child.Page(WARM, datetime.now(UTC)), ""))
reading_child.read = read
reading_child.CPU_SECONDS = 0.5
reading_child.main()
"""
HOSTILE = HOSTILE.replace("WARM", repr(feed("warm")))
"""A process that reads like the real one, but for pages that say what they do to it."""


def given(body: bytes, form: str = "feed") -> Given:
    return Given(form, Page(body, NOON, "https://post.example/feed", "the feed"), "https://post.example/feed")


def pooled(use: Callable[[ReadingPool], Awaitable[Any]], readers: int = 1) -> Any:
    async def run() -> Any:
        pool = ReadingPool(readers)
        try:
            return await asyncio.wait_for(use(pool), 60)
        finally:
            await pool.close()

    return asyncio.run(run())


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_pool, "CHILD", ("-c", HOSTILE))


def test_a_page_is_read_as_in_this_process() -> None:
    async def use(pool: ReadingPool) -> Any:
        return await asyncio.gather(*(pool.read(given(feed(f"n{number}", "marit"))) for number in range(5)))

    for number, reading in enumerate(pooled(use)):
        assert reading == reading_child.read(given(feed(f"n{number}", "marit")))
        assert len(reading.articles) == 2


@pytest.mark.parametrize("what", [b"KILL ME", b"KEEP ME"])
def test_one_that_breaks_its_process_is_unreadable_and_all_others_are_read(hostile: None, what: bytes) -> None:
    bodies = [feed("a"), feed("b") + what, feed("c"), feed("d")]

    async def use(pool: ReadingPool) -> Any:
        return await asyncio.gather(*(pool.read(given(body)) for body in bodies)), await pool.read(given(feed("f")))

    readings, after = pooled(use)
    assert [isinstance(reading, Reading) for reading in readings] == [True, False, True, True]
    assert isinstance(after, Reading)
    assert isinstance(readings[1], Unreadable)
    assert readings[1].reason is Reason.UNREADABLE
    assert "more time or memory" in readings[1].problem


@pytest.mark.parametrize(("what", "patience", "starts"), [(b"KEEP ME", 0.1, 2), (b"KILL ME", 60, 3)])
def test_a_page_that_uses_up_its_time_does_so_once(
    hostile: None, monkeypatch: pytest.MonkeyPatch, what: bytes, patience: float, starts: int,
) -> None:
    monkeypatch.setattr(reading_pool, "PATIENCE", patience)
    started = []
    start = reading_pool._started

    async def counting() -> Any:
        started.append(1)
        return await start()

    monkeypatch.setattr(reading_pool, "_started", counting)
    assert isinstance(pooled(lambda pool: pool.read(given(feed("a") + what))), Unreadable)
    assert len(started) == starts


def test_what_is_printed_while_reading_is_no_answer(hostile: None) -> None:
    assert isinstance(pooled(lambda pool: pool.read(given(feed("a") + b"PRINT ME"))), Reading)


def test_a_page_behind_a_long_one_is_read_by_another_process(hostile: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_pool, "CHILD", ("-c", HOSTILE.replace("CPU_SECONDS = 0.5", "CPU_SECONDS = 30")))
    monkeypatch.setattr(reading_pool, "PATIENCE", 0.1)

    async def use(pool: ReadingPool) -> Any:
        long = asyncio.create_task(pool.read(given(b"KEEP ME")))
        while not pool._since:
            await asyncio.sleep(0.01)
        reading = await pool.read(given(feed("a")))
        assert not long.done()
        long.cancel()
        return reading

    assert isinstance(pooled(use), Reading)


def test_neither_a_slow_start_nor_many_pages_start_another_process(hostile: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_pool, "CHILD", ("-c", f"import time; time.sleep(0.5)\n{HOSTILE}"))
    monkeypatch.setattr(reading_pool, "PATIENCE", 0.1)
    started = []

    async def counted() -> Any:
        started.append(1)
        return await starting()

    starting = reading_pool._started
    monkeypatch.setattr(reading_pool, "_started", counted)

    async def use(pool: ReadingPool) -> None:
        await asyncio.gather(*(pool.read(given(feed(f"n{number}"))) for number in range(12)))

    pooled(use)
    assert len(started) == 1


def test_processes_end_when_there_is_nothing_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_pool, "IDLE", 0.05)

    async def use(pool: ReadingPool) -> Any:
        first = await pool.read(given(feed("a")))
        while pool._tasks:
            await asyncio.sleep(0.01)
        return first, await pool.read(given(feed("b")))

    assert all(isinstance(reading, Reading) for reading in pooled(use))


def test_a_process_ends_with_the_one_that_started_it(tmp_path: Path) -> None:
    code = "\n".join([
        "import asyncio, os, signal",
        "from octavo.site.desk.reading import pool as reading_pool",
        "async def main():",
        "    print((await reading_pool._started()).pid, flush=True)",
        "    os.kill(os.getpid(), signal.SIGKILL)",
        "asyncio.run(main())",
    ])
    started = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    child = int(started.stdout)
    for _ in range(500):
        try:
            os.kill(child, 0)
            state = Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return
        if state == "Z":
            return
        signal.sigtimedwait([], 0.02)
    pytest.fail("it goes on")


@pytest.mark.parametrize(("body", "form", "reason"), [
    (b"<html><head><title>Accept our cookies</title></head><body><p>We value your privacy.</p></body></html>", "feed", Reason.NO_FEED),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "feed", Reason.UNREADABLE),
    (b"", "feed", Reason.UNREADABLE),
    (b" \r\n\t", "feed", Reason.UNREADABLE),
    (b"", "page", Reason.UNREADABLE),
    (b"just a few words", "feed", Reason.NO_FEED),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "article", Reason.UNREADABLE),
    (b"<sitemapindex><sitemap><loc>https://post.example/1.xml</loc></sitemap></sitemapindex>", "sitemap", Reason.UNREADABLE),
])
def test_what_is_not_what_it_should_be_says_so(body: bytes, form: str, reason: Reason) -> None:
    reading = reading_child.read(given(body, form))
    assert isinstance(reading, Unreadable)
    assert reading.reason is reason
    assert reading.problem
    assert reading.advice
    assert ("empty" in reading.problem) == (not body.strip())


def test_an_empty_feed_is_a_feed() -> None:
    assert reading_child.read(given(b'<rss version="2.0"><channel><title>Harbour Post</title><ttl>90</ttl></channel></rss>')) == Reading(
        hints=Hints(5400))


def test_whatever_goes_wrong_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(error: BaseException) -> Callable[..., Any]:
        def read_page(_: Page) -> Any:
            raise error

        return read_page

    monkeypatch.setattr(reading_child, "read_page", stumble(KeyError("secret")))
    broken = reading_child.read(given(feed("a")))
    assert isinstance(broken, Unreadable)
    assert "KeyError" in broken.problem
    assert "secret" not in broken.problem
    monkeypatch.setattr(reading_child, "read_page", stumble(MemoryError()))
    large = reading_child.read(given(feed("a")))
    assert isinstance(large, Unreadable)
    assert large.reason is Reason.TOO_LARGE


def test_of_a_very_long_feed_the_newest_entries_are_read() -> None:
    body = feed(*(f"n{number}" for number in range(reading_child.ENTRIES_MOST + 200)))
    reading = reading_child.read(given(body))
    assert isinstance(reading, Reading)
    assert len(reading.articles) == reading_child.ENTRIES_MOST
    assert reading.hints == Hints(entries=reading_child.ENTRIES_MOST + 200)
    assert reading.page is not None
    assert reading_child.read(given(reading.page.body)) == Reading(reading.articles, hints=Hints())
    assert Hints.of_json(reading.hints.as_json()) == reading.hints
