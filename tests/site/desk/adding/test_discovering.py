"""What lies at an address that a person typed, and with how few requests it is found."""

from __future__ import annotations

import asyncio
import gzip

import pytest

from octavo.errors import InputError, OctavoError
from octavo.fetching.answers import Credentials
from octavo.fetching.failures import FetchError, Reason
from octavo.site.desk.adding.discovering import Found, discover
from tests.site.desk.newsroom import JumpingClock, PaperDoor, Reply, answer, feed

HOME = "https://post.example/"
FEED = "https://post.example/feed"
RSS = feed("marit", "pier", head="<link>https://post.example/</link>")
KEY = Credentials("ada", "geheim", {"X-Key": "s3cret"})
FRONT = b"".join(b'<h2><a href="/2026/03/0%d/the-story-of-%d">The whole story of day %d</a></h2>' % (day, day, day) for day in range(1, 6))


def looked(replies: dict[str, Reply], typed: str, credentials: Credentials | None = None) -> tuple[Found, PaperDoor]:
    door = PaperDoor(JumpingClock(), replies)
    return asyncio.run(discover(door, typed, credentials)), door


def refused(replies: dict[str, Reply], typed: str) -> tuple[OctavoError, PaperDoor]:
    door = PaperDoor(JumpingClock(), replies)
    with pytest.raises(OctavoError) as said:
        asyncio.run(discover(door, typed))
    return said.value, door


def page(*links: str, body: bytes = b"<p>Welcome.</p>") -> bytes:
    alternates = "".join(f'<link rel="alternate" type="application/rss+xml" title="{link}" href="{link}">' for link in links)
    return f"<!doctype html><html><head><title>The Harbour Post</title>{alternates}</head><body>".encode() + body + b"</body></html>"


def test_a_feed_is_taken_as_it_is_with_one_request() -> None:
    found, door = looked({FEED: RSS}, "post.example/feed")
    assert found == Found("feed", FEED, "Harbour Post", HOME, 2)
    assert [request.url for request in door.requests] == [FEED]
    assert not door.requests[0].robots


def test_a_feed_without_entries_is_one() -> None:
    found, _ = looked({FEED: b'<rss version="2.0"><channel><title>New</title></channel></rss>'}, FEED)
    assert (found.kind, found.title, found.articles) == ("feed", "New", 0)


def test_a_json_feed_is_one() -> None:
    body = b'{"version": "https://jsonfeed.org/version/1.1", "title": "Tides", "home_page_url": "https://post.example/", "items": []}'
    found, _ = looked({FEED: body}, FEED)
    assert (found.kind, found.title, found.home) == ("feed", "Tides", HOME)


def test_the_best_feed_of_a_page_is_read_and_the_others_are_named() -> None:
    links = page("/comments/feed", "/gone", "/feed", "/sport/feed")
    found, door = looked({HOME: links, FEED: RSS}, "post.example")
    assert (found.kind, found.address) == ("feed", FEED)
    assert [each.url for each in found.others] == [f"{HOME}gone", f"{HOME}sport/feed", f"{HOME}comments/feed"]
    assert [request.url for request in door.requests] == [HOME, "https://post.example/gone", FEED]


def test_a_page_that_claims_to_be_a_feed_is_none() -> None:
    found, _ = looked({HOME: page("/rss", "/feed"), "https://post.example/rss": page(), FEED: RSS}, HOME)
    assert found.address == FEED


def test_feeds_of_comments_are_never_chosen() -> None:
    found, door = looked({HOME: page("/comments/feed", body=FRONT), "https://post.example/comments/feed": RSS}, HOME)
    assert found.kind == "page"
    assert "https://post.example/comments/feed" not in {request.url for request in door.requests}


@pytest.mark.parametrize("typed", ["ada:geheim@post.example/feed", "post.example/feed"])
def test_a_password_is_never_sent_over_http_that_nobody_asked_for(typed: str) -> None:
    door = PaperDoor(JumpingClock(), {FEED: FetchError(FEED, Reason.NO_CONNECTION, "no"), "http://post.example/feed": RSS})
    with pytest.raises(FetchError, match="http was not tried") as caught:
        asyncio.run(discover(door, typed, None if "@" in typed else KEY))
    assert "geheim" not in str(caught.value)
    assert [request.url for request in door.requests] == [FEED]


