"""The page on which a reader asks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from octavo.site.paper.asking.wishes import Asked, asked
from tests.site.library.placed import many, tell
from tests.site.paper.stories.made import made, said

if TYPE_CHECKING:
    from django.test import Client

TUG = "What did the tug do for two nights?"
HOSTILE = (
    '"ferry', 'ferry" OR "', "ferry*", "NEAR(ferry quay)", "^ferry", "headline:ferry", "((ferry", "ferry -tug", "\x00ferry", "‮ferry‬",
    "العبّارة مارت", "' OR 1=1; --", "<script>alert(1)</script> ferry", "%s %d {}", "ferry & | ! <-> :*", "a" * 10_000,
    "ferry " * 1700, "é̂" * 3000, "“ferry Marit” \"",
)


def test_an_answer_leads_to_its_sentence_and_says_who_has_it(site_client: Client) -> None:
    told = made()
    page = said(site_client, f"/ask/?q={quote(TUG)}")
    assert "A tug had pulled at the ship for two nights without moving it by a metre." in page
    link = re.search(r'class="cite"[^>]* href="([^"]+)"', page)
    assert link
    shown = said(site_client, link[1].replace("&amp;", "&").split("#")[0])
    assert re.search(r'class="[^"]*cited[^"]*"[^>]*>A tug had pulled', shown)
    assert f"/story/{told.story}/" in page
    assert f'value="{TUG}"' in page


def test_a_story_is_asked_from_its_page_and_alone(site_client: Client) -> None:
    told = made()
    assert f'name="story" value="{told.story}"' in said(site_client, f"/story/{told.story}/")
    otters = quote("How many sea otters were counted?")
    assert "Eleven sea otters" in said(site_client, f"/ask/?q={otters}")
    assert "Eleven sea otters" in said(site_client, f"/ask/?q={otters}&story={told.other}")
    page = said(site_client, f"/ask/?q={otters}&story={told.story}")
    assert "Nothing in this story answers this" in page
    assert "Eleven" not in page
    assert f'href="/ask/?q={otters.replace("%20", "+")}"' in page


def test_where_nothing_answers_the_page_says_so_and_leads_on(site_client: Client) -> None:
    told = made()
    page = said(site_client, f"/ask/?q={quote('Who bought the ferry of the president of France in Brisbane?')}")
    assert "Nothing in the library answers this" in page
    assert f'href="/article/{told.own.pk}/"' in page
    assert "Nothing in the library" not in said(site_client, "/ask/")


@pytest.mark.parametrize("words", ["who and what", "???", "\x00", "the", '""', "и"])
def test_a_question_without_a_word_that_says_anything_is_told_so(site_client: Client, words: str) -> None:
    made()
    page = said(site_client, f"/ask/?q={quote(words)}")
    told = any(each in page for each in ("names nothing to look for", "Nothing in the library answers this"))
    assert told or not words.strip("\x00")


@pytest.mark.parametrize("place", ["library", "story"])
def test_any_text_is_a_question(library: str, place: str) -> None:
    from django.test import Client, override_settings

    told = made()
    with override_settings(LOOPBACK=True):
        client = Client(headers={"host": "localhost"})
        for hostile in HOSTILE:
            response = client.get("/ask/", {"q": hostile} | ({"story": told.story} if place == "story" else {}))
            page = response.content.decode()
            assert response.status_code == 200, hostile[:80]
            assert "<script>alert" not in page, hostile[:80]
            assert ("Its end was left out" in page) == (len(hostile.strip("\x00")) > 2000), hostile[:80]


@pytest.mark.parametrize("story", ["x", "0", "99999", "-1", "9" * 17, "9" * 40, "١"])
def test_a_story_that_is_not_there_is_as_if_none_had_been_named(site_client: Client, story: str) -> None:
    made()
    response = site_client.get("/ask/", {"q": TUG, "story": story})
    assert response.status_code == 200
    assert "A tug had pulled" in response.content.decode()


def test_an_empty_library_and_no_question(site_client: Client) -> None:
    assert "Your question" in said(site_client, "/ask/")
    assert "Nothing in the library answers this" in said(site_client, f"/ask/?q={quote(TUG)}")


def test_the_number_of_queries_is_fixed(site_client: Client) -> None:
    made()

    def queries(path: str) -> int:
        site_client.get(path)
        with CaptureQueriesContext(connection) as caught:
            site_client.get(path)
        return len(caught)

    path = f"/ask/?q={quote('Where is the ferry?')}"
    few = queries(path)
    tell("many", *many("more", 40))
    assert queries(path) == few <= 12


def test_what_is_asked() -> None:
    assert asked({"q": " a\n\x00b  c\t", "story": "7"}) == Asked("a b c", 7)
    assert asked({}) == Asked()
    assert asked({"q": "x" * 2001}) == Asked("x" * 2000, None, True)
    assert asked({"q": "‮x"}).question == "x"
