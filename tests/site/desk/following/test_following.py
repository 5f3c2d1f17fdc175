"""Wanted pages in the library, on both databases: what is wanted, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from octavo.article import Article, Page, Paragraph
from octavo.fetching.answers import Answer
from octavo.fetching.discovery.links import Link
from octavo.fetching.failures import FetchError, Reason
from octavo.reading.parts.identity import article_id
from tests.site.library.articles import BODY, whole_library

if TYPE_CHECKING:
    from octavo.site.desk.following.outcomes import Followed, Outcome
    from octavo.site.library import models

NOW = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)
FEED = "https://post.example/feed.xml"


def _story(url: str, *texts: str, **fields: Any) -> Article:
    made: dict[str, Any] = {"headline": "Ferry to stay in harbour", "publisher": "Harbour Post"}
    return Article(
        id=article_id(url, "", ""), url=url, paragraphs=tuple(Paragraph("text", text) for text in texts or BODY[:1]), **made | fields)


def _whole(url: str, **fields: Any) -> Article:
    return _story(url, *BODY, "Nobody was hurt, the coastguard said, and the cargo of apples is being landed by hand.", **fields)


def _source(kind: str = "feed", address: str = FEED, **fields: Any) -> models.Source:
    from octavo.site.library.models import Source

    return Source.objects.create(kind=kind, address=address, added=NOW, **fields)


def _feed(source: models.Source, *articles: Article, minutes: int = 0) -> list[models.WantedPage]:
    """A feed with those articles comes in, as the desk does it."""
    from octavo.site.desk.following.wanting import wanted_for_feeds
    from octavo.site.library.importing import Given, import_batch

    ids = " ".join(article.id for article in articles)
    body = f"<rss version='2.0'><channel><title>Post</title><description>{minutes} {ids}</description></channel></rss>".encode()
    page = Page(body, NOW + timedelta(minutes=minutes), source.address, source.address, "application/rss+xml")
    return wanted_for_feeds([(source, import_batch([Given(page, articles, source)])[0].added)], NOW)


def _links(source: models.Source, links: Sequence[Link], now: datetime) -> list[models.WantedPage]:
    """A watched page or a sitemap comes in with those links."""
    from octavo.site.desk.following.wanting import wanted_for_links

    return wanted_for_links([(source, links)], now).get(source.pk, [])


def _rows() -> list[models.WantedPage]:
    from octavo.site.library.models import WantedPage

    return list(WantedPage.objects.order_by("pk"))


def _followed(row: models.WantedPage, *articles: Article, url: str = "", body: bytes = b"<html>", **fields: Any) -> Followed:
    from octavo.site.desk.following.outcomes import Followed

    answer = Answer(url or row.url, 200, body, NOW + timedelta(hours=1), {"content-type": "text/html"})
    return Followed(row.pk, answer, articles=articles, **fields)


def _record(*followed: Followed) -> list[Outcome]:
    from octavo.site.desk.following.outcomes import record

    return record(followed, NOW + timedelta(hours=1), "")


def _articles() -> list[models.Article]:
    from octavo.site.library.models import Article

    return list(Article.objects.order_by("pk"))


def _queries(act: Callable[[], object]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        act()
    return len(seen)


def test_a_summary_is_marked_its_page_wanted_and_the_full_text_completes_it(library: str) -> None:
    wanted = _feed(_source(), _story("https://post.example/ferry", byline=("Ada Holm",), published=NOW), _whole("https://post.example/whole"))
    assert [page.url for page in wanted] == ["https://post.example/ferry"]
    before = _articles()
    assert [row.partial for row in before] == ["summary", ""]
    [row] = _rows()
    assert (row.article_id, row.host, row.title, row.due_at, row.state) == (
        before[0].pk, "post.example", "Ferry to stay in harbour", NOW, "waiting")

    page = _whole("https://post.example/2026/ferry-stays", headline="Ferry stays")
    [outcome] = _record(_followed(row, page, url="https://post.example/2026/ferry-stays"))
    assert (outcome.state, outcome.added, outcome.changed, outcome.due_at) == ("read", False, True, None)
    after = _articles()
    assert [each.pk for each in after] == [each.pk for each in before]
    assert (after[0].key, after[0].headline, after[0].text, after[0].partial) == (before[0].key, "Ferry stays", page.text, "")
    assert (after[0].byline, after[0].published) == (["Ada Holm"], NOW)
    assert not after[0].versions.exists()
    [row] = _rows()
    assert (row.state, row.due_at, row.attempts, row.article_id) == ("read", None, 1, after[0].pk)


def test_the_feed_coming_again_changes_nothing_of_a_completed_article(library: str) -> None:
    source, story = _source(), _story("https://post.example/ferry?from=feed")
    _feed(source, story)
    _record(_followed(_rows()[0], _whole("https://post.example/ferry"), url="https://post.example/ferry"))
    before = whole_library()
    assert _feed(source, story, minutes=120) == []
    assert whole_library() == before


def test_a_completed_article_that_is_read_again_keeps_its_id_and_what_its_feed_says(library: str) -> None:
    from octavo.site.library.rereading import reread

    markup = "".join(["<html><article><h1>Ferry to stay</h1>", *(f"<p>{text}</p>" for text in (*BODY, *BODY)), "</article></html>"])
    _feed(_source(), _story("https://post.example/ferry?from=feed", byline=("Ada Holm",), published=NOW))
    key = _articles()[0].key
    _record(_followed(_rows()[0], _story("https://post.example/ferry", *BODY), url="https://post.example/ferry", body=markup.encode()))
    _rows()[0].delete()  # as it is in time
    reread(lambda done, total: None, lambda error: None)
    [row] = _articles()
    assert row.text.startswith(BODY[0])
    assert len(row.text) > 0
    assert (row.key, row.byline, row.published, row.partial) == (key, ["Ada Holm"], NOW, "")


def test_a_wall_keeps_the_feeds_text_and_says_so(library: str) -> None:
    _feed(_source(), *(_story(f"https://post.example/{name}") for name in ("paywall", "consent", "blocked")))
    texts = [row.text for row in _articles()]
    states = [each.state for each in _record(*(_followed(row, _whole(row.url), wall=row.url.rpartition("/")[2]) for row in _rows()))]
    assert states == ["partial"] * 3
    assert [(row.partial, row.text) for row in _articles()] == list(zip(["paywall", "consent", "blocked"], texts, strict=True))
    assert all(row.due_at is None and row.problem for row in _rows())


def test_a_page_with_less_than_the_feed_changes_nothing_of_the_article(library: str) -> None:
    _feed(_source(full_text="always"), _whole("https://post.example/ferry"))
    before = whole_library()["Article"]
    [outcome] = _record(_followed(_rows()[0], _story("https://post.example/ferry")))
    assert (outcome.state, outcome.changed) == ("read", False)
    assert whole_library()["Article"] == before


def test_a_mark_stays_while_the_feed_gives_a_summary_and_goes_with_the_whole_text(library: str) -> None:
    source, url = _source(), "https://post.example/ferry"
    _feed(source, _story(url))
    _record(_followed(_rows()[0], wall="paywall"))
    _feed(source, _story(url, "The ferry Marit was towed into harbour, and nobody knows yet how long it will stay there."), minutes=120)
    [row] = _articles()
    assert row.text.startswith("The ferry Marit was towed into harbour, and")
    assert row.partial == "paywall"
    _feed(source, _whole(url), minutes=180)
    [row] = _articles()
    assert (row.text, row.partial) == (_whole(url).text, "")


def test_failures_are_said_and_tried_again_if_they_may_pass(library: str) -> None:
    from octavo.site.desk.following.outcomes import Followed

    _feed(_source(), *(_story(f"https://post.example/{name}") for name in ("slow", "robots")))
    slow, robots = _rows()
    for attempt in (1, 2, 3):
        [outcome] = _record(Followed(slow.pk, failure=FetchError(slow.url, Reason.TIMED_OUT, "the host takes \0too long")))
        assert (outcome.due_at is None) == (attempt == 3)
    _record(Followed(robots.pk, failure=FetchError(robots.url, Reason.ROBOTS, "its robots.txt asks not to")))
    slow, robots = _rows()
    assert (slow.state, slow.attempts, slow.reason, slow.problem) == ("failed", 3, "timed-out", "the host takes \ufffdtoo long")
    assert (robots.state, robots.attempts, robots.due_at, robots.reason) == ("failed", 1, None, "robots")
    assert [row.partial for row in _articles()] == ["summary", "summary"]


def test_two_feeds_that_name_one_page_by_two_addresses_both_get_its_text(library: str) -> None:
    ours, theirs = _source(), _source(address="https://gather.example/feed")
    _feed(ours, _story("https://post.example/ferry"))
    _feed(theirs, _story("https://gather.example/r/7"))
    own, counted = _rows()
    _record(_followed(counted, _whole("https://post.example/ferry"), url="https://post.example/ferry"))
    first, second = _articles()
    assert first.key != second.key
    assert first.text == second.text == _whole("").text
    assert (first.partial, second.partial) == ("", "")
    own.refresh_from_db()
    assert (own.state, own.due_at) == ("read", None)


def test_two_entries_of_a_feed_that_lead_to_the_same_bytes_are_both_completed(library: str) -> None:
    _feed(_source(), *(_story(f"https://post.example/r/{number}") for number in (1, 2, 3)))
    page, rows = _whole("https://post.example/ferry"), _rows()
    _record(*(_followed(row, page, url="https://post.example/ferry") for row in rows[:2]))
    _record(_followed(rows[2], page, url="https://post.example/ferry"))
    assert [(row.text, row.partial) for row in _articles()] == [(page.text, "")] * 3


def test_a_link_becomes_an_article_once(library: str) -> None:
    source = _source("page", "https://post.example/")
    _links(source, [Link("https://post.example/ferry", "Ferry"), Link("https://post.example/walled")], NOW)
    ferry, walled = _rows()
    outcomes = _record(
        _followed(ferry, _whole(ferry.url, headline="")), _followed(walled, _whole(walled.url), body=b"<p>", wall="paywall"))
    assert [(each.state, each.added) for each in outcomes] == [("read", True), ("partial", True)]
    assert [(row.headline, row.partial) for row in _articles()] == [("Ferry", ""), ("Ferry to stay in harbour", "paywall")]
    assert [row.article_id for row in _rows()] == [row.pk for row in _articles()]


def test_a_link_to_an_article_that_a_feed_brought_meanwhile_completes_that(library: str) -> None:
    _links(_source("page", "https://post.example/"), [Link("https://post.example/ferry")], NOW)
    _feed(_source(), _story("https://post.example/ferry"))
    _record(_followed(_rows()[0], _whole("https://post.example/ferry")))
    [row] = _articles()
    assert (row.text, row.partial) == (_whole("").text, "")
    assert {(each.state, each.article_id) for each in _rows()} == {("read", row.pk)}


def test_a_watched_page_is_followed_to_its_newest_first_and_then_to_what_is_new(library: str) -> None:
    from octavo.site.desk.following.wanting import FIRST_VISIT

    source = _source("page", "https://post.example/")
    links = [Link(f"https://post.example/{number}", published=NOW - timedelta(hours=50 - number)) for number in range(50)]
    first = _links(source, links, NOW)
    assert [page.url for page in first] == [link.url for link in reversed(links)][:FIRST_VISIT]
    assert _links(source, links, NOW) == []
    more = [Link(f"https://post.example/new/{number}") for number in range(30)]
    assert len(_links(source, [*more, *links, *more], NOW)) == 30
    assert [row.state for row in _rows()].count("seen") == 50 - FIRST_VISIT
    assert all((row.due_at is None) == (row.state == "seen") for row in _rows())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(visits=st.lists(st.lists(st.integers(0, 60), max_size=40), min_size=1, max_size=4))
def test_whatever_a_page_links_from_visit_to_visit_each_article_is_wanted_once(site: None, visits: list[list[int]]) -> None:
    from octavo.site.desk.following.wanting import FIRST_VISIT
    from octavo.site.library.models import Source, WantedPage

    source = _source("page", f"https://post.example/{Source.objects.count()}/")
    wanted: list[str] = []
    for visit in visits:
        links = [Link(f"https://post.example/{number}") for number in visit]
        begun = WantedPage.objects.filter(source=source).exists()
        found = [page.url for page in _links(source, links, NOW)]
        assert begun or len(found) == min(FIRST_VISIT, len(set(visit)))
        wanted += found
    linked = {f"https://post.example/{number}" for visit in visits for number in visit}
    kept = list(WantedPage.objects.filter(source=source))
    assert sorted(row.url for row in kept) == sorted(linked)
    assert sorted(row.url for row in kept if row.due_at) == sorted(wanted)


def test_links_without_times_are_newest_as_the_page_has_them(library: str) -> None:
    from octavo.site.desk.following.wanting import FIRST_VISIT

    links = [Link(f"https://post.example/{number}") for number in range(30)]
    found = _links(_source("page", "https://post.example/"), links, NOW)
    assert [page.url for page in found] == [link.url for link in links[:FIRST_VISIT]]


def test_what_is_old_or_no_article_or_there_is_not_followed(library: str) -> None:
    _feed(_source(), _whole("https://post.example/there"))
    old, new = NOW - timedelta(days=4), NOW - timedelta(days=2)
    links = [
        Link("https://post.example/old", published=old), Link("https://post.example/changed-long-ago", changed=old),
        Link("https://post.example/new", published=new, changed=old), Link("https://post.example/undated"),
        Link("https://post.example/more.xml", is_sitemap=True), Link("https://post.example/there"), Link("mailto:ada@post.example"),
    ]
    sitemap = _source("sitemap", "https://post.example/news.xml")
    assert {page.url for page in _links(sitemap, links, NOW)} == {"https://post.example/new", "https://post.example/undated"}
    assert _links(sitemap, links, NOW) == []


def test_an_address_that_several_entries_have_or_that_is_the_feeds_own_is_no_articles_page(library: str) -> None:
    source = _source(home="https://post.example/news", full_text="always")
    front = [replace(_story("https://post.example/live"), id=name, headline=name) for name in ("one", "two")]
    assert _feed(source, *front, _story(FEED), _story("https://post.example/news/"), _story("https://post.example/"), minutes=1) == []
    assert {row.partial for row in _articles()} == {""}
    assert len(_feed(source, _story("https://post.example/own"), minutes=2)) == 1


def test_an_archive_of_a_feed_is_followed_to_its_newest_entries(library: str) -> None:
    from octavo.site.desk.following.wanting import FEED_AT_ONCE, FEED_MOST

    stories = [_story(f"https://post.example/{day}", published=NOW - timedelta(days=day)) for day in range(FEED_MOST + 20)]
    pages = _feed(_source(), *stories)
    assert {page.url for page in pages} == {story.url for story in stories[:FEED_MOST]}
    hours: dict[str | None, int] = {page.url: (page.due_at - NOW) // timedelta(hours=1) for page in pages if page.due_at}
    assert [hours[story.url] for story in stories[:FEED_MOST]] == [number // FEED_AT_ONCE for number in range(FEED_MOST)]


def test_addresses_are_kept_as_they_go_over_the_wire(library: str) -> None:
    _feed(_source(), _story("https://møle.example/fähre#top"))
    assert [(row.url, row.host) for row in _rows()] == [("https://xn--mle-0na.example/f%C3%A4hre", "xn--mle-0na.example")]


def test_the_number_of_statements_does_not_grow_with_the_pages(library: str) -> None:
    def run(names: Sequence[str], folder: str) -> tuple[int, int, int]:
        source = _source(address=f"https://{folder}.example/feed")
        stories = [_story(f"https://post.example/{folder}/{name}") for name in names]
        wanting = _queries(lambda: _feed(source, *stories))
        rows = [row for row in _rows() if row.source_id == source.pk]
        recording = _queries(lambda: _record(*(_followed(row, _whole(row.url), body=row.url.encode()) for row in rows)))
        links = [Link(f"https://post.example/{folder}/{name}/more") for name in names]
        linking = _queries(lambda: _links(source, links, NOW))
        return wanting, recording, linking

    run(["a"], "first")  # The publisher is made once.
    assert run(["a", "b"], "few") == run([str(number) for number in range(12)], "many")


def test_a_row_that_is_gone_or_nothing_at_all_is_no_trouble(library: str) -> None:
    from octavo.site.desk.following.outcomes import Followed

    assert _record() == []
    assert _record(Followed(4711, failure=FetchError(FEED, Reason.GONE, "it is gone"))) == []


def test_an_address_in_another_form_is_the_page_that_was_wanted(library: str) -> None:
    source = _source("page", "https://post.example/")
    forms = [
        "https://post.example/ferry", "https://post.example/ferry?utm_source=front", "https://www.post.example/ferry",
        "http://post.example/ferry/",
    ]
    assert len(_links(source, [Link(form) for form in forms], NOW)) == 1
    assert [_links(source, [Link(form)], NOW) for form in forms] == [[]] * 4
    assert [row.url for row in _rows()] == forms[:1]
    assert len(_links(_source("page", "https://herald.example/"), [Link(forms[3])], NOW)) == 1


def test_many_sources_that_link_are_as_many_statements_as_one(library: str) -> None:
    from octavo.site.desk.following.wanting import wanted_for_links

    def visits(number: int, day: int) -> list[tuple[models.Source, list[Link]]]:
        from octavo.site.library.models import Source

        sources = [Source.objects.get_or_create(address=f"https://p{n}.example/{number}", defaults={"kind": "page", "added": NOW})[0]
                   for n in range(number)]
        return [(source, [Link(f"https://p{source.pk}.example/{each}") for each in range(day, day + 2)]) for source in sources]

    def statements(number: int, day: int) -> int:
        given = visits(number, day)
        return _queries(lambda: wanted_for_links(given, NOW + timedelta(days=10 * day)))

    for day in (0, 1):
        assert statements(2, day) == statements(20, day)


def test_what_each_source_links_is_wanted_for_it(library: str) -> None:
    from octavo.site.desk.following.wanting import FIRST_VISIT, wanted_for_links

    old, new = _source("page", "https://post.example/"), _source("page", "https://herald.example/")
    _links(old, [Link("https://post.example/0")], NOW)
    visits = [(source, [Link(f"https://post.example/{number}") for number in range(FIRST_VISIT + 5)]) for source in (old, new)]
    wanted = wanted_for_links(visits, NOW)
    assert {source: len(pages) for source, pages in wanted.items()} == {old.pk: FIRST_VISIT + 4, new.pk: FIRST_VISIT}
    assert wanted_for_links(visits, NOW) == {}


def test_more_links_than_a_query_takes_keys(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.following import wanting

    monkeypatch.setattr(wanting, "KEYS_MOST", 3)
    source, links = _source("page", "https://post.example/"), [Link(f"https://post.example/{number}") for number in range(10)]
    _feed(_source(), _whole("https://post.example/7"))
    assert len(_links(source, links, NOW)) == 9
    assert _links(source, links, NOW + timedelta(days=8)) == []
    assert {row.linked for row in _rows()} == {NOW + timedelta(days=8)}


def test_a_row_says_within_a_week_when_its_page_was_linked(library: str) -> None:
    source, link = _source("page", "https://post.example/"), Link("https://post.example/ferry")
    for days, said in ((0, 0), (6, 0), (8, 8), (9, 8)):
        _links(source, [link], NOW + timedelta(days=days))
        assert [row.linked for row in _rows()] == [NOW + timedelta(days=said)]


def test_a_page_that_another_worker_has_taken_is_left_to_it(library: str) -> None:
    from octavo.site.desk.following.outcomes import Followed, record

    _feed(_source(), *(_story(f"https://post.example/{name}") for name in ("lost", "ours")))
    lost, ours = _rows()
    for row, worker in ((lost, "other"), (ours, "me")):
        row.leased_by = worker
        row.save()
    slow = [Followed(row.pk, failure=FetchError(row.url, Reason.TIMED_OUT, "the host takes too long")) for row in (lost, ours)]
    assert [outcome.wanted_pk for outcome in record(slow, NOW, "me")] == [ours.pk]
    lost, ours = _rows()
    assert (lost.attempts, lost.due_at, lost.reason) == (0, NOW, "")
    assert (ours.attempts, ours.reason) == (1, "timed-out")


def test_a_feed_of_whole_articles_that_wants_no_page_asks_the_library_nothing(library: str) -> None:
    from octavo.site.desk.following.wanting import wanted_for_feeds
    from octavo.site.library.importing import Given, import_batch

    source = _source(full_text="never")
    page = Page(b"<rss/>", NOW, source.address, source.address)
    added = import_batch([Given(page, [_whole("https://post.example/ferry")], source)])[0].added
    assert _queries(lambda: wanted_for_feeds([(source, added)], NOW)) == 0