def test_http_is_asked_with_a_password_where_it_was_written() -> None:
    assert looked({"http://post.example/feed": RSS}, "http://ada:geheim@post.example/feed")[0].address == "http://post.example/feed"


def test_what_a_page_leads_to_is_asked_for_on_its_account() -> None:
    _, door = looked({HOME: page("/feed"), FEED: RSS}, "post.example")
    assert [(request.url, request.source) for request in door.requests] == [(HOME, None), (FEED, HOME)]


@pytest.mark.parametrize("reason", [Reason.NO_CONNECTION, Reason.TIMED_OUT, Reason.CERTIFICATE])
def test_http_is_tried_where_https_does_not_answer(reason: Reason) -> None:
    replies: dict[str, Reply] = {FEED: FetchError(FEED, reason, "the host does not answer"), "http://post.example/feed": RSS}
    assert looked(replies, "post.example/feed")[0].address == "http://post.example/feed"
    error, _ = refused(replies, FEED)
    assert isinstance(error, FetchError)


def test_a_host_that_says_no_is_not_asked_over_http() -> None:
    error, door = refused({FEED: FetchError(FEED, Reason.NO_ADDRESS, "its name has no address")}, "post.example/feed")
    assert "its name has no address" in str(error)
    assert len(door.requests) == 1


def test_usual_places_are_tried_where_the_page_names_none() -> None:
    found, door = looked({HOME: page(), "https://post.example/rss.xml": RSS}, HOME)
    assert found.address == "https://post.example/rss.xml"
    assert [request.url[21:] for request in door.requests] == ["", "feed", "rss", "rss.xml"]


def test_a_page_that_keeps_robots_out_may_have_a_feed() -> None:
    found, _ = looked({HOME: FetchError(HOME, Reason.FORBIDDEN, "it says no (403)"), FEED: RSS}, HOME)
    assert found.address == FEED
    error, _ = refused({HOME: FetchError(HOME, Reason.FORBIDDEN, "it says no (403)")}, HOME)
    assert "it says no (403)" in str(error)


def test_a_host_that_wants_to_be_left_alone_is() -> None:
    error, door = refused({HOME: page(), FEED: FetchError(FEED, Reason.RATE_LIMITED, "it asks for fewer requests")}, HOME)
    assert "fewer requests" in str(error)
    assert len(door.requests) == 2


def test_then_the_news_sitemap() -> None:
    robots = b"Sitemap: https://post.example/all.xml\nSitemap: https://post.example/news.xml.gz"
    replies: dict[str, Reply] = {HOME: FRONT, f"{HOME}robots.txt": robots, f"{HOME}news.xml.gz": gzip.compress(NEWS)}
    found, door = looked(replies, HOME)
    assert found == Found("sitemap", "https://post.example/news.xml.gz", "post.example", HOME, 1)
    assert "https://post.example/all.xml" not in {request.url for request in door.requests}


NEWS = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url>
    <loc>https://post.example/a</loc><n:news><n:publication_date>2026-03-03</n:publication_date><n:title>A</n:title></n:news></url></urlset>"""
INDEX = b"<sitemapindex><sitemap><loc>/old.xml</loc></sitemap><sitemap><loc>/news.xml</loc></sitemap></sitemapindex>"


def test_a_sitemap_that_is_given_is_taken() -> None:
    assert looked({f"{HOME}s.xml": b"<urlset><url><loc>/a</loc></url></urlset>"}, "post.example/s.xml")[0].kind == "sitemap"


def test_of_an_index_its_news_sitemap_is_taken() -> None:
    found, door = looked({f"{HOME}s.xml": INDEX, f"{HOME}news.xml": NEWS}, f"{HOME}s.xml")
    assert (found.address, len(door.requests)) == (f"{HOME}news.xml", 2)
    found, _ = looked({HOME: FRONT, f"{HOME}news-sitemap.xml": INDEX, f"{HOME}news.xml": NEWS}, HOME)
    assert found.address == f"{HOME}news.xml"
    error, _ = refused({f"{HOME}s.xml": INDEX}, f"{HOME}s.xml")
    assert "a list of sitemaps" in str(error)
    # One that lists itself is not followed round and round.
    error, door = refused({f"{HOME}news.xml": INDEX}, f"{HOME}news.xml")
    assert len(door.requests) == 3


