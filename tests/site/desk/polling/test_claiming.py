"""Rows as a queue: who takes what, for how long, and in how many statements."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from tests.site.desk.newsroom import NOON, source, wanted

MINUTE = timedelta(minutes=1)


def claim(worker: str = "ida", minutes: float = 0, most: int = 50, held: Counter[str] | None = None) -> list[Any]:
    from octavo.site.desk.polling import claiming

    now = NOON + minutes * MINUTE
    return claiming.claim(worker, now, now, most, held or Counter())


def addresses(turns: list[Any]) -> list[str]:
    return [turn.url for turn in turns]


def test_what_is_due_is_taken_once_sources_and_pages_by_turns_the_oldest_first(library: str) -> None:
    late = source("https://a.example/", due_at=NOON + 9 * MINUTE)
    second, first = source("https://b.example/"), source("https://c.example/", due_at=NOON - MINUTE)
    page = wanted(second, "https://d.example/story", due_at=NOON - 2 * MINUTE)
    assert addresses(claim()) == [first.address, page.url, second.address]
    assert claim() == []
    assert addresses(claim("oda", 10)) == [first.address, page.url, second.address, late.address]


def test_what_is_not_polled_is_not_taken(library: str) -> None:
    source("https://a.example/", muted=True)
    source("https://b.example/", due_at=None)
    source("files", kind="file")
    wanted(source("https://c.example/", muted=True), "https://c.example/story")
    assert claim() == []


def test_a_lease_runs_out_unless_it_is_renewed(library: str) -> None:
    from octavo.site.desk.polling import claiming

    source("https://a.example/")
    source("https://b.example/")
    kept, _ = claim("ida")
    claiming.renew("ida", [kept], NOON + 3 * MINUTE)
    assert claim("oda", 4.9) == []
    (taken,) = claim("oda", 5)
    assert taken.id != kept.id
    assert addresses(claim("eva", 8)) == [kept.url]
    claiming.renew("ida", [kept], NOON + 8 * MINUTE)
    assert addresses(claim("ida", 13)) == [kept.url, taken.url], "who lost a lease does not renew it"


def test_a_host_that_another_worker_is_at_is_left_to_it(library: str) -> None:
    from octavo.site.desk.polling import claiming

    first = source("https://a.example/one", due_at=NOON - MINUTE)
    other = source("https://a.example/two")
    page = wanted(first, "https://a.example/story")
    elsewhere = source("https://b.example/")
    turns = claim("ida", most=1)
    assert addresses(turns) == [first.address]
    assert addresses(claim("oda")) == [elsewhere.address]
    assert set(addresses(claim("ida"))) == {other.address, page.url}
    claiming.give_back("ida", turns, NOON, lambda host: 60.0)
    assert claim("oda", 0.5) == []


def test_a_host_has_its_share_and_no_more(library: str) -> None:
    from octavo.site.desk.polling.claiming import HELD_PER_HOST

    for number in range(HELD_PER_HOST + 9):
        source(f"https://many.example/{number}", due_at=NOON - MINUTE)
    one = source("https://one.example/")
    taken = claim(most=40)
    assert Counter(turn.host for turn in taken) == {"many.example": HELD_PER_HOST, "one.example": 1}
    assert one.address in addresses(taken)
    assert claim(held=Counter({"many.example": HELD_PER_HOST})) == []
    assert len(claim(held=Counter({"many.example": HELD_PER_HOST - 2}))) == 2


def test_many_of_one_host_hide_nobody_for_long(library: str) -> None:
    from octavo.site.library.models import Source

    Source.objects.bulk_create([
        Source(kind="feed", address=f"https://many.example/{n}", host="many.example", added=NOON, due_at=NOON - MINUTE)
        for n in range(500)])
    source("https://one.example/")
    held = Counter(turn.host for turn in claim(most=50))
    assert addresses(claim(most=50, held=held)) == ["https://one.example/"]


def test_what_is_known_of_a_source_comes_with_it(library: str) -> None:
    from octavo.fetching.answers import Credentials
    from octavo.reading.feed.hints import Hints
    from octavo.site.library.models import SourceSecret

    made = source(etag='"a"', hints={"every": 7200}, interval=900, moved_to="https://new.example/", moved_answers=2)
    SourceSecret.objects.create(source=made, user="ida", password="four quiet tugs", headers={"X-Key": "k"})
    wanted(made, "https://post.example/story")
    wanted(made, "https://other.example/story")
    turns = {turn.url: turn for turn in claim()}
    state = turns[made.address].state
    assert (state.etag, state.hints, state.interval, state.moved_answers) == ('"a"', Hints(7200), 900, 2)
    assert turns[made.address].credentials == Credentials("ida", "four quiet tugs", {"X-Key": "k"})
    assert turns["https://post.example/story"].credentials == turns[made.address].credentials
    assert turns["https://other.example/story"].credentials is None
    assert "quiet" not in repr(turns)


@pytest.mark.parametrize("due", [0, 3, 60])
def test_claiming_is_a_fixed_number_of_statements(library: str, due: int) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for number in range(due):
        wanted(source(f"https://s{number}.example/"), f"https://s{number}.example/story")
    with CaptureQueriesContext(connection) as asked:
        assert len(claim(most=200)) == 2 * due
    statements = [each["sql"] for each in asked if not each["sql"].startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))]
    assert len(statements) <= 9


def test_claiming_looks_at_what_is_due_and_not_at_all_rows(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.library.models import Source, WantedPage

    Source.objects.bulk_create([
        Source(kind="feed", address=f"https://s{n}.example/", host=f"s{n}.example", added=NOON, due_at=NOON + n * MINUTE)
        for n in range(-5, 9995)])
    first = Source.objects.order_by("pk").first()
    WantedPage.objects.bulk_create([
        WantedPage(source=first, url=f"https://s{n}.example/story", host=f"s{n}.example", found=NOON, due_at=NOON + n * MINUTE)
        for n in range(-5, 9995)])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    with CaptureQueriesContext(connection) as asked:
        assert len(claim()) == 12
    selects = [each["sql"] for each in asked if each["sql"].startswith("SELECT") and "advisory" not in each["sql"]]
    assert len(selects) >= 3
    for select in selects:
        with connection.cursor() as cursor:
            cursor.execute(("EXPLAIN QUERY PLAN " if library == "sqlite" else "EXPLAIN ") + select)
            plan = "\n".join(str(cell) for row in cursor.fetchall() for cell in row)
        for table in ("library_source", "library_wantedpage"):
            assert f"Seq Scan on {table} " not in plan, plan
            assert not any(line.startswith("SCAN") and table in line and "INDEX" not in line for line in plan.splitlines()), plan


def test_the_next_moment_and_what_is_left(library: str) -> None:
    from octavo.site.desk.polling import claiming

    assert claiming.next_due() is None
    late = source("https://a.example/", due_at=NOON + 9 * MINUTE)
    assert claiming.next_due() == late.due_at
    wanted(late, "https://a.example/story", due_at=NOON + MINUTE)
    assert claiming.next_due() == NOON + MINUTE
    assert claiming.left(NOON, NOON) == 0
    assert claiming.left(NOON + 10 * MINUTE, NOON) == 1
    assert claiming.left(NOON + 10 * MINUTE, NOON + 10 * MINUTE) == 2


def test_a_round_over_all_leaves_alone_who_asked_for_it(library: str) -> None:
    from octavo.site.desk.polling import claiming

    source("https://a.example/", due_at=NOON + 9 * MINUTE)
    source("https://b.example/", due_at=NOON + 9 * MINUTE, reason="rate-limited", failures=1)
    source("https://c.example/", due_at=None)
    source("https://d.example/", due_at=NOON + 9 * MINUTE, reason="server-error", failures=1)
    source("https://e.example/1", due_at=NOON + 9 * MINUTE, not_before=NOON + 8 * MINUTE)
    source("https://e.example/2", due_at=NOON + 9 * MINUTE)
    claiming.make_due(NOON)
    assert addresses(claim()) == ["https://a.example/"]


def test_no_number_of_pages_keeps_sources_waiting_nor_the_other_way_round(library: str) -> None:
    from octavo.site.library.models import Source, WantedPage

    first = source("https://first.example/", due_at=None)
    WantedPage.objects.bulk_create([
        WantedPage(source=first, url=f"https://p{n}.example/story", host=f"p{n}.example", found=NOON, due_at=NOON - 60 * MINUTE)
        for n in range(6_000)])
    feeds = [f"https://f{n}.example/" for n in range(50)]
    Source.objects.bulk_create([
        Source(kind="feed", address=each, host=each[8:-1], added=NOON, due_at=NOON) for each in feeds])
    assert set(feeds) < set(addresses(claim(most=100)))
    Source.objects.bulk_create([
        Source(kind="feed", address=f"https://old{n}.example/", host=f"old{n}.example", added=NOON, due_at=NOON - 90 * MINUTE)
        for n in range(500)])
    assert Counter(turn.kind for turn in claim(most=100)) == {"source": 50, "page": 50}


def test_a_host_that_wants_to_be_left_alone_is_so_by_all_its_rows(library: str) -> None:
    from octavo.site.desk.polling import claiming

    first = source("https://a.example/one", due_at=NOON + 99 * MINUTE, not_before=NOON + 90 * MINUTE)
    second = source("https://a.example/two")
    wanted(first, "https://a.example/story")
    wanted(first, "https://b.example/story", not_before=NOON + 5 * MINUTE, due_at=NOON + 5 * MINUTE)
    other = source("https://b.example/", due_at=NOON + 2 * MINUTE)
    assert claim() == []
    assert not claiming.waiting(NOON, NOON)
    assert claiming.left(NOON, NOON) == 0
    assert addresses(claim("oda", 6)) == [other.address, "https://b.example/story"]
    assert addresses(claim("eva", 91)) == [second.address, "https://a.example/story", other.address, "https://b.example/story"]


def test_what_a_clock_that_was_ahead_has_put_off_is_due(library: str) -> None:
    from octavo.site.desk.polling import claiming

    years = timedelta(days=900)
    page = wanted(source("https://a.example/", due_at=NOON + years), "https://b.example/story", due_at=NOON + years)
    source("https://c.example/", leased_until=NOON + years, leased_by="oda")
    source("https://d.example/", not_before=NOON + years)
    late = source("https://e.example/", due_at=NOON + timedelta(days=30))
    assert claim() == []
    claiming.put_right(NOON)
    assert set(addresses(claim())) == {"https://a.example/", page.url, "https://c.example/", "https://d.example/"}
    late.refresh_from_db()
    assert late.due_at == NOON + timedelta(days=30)


def test_what_an_idle_worker_has_let_go_waits_for_a_moment_only(library: str) -> None:
    from octavo.site.desk.polling import claiming

    source("https://a.example/")
    claiming.give_back("ida", claim("ida"), NOON, lambda host: 30.0)
    assert not claiming.waiting(NOON, NOON)
    assert not claiming.waiting(NOON, NOON, "oda")
    assert claiming.waiting(NOON, NOON, "ida")
