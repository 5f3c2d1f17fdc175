"""The first line of a brief under its story's headline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.site.paper.briefs.made import COUNT, HOME, OFF, a_brief, cite, made, put_brief
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
