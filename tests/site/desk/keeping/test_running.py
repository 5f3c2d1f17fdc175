"""The desk takes out what is kept no longer as soon as the owner says so, one worker at a time."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from django.utils import timezone

from octavo.site.library.keeping.plan import ROOM, Keeping
from tests.site.desk.beside import then, while_running
from tests.site.library import placed
from tests.site.library.articles import MORNING


@pytest.fixture(autouse=True)
def _quick(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.keeping import running

    monkeypatch.setattr(running, "LOOK", 0.05)
    monkeypatch.setattr(running, "PAUSE", 0.01)


def left() -> int:
    from octavo.site.library.models import Article

    return Article.objects.count()


async def until_left(number: int) -> None:
    seen = [-1]
    while seen[-1] != number:
        await then(lambda: seen.append(left()))
        await asyncio.sleep(0.05)


def set_(keeping: Keeping) -> None:
    from octavo.site.library.paper_settings import set_settings

    set_settings(ROOM, keeping)


def test_it_begins_when_the_owner_says_so_and_goes_on_when_they_say_otherwise(library: str) -> None:
    from octavo.site.desk.keeping.running import run_keeping

    now = timezone.now()
    for days in (400, 40, 4):
        placed.came(f"day{days}", minutes=int((now - timedelta(days=days) - MORNING) / timedelta(minutes=1)))

    async def meanwhile() -> None:
        await asyncio.sleep(0.3)
        await then(lambda: set_(Keeping(article_days=100)))
        await until_left(2)
        await then(lambda: set_(Keeping(article_days=10)))
        await until_left(1)

    while_running(run_keeping, meanwhile)


def test_while_another_worker_is_at_it_nothing_is_done(library: str) -> None:
    from octavo.site.desk.keeping.running import KEEPING, run_keeping

    placed.came("old")
    set_(Keeping(article_days=1))
    assert KEEPING.take("another", timezone.now())

    async def meanwhile() -> None:
        await asyncio.sleep(0.5)

    while_running(run_keeping, meanwhile)
    assert left() == 1
