"""Briefs are rewritten in a process of its own, where the owner named a model."""

from __future__ import annotations

import asyncio
import logging

import pytest

from tests.model_server import model_server
from tests.site.desk.rewriting.test_making import KEY, honest, shown, story


def run_until(done: object, seconds: float = 60) -> None:
    from octavo.site.desk.library_thread import LibraryThread
    from octavo.site.desk.rewriting.running import run_rewriting

    async def run() -> None:
        stop, library = asyncio.Event(), LibraryThread()
        running = asyncio.create_task(run_rewriting(stop))
        async with asyncio.timeout(seconds):
            while not running.done() and not (callable(done) and await library.do(done)):
                await asyncio.sleep(0.05)
        stop.set()
        await running
        await library.close()

    asyncio.run(run())


def test_a_process_rewrites_what_waits(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library import rewritings
    from octavo.site.library.models import Story

    number = story()
    # The story is as new as the clock of the process says.
    from django.utils import timezone

    Story.objects.update(last=timezone.now())
    with model_server(honest) as here:
        for name, value in (("ADDRESS", here.url), ("NAME", "small"), ("KEY", KEY)):
            monkeypatch.setenv(f"OCTAVO_MODEL_{name}", value)
        run_until(lambda: rewritings.rewriting_of(number) is not None)
    assert shown(number)


def test_nothing_is_done_without_a_model(library: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.delenv("OCTAVO_MODEL_ADDRESS", raising=False)
    run_until(lambda: True)
    caplog.set_level(logging.INFO, "octavo")
    monkeypatch.setenv("OCTAVO_MODEL_ADDRESS", "nowhere")
    monkeypatch.setenv("OCTAVO_MODEL_NAME", "x")
    run_until(lambda: bool(caplog.records))
    assert caplog.records[0].getMessage().startswith("No language model is asked: OCTAVO_MODEL_ADDRESS")
