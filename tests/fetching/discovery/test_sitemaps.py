"""Sitemaps: news ones, indexes, packed ones, broken and hostile ones; where they lie."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta, timezone

import pytest

from octavo.errors import NotReadable, TooLarge
from octavo.fetching.discovery.links import LINKS_MOST, Link, links_of
from octavo.fetching.discovery.sitemaps import sitemap_paths, sitemaps_named

URL = "https://paper.example/sitemap.xml"
OPEN = '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"' \
       ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
NEWS = OPEN + """
<url><loc>https://paper.example/old</loc><news:news><news:publication><news:name>The Paper</news:name></news:publication>
<news:publication_date>2026-03-01</news:publication_date><news:title>Old &amp; gone</news:title></news:news></url>
<url><loc> https://paper.example/ünd </loc>
<image:image><image:loc>https://paper.example/a.jpg</image:loc><image:title>A ship</image:title></image:image>
<news:news><news:publication_date>2026-03-03T08:00:00+01:00</news:publication_date><news:title>New
 bridge</news:title></news:news></url>
<url><loc>javascript:alert(1)</loc></url><url><lastmod>2026-03-03</lastmod></url></urlset>"""


def links(body: str | bytes, url: str = URL) -> tuple[Link, ...]:
    return links_of(body.encode() if isinstance(body, str) else body, "application/xml", url, "sitemap")


def test_a_news_sitemap_newest_first() -> None:
    assert links(NEWS) == (
        Link("https://paper.example/%C3%BCnd", "New bridge", datetime(2026, 3, 3, 8, tzinfo=timezone(timedelta(hours=1)))),
        Link("https://paper.example/old", "Old & gone", datetime(2026, 3, 1, tzinfo=UTC)),
    )


def test_a_packed_one_is_the_same() -> None:
    assert links(gzip.compress(NEWS.encode())) == links(NEWS)


def test_an_index_leads_to_sitemaps() -> None:
    index = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>/a.xml.gz</loc></sitemap>
        <sitemap><loc>https://paper.example/b.xml</loc><lastmod>2026-03-03T07:30:00Z</lastmod></sitemap></sitemapindex>"""
    first, second = links(index)
    assert (first.url, first.is_sitemap, first.changed) == ("https://paper.example/b.xml", True, datetime(2026, 3, 3, 7, 30, tzinfo=UTC))
    assert (second.url, second.is_sitemap) == ("https://paper.example/a.xml.gz", True)


def test_lastmod_orders_where_nothing_says_when_it_was_published() -> None:
    days = "".join(f"<url><loc>/story-{day}</loc><lastmod>2026-03-{day:02}</lastmod></url>" for day in (3, 9, 1))
    assert [link.url[-1] for link in links(OPEN + days + "</urlset>")] == ["9", "3", "1"]
    assert all(link.published is None for link in links(OPEN + days + "</urlset>"))


def test_of_a_long_one_the_newest_are_given() -> None:
    start = datetime(2020, 1, 1, tzinfo=UTC)
    many = "".join(f"<url><loc>/{n}</loc><lastmod>{start + timedelta(hours=n):%Y-%m-%dT%H:%M:%SZ}</lastmod></url>" for n in range(5_000))
    found = links(OPEN + many + "</urlset>")
    assert [link.url for link in found] == [f"https://paper.example/{n}" for n in range(4_999, 4_999 - LINKS_MOST, -1)]


def test_a_broken_one_gives_what_is_whole() -> None:
    assert [link.url for link in links(OPEN + "<url><loc>/a?b=1&c=2</loc></url><url><loc>/b</loc></url><url><loc>/c")] == [
        "https://paper.example/a?b=1&c=2", "https://paper.example/b"]


def test_entities_of_its_own_are_never_expanded() -> None:
    bomb = '<!DOCTYPE u [<!ENTITY a "ha"><!ENTITY x SYSTEM "file:///etc/hostname">' + "".join(
        f'<!ENTITY a{n} "&a{n - 1 if n else ""};&a{n - 1 if n else ""};">' for n in range(40)) + "]>"
    found = links(f'{bomb}{OPEN.split("?>", 1)[1]}<url><loc>/a&a39;&x;</loc></url></urlset>')
    assert all(len(link.url) < 100 and "ha" not in link.url for link in found)


@pytest.mark.parametrize("body", [
    b"", b"<html><body>404</body></html>", b"<rss></rss>", b"\x1f\x8b broken", gzip.compress(b"no map", mtime=0), b"\0" * 99,
])
def test_what_is_no_sitemap_is_said(body: bytes) -> None:
    with pytest.raises(NotReadable, match=r"paper\.example/sitemap\.xml: this is "):
        links(body)


def test_a_packed_one_that_grows_without_end_is_refused() -> None:
    with pytest.raises(TooLarge, match="larger than 64 MiB"):
        links(gzip.compress(OPEN.encode() + b" " * (65 << 20), 1))


def test_one_with_more_links_than_are_read_is_refused() -> None:
    with pytest.raises(TooLarge, match="links, more than the 100,000"):
        links(OPEN + "<url><loc>/a</loc></url>" * 100_001)


def test_a_robots_txt_names_sitemaps_those_of_news_first() -> None:
    robots = b"User-agent: *\nDisallow: /x\nSITEMAP: https://paper.example/all.xml\n  Sitemap:/news.xml\r\nSitemap: ftp://a.b/\n#Sitemap: /"
    assert sitemaps_named(robots, "https://paper.example/robots.txt") == ("https://paper.example/news.xml", "https://paper.example/all.xml")
    assert len(sitemaps_named(b"Sitemap: /a%d\n" % 1 * 9 + b"".join(b"Sitemap: /%d\n" % n for n in range(99_999)), URL)) == 20
    assert sitemaps_named(b"<html>" * 1000, URL) == ()


def test_usual_places() -> None:
    assert sitemap_paths("https://paper.example/a/b")[0] == "https://paper.example/news-sitemap.xml"
