"""The page of a story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.site.library.placed import came, tell
from tests.site.paper.stories.made import made, said
from tests.site.paper.tags import without_scripts

if TYPE_CHECKING:
    from django.test import Client



def test_the_coverage_stands_paper_by_paper_with_copies_under_their_origin(site_client: Client) -> None:
    told = made()
    page = said(site_client, f"/story/{told.story}/")
    assert "<strong>2 independent reports</strong> in 4 papers" in page
    assert "2 carry <bdi>Northwire’s</bdi> text, 1 of them changed it" in page
    assert re.findall(r'class="coverage-name"><bdi>([^<]+)', page) == ["Northwire", "The Pilot"]
    assert "carried by 2 papers · 1 changed it:" in page
    assert f'<a href="/article/{told.wire.pk}/difference/{told.cut.pk}/"><bdi>Coast Daily</bdi></a> cut the last two paragraphs' in page
    assert f'id="report-{told.wire.pk}"' in page
    assert "Otters" not in page


def test_each_article_says_why_it_is_there(site_client: Client) -> None:
    told = made()
    line = re.search(rf'id="report-{told.own.pk}".*?</li>', said(site_client, f"/story/{told.story}/"))
    assert line
    assert "Marit" in line[0]


def test_what_is_near_to_a_story_stands_beside_it_with_the_reason(site_client: Client) -> None:
    told = made()
    text = "Harbour master Ida Brekke will leave in May. Ida Brekke has served for 30 years. Brekke said that it was time."
    leaves = came("leaves", text, publisher="Herald", headline="Ida Brekke leaves the harbour", minutes=70)
    text = "Ida Brekke took the keys of the harbour. Ida Brekke is its first harbour master. Brekke said that she was glad."
    comes = came("comes", text, publisher="Herald", headline="Ida Brekke is harbour master", minutes=80)
    tell("comes", comes)
    page = said(site_client, f"/story/{tell('leaves', leaves)}/")
    assert "Ida Brekke is harbour master" in page
    assert "Also about Ida Brekke" in page
    assert f"/story/{told.story}/" not in page


def test_the_bar_is_told_in_words(site_client: Client) -> None:
    page = said(site_client, f"/story/{made().story}/")
    words = re.search(r'<desc id="bar-words">(.*?)</desc>', page)
    assert words
    assert "Northwire, Tuesday" in words[1] or "Northwire, " in words[1]
    assert "The Pilot, " in words[1]
    assert "2 copies of these" in words[1]
    assert page.count('class="bar-report"') == 2
    assert page.count('class="bar-copy"') == 2


def test_an_address_leads_on_to_the_story_that_took_it_in(site_client: Client) -> None:
    from octavo.site.library.choosing import merge_stories
    from tests.site.library.articles import MORNING

    told = made()
    merge_stories(told.other, told.story, MORNING)
    assert site_client.get(f"/story/{told.other}/")["Location"] == f"/story/{told.story}/"
    assert [site_client.get(f"/story/{number}/").status_code for number in (0, 999, 1 << 63, 10**30)] == [404] * 4
    assert site_client.post(f"/story/{told.story}/").status_code == 405


@pytest.mark.parametrize("many", [3, 60])
def test_queries_do_not_grow_with_the_story(site_client: Client, many: int) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    rows = [came(f"n{number}", publisher=f"Paper {number}", minutes=number) for number in range(many)]
    story = tell("story", *rows[::2])
    tell(story, *rows[1::2], origin=rows[0].pk)
    for path in ("/", f"/story/{story}/"):  # the edition is made, and the visit begun
        site_client.get(path)
    counts = {}
    for name, path in {
        "front": "/", "story": f"/story/{story}/", "article": f"/article/{rows[1].pk}/",
        "difference": f"/article/{rows[0].pk}/difference/{rows[1].pk}/",
    }.items():
        with CaptureQueriesContext(connection) as queries:
            assert site_client.get(path).status_code == 200
        counts[name] = len(queries)
    assert counts == {"front": 11, "story": 21, "article": 19, "difference": 7}


def test_a_story_of_hundreds_stays_small(site_client: Client) -> None:
    rows = [came(f"n{number}", publisher=f"Paper {number % 90}", headline="Live updates", minutes=number) for number in range(120)]
    story = tell("story", *rows[:60])
    tell(story, *rows[60:], origin=rows[0].pk)
    page = site_client.get(f"/story/{story}/").content.decode()
    assert len(page) < 150_000
    assert "1 to 30 of" in page
    assert site_client.get(f"/story/{story}/?page=2").status_code == 200
    assert site_client.get(f"/story/{story}/?page=x").status_code == 200


def test_hostile_names_are_text(site_client: Client) -> None:
    rows = [
        came(f"n{number}", "<b>bold</b>", publisher=f"<i>Paper</i> {number}", headline="<script>alert(1)</script>", minutes=number)
        for number in range(3)
    ]
    story = tell("story", *rows[:2])
    tell(story, rows[2], origin=rows[0].pk)
    for path in ("/", f"/story/{story}/", f"/article/{rows[0].pk}/difference/{rows[2].pk}/", f"/story/{story}/sort/"):
        page = site_client.get(path).content.decode()
        assert "&lt;script&gt;" in page
        assert "<script" not in without_scripts(page)
        assert "<i>" not in page
        assert "<b>" not in page


def test_on_both_databases_every_page_of_stories_is_there(library: None) -> None:
    from django.test import Client, override_settings

    told = made()
    with override_settings(LOOPBACK=True):
        client = Client(headers={"host": "localhost"})
        for path in (
            "/", f"/story/{told.story}/", f"/article/{told.cut.pk}/", f"/article/{told.wire.pk}/difference/{told.cut.pk}/", "/style/",
            f"/story/{told.story}/merge/", f"/story/{told.story}/merge/?q=otters", f"/story/{told.story}/sort/",
        ):
            assert client.get(path).status_code == 200, path
        answer = client.post(f"/story/{told.story}/merge/", {"with": told.other})
        assert "is the same story" in client.get(answer["Location"]).content.decode()
