"""The first line of a brief under its story's headline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from octavo.briefs import Claim, Difference, DifferenceKind, Side
from tests.site.paper.briefs.made import COUNT, DARK, HOME, LIGHTS, OFF, a_brief, cite, made, put_brief
from tests.site.paper.stories.made import said

if TYPE_CHECKING:
    from django.test import Client


def test_the_first_line_stands_under_the_headline_with_its_reports(site_client: Client) -> None:
    told = made()
    put_brief(told.story, a_brief(told))
    page = said(site_client, "/")
    where = cite(told.wire, OFF)
    assert (
        f'{OFF}<a class="cite" href="/article/{told.wire.pk}/?cite={where.start}-{where.end}#cited" title="in 2 independent reports">'
        "<bdi>Northwire</bdi> +1</a>"
    ) in page
    assert "runs-on" not in page


def test_without_a_brief_or_with_one_of_another_text_the_first_words_stand_there(site_client: Client) -> None:
    from octavo.site.library.models import Article

    told = made()
    assert OFF in said(site_client, "/")
    brief = a_brief(told)
    put_brief(told.story, replace(brief, summary=brief.summary[1:]))
    assert f'{COUNT}<a class="cite"' in said(site_client, "/")
    Article.objects.filter(pk=told.own.pk).update(text=told.own.text.replace("38", "42"))
    page = said(site_client, "/")
    assert COUNT not in page
    assert HOME not in page
    assert OFF in page


def test_the_leads_further_lines_and_where_its_papers_differ_stand_with_it(site_client: Client) -> None:
    told = made()
    put_brief(told.story, a_brief(told))
    page = said(site_client, "/")
    assert f" lang=\"en\">{COUNT}<a class=\"cite\"" in page
    beside = page.split('class="differ"', 1)[1].split("</aside>", 1)[0]
    assert f'href="/story/{told.story}/#differ">Where they differ</a>' in beside
    for words in ("the channel lights</h3>", LIGHTS, DARK, "Ida Brekke", "Olle Brandt", "harbour master"):
        assert words in beside


def test_without_differences_there_is_no_heading_for_them(site_client: Client) -> None:
    told = made()
    put_brief(told.story, replace(a_brief(told), differences=()))
    assert "Where they differ" not in said(site_client, "/")


def test_beside_the_lead_stand_the_shortest_differences_of_two_kinds() -> None:
    from octavo.site.paper.briefs.front import short_differences

    def differing(kind: DifferenceKind, *lengths: int) -> Difference:
        return Difference(kind, f"{kind} {lengths}", tuple(Side((), "x" * length, ()) for length in lengths))

    long, one, other, figures, three = (
        differing("denial", 20, 900), differing("denial", 30, 90), differing("denial", 30, 40), differing("figures", 20, 150),
        differing("positions", 1, 1, 1),
    )
    assert short_differences([long, one, other, figures, three]) == (other, figures)
    assert short_differences([figures, other, one]) == (figures, other)
    assert short_differences([one, long, other]) == (one, other)
    assert short_differences([long, three]) == ()


def test_lines_behind_the_first_stand_while_there_is_room() -> None:
    from octavo.site.paper.briefs.front import ROOM, further_lines

    claims = [Claim("x" * length, (), 1) for length in (ROOM - 100, 60, 41, 5)]
    assert further_lines(claims) == (claims[1],)
    assert further_lines(claims[:1]) == further_lines([]) == ()
    assert further_lines([claims[0], Claim("y" * 101, (), 1), claims[3]]) == ()
