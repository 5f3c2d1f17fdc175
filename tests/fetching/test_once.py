"""`octavo read URL`: one page, through the door as the environment sets it."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from octavo.cli import main
from octavo.errors import OctavoError
from octavo.fetching.failures import FetchError
from octavo.fetching.once import fetch_page
from tests.fetching.server import Reply, Server, page, redirect, serving

STORY = b"""<html><head><title>Tide turns early</title></head><body><article><h1>Tide turns early at Port Alder</h1>
<p>The tide turned at noon on Tuesday, an hour before the tables had it, the harbour office at Port Alder said.</p>
<p>Two ferries waited outside for it, and came in with the next one, said the office, which has asked for new tables.</p>
</article></body></html>"""


@contextmanager
def press(replies: dict[str, Reply]) -> Iterator[Server]:
    """A server beside a command, which has an event loop of its own."""
    made: list[Server] = []
    ready, ended = threading.Event(), threading.Event()

    async def run() -> None:
        async with serving(replies) as here:
            made.append(here)
            ready.set()
            while not ended.is_set():
                await asyncio.sleep(0.01)

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    assert ready.wait(20)
    try:
        yield made[0]
    finally:
        ended.set()
        thread.join()


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCTAVO_ALLOW", "127.0.0.0/8")
    monkeypatch.setenv("OCTAVO_CONTACT", "ada@harbour.example")


def test_an_address_is_read_like_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    with press({"/story": page(STORY, "Content-Type: text/html"), "/old": redirect("/story", 301)}) as here:
        assert main(["read", "--json", here.url("/old")]) == 0
        assert here.asked[0].headers["user-agent"].endswith("(+ada@harbour.example; a newspaper that its reader runs)")
        assert "/robots.txt" not in here.targets()
    article = json.loads(capsys.readouterr().out)
    assert article["headline"] == "Tide turns early at Port Alder"
    assert article["url"] == here.url("/story")


def test_one_bad_address_never_stops_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    with press({"/story": page(STORY)}) as here:
        addresses = [here.url("/absent"), "http://10.0.0.1/", "http://ada:quay7@127.0.0.1/", here.url("/story")]
        assert main(["read", "--json", *addresses]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    first, second, third = err.splitlines()
    assert first.startswith(f"octavo: {here.url('/absent')}: there is no such page (404).")
    assert second.startswith("octavo: http://10.0.0.1/: its address is not public")
    assert "quay7" not in third


def test_the_page_of_an_address() -> None:
    with press({"/story": page(STORY, "Content-Type: text/html; charset=utf-8")}) as here:
        fetched = fetch_page(here.url("/story"))
        assert (fetched.body, fetched.url, fetched.name) == (STORY, here.url("/story"), here.url("/story"))
        assert fetched.content_type == "text/html; charset=utf-8"
        assert fetched.fetched.tzinfo
        when = datetime(2026, 3, 3, tzinfo=UTC)
        assert fetch_page(here.url("/story"), when).fetched == when


@pytest.mark.parametrize(("name", "value"), [("OCTAVO_ALLOW", "nas local"), ("OCTAVO_CONTACT", "call me")])
def test_a_setting_that_is_none_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(OctavoError, match=name):
        fetch_page("http://127.0.0.1:9/")


def test_nothing_inside_is_reached_without_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OCTAVO_ALLOW")
    with press({"/story": page(STORY)}) as here:
        with pytest.raises(FetchError):
            fetch_page(here.url("/story"))
        assert not here.connections
