"""A cited sentence in its article, the way back, and what is new in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.site.library.articles import MORNING
from tests.site.library.placed import came
from tests.site.paper.briefs.made import COUNT, DARK, HOME, LIGHTS, OFF, a_brief, cite, made, put_brief
from tests.site.paper.stories.made import said
from tests.site.paper.tags import without_tokens

if TYPE_CHECKING:
    from django.test import Client


def cited(page: str) -> str:
    return "".join(re.findall(r'<mark class="cited"[^>]*>([^<]*)</mark>', page))


def text_of(page: str) -> str:
    found = re.search(r'<div class="text"[^>]*>(.*?)</div>', page)
    assert found
    return re.sub(r"<[^>]*>", "", found[1])


def test_the_sentence_is_marked_with_its_statement_and_the_way_back(site_client: Client) -> None:
    told = made()
    put_brief(told.story, a_brief(told))
    where = cite(told.own, DARK)
    plain = said(site_client, f"/article/{told.own.pk}/")
    page = said(site_client, f"/article/{told.own.pk}/?cite={where.start}-{where.end}")
    assert cited(page) == DARK
    assert page.count('id="cited"') == 1
    assert re.search(r'<a class="said hue-\d" id="said-1" href="#statement-1"><mark class="cited" id="cited">“It was', page)
    assert f'href="/story/{told.story}/#from-{told.own.pk}-{where.start}"></a></span>' in page
    assert text_of(page) == text_of(plain)
    assert "cited" not in plain


def test_the_way_back_is_no_link_inside_a_link(site_client: Client) -> None:
    told = made()
    where = cite(told.own, "“It was black out there,”")
    page = said(site_client, f"/article/{told.own.pk}/?cite={where.start}-{where.end}")
    assert cited(page) == "“It was black out there,”"
    assert "</mark></a><a class=\"back\"" in page


def test_pieces_are_marked_each(site_client: Client) -> None:
    told = made()
    one, two = cite(told.own, COUNT), cite(told.own, "came off the bank")
    page = said(site_client, f"/article/{told.own.pk}/?cite={one.start}-{one.end},{two.start}-{two.end}")
    assert re.findall(r'<mark class="cited"[^>]*>([^<]*)', page) == ["came off the bank", COUNT]
    assert page.count('class="back"') == 1


@pytest.mark.parametrize("asked", ["9-3", "0-999999", "x", "%3Cscript%3E", "0-10&cite=", "5-5"])
def test_a_forged_mark_is_passed_over(site_client: Client, asked: str) -> None:
    told = made()
    said(site_client, f"/article/{told.own.pk}/")  # from then on it is read
    page = said(site_client, f"/article/{told.own.pk}/?cite={asked}")
    assert "<mark" not in page
    assert 'class="back"' not in page
    assert without_tokens(said(site_client, f"/article/{told.own.pk}/")) == without_tokens(page)


def test_the_brief_is_one_click_away(site_client: Client) -> None:
    told = made()
    alone = came("alone", "An article of nobody’s story.", publisher="A")
    assert f'Part of the story <a href="/story/{told.story}/#brief">' in said(site_client, f"/article/{told.own.pk}/")
    assert "brief" not in said(site_client, f"/article/{alone.pk}/").split('<div class="listen"')[0].split("<body>")[1]


def test_what_no_earlier_report_had_is_marked_and_told(site_client: Client) -> None:
    told = made()
    put_brief(told.story, a_brief(told), [(MORNING, told.wire, OFF), (MORNING, told.wire, LIGHTS), (MORNING, told.own, COUNT)])
    page = said(site_client, f"/article/{told.own.pk}/")
    assert re.findall(r'<span class="sentence fresh">([^<]*)', page) == [COUNT]
    assert "stands before the sentence that says what no earlier report of the story had" in page
    assert HOME in page
    first = said(site_client, f"/article/{told.wire.pk}/")
    assert "fresh" not in first
    assert "no earlier report" not in first


def test_what_was_new_in_a_text_that_has_changed_is_not_marked(site_client: Client) -> None:
    from octavo.site.library.models import Article

    told = made()
    put_brief(told.story, a_brief(told), [(MORNING, told.wire, OFF), (MORNING, told.own, COUNT)])
    Article.objects.filter(pk=told.own.pk).update(text=told.own.text.replace("38", "42"))
    assert "fresh" not in said(site_client, f"/article/{told.own.pk}/")
