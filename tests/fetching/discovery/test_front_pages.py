"""Which links of a page without a feed lead to articles: pages of different make, and hostile ones."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest

from octavo.fetching.discovery.front_pages import ANCHORS_MOST
from octavo.fetching.discovery.links import LINKS_MOST, links_of
from octavo.fetching.discovery.paths import article_points, plain
from tests.shared import shared

PAGES = Path(__file__).parent / "pages"
EXPECTED = {
    "weblog": ("https://notes.example/", {
        "/2026/03/02/the-ferry-marit-is-back-in-service/": "The ferry Marit is back in service",
        "/2026/02/28/sandbank/": "the sandbank",
        "/2026/03/01/harbour-dues-rise/": "Harbour dues rise",
    }),
    "cards": ("https://daily.example/en", {
        "/en/world/strait-reopens-after-three-day-closure-20260302": "Strait reopens after three-day closure",
        "/en/business/wax-price-steady-for-ninth-week": "Wax price steady for ninth week",
        "/en/business/guild-elects-first-woman-as-master": "Guild elects first woman",
    }),
    "tables": ("https://herald.example/", {
        "/article.php?id=4711": "Council votes to mend the old pier",
        "/article.php?id=4712&session=": "Gulls take over the fish market hall",
        "/article.php?id=4713": "Obituary: Tom Ferris, 91, keeper of the light",
    }),
    "list": ("https://wire.example/latest/", {
        "/2026-03-03/minister-resigns-over-bridge-contract": "Minister resigns over bridge contract",
        "/2026-03-03/two-hurt-in-lift-shaft-fall": "Two hurt in lift shaft fall",
        "/2026-03-03/rain-expected-on-the-coast": "Rain expected on the coast",
    }),
    "german": ("https://blatt.example/", {
        "/politik/hafenamt-senkt-gebuehren-a-8812345.html": "Hafenamt senkt die Gebühren für kleine Boote",
        "/wirtschaft/kerzenmacher-wollen-mehr-lohn-a-8812399.html": "Kerzenmacher wollen mehr Lohn",
    }),
    "japanese": ("https://shimbun.example/", {
        "/articles/20260303a0001": "港湾局、小型船の使用料を引き下げへ",
        "/articles/20260303a0002": "フェリー「マリット号」が運航再開",
    }),
    "section": ("https://paper.example/science/", {
        "/science/moss-survives-a-winter-under-ice/": "Moss survives a winter under ice",
        "/science/a-comet-with-two-tails-returns/": "A comet with two tails returns",
    }),
    "opaque": ("https://broadcaster.example/news", {
        "/news/articles/c4gz1x2l0yko": "Mayor of Pell to stand again",
        "/news/articles/cx29w8m3ld1o": "Bridge closed",
        "/news/live/cz7w2l3mm4kt": "Live updates from the trial in Port Alder today",
    }),
    "busy": ("https://busy.example/", {
        "/2026/03/03/parliament-passes-the-harbour-act": "Parliament passes the harbour act",
        "/2026/03/03/why-the-act-matters-to-fishermen": "Why the act matters to fishermen",
    }),
    "parts": ("https://paper.example/", {
        "https://sport.paper.example/football/pell-rovers-win-the-cup-again-88231": "Pell Rovers win the cup again",
        "https://www.paper.example/news/judge-halts-sale-of-lighthouse-88230": "Judge halts sale of lighthouse",
    }),
    "static": ("https://lifts.example/", {
        "/posts/why-lifts-stop-between-floors/": "Why lifts stop between floors",
        "/posts/paternoster/": "A ride in the last paternoster of Pell",
    }),
    "furniture": ("https://furniture.example/", {}),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_articles_of_a_page_and_nothing_else(name: str) -> None:
    url, expected = EXPECTED[name]
    links = links_of((PAGES / f"{name}.html").read_bytes(), "text/html; charset=utf-8", url, "page")
    root = url.split("/", 3)
    found = {link.url.removeprefix("/".join(root[:3])): link.title for link in links}
    assert found == expected
    assert all(link.url.isascii() and link.published is None and not link.is_sitemap for link in links)


def test_each_fixture_is_tested() -> None:
    assert {page.stem for page in PAGES.glob("*.html")} == set(EXPECTED)


def test_links_stand_in_the_order_of_the_page() -> None:
    url, expected = EXPECTED["list"]
    links = links_of((PAGES / "list.html").read_bytes(), None, url, "page")
    assert [link.title for link in links] == list(expected.values())


def test_there_is_a_limit_of_links() -> None:
    page = "".join(f'<h2><a href="/2026/03/03/a-story-of-number-{n}">A story of the number {n}</a></h2>' for n in range(LINKS_MOST + 50))
    assert len(links_of(page.encode(), None, "https://paper.example/", "page")) == LINKS_MOST


@pytest.mark.parametrize("page", [
    b"", b"\xff\xd8\xff\xe0 no page", b"{}", b"<" * 100_000, b"<div>" * 100_000, b"<a href='" * 50_000,
    b"<a href=/2026/03/03/one-long-story-here>" * 100_000,
    b"<div " + b" ".join(b"a%d=1" % n for n in range(50_000)) + b">",
    b'<div class="' + b"nav-" * 300_000 + b'">',
    b"<p>" + b"<a href='/%s'>%s</a>" % (b"a-" * 200_000, b"word " * 200_000),
    b"<a href=/x?" + b"&".join(b"utm_%d=1" % n for n in range(100_000)) + b">A story with so many words</a>",
], ids=["empty", "picture", "json", "brackets", "deep", "open quote", "nested links", "attributes", "class", "long", "parameters"])
def test_hostile_pages_have_few_links_and_no_error(page: bytes) -> None:
    assert len(links_of(page, None, "https://paper.example/", "page")) <= 1


def test_noise_is_no_error() -> None:
    chance = random.Random(7)
    whole = (PAGES / "weblog.html").read_bytes()
    for _ in range(60):
        broken = bytearray(whole)
        for _ in range(20):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        links_of(bytes(broken[: chance.randrange(len(broken))]), None, "https://notes.example/", "page")


def test_a_page_has_a_limit_of_links_looked_at() -> None:
    noise = "<a href=/x>x</a>" * ANCHORS_MOST
    page = f"{noise}<h2><a href='/2026/03/03/the-story-after-all-that'>The story after all that</a></h2>"
    assert links_of(page.encode(), None, "https://paper.example/", "page") == ()


def test_real_pages_link_articles_without_error() -> None:
    """The 58 pages are pages of articles: what counts is that nothing is said to be one that is a tag, a topic or an author."""
    seen = 0
    for path in sorted(shared("data/pages/html").iterdir()):
        for link in links_of(gzip.decompress(path.read_bytes()), None, "https://www.slashgear.com/", "page"):
            seen += 1
            assert not {"tags", "tag", "author", "topics"}.intersection(link.url.split("/")), link
    assert seen >= 10


@pytest.mark.parametrize(("address", "is_article"), [
    ("/2026/03/03/a-story-here", True), ("/news/world-1234567", True), ("/story-2026-03-03/x", True), ("/a/b/c-d-e-f-g.html", True),
    ("/", False), ("/politics", False), ("/tag/a-long-tag-of-many-words", False), ("/author/greta-solheim", False), ("/x.pdf", False),
    ("/login", False), ("/2026/03/03/picture-of-it.jpg", False), ("/?p=12", True),
])
def test_what_an_address_says(address: str, is_article: bool) -> None:
    assert (article_points(f"https://paper.example{address}") > 0) == is_article


def test_a_plain_address_has_no_trace_of_where_a_reader_came_from() -> None:
    assert plain("https://a.example/x?utm_source=y&id=4&fbclid=z#top") == "https://a.example/x?id=4"
    assert plain("https://a.example?q=%C3%A4&b=") == "https://a.example/?q=%C3%A4&b="
