"""The feeds that a page names, where one may lie that it does not name, and what follows from an address alone."""

from __future__ import annotations

import pytest

from octavo.fetching.discovery.feeds import CANDIDATES_MOST, Candidate, common_paths, feeds_linked, known_feeds

URL = "https://paper.example/news/"


def linked(markup: str, url: str = URL) -> list[str]:
    return [each.url for each in feeds_linked(markup.encode(), "text/html; charset=utf-8", url)]


def test_links_of_the_head_come_first_and_comments_last() -> None:
    page = """<head><link rel="alternate" type="application/rss+xml" title="Paper » Comments Feed" href="/comments/feed/">
        <link rel="ALTERNATE home" type="application/rss+xml; charset=utf-8" title=" The
        Paper " href="feed/"><link rel="alternate" type="application/atom+xml" href="//feeds.paper.example/atom">
        <link rel=alternate type=application/feed+json href=/feed.json></head><body><a href="/rss.xml">All our feeds</a></body>"""
    assert feeds_linked(page.encode(), None, URL) == (
        Candidate("https://paper.example/news/feed/", "The Paper"), Candidate("https://feeds.paper.example/atom"),
        Candidate("https://paper.example/feed.json"), Candidate("https://paper.example/rss.xml", "All our feeds"),
        Candidate("https://paper.example/comments/feed/", "Paper » Comments Feed", "comments"),
    )


def test_links_in_the_body_and_a_base() -> None:
    page = '<base href="https://cdn.example/x/"><body><p><link rel="alternate" type="text/xml" title="News feed" href="a"></p>'
    assert linked(page) == ["https://cdn.example/x/a"]


@pytest.mark.parametrize("link", [
    '<link rel="alternate" type="application/json" href="https://paper.example/wp-json/wp/v2/pages/2">',
    '<link rel="alternate" hreflang="de" href="/de/">', '<link rel="stylesheet" type="application/rss+xml" href="/feed">',
    '<link rel="alternate" type="text/xml" href="/sitemap">', '<link rel="alternate" type="application/rss+xml">',
    '<link rel="alternate" type="application/rss+xml" href="javascript:void(0)">',
    '<a href="https://feedly.com/i/subscription/feed/https://paper.example/feed">Feedly</a>', '<a href="/feedback">Tell us</a>',
    '<a href="/seeds/rss-explained">RSS explained</a>', '<a href="mailto:rss">RSS</a>', '<a href="feed:">RSS</a>',
])
def test_what_is_no_feed(link: str) -> None:
    assert linked(link) == []


@pytest.mark.parametrize(("href", "url"), [
    ("/rss", "https://paper.example/rss"), ("a.rss?x=1", "https://paper.example/news/a.rss?x=1"),
    ("feed://paper.example/all", "https://paper.example/all"), ("/?feed=rss2", "https://paper.example/?feed=rss2"),
    ("/index.xml", "https://paper.example/index.xml"), ("/blog/atom/", "https://paper.example/blog/atom/"),
])
def test_anchors_that_look_like_feeds(href: str, url: str) -> None:
    assert linked(f'<p><a href="{href}">x</a>') == [url]


def test_the_feed_of_an_article_is_one_of_comments_that_of_a_section_is_not() -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="{}feed/">'
    article, section = "https://paper.example/2026/03/03/the-ferry-is-back/", "https://paper.example/coast/"
    (of_article,) = feeds_linked(link.format(article).encode(), None, article)
    (of_section,) = feeds_linked(link.format(section).encode(), None, section)
    assert (of_article.kind, of_section.kind) == ("comments", "feed")


@pytest.mark.parametrize("page", [
    b"", b"\x89PNG\r\n\x1a\n", b"<link rel=alternate type=application/rss+xml href=" + b"a" * 100_000, b"<a href=feed:" + b"x" * 99_999,
    b"<a " * 200_000, b"".join(b"<a href=/%d/feed>x" % n for n in range(20_000)), b"<base href=" + b"b" * 10_000 + b"><a href=feed>",
], ids=["empty", "picture", "long link", "long feed", "brackets", "many", "long base"])
def test_hostile_pages_have_few_feeds_and_no_error(page: bytes) -> None:
    assert len(feeds_linked(page, None, URL)) <= CANDIDATES_MOST


def test_usual_places_begin_beside_the_page() -> None:
    assert common_paths("https://paper.example/blog/a")[:3] == (
        "https://paper.example/blog/feed", "https://paper.example/blog/rss.xml", "https://paper.example/feed")
    assert common_paths("https://paper.example")[0] == "https://paper.example/feed"
    assert len(common_paths("https://paper.example/")) == 8


@pytest.mark.parametrize(("address", "feed"), [
    ("https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv/videos",
     "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv"),
    ("https://youtube.com/playlist?a=1&list=PLabcdefghijkl", "https://www.youtube.com/feeds/videos.xml?playlist_id=PLabcdefghijkl"),
    ("https://www.youtube.com/user/harbourfilms", "https://www.youtube.com/feeds/videos.xml?user=harbourfilms"),
    ("https://old.reddit.com/r/ferries/new/", "https://www.reddit.com/r/ferries/.rss"),
    ("https://www.reddit.com/user/ada", "https://www.reddit.com/user/ada/.rss"),
    ("https://github.com/harbour/tides", "https://github.com/harbour/tides/releases.atom"),
    ("https://github.com/harbour/tides/tags", "https://github.com/harbour/tides/tags.atom"),
    ("https://github.com/harbour/tides/commits/main", "https://github.com/harbour/tides/commits/main.atom"),
    ("https://social.example/@ada", "https://social.example/@ada.rss"),
    ("https://medium.com/@ada", "https://medium.com/feed/@ada"),
    ("https://bsky.app/profile/ada.example", "https://bsky.app/profile/ada.example/rss"),
])
def test_feeds_that_follow_from_the_address(address: str, feed: str) -> None:
    assert known_feeds(address) == (feed,)


@pytest.mark.parametrize("address", [
    "https://paper.example/", "https://www.youtube.com/@harbourfilms", "https://www.youtube.com/watch?v=1", "https://github.com/harbour",
    "https://github.com/topics/news", "https://www.tiktok.com/@ada", "https://social.example/@ada/109", "https://youtube.com/playlist?list=",
])
def test_addresses_that_say_nothing(address: str) -> None:
    assert known_feeds(address) == ()