@pytest.mark.parametrize("reason", [Reason.TIMED_OUT, Reason.NO_CONNECTION])
def test_a_host_that_answers_no_more_is_not_asked_again_and_again(reason: Reason) -> None:
    error, door = refused({HOME: page(), FEED: FetchError(FEED, reason, "the host does not answer")}, HOME)
    assert isinstance(error, FetchError)
    assert len(door.requests) == 2


def test_a_page_with_articles_is_watched_if_robots_may_look_at_it() -> None:
    found, door = looked({HOME: FRONT}, HOME)
    assert (found.kind, found.address, found.articles) == ("page", HOME, 5)
    assert door.requests[-1].robots
    assert len(door.requests) < 15

    def obeying(request: object) -> object:
        if getattr(request, "robots", False):
            raise FetchError(HOME, Reason.ROBOTS, "its robots.txt asks not to")
        return answer(request, JumpingClock().now(), FRONT)  # type: ignore[arg-type]

    error, _ = refused({HOME: obeying}, HOME)  # type: ignore[dict-item]
    assert "robots.txt" in str(error)


def test_where_nothing_is_found_it_is_said_what_was_tried() -> None:
    error, _ = refused({HOME: page()}, HOME)
    assert isinstance(error, InputError)
    assert all(place in str(error) for place in (HOME, "/feed", "/rss.xml", "/robots.txt", "/news-sitemap.xml"))


@pytest.mark.parametrize("body", [
    b"", b"\x89PNG\r\n\x1a\n", b"Only words, and no markup at all.", b'{"status": "ok"}', b"%PDF-1.4", b"<svg></svg>", b"\x1f\x8b...",
    b"\0" * 500, b"<rss" + b"<item>" * 200_001, b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>',
    b"<opml>" + b"<outline/>" * 100_001,
], ids=["empty", "png", "text", "json", "pdf", "svg", "gzip", "nulls", "too many entries", "entities", "too many outlines"])
def test_what_cannot_be_polled_is_said_and_nothing_more_is_asked(body: bytes) -> None:
    error, door = refused({HOME: body}, HOME)
    assert str(error).startswith(HOME)
    assert len(door.requests) == 1


def test_an_opml_at_an_address_is_a_list() -> None:
    body = b'<opml version="2.0"><body><outline text="Post" xmlUrl="https://post.example/feed"/></body></opml>'
    found, _ = looked({"https://post.example/list.opml": body}, "https://post.example/list.opml")
    assert (found.kind, [each.address for each in found.outlines]) == ("list", [FEED])


def test_a_feed_that_follows_from_the_address_needs_one_request() -> None:
    found, door = looked({"https://github.com/harbour/tides/releases.atom": RSS}, "github.com/harbour/tides")
    assert found.address == "https://github.com/harbour/tides/releases.atom"
    assert len(door.requests) == 1


def test_an_address_that_moved_for_good_is_added_at_its_new_one() -> None:
    moved: Reply = lambda request: answer(request, JumpingClock().now(), RSS, moved_to="https://www.post.example/feed")  # noqa: E731
    assert looked({FEED: moved}, FEED)[0].address == "https://www.post.example/feed"


def test_credentials_go_to_their_host_alone() -> None:
    elsewhere = "https://feeds.example/post"
    found, door = looked({HOME: page(elsewhere, "/feed"), elsewhere: page(), FEED: RSS}, HOME, KEY)
    shown = {request.url: request.credentials for request in door.requests}
    assert shown == {HOME: KEY, elsewhere: None, FEED: KEY}
    assert found.credentials == KEY
    assert "geheim" not in repr(found)
    other, _ = looked({HOME: page(elsewhere), elsewhere: RSS}, HOME, KEY)
    assert other.credentials is None


def test_credentials_in_the_address_are_taken_out_of_it() -> None:
    found, _ = looked({FEED: RSS}, "https://ada:geheim@post.example/feed")
    assert (found.address, found.credentials) == (FEED, Credentials("ada", "geheim"))
