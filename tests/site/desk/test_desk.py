"""The desk as a whole, with a door that leads nowhere and a clock that jumps."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from octavo.fetching.failures import FetchError, Reason
from tests.site.desk.newsroom import NOON, JumpingClock, PaperDoor, Reply, feed, source


def played(clock: JumpingClock, replies: dict[str, Reply], due_only: bool = True, **options: Any) -> tuple[Any, list[Any], PaperDoor]:
    """One round; returns what it came to, what was finished, and the door."""
    from octavo.site.desk.desk import Desk

    door, finished = PaperDoor(clock, replies), []

    async def run() -> Any:
        async with Desk(door, clock=clock, seed=7, **options) as desk:
            return await desk.round(due_only, finished.append)

    return asyncio.run(run()), finished, door


def test_a_round_brings_the_articles_of_all_that_is_due(library: str) -> None:
    from octavo.site.library.models import Article, Source, SourceDay

    post, star = source(), source("https://star.example/feed")
    later = source("https://late.example/feed", due_at=NOON + timedelta(hours=1))
    clock = JumpingClock()
    done, finished, door = played(clock, {post.address: feed("marit", "ida"), star.address: feed("oda", host="star.example")})
    assert (done.sources, done.added, done.failed, done.left) == (2, 3, 0, 0)
    assert {each.outcome for each in finished} == {"2 new articles", "1 new article"}
    assert set(Article.objects.values_list("url", flat=True)) == {
        "https://post.example/marit", "https://post.example/ida", "https://star.example/oda"}
    assert SourceDay.objects.get(source=post).articles == 2
    for each in (post, star):
        each.refresh_from_db()
        assert each.due_at is not None
        assert clock.now() + timedelta(minutes=50) < each.due_at < clock.now() + timedelta(minutes=70)
        assert each.fetched == each.answered == each.changed
    assert Source.objects.get(pk=later.pk).fetched is None
    assert later.address not in {request.url for request in door.requests}
