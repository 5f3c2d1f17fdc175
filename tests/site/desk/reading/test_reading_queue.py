"""Hosts take turns in being read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from octavo.article import Page
from octavo.site.desk.reading.child import Given
from octavo.site.desk.reading.queue import AHEAD, AHEAD_BYTES, Job, Queue
from tests.site.desk.newsroom import NOON


def on_a_loop(use: Callable[[], Any]) -> None:
    async def run() -> None:
        use()

    asyncio.run(run())


def job(address: str, size: int = 10, tries: int = 0) -> Job:
    return Job(Given("feed", Page(b"x" * size, NOON, address), address), asyncio.get_running_loop().create_future(), tries)


def out(queue: Queue) -> list[list[str]]:
    batches = []
    while queue:
        batches.append([each.given.asked for each in queue.batch()])
    return batches


def filled(*jobs: Job) -> Queue:
    queue = Queue()
    for each in jobs:
        queue.add(each)
    return queue


def test_the_second_page_of_a_host_waits_for_the_first_ones_of_others() -> None:
    def use() -> None:
        many = [job(f"http://spam.example/{number}", AHEAD_BYTES) for number in range(3)]
        queue = filled(*many, job("https://post.example/feed"), job("https://tide.example/feed"))
        assert many[2] in queue
        assert out(queue) == [
            ["http://spam.example/0"], ["https://post.example/feed", "https://tide.example/feed"], ["http://spam.example/1"],
            ["http://spam.example/2"]]
        assert many[2] not in queue

    on_a_loop(use)


def test_a_process_gets_some_short_pages_of_different_hosts() -> None:
    def use() -> None:
        assert [len(batch) for batch in out(filled(*(job(f"http://n{number}.example/") for number in range(10))))] == [AHEAD, AHEAD, 2]
        assert [len(batch) for batch in out(filled(*(job("http://one.example/") for number in range(3))))] == [1, 1, 1]

    on_a_loop(use)


def test_what_was_given_back_comes_first_and_what_broke_a_process_is_alone() -> None:
    def use() -> None:
        queue = filled(job("http://late.example/"))
        queue.again([job("http://a.example/"), job("http://b.example/"), job("http://broke.example/", tries=1)])
        assert out(queue) == [["http://a.example/", "http://b.example/"], ["http://broke.example/"], ["http://late.example/"]]

    on_a_loop(use)
