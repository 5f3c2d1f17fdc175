"""The desk as a whole, with a door that leads nowhere and a clock that jumps."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from octavo.article import Page
from octavo.fetching.answers import Answer, Request
from octavo.fetching.failures import FetchError, Reason
from tests.site.desk.newsroom import NOON, InlinePool, JumpingClock, PaperDoor, Reply, answer, feed, source, wanted

HOUR = timedelta(hours=1)


def played(
    clock: JumpingClock, replies: dict[str, Reply], due_only: bool = True, door: PaperDoor | None = None, **options: Any,
) -> tuple[Any, list[Any], PaperDoor]:
    """One round; returns what it came to, what was finished, and the door."""
    from octavo.site.desk.polling.desk import Desk

    door = door or PaperDoor(clock, replies)
    finished: list[Any] = []

    async def run() -> Any:
        async with Desk(door, clock=clock, seed=7, pool=InlinePool(), patience=0, **options) as desk:
            return await desk.round(due_only, finished.append)

    return asyncio.run(run()), finished, door


def test_a_round_brings_the_articles_of_all_that_is_due(library: str) -> None:
    from octavo.site.library.models import Article, Source, SourceDay

    post, star = source(), source("https://star.example/feed")
    later = source("https://late.example/feed", due_at=NOON + HOUR)
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
        assert each.leased_until is not None
        assert each.leased_until <= clock.now() + timedelta(minutes=1)
    assert Source.objects.get(pk=later.pk).fetched is None
    assert later.address not in {request.url for request in door.requests}


def test_one_transaction_holds_few_articles_so_that_others_can_write(site: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.polling import outcomes
    from octavo.site.desk.polling.recording import Recorder

    written, record = [], Recorder.record

    def noting(self: Any, batch: Any, now: Any) -> Any:
        written.append([outcomes.articles_of(each) for each in batch])
        return record(self, batch, now)

    monkeypatch.setattr(outcomes, "BATCH_ARTICLES", 6)
    monkeypatch.setattr(outcomes, "BATCH_AGE", 5.0)
    monkeypatch.setattr(Recorder, "record", noting)
    addresses = [f"https://n{number}.example/feed" for number in range(5)]
    for address in addresses:
        source(address)
    done, _, _ = played(JumpingClock(), {
        address: feed(*(f"{number}{name}" for name in "abcd"), host=f"n{number}.example") for number, address in enumerate(addresses)})
    assert (done.sources, done.added) == (5, 20)
    assert written == [[4]] * 5


def test_the_next_answer_is_asked_for_on_condition_and_brings_what_is_new(library: str) -> None:
    from octavo.site.library.models import Article, SourceDay

    post, clock = source(), JumpingClock()
    first = {"headers": {"etag": '"a"', "last-modified": "Tue, 03 Mar 2026 09:00:00 GMT"}}
    played(clock, {post.address: lambda request: answer(request, clock.now(), feed("a", "b"), **first)})
    clock.pass_(hours=3)
    _, (unchanged,), door = played(clock, {post.address: None})
    assert (door.requests[0].etag, door.requests[0].last_modified) == ('"a"', "Tue, 03 Mar 2026 09:00:00 GMT")
    assert (unchanged.outcome, unchanged.failed) == ("nothing new", False)
    clock.pass_(hours=30)
    done, *_ = played(clock, {post.address: feed("b", "c")})
    assert done.added == 1
    assert Article.objects.count() == 3
    assert list(SourceDay.objects.order_by("day").values_list("articles", flat=True)) == [2, 1]


def test_the_same_bytes_are_not_read_again(site: None) -> None:
    post, clock = source(), JumpingClock()
    played(clock, {post.address: feed("a")})
    clock.pass_(hours=3)

    class Blind(InlinePool):
        async def read(self, given: Any) -> Any:
            raise AssertionError

    from octavo.site.desk.polling.desk import Desk

    async def run() -> Any:
        async with Desk(PaperDoor(clock, {post.address: feed("a")}), clock=clock, pool=Blind()) as desk:
            return await desk.round(True)

    assert asyncio.run(run()).failed == 0


def test_a_source_that_fails_says_why_and_delays_nobody(library: str) -> None:
    post, gone, wall = source(), source("https://gone.example/feed"), source("https://wall.example/feed", etag='"old"')
    clock = JumpingClock()
    done, finished, _ = played(clock, {
        post.address: feed("a"),
        gone.address: FetchError(gone.address, Reason.GONE, "it says that it will not come back (410)"),
        wall.address: b"<html><body><p>We value your privacy.</p></body></html>",
    })
    assert (done.sources, done.added, done.failed) == (3, 1, 2)
    assert {each.outcome for each in finished if each.failed} == {
        "it says that it will not come back (410)", "what came is no feed but a page. Open the address in a browser to see what it says."}
    for each in (gone, wall):
        each.refresh_from_db()
    assert (gone.reason, gone.failures, gone.gone_answers) == ("gone", 1, 1)
    assert gone.due_at is not None
    assert (wall.reason, wall.etag, wall.failing_since) == ("no-feed", '"old"', wall.fetched)
    assert wall.due_at is not None
    assert wall.due_at > clock.now()


def test_one_request_at_a_time_to_a_host(site: None) -> None:
    addresses = [source(f"https://{host}.example/{number}").address for host in "ab" for number in range(30)]
    replies: dict[str, Reply] = {address: feed(f"n{number}") for number, address in enumerate(addresses)}
    done, _, door = played(JumpingClock(), replies)
    assert done.sources == 60
    assert dict(door.most_out) == {"a.example": 1, "b.example": 1}


def test_other_workers_leave_a_host_alone_for_as_long_as_the_door_does(library: str) -> None:
    from octavo.site.library.models import Source

    source("https://slow.example/")
    source("https://quick.example/")
    played(clock := JumpingClock(), {})
    rest = {row.host: (row.leased_until - clock.now()).total_seconds() for row in Source.objects.all() if row.leased_until}
    assert rest == {"slow.example": 30, "quick.example": 1}


def test_a_line_is_logged_when_a_source_begins_to_fail_and_when_it_is_well(site: None, caplog: pytest.LogCaptureFixture) -> None:
    post, clock = source("https://post.example/feed?key=secret"), JumpingClock()
    hangs, broken = (FetchError(post.address, reason, reason.value) for reason in (Reason.TIMED_OUT, Reason.BROKEN))
    with caplog.at_level(logging.INFO, "octavo"):
        for reply in (hangs, hangs, broken, feed("a"), feed("b")):
            played(clock, {post.address: reply}, due_only=False)
            clock.pass_(hours=25)
    assert [record.getMessage() for record in caplog.records] == [
        f"Source {post.pk} (post.example) fails: timed-out", f"Source {post.pk} (post.example) fails: broken",
        f"Source {post.pk} (post.example) answers again"]


def test_a_host_that_hangs_delays_no_other(site: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.polling import slots

    monkeypatch.setattr(slots, "PATIENCE", 0.01)
    clock = JumpingClock()
    quick = [source(f"https://q{number}.example/", due_at=NOON + timedelta(seconds=1)).address for number in range(20)]
    slow = [source(f"https://s{number}.example/").address for number in range(6)]
    answered: list[str] = []

    class Hanging(PaperDoor):
        async def fetch(self, request: Request) -> Answer:
            if request.url in slow:
                while len(answered) < len(quick):
                    await asyncio.sleep(0.005)
            else:
                answered.append(request.url)
            return await super().fetch(request)

    clock.pass_(seconds=1)
    door = Hanging(clock, {address: feed(f"n{number}") for number, address in enumerate(quick + slow)})
    done, *_ = played(clock, {}, door=door, at_once=3)
    assert done.sources == 26


def test_a_round_over_all_asks_those_too_whose_time_has_not_come(site: None) -> None:
    post, muted = source(due_at=NOON + HOUR), source("https://m.example/", muted=True)
    done, _, door = played(JumpingClock(), {post.address: feed("a")}, due_only=False)
    assert (done.sources, [request.url for request in door.requests]) == (1, [post.address])
    assert muted.address not in {request.url for request in door.requests}


def test_a_round_follows_the_pages_that_it_leads_to(library: str) -> None:
    from octavo.site.library.models import Article, WantedPage

    post, clock = source(full_text="always"), JumpingClock()
    said = "The pilots of Skerry spoke at length about the sandbank, said Ida Brekke"
    whole = "<h1>Ferry a stays in harbour</h1>" + "".join(f"<p>{said}, for the {number}th time.</p>" for number in range(9))
    page = f"<html><head><title>Ferry a stays in harbour</title></head><body><article>{whole}</article></body></html>"
    done, finished, door = played(clock, {post.address: feed("a", text="Short."), "https://post.example/a": page.encode()})
    assert (done.sources, done.pages, done.added) == (1, 1, 1)
    assert [each.kind for each in finished] == ["source", "page"]
    assert [request.robots for request in door.requests] == [False, True]
    assert "for the 8th time" in Article.objects.get().text
    assert WantedPage.objects.get().state == "read"


def test_a_page_that_fails_is_written_down_with_it(library: str) -> None:
    post = source(due_at=None)
    page = wanted(post, "https://post.example/story")
    hangs = FetchError(page.url, Reason.TIMED_OUT, "the host does not answer", retry_after=9)
    done, (finished,), _ = played(JumpingClock(), {page.url: hangs})
    page.refresh_from_db()
    assert (page.reason, page.problem, page.attempts, finished.failed) == ("timed-out", "the host does not answer", 1, True)
    assert (done.sources, done.pages) == (0, 1)


def test_a_fault_of_our_own_is_that_sources_problem(site: None, caplog: pytest.LogCaptureFixture) -> None:
    post, star = source(), source("https://star.example/feed")

    def stumble(request: Request) -> Answer:
        raise KeyError("four quiet tugs")

    done, *_ = played(JumpingClock(), {post.address: stumble, star.address: feed("a")})
    post.refresh_from_db()
    assert (done.sources, done.added, done.failed) == (2, 1, 1)
    assert "KeyError" in post.problem
    assert "tugs" not in post.problem
    assert f"source {post.pk}" in caplog.text


def test_what_cannot_be_written_of_one_source_loses_no_other(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.polling import recording
    from octavo.site.library.importing import import_batch
    from octavo.site.library.models import Article

    bad = source("https://bad.example/feed")
    good = [source(f"https://g{number}.example/feed") for number in range(3)]

    def refusing(given: Any) -> Any:
        if any(each.source.pk == bad.pk for each in given):
            raise ValueError("the database holds no such thing")
        return import_batch(given)

    monkeypatch.setattr(recording, "import_batch", refusing)
    done, *_ = played(JumpingClock(), {each.address: feed(f"n{each.pk}") for each in [bad, *good]})
    bad.refresh_from_db()
    assert (done.sources, done.added, done.failed) == (4, 3, 1)
    assert Article.objects.count() == 3
    assert "ValueError" in bad.problem
    assert (bad.digest, bad.failures) == ("", 1)
    assert bad.due_at is not None


def test_a_move_is_taken_over_but_not_onto_another_source(library: str) -> None:
    there = "https://new.example/feed"
    mover, clashing, clock = source(), source("https://clash.example/feed"), JumpingClock()
    source("https://there.example/feed", due_at=None)

    def moved(to: str) -> Callable[[Request], Answer]:
        return lambda request: answer(request, clock.now(), feed(request.url[8:12]), moved_to=to)

    for _ in range(3):
        played(clock, {mover.address: moved(there), clashing.address: moved("http://www.there.example/feed/")}, due_only=False)
        clock.pass_(hours=25)
    mover.refresh_from_db()
    clashing.refresh_from_db()
    assert (mover.address, mover.host, mover.note) == (there, "new.example", "")
    assert clashing.address == "https://clash.example/feed"
    assert "http://www.there.example/feed/" in clashing.note
    assert clashing.failures == 0


@pytest.mark.parametrize(("there", "kept"), [
    ("https://new.example/feed", False), ("http://post.example/feed", False), ("https://post.example:8443/feed", False),
    ("https://post.example/other", True), ("https://post.example:443/other", True),
])
def test_credentials_do_not_follow_a_move_elsewhere(library: str, there: str, kept: bool) -> None:
    from octavo.site.library.models import SourceSecret

    mover, clock = source(), JumpingClock()
    SourceSecret.objects.create(source=mover, user="ida", password="four quiet tugs")
    door = PaperDoor(clock, {mover.address: lambda request: answer(request, clock.now(), feed("a"), moved_to=there)})
    door.replies[there] = None
    for _ in range(4):
        played(clock, {}, due_only=False, door=door)
        clock.pass_(hours=25)
    mover.refresh_from_db()
    assert mover.address == there
    assert SourceSecret.objects.exists() is kept
    assert (door.requests[-1].url, door.requests[-1].credentials is not None) == (there, kept)
    assert ("its credentials" in mover.note, "tugs" in mover.note) == (not kept, False)


def test_what_its_owner_changed_meanwhile_stays(library: str) -> None:
    from octavo.site.library.models import Source

    post, gone, elsewhere, clock = source(), source("https://gone.example/feed"), source("https://old.example/feed"), JumpingClock()
    bodies = {each.address: feed(f"n{each.pk}") for each in (post, gone, elsewhere)}

    async def change() -> None:
        def now() -> None:
            from django.db import connection

            Source.objects.filter(pk=post.pk).update(muted=True, folder="Islands")
            Source.objects.filter(pk=elsewhere.pk).update(address="https://put-right.example/feed")
            Source.objects.filter(pk=gone.pk).delete()
            connection.close()

        await asyncio.to_thread(now)

    class Meanwhile(PaperDoor):
        async def fetch(self, request: Request) -> Answer:
            if len(self.requests) == 2:
                await change()
            return await super().fetch(request)

    played(clock, {}, door=Meanwhile(clock, {**bodies}))
    post.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (post.muted, post.folder, post.failures) == (True, "Islands", 0)
    assert post.fetched is not None
    assert (elsewhere.address, elsewhere.digest, elsewhere.reason) == ("https://put-right.example/feed", "", "not-found"), "asked there"
    assert not Source.objects.filter(pk=gone.pk).exists()


def test_what_its_owner_puts_into_the_queue_meanwhile_is_asked_again(library: str) -> None:
    from octavo.fetching.answers import Credentials
    from octavo.site.desk.adding import changes

    post, quiet, clock = source(), source("https://quiet.example/feed"), JumpingClock()
    asked_for = NOON + timedelta(seconds=3)

    def given() -> bool:
        changes.keep_credentials(post, Credentials("ida", "p"), asked_for)
        return True

    class Meanwhile(PaperDoor):
        async def fetch(self, request: Request) -> Answer:
            if request.url == post.address:
                await asyncio.to_thread(_looked, given)
            return await super().fetch(request)

    wall = FetchError(post.address, Reason.UNAUTHORISED, "it asks for a user name and a password")
    played(clock, {}, door=Meanwhile(clock, {post.address: wall, quiet.address: feed("a")}))
    post.refresh_from_db()
    quiet.refresh_from_db()
    assert (post.due_at, post.reason) == (asked_for, "unauthorised")
    assert quiet.due_at is not None
    assert quiet.due_at > NOON + timedelta(minutes=30)


def test_a_host_that_asks_for_peace_is_left_alone_by_all_its_rows(library: str) -> None:
    from octavo.site.library.models import Source

    first, *others = [source(f"https://busy.example/{number}", due_at=NOON + timedelta(seconds=number)) for number in range(5)]
    page = wanted(first, "https://busy.example/story", due_at=NOON + timedelta(seconds=2))
    quiet, clock = source("https://quiet.example/"), JumpingClock(NOON + timedelta(minutes=1))
    limited = FetchError(first.address, Reason.RATE_LIMITED, "it asks for fewer requests", retry_after=7200)
    replies: dict[str, Reply] = {first.address: limited, quiet.address: feed("a")}
    door = PaperDoor(clock, replies | {each.address: feed("b") for each in others})
    for due_only in (True, True, False):
        done, *_ = played(clock, {}, door=door, due_only=due_only)
        assert done.left == 0, "nobody else is at them"
        clock.pass_(minutes=30)
    asked = [request.url for request in door.requests]
    assert asked.count(first.address) == 1
    assert {url for url in asked if "busy" in url} == {first.address}
    page.refresh_from_db()
    assert (page.attempts, page.reason) == (0, "")
    assert not Source.objects.filter(pk__in=[each.pk for each in others]).exclude(failures=0).exists()
    clock.pass_(hours=1)
    played(clock, {}, door=door)
    assert {each.address for each in others} < {request.url for request in door.requests}


def test_a_host_behind_a_redirect_does_not_hold_the_one_that_led_there(library: str) -> None:
    post, other = source("https://post.example/1"), source("https://post.example/2", due_at=NOON + timedelta(hours=1))
    limited = FetchError("https://elsewhere.example/feed", Reason.RATE_LIMITED, "it asks for fewer requests", retry_after=7200)
    clock = JumpingClock()
    played(clock, {post.address: limited})
    clock.pass_(hours=1.5)
    done, _, door = played(clock, {other.address: feed("a")})
    assert (done.added, [request.url for request in door.requests]) == (1, [other.address])


def test_a_round_right_after_another_waits_until_the_hosts_have_rested(library: str) -> None:
    from octavo.site.desk.polling.desk import Desk

    post, slow, clock = source(), source("https://slow.example/feed"), JumpingClock()
    door = PaperDoor(clock, {post.address: feed("a"), slow.address: feed("b")})

    async def run() -> Any:
        async with Desk(door, clock=clock, pool=InlinePool(), patience=0) as desk:
            return [await desk.round(False) for _ in range(2)]

    first, second = asyncio.run(run())
    assert (first.sources, second.sources, second.left) == (2, 2, 0)
    assert clock.now() >= NOON + timedelta(seconds=30)


def test_who_watches_and_is_gone_ends_the_round_and_loses_nothing(library: str) -> None:
    from octavo.site.desk.polling.desk import Desk
    from octavo.site.library.models import Article, Source

    clock, told = JumpingClock(), []
    replies: dict[str, Reply] = {source(f"https://s{n}.example/").address: feed(f"n{n}") for n in range(300)}

    def gone(each: Any) -> None:
        told.append(each)
        raise BrokenPipeError

    async def run() -> None:
        async with Desk(PaperDoor(clock, replies), clock=clock, pool=InlinePool(), patience=0, at_once=8) as desk:
            with pytest.raises(BrokenPipeError):
                await asyncio.wait_for(desk.round(True, gone), 60)

    asyncio.run(run())
    assert len(told) == 1
    assert Article.objects.count() == Source.objects.exclude(answered=None).count() > 0
    assert not Source.objects.filter(leased_until__gt=clock.now() + timedelta(seconds=5)).exists()


def test_a_clock_that_is_put_back_stops_nothing(library: str) -> None:
    ahead = JumpingClock(NOON + timedelta(days=800))
    post = source()
    played(ahead, {post.address: feed("a")})
    clock = JumpingClock(NOON + HOUR)
    done, *_ = played(clock, {post.address: feed("a", "b")})
    post.refresh_from_db()
    assert done.added == 1
    assert post.due_at is not None
    assert post.due_at < clock.now() + timedelta(days=2)


def test_a_batch_of_unchanged_sources_is_a_fixed_number_of_statements(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.desk.assignments import Heard
    from octavo.site.desk.polling.claiming import claim
    from octavo.site.desk.polling.recording import Recorder

    counts = []
    for many in (2, 40):
        for number in range(many):
            source(f"https://s{many}-{number}.example/")
        turns = claim("ida", NOON, NOON, 100, {})
        heard = [Heard(turn, Answer(turn.url, 304, b"", NOON)) for turn in turns]
        with CaptureQueriesContext(connection) as asked:
            assert len(Recorder("ida", Random(1), lambda host: 1.0).record(heard, NOON)) == many
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_busy_library_loses_nothing(site: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    from django.db import OperationalError

    from octavo.site.desk import library_thread
    from octavo.site.desk.polling import recording
    from octavo.site.desk.polling.desk import Desk
    from octavo.site.library.importing import import_batch
    from octavo.site.library.models import Article

    monkeypatch.setattr(library_thread, "FIRST_PAUSE", 0.01)
    post, clock, tries = source(), JumpingClock(), []

    def busy(given: Any) -> Any:
        tries.append(1)
        if len(tries) < 3:
            raise OperationalError("database is locked")
        return import_batch(given)

    monkeypatch.setattr(recording, "import_batch", busy)

    async def run() -> Any:
        async with Desk(PaperDoor(clock, {post.address: feed("a")}), clock=clock, pool=InlinePool()) as desk:
            return await desk.round(True)

    assert asyncio.run(run()).added == 1
    assert Article.objects.count() == 1
    assert caplog.text.count("tried again") == 1


def working(clock: JumpingClock, door: PaperDoor, until: Callable[[], bool]) -> None:
    """Work until that is so."""
    from octavo.site.desk.polling.desk import Desk

    async def run() -> None:
        stop = asyncio.Event()
        async with Desk(door, clock=clock, pool=InlinePool(), worker="ida") as desk:
            task = asyncio.create_task(desk.work(stop))
            async with asyncio.timeout(30):
                while not await asyncio.to_thread(_looked, until):
                    await asyncio.sleep(0.01)
                stop.set()
                await task

    asyncio.run(run())


def _looked(until: Callable[[], bool]) -> bool:
    from django.db import connection

    try:
        return until()
    finally:
        connection.close()


def test_work_goes_on_by_the_clock_until_it_is_stopped(library: str) -> None:
    class Leaping(JumpingClock):
        async def sleep(self, seconds: float) -> None:
            await super().sleep(600 * seconds)

    post, clock = source(), Leaping()
    door = PaperDoor(clock, {post.address: feed("a")})
    working(clock, door, lambda: len(door.requests) >= 3)
    assert clock.now() > NOON + HOUR


def test_what_is_held_when_it_stops_is_given_back(library: str) -> None:
    from octavo.site.library.models import Source

    clock = JumpingClock()
    for number in range(30):
        source(f"https://s{number}.example/")

    class Hanging(PaperDoor):
        async def fetch(self, request: Request) -> Answer:
            self.requests.append(request)
            await asyncio.Event().wait()
            raise AssertionError

    door = Hanging(clock, {})
    working(clock, door, lambda: len(door.requests) == 30)
    for each in Source.objects.all():
        assert each.leased_until is not None
        assert each.leased_until <= clock.now() + timedelta(seconds=5)
        assert each.due_at == NOON


def test_an_error_of_the_desk_itself_is_logged_and_it_goes_on(
    site: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
) -> None:
    from octavo.site.desk.polling import claiming, desk

    monkeypatch.setattr(desk, "PAUSE", 0.01)
    post, clock, calls, claim = source(), JumpingClock(), [], claiming.claim

    def stumbling(*arguments: Any) -> Any:
        calls.append(1)
        if len(calls) == 1:
            raise KeyError("a fault")
        return claim(*arguments)

    monkeypatch.setattr(claiming, "claim", stumbling)
    door = PaperDoor(clock, {post.address: feed("a")})
    with caplog.at_level(logging.ERROR):
        working(clock, door, lambda: len(door.requests) >= 1)
    assert "The desk stumbled" in caplog.text


def test_a_feed_that_has_something_new_is_stored_as_what_is_different(library: str) -> None:
    from octavo.site.library.models import FetchedPage
    from octavo.site.library.rows import page_of

    post, clock = source(), JumpingClock()
    bodies = [feed(*(f"{number}" for number in range(newest, newest - 40, -1))) for newest in (40, 41)]
    for body in bodies:
        played(clock, {post.address: body}, due_only=False)
        clock.pass_(hours=1)
    first, second = FetchedPage.objects.order_by("pk")
    assert (first.base_id, second.base_id) == (None, first.pk)
    assert [page_of(row).body for row in (first, second)] == bodies


def test_what_is_no_longer_needed_goes_once_a_day_and_polling_goes_on_if_it_cannot(
    site: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
) -> None:
    from octavo.site.desk.polling import desk
    from octavo.site.library import pruning
    from octavo.site.library.models import WantedPage

    class Leaping(JumpingClock):
        async def sleep(self, seconds: float) -> None:
            await super().sleep(7200 * seconds)

    post, clock, pruned = source(), Leaping(), []

    def prune(now: datetime) -> bool:
        pruned.append(now)
        if len(pruned) == 1:
            raise KeyError("a fault")
        return pruning.prune(now)

    monkeypatch.setattr(desk, "prune", prune)
    wanted(post, "https://post.example/old", found=NOON - timedelta(days=61), state="read", due_at=None)
    door = PaperDoor(clock, {post.address: feed("a")})
    with caplog.at_level(logging.ERROR):
        working(clock, door, lambda: len(pruned) >= 4)
    assert "tried again tomorrow" in caplog.text
    assert not WantedPage.objects.exists()
    assert door.requests
    assert all(later - earlier >= timedelta(days=1) for earlier, later in pairwise(pruned))


def test_what_is_read_is_what_was_fetched(site: None) -> None:
    from octavo.site.desk.polling.asking import asked
    from octavo.site.desk.polling.claiming import claim
    from octavo.site.desk.reading.child import Given

    source()
    (turn,) = claim("ida", NOON, NOON, 1, {})
    clock, seen = JumpingClock(), []

    class Looking(InlinePool):
        async def read(self, given: Given) -> Any:
            seen.append(given)
            return await super().read(given)

    def reply(request: Request) -> Answer:
        return Answer("https://post.example/moved", 200, feed("a"), NOON, {"content-type": "text/xml"})

    outcome = asyncio.run(asked(turn, PaperDoor(clock, {turn.url: reply}), Looking(), clock))
    page = Page(feed("a"), NOON, "https://post.example/moved", turn.url, "text/xml")
    assert seen == [Given("feed", page, turn.url)]
    assert outcome.turn is turn
