"""From the source to the article by way of its page, through the whole desk: a door that leads nowhere, a clock that jumps."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from octavo.fetching.answers import Request
from octavo.fetching.failures import FetchError, Reason
from tests.site.desk.newsroom import NOON, JumpingClock, Reply, feed, source
from tests.site.desk.polling.test_desk import played

if TYPE_CHECKING:
    from octavo.site.library.models import Article

SENTENCES = (
    "The harbour board of Skerry met on Tuesday and heard the pilots, who spoke of the sandbank at length.",
    "Nobody knew who was to pay for the stones, and the ministry had sent two polite letters and no money.",
    "The ferry will leave from the western quay until the spring, an hour earlier on market days.",
)


def _markup(name: str) -> bytes:
    body = "".join(f"<p>{sentence} It was about {name}.</p>" for sentence in (*SENTENCES, *SENTENCES, *SENTENCES))
    return f"<html><title>Ferry {name} stays</title><body><article><h1>Ferry {name} stays</h1>{body}</article></body></html>".encode()


def _front(*names: str) -> bytes:
    """A page without a feed that links those articles."""
    links = "".join(
        f'<article><h2><a href="{_address(name)}">The ferry {name} stays in harbour for the winter</a></h2>'
        f"<p>The board heard the pilots.</p></article>" for name in names)
    return f"<html><title>Post</title><body><main>{links}</main></body></html>".encode()


def _address(name: str) -> str:
    return f"https://post.example/2026/03/03/{name}-stays-in-harbour-for-the-winter"


def _articles() -> dict[str, Article]:
    from octavo.site.library.models import Article

    return {row.url: row for row in Article.objects.all()}


def _two_rounds(clock: JumpingClock, replies: dict[str, Reply]) -> list[Request]:
    """The sources, and then the pages that they led to, after the time for which their host is left alone."""
    requests = []
    for _ in range(2):
        requests += played(clock, replies)[2].requests
        clock.pass_(minutes=1)
    return requests


def test_a_page_without_a_feed_is_watched_and_its_new_articles_read(site: None) -> None:
    from octavo.site.library.models import WantedPage

    page = source("https://post.example/", kind="page")
    clock = JumpingClock()
    names = ["marit", "ida", "oda", "runa"]
    replies: dict[str, Reply] = {page.address: _front(*names), **{_address(name): _markup(name) for name in [*names, "sigrun"]}}
    replies[_address("runa")] = FetchError(_address("runa"), Reason.NOT_FOUND, "there is no such page (404)")
    _two_rounds(clock, replies)
    assert set(_articles()) == {_address(name) for name in names[:3]}
    assert {row.partial for row in _articles().values()} == {""}
    assert page.days.get().articles == 3
    failed = WantedPage.objects.get(state="failed")
    assert (failed.url, failed.reason) == (_address("runa"), "not-found")

    replies[page.address] = _front("sigrun", *names)
    clock.pass_(days=1)
    requests = _two_rounds(clock, replies)
    page.refresh_from_db()
    assert page.changed == NOON + timedelta(days=1, minutes=2)
    assert set(_articles()) == {_address(name) for name in [*names[:3], "sigrun"]}
    assert [request.url for request in requests] == [page.address, _address("sigrun")]


def test_a_feed_that_gives_summaries_is_followed_to_its_pages_by_leave_of_robots(site: None) -> None:
    from octavo.site.library.models import WantedPage

    post = source(full_text="short")
    clock = JumpingClock()
    wall = (
        b"<title>Before you continue</title><h1>Before you continue</h1><p>We and our partners set cookies on your device and process "
        b"personal data with your consent.</p>"
    )
    replies: dict[str, Reply] = {
        post.address: feed("marit", "ida", "oda", text="The board met."),
        "https://post.example/marit": _markup("marit"),
        "https://post.example/ida": wall,
        "https://post.example/oda": FetchError("https://post.example/oda", Reason.SERVER_ERROR, "the host has a fault (503)"),
    }
    requests = _two_rounds(clock, replies)
    assert all(request.robots for request in requests if request.url != post.address)
    assert sorted(request.url for request in requests if request.url != post.address) == sorted(
        f"https://post.example/{name}" for name in ("marit", "ida", "oda"))
    articles = _articles()
    assert {url.rpartition("/")[2]: row.partial for url, row in articles.items()} == {"marit": "", "ida": "consent", "oda": "summary"}
    assert SENTENCES[1] in articles["https://post.example/marit"].text
    assert articles["https://post.example/ida"].text == "The board met. It is about ida."
    waiting = WantedPage.objects.get(state="waiting")
    assert waiting.due_at
    assert timedelta() < waiting.due_at - NOON

    replies["https://post.example/oda"] = _markup("oda")
    clock.pass_(days=2)
    _two_rounds(clock, replies)
    assert _articles()["https://post.example/oda"].partial == ""
