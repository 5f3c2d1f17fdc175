"""The page on which a reader searches."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.site.library.analyses import analysed
from tests.site.library.placed import came, many
from tests.site.paper.stories.made import made, said

if TYPE_CHECKING:
    from django.test import Client


def found(client: Client, query: str, more: str = "") -> str:
    return said(client, f"/search/?q={quote(query)}{more}")


def headlines(page: str) -> list[str]:
    return [unescape(re.sub("<[^>]+>", "", each)) for each in re.findall(r'class="line-headline"[^>]*>(.*?)</a>', page)]


def test_a_story_stands_once_with_the_line_that_matches_and_the_way_to_it(site_client: Client) -> None:
    told = made()
    page = found(site_client, "pulling tug")
    assert headlines(page) == ["Ferry Marit off the sandbank"]
    assert 'A <mark class="found">tug</mark> had <mark class="found">pulled</mark> at the ship for two nights' in page
    assert f'href="/story/{told.story}/"' in page
    assert "its story: 2 independent reports in 4 papers" in page
    assert ">2 articles in 1 story<" in page
    place = re.search(r'class="result-line" tabindex="-1" href="([^"#]+)#cited"', page)
    assert place
    assert "A tug had pulled at the ship" in re.findall(r'<mark class="cited"[^>]*>([^<]+)', said(site_client, place[1]))[0]


def test_marks_stand_inside_escaped_texts(site_client: Client) -> None:
    came("a", 'A ferry <script>alert("x")</script> & <b>ferry</b> came.', headline="<i>Ferry</i> & co", publisher="<u>Post</u>")
    page = found(site_client, "ferry")
    assert '&lt;i&gt;<mark class="found">Ferry</mark>&lt;/i&gt; &amp; co' in page
    assert '&lt;b&gt;<mark class="found">ferry</mark>&lt;/b&gt;' in page
    assert not any(tag in page for tag in ("<script>alert", "<i>", "<b>", "<u>"))
    assert "<script>alert" not in found(site_client, "<script>alert(1)</script>")


def test_statements_are_shown_with_who_made_them(site_client: Client) -> None:
    article = analysed("first")
    page = found(site_client, "said:brekke sailing")
    assert re.search(r'<a href="/speakers/\d+/">Ida Brekke</a></bdi> <bdi class="deed">said</bdi>: <a', page)
    assert f'href="/article/{article.pk}/#said-1">“The ship will not <mark class="found">sail</mark> before May,”' in page
    assert 'id="found-speakers"' in page


def test_speakers_and_papers_stand_beside(site_client: Client) -> None:
    analysed("first", publisher="The Brekke Post")
    page = found(site_client, "brekke")
    assert re.search(r'<a href="/speakers/\d+/"><bdi>Ida Brekke</bdi></a>', page)
    assert re.search(r'<a href="/publisher/\d+/"><bdi>The Brekke Post</bdi></a>', page)


def test_the_order_is_the_reader_s(site_client: Client) -> None:
    came("a", "A ferry.", headline="Ferry aground")
    came("b", "A ferry.", headline="Weather", minutes=1)
    assert headlines(found(site_client, "ferry")) == ["Ferry aground", "Weather"]
    assert headlines(found(site_client, "ferry", "&order=newest")) == ["Weather", "Ferry aground"]
    assert 'aria-current="true">Best first' in found(site_client, "ferry", "&order=nonsense")


def test_pages_follow_one_another_and_older_ones_follow_them(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.library.searching import finding
    from octavo.site.paper.searching import page as searched

    many("n", 95)
    for module in (finding, searched):
        monkeypatch.setattr(module, "LOOKED_AT", 50)
    page = said(site_client, "/search/?q=ferry&order=newest")
    assert "At least 50 articles; these are the newest" in page
    assert "Best of the newest 50" in page
    seen = []
    while True:
        seen += [int(pk) for pk in re.findall(r'data-article="(\d+)"', page)]
        following = re.search(r'rel="next" href="([^"]+)"', page)
        if not following:
            break
        page = said(site_client, f"/search/{unescape(following[1])}")
    assert len(seen) == len(set(seen)) == 95
    assert seen == sorted(seen, reverse=True)


def test_where_nothing_is_found_there_is_a_way_on(site_client: Client) -> None:
    analysed("first")
    page = found(site_client, "breke duty after:2027")
    assert "Nothing was found" in page
    assert "/search/?q=breke+duty" not in page
    assert 'At any time: <a class="link" href="?q=breke+duty">' in page
    assert 'Any of these words: <a class="link" href="?q=breke+OR+duty">' in page
    assert 'Names that come near: <a class="link" href="?q=brekke+duty+after%3A2027"><bdi>brekke</bdi></a>' in page
    assert 'href="/ask/?q=breke+duty+after%3A2027"' in page
    assert 'No article has: <bdi class="found-missing">zzyzx</bdi>' in found(site_client, "zzyzx duty")


def test_a_question_may_be_asked(site_client: Client) -> None:
    made()
    assert "That is a question." in found(site_client, "Who pulled at the ship?")
    assert "That is a question." in found(site_client, "what did Brekke say")
    assert "That is a question." not in found(site_client, "ferry")
    assert f'href="/search/?q={quote("who pulled")}'.replace("%20", "+") in said(site_client, f"/ask/?q={quote('who pulled')}")


MALFORMED = (
    "", " ", '"', '""', "-", "--", "OR", "OR OR", "AND", "NOT", "said:", "said: said:", "before:", "before:0000-00-00", "after:99999",
    "after:99999-01-01", "before:0001-01-01", "has:", "has:cake", "in:", "NEAR(a b)", "ferry*", "^ferry", "headline : ferry", "a\x00b",
    "publisher:\x00", "(ferry", "ferry)", "{headline text} : ferry", "ferry + dam", "the", "the and of", "-the", "-ferry", "'; DROP TABLE",
    "%s %(a)s", "\\", "'", "\u202eferry", "e\u0301" * 500, "\U0010ffff", "＂ferry", "ferry OR", "OR ferry", "site:post", "::::", ":a",
    " OR ".join(["ferry"] * 200), " OR ".join(f"w{n}" for n in range(200)), "said:" * 300, "ferry " * 200_000,
)


@pytest.mark.parametrize("query", MALFORMED)
def test_any_text_is_a_search(site_client: Client, query: str) -> None:
    came("a", "A ferry.")
    response = site_client.get("/search/", {"q": query})
    assert response.status_code == 200
    html = response.content.decode()
    assert len(html) < 60_000
    assert "<h1>Search</h1>" in html


@pytest.mark.parametrize(("query", "words"), [
    ('ferry "tug', "A quotation mark has no second one"), ("ferry after:99999", "“after:99999” is no day"),
    ("ferry OR", "OR wants something"),
    ("ferry said:", "“said:” has nothing behind it"), ("ferry site:post", "“site:” is not known here"), ("ferry*", "A star means nothing"),
    ("ferry has:cake", "What can be asked for is has:copies"), ("ferry -before:today", "cannot be left out"),
    ("-ferry", "not only what is not"),
    ("the", "stands in nearly every article"), ("ferry " * 2_000, "its end was left out"), ("(ferry)", "Brackets mean nothing"),
    ("after:today before:yesterday", "No time lies between"),
])
def test_what_is_not_understood_is_said_and_the_rest_is_sought(site_client: Client, query: str, words: str) -> None:
    came("a", "A ferry, a tug and the post.", headline="Home")
    page = unescape(found(site_client, query))
    assert words in page
    assert 'id="mistakes" role="alert"' in page
    assert headlines(page) == (["Home"] if query.startswith(("ferry", "(")) else [])


@pytest.mark.parametrize("more", [
    "&page=0", "&page=99999999", "&page=x", "&upto=x", "&upto=-1", "&upto=99999999999999999999", "&order=", "&saved=x", "&saved=77",
    "&page=2&upto=999999999999999999", "&upto=-999999999999999999",
])
def test_addresses_from_nowhere(site_client: Client, more: str) -> None:
    came("a", "A ferry.")
    assert site_client.get(f"/search/?q=ferry{more}").status_code == 200


def test_a_page_asks_as_much_of_a_large_library(site_client: Client) -> None:
    def counted(query: str) -> int:
        with CaptureQueriesContext(connection) as caught:
            site_client.get("/search/", {"q": query})
        return len(caught)

    analysed("first")
    queries = ("ferry", "said:brekke", "ferry duty", "publisher:post ferry", "has:copies ferry", "zzyzx")
    few = {query: counted(query) for query in queries}
    many("n", 60)
    assert {query: counted(query) for query in queries} == few
    assert max(few.values()) <= 30


def test_the_form_stands_on_every_page(site_client: Client) -> None:
    made()
    assert re.search(r'<form method="get" action="/search/" role="search" aria-label="[^"]+">', said(site_client, "/"))
    assert said(site_client, "/search/?q=ferry").count('role="search"') == 1
