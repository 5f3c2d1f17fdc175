"""The brief on the page of its story."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from datetime import timedelta
from html import unescape
from typing import TYPE_CHECKING

import pytest

from octavo.briefs import Brief, Citation, Claim
from tests.site.paper.briefs.made import COUNT, DARK, HOME, LIGHTS, OFF, a_brief, cite, made, put_brief
from tests.site.paper.stories.made import said
from tests.site.paper.tags import SCRIPTS, Tags

if TYPE_CHECKING:
    from django.test import Client


def test_each_line_says_how_many_report_it_and_leads_to_its_sentence(site_client: Client) -> None:
    told = made()
    put_brief(told.story, a_brief(told))
    page = said(site_client, f"/story/{told.story}/")
    lines = re.findall(r'<li class="summary-line">.*?</li>', page)
    assert len(lines) == 2
    where = cite(told.wire, OFF)
    way = f"/article/{told.wire.pk}/?cite={where.start}-{where.end}#cited"
    assert f'{OFF}</span><a class="cite" id="from-{told.wire.pk}-0" href="{way}">' in lines[0]
    assert "<strong>2 independent reports</strong>" in lines[0]
    way = f"/article/{told.own.pk}/?cite=0-{len(HOME)}#cited"
    assert f'also in <a id="from-{told.own.pk}-0" href="{way}"><bdi>The Pilot</bdi></a>' in lines[0]
    assert "Only in <bdi>The Pilot</bdi>" in lines[1]


def test_every_part_stands_there_and_every_way_leads_to_its_words(site_client: Client) -> None:
    told = made()
    put_brief(told.story, a_brief(told))
    page = said(site_client, f"/story/{told.story}/")
    for part in ("Where they differ", "the channel lights</h3>", "What happened when", "Tuesday, 3 March", "What the newest report adds"):
        assert part in page
    positions = re.findall(r'<div class="position">.*?</div>', page)
    assert [re.findall(r"<bdi>(Ida Brekke|Olle Brandt)</bdi>", each) for each in positions] == [["Ida Brekke"], ["Olle Brandt"]]
    assert "<bdi>denied</bdi>" in positions[0]
    tags = Tags(page).found
    ids = [str(attributes["id"]) for _, attributes in tags if attributes.get("id")]
    assert len(ids) == len(set(ids))
    ways = [str(attributes["href"]) for tag, attributes in tags if tag == "a" and "?cite=" in str(attributes.get("href"))]
    assert len(ways) >= 9
    for way in ways:
        html = site_client.get(way).content.decode()
        assert re.search(r'<mark class="cited" id="cited">', html), way


def test_the_papers_that_have_a_figure_are_named_once(site_client: Client) -> None:
    from octavo.briefs import Difference, Side

    told = made()
    sides = (
        Side(("Coast Daily", "Northwire", "The Gazette"), OFF, (cite(told.wire, OFF), cite(told.copy, OFF))),
        Side(("The Pilot",), COUNT, (cite(told.own, COUNT),)),
    )
    put_brief(told.story, replace(a_brief(told), differences=(Difference("figures", "people", sides),)))
    page = said(site_client, f"/story/{told.story}/")
    many, one = (re.sub(r"<[^>]+>", "", each) for each in re.findall(r'<div class="position">.*?</div> *</div>', page))
    assert [many.count(name) for name in ("Northwire", "Coast Daily", "also in The Gazette")] == [1, 1, 1]
    assert one.endswith("only in The Pilot ")


def test_a_speaker_has_a_page_the_deed_and_the_papers(site_client: Client) -> None:
    told = made()
    put_brief(told.story, a_brief(told))
    page = said(site_client, f"/story/{told.story}/")
    (aside,) = re.findall(r'<aside class="saying".*?</aside>', page)
    assert re.search(r'<a class="voice-name" href="/speakers/\d+/"><bdi>Ida Brekke</bdi></a>', aside)
    assert '<bdi class="voice-role">harbour master</bdi>' in aside
    assert '<bdi class="bit">denied</bdi>' in aside
    assert re.search(r"also in <a [^>]*><bdi>Coast Daily</bdi></a>", aside)
    assert aside.count("that the channel lights had been out") == 1


def test_where_nothing_differs_nothing_is_said(site_client: Client) -> None:
    told = made()
    put_brief(told.story, replace(a_brief(told), differences=(), timeline=(), speakers=(), new=()))
    page = said(site_client, f"/story/{told.story}/")
    for part in ("Where they differ", "What happened when", "Who said what", "newest report adds"):
        assert part not in page


@pytest.mark.parametrize(("brief", "words"), [
    (None, "The brief of this story is being made."),
    (Brief(note="Too little to brief: the articles only quote."), "Too little to brief: the articles only quote."),
])
def test_why_there_is_no_brief(site_client: Client, brief: Brief | None, words: str) -> None:
    told = made()
    for known in (False, True):
        if known:
            put_brief(told.story, brief)
        page = said(site_client, f"/story/{told.story}/")
        assert (words if known else "The brief of this story is being made.") in page
        assert OFF in page
        assert "listen-go" not in page


def test_that_a_brief_cannot_be_made_is_told(site_client: Client) -> None:
    from octavo.site.library.models import StoryBrief

    told = made()
    put_brief(told.story, None)
    StoryBrief.objects.update(problem="Octavo stumbled over it (ValueError)")
    page = said(site_client, f"/story/{told.story}/")
    assert "The brief of this story cannot be made: Octavo stumbled over it (ValueError)." in page


def test_a_line_that_no_longer_stands_in_its_article_is_not_shown(site_client: Client) -> None:
    from octavo.site.library.models import Article

    told = made()
    brief = a_brief(told)
    strange = [Claim(OFF, (Citation(number, 0, 40),), 1) for number in ("999", "x", "-1", "")]
    huge = Claim(OFF, (Citation(str(told.wire.pk), 0, 10**7),), 1)
    put_brief(told.story, replace(brief, summary=(*brief.summary, *strange, huge)))
    Article.objects.filter(pk=told.wire.pk).update(text=told.wire.text.replace("Tuesday", "Friday"))
    page = said(site_client, f"/story/{told.story}/")
    assert len(re.findall(r'<li class="summary-line">', page)) == 1
    assert OFF not in page
    assert "What happened when" not in page
    assert COUNT in page


def test_no_way_leads_into_a_text_that_the_brief_was_not_made_of(site_client: Client) -> None:
    from octavo.site.library.models import Article

    told = made()
    put_brief(told.story, a_brief(told))
    assert f"/article/{told.own.pk}/?cite=0-{len(HOME)}#cited" in said(site_client, f"/story/{told.story}/")
    Article.objects.filter(pk=told.own.pk).update(text=f"Correction. {told.own.text}")
    page = said(site_client, f"/story/{told.story}/")
    assert OFF in page
    assert f"/article/{told.own.pk}/?cite" not in page


def test_a_brief_none_of_whose_lines_still_stands_is_said_to_be_made_again(site_client: Client) -> None:
    from octavo.site.library.models import Article

    told = made()
    put_brief(told.story, a_brief(told))
    Article.objects.update(text="It rains.", paragraphs=[["text", 0, 9]])
    page = said(site_client, f"/story/{told.story}/")
    assert "The articles of this story have changed; its brief is being made again." in page
    assert "?cite" not in page
    assert "listen-go" not in page


def test_what_is_new_since_the_reader_was_here_and_that_it_is_not_at_the_first_time(site_client: Client) -> None:
    from octavo.site.readers.models import StoryVisit

    told = made()
    put_brief(told.story, a_brief(told))
    first = said(site_client, f"/story/{told.story}/")
    assert "What the newest report adds" in first
    assert "new-sign" not in first
    visit = StoryVisit.objects.get()
    StoryVisit.objects.update(at=visit.at - timedelta(hours=2))
    put_brief(told.story, a_brief(told), [(visit.at - timedelta(hours=3), told.wire, OFF), (visit.at, told.own, COUNT)])
    for _ in range(2):  # a page that is loaded again is the same visit
        page = said(site_client, f"/story/{told.story}/")
        assert "New since you were here, <time" in page
        (news,) = re.findall(r'<ul class="news">.*?</ul>', page)
        assert COUNT in news
        assert OFF not in news
        (marked,) = re.findall(r'<span class="new-sign">New</span> <span data-say>([^<]*)', page)
        assert marked == COUNT
    StoryVisit.objects.update(at=visit.at - timedelta(hours=2), before=None)
    put_brief(told.story, a_brief(told))
    assert "Nothing new since you were here, <time" in said(site_client, f"/story/{told.story}/")


@pytest.mark.parametrize("ahead", [{"Sec-Purpose": "prefetch"}, {"Purpose": "prefetch"}])
def test_fetching_ahead_is_no_visit(site_client: Client, ahead: dict[str, str]) -> None:
    from octavo.site.readers.models import StoryVisit

    told = made()
    put_brief(told.story, a_brief(told))
    assert site_client.get(f"/story/{told.story}/", headers=ahead).status_code == 200
    assert site_client.head(f"/story/{told.story}/").status_code == 200
    assert not StoryVisit.objects.exists()


def test_hostile_words_are_text(site_client: Client) -> None:
    evil = '<script>alert("1")</script> & <b>bold</b>.'
    from tests.site.library.analyses import analysed
    from tests.site.library.placed import tell

    row = analysed("evil", evil, says=[], publisher=evil, headline=evil)
    story = tell("evil", row)
    from octavo.briefs import Difference, Line, Side, SpeakerLines, Spoken

    at = (cite(row, evil),)
    put_brief(story, Brief(
        (Claim(evil, at, 1),), (SpeakerLines(evil, "person", evil, (Spoken("say", False, "direct", evil, at),)),),
        (Difference("positions", evil, (Side((evil,), evil, at), Side((evil, "B"), evil, at))),), (), (Line(evil, at),),
    ))
    page = said(site_client, f"/story/{story}/")
    scripts = [attributes for tag, attributes in Tags(page).found if tag == "script"]
    assert all(each in SCRIPTS for each in scripts)
    assert "<b>" not in page
    assert evil in unescape(page)


@pytest.mark.parametrize("many", [2, 40])
def test_queries_do_not_grow_with_the_brief(site_client: Client, many: int) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tests.site.library.analyses import analysed
    from tests.site.library.placed import tell

    told = made()
    texts = [f"Report {number} says that it rains. {LIGHTS}" for number in range(many)]
    rows = [analysed(f"n{number}", text, says=[], publisher=f"Paper {number}") for number, text in enumerate(texts)]
    for number, row in enumerate(rows):
        tell(told.story, row, voice=f"paper {number}", outlet=f"paper {number}")
    brief = a_brief(told)
    claims = [Claim(LIGHTS, tuple(cite(row, LIGHTS) for row in rows[place:]), many - place) for place in range(many)]
    put_brief(told.story, replace(brief, summary=(*brief.summary, *claims)))
    site_client.get("/")
    site_client.get(f"/story/{told.story}/")
    counts = {}
    for name, path in {"front": "/", "story": f"/story/{told.story}/", "article": f"/article/{told.wire.pk}/?cite=0-9"}.items():
        with CaptureQueriesContext(connection) as queries:
            assert site_client.get(path).status_code == 200
        counts[name] = len(queries)
    assert counts == {"front": 13, "story": 23, "article": 18}


def test_a_name_stands_behind_a_line_once_and_many_are_folded(site_client: Client) -> None:
    from tests.site.library.analyses import analysed
    from tests.site.library.placed import tell

    rows = [analysed(f"n{number}", OFF, says=[], publisher=f"Paper {number % 8}", minutes=number) for number in range(12)]
    story = tell("many", *rows)
    put_brief(story, Brief((Claim(OFF, tuple(cite(row, OFF) for row in rows), 8),)))
    page = said(site_client, f"/story/{story}/")
    (line,) = re.findall(r'<li class="summary-line">.*?</li>', page)
    assert re.findall(r"<bdi>(Paper \d)</bdi>", line) == [f"Paper {number}" for number in range(8)]
    assert "<summary>and 3 more</summary>" in line


def test_what_a_language_model_made_of_it_says_so_and_the_papers_own_sentences_are_there(site_client: Client) -> None:
    from django.utils import timezone

    from octavo.site.library.models import Article, Rewriting, StoryBrief

    told, now = made(), timezone.now()
    put_brief(told.story, a_brief(told))
    StoryBrief.objects.update(made=now)
    words = "On Tuesday the Marit was towed off, as two papers say."
    claim = asdict(Claim(words, (cite(told.own, HOME), cite(told.wire, OFF)), 2))
    Rewriting.objects.create(story_id=told.story, of=now, model="<b>small", made=now, summary=[claim], dropped=2)
    page = said(site_client, f"/story/{told.story}/")
    assert f"{words}</span><a class=\"cite\"" in page
    assert "Rewritten by <bdi>&lt;b&gt;small</bdi>, each sentence checked against those that it cites; 2 that were not borne out" in page
    (plain,) = re.findall(r'<details class="brief-plain">.*?</details>', page)
    assert OFF in plain
    assert words not in plain
    ids = [str(attributes["id"]) for _, attributes in Tags(page).found if attributes.get("id")]
    assert len(ids) == len(set(ids))
    Article.objects.filter(pk=told.own.pk).update(text=told.own.text.replace("38", "42"))
    page = said(site_client, f"/story/{told.story}/")
    assert words not in page
    assert "Rewritten by" not in page
    assert f'id="from-{told.wire.pk}-0"' in page


def test_the_names_that_a_language_model_gave_to_questions_are_said_to_be_its(site_client: Client) -> None:
    from django.utils import timezone

    from octavo.site.library.models import Article, Rewriting, StoryBrief

    told, now = made(), timezone.now()
    brief = a_brief(told)
    put_brief(told.story, brief)
    StoryBrief.objects.update(made=now)
    named = asdict(replace(brief.differences[0], question="Had the lights been out?"))
    row = {"of": now, "model": "small", "made": now, "summary": [asdict(brief.summary[0])]}
    Rewriting.objects.create(story_id=told.story, differences=[named], **row)
    page = said(site_client, f"/story/{told.story}/")
    assert "Had the lights been out?</h3>" in page
    assert "so are the questions" in page
    Rewriting.objects.update(differences=[asdict(brief.differences[0])])
    assert "so are the questions" not in said(site_client, f"/story/{told.story}/")
    Rewriting.objects.update(differences=[named])
    Article.objects.filter(pk=told.own.pk).update(text=told.own.text.replace("38", "42"))
    page = said(site_client, f"/story/{told.story}/")
    assert "Had the lights been out?" not in page


def test_on_both_databases_the_brief_stands_on_its_pages(library: None) -> None:
    from django.test import Client, override_settings

    told = made()
    put_brief(told.story, a_brief(told))
    with override_settings(LOOPBACK=True):
        client = Client(headers={"host": "localhost"})
        assert "Where they differ" in said(client, f"/story/{told.story}/")
        assert OFF in said(client, "/")
        assert DARK.split("”")[0] in said(client, f"/article/{told.own.pk}/")
