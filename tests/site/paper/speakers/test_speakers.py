"""The pages of speakers: who has been heard, and all that each has said, filtered, searched and as a feed."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from octavo.analysis import Occasion
from tests.site.library.analyses import BREKKE, Said, analysed, analysis, hold, keep, person, speaking
from tests.site.library.articles import MORNING
from tests.site.library.placed import tell
from tests.site.paper.tags import without_scripts

if TYPE_CHECKING:
    from django.test import Client

ATOM = "{http://www.w3.org/2005/Atom}"


def number(key: str = "ida brekke") -> int:
    from octavo.site.library.models import Speaker

    return Speaker.objects.get(key=key).pk


def html_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return " ".join(response.content.decode().split())


def filled() -> None:
    """Five articles in two papers over three days, in which Ida Brekke says something."""
    for place in range(4):
        published = MORNING - timedelta(days=place // 2)
        speaking(f"n{place}", BREKKE, f"that ferry {place} sails", published, publisher=["The Pilot", "Herald"][place % 2], minutes=place)
    analysed("warning", "Ida Brekke warned that ice is near.", says=[("Ida Brekke", "warned", "that ice is near", BREKKE)],
             publisher="Herald", published=MORNING - timedelta(days=9), occasion=Occasion("in a letter to the port"))


def test_nobody_has_been_heard(site_client: Client) -> None:
    assert "Nobody has been heard yet" in html_of(site_client, "/speakers/")
    assert "Nobody of that name" in html_of(site_client, "/speakers/?q=fell")


def test_the_list_has_those_first_who_have_said_most(site_client: Client) -> None:
    filled()
    speaking("other", person("Jón Fell", "director"))
    html = html_of(site_client, "/speakers/")
    assert html.index("Ida Brekke") < html.index("Jón Fell")
    assert '<span class="number">5</span> statements' in html
    assert "harbour master, Skerry harbour" in html
    assert "Ida Brekke" not in html_of(site_client, "/speakers/?q=JON").split("<main")[1]
    assert "Jón Fell" in html_of(site_client, "/speakers/?q=fell+jon")


def test_what_is_no_saying_is_told_in_the_articles_own_words_and_before_words_that_tell_little_alone(site_client: Client) -> None:
    says = [("Ida Brekke", "signed", "the order", BREKKE), ("Ida Brekke", "urged", "that the crew be heard", BREKKE)]
    row = analysed("order", "On Monday Ida Brekke signed the order. She urged that the crew be heard.", says=says)
    for path in (f"/speakers/{number()}/", f"/article/{row.pk}/"):
        html = html_of(site_client, path)
        assert '<bdi class="deed">signed</bdi> <a ' in html
        assert '<bdi class="bit">urged</bdi>' in html
    assert "<title type=\"html\">signed: the order" in site_client.get(f"/speakers/{number()}/feed/").content.decode()


def test_either_database_gives_the_cue_of_a_statement(library: str) -> None:
    from octavo.site.library.models import Speaker
    from octavo.site.paper.speakers import shelf

    before = "🙂 Été. " * 90
    analysed("order", f"{before}Ida Brekke signed the order.", says=[("Ida Brekke", "signed", "the order", BREKKE)])
    (row,) = shelf.rows(shelf.statements([Speaker.objects.get()]), 0, 9)
    assert row.said.deed == "signed", library


def test_a_speakers_page_lists_statements_by_day_with_paper_and_occasion(site_client: Client) -> None:
    filled()
    html = html_of(site_client, f"/speakers/{number()}/")
    assert html.count('<section class="day"') == 3
    assert html.index("Tuesday, 3 March 2026") < html.index("Monday, 2 March 2026") < html.index("Sunday, 22 February 2026")
    assert "5 statements</span>" in html
    assert "Harbour master, Skerry harbour" in html
    assert '<bdi class="bit">in a letter to the port</bdi>' in html
    from octavo.site.library.models import Article

    assert f'<a href="/article/{Article.objects.get(key="warning").pk}/#said-1">that ice is near</a>' in html


def test_what_several_papers_print_alike_stands_once(site_client: Client) -> None:
    for place, paper in enumerate(("The Pilot", "Herald", "Coast Daily")):
        speaking(f"n{place}", BREKKE, "that the ferry sails", MORNING, publisher=paper, minutes=place)
    html = html_of(site_client, f"/speakers/{number()}/")
    assert html.count(">that the ferry sails</a>") == 1
    assert "also in <a" in html
    assert html.count('<article class="told">') == 1


@pytest.mark.parametrize(("query", "found"), [
    ("act=warn", ["ice"]), ("act=sing", ["ferry 0", "ferry 3", "ice"]), ("q=ICE+near", ["ice"]),

    ("q=ferry", ["ferry 0", "ferry 1", "ferry 2", "ferry 3"]),
    ("from=2026-03-03", ["ferry 0", "ferry 1"]), ("to=2026-03-01", ["ice"]), ("from=2026-03-02&to=2026-03-02", ["ferry 2", "ferry 3"]),
    ("from=soon&publisher=x&page=z", ["ice", "ferry 0"]), ("q=%25", []), ("q=%00", ["ice"]), ("publisher=99999999999999999999999", ["ice"]),
])
def test_statements_are_filtered_and_searched(site_client: Client, query: str, found: list[str]) -> None:
    filled()
    html = html_of(site_client, f"/speakers/{number()}/?{query}").split('class="source-aside')[0]
    for words in ("ice", "ferry 0", "ferry 1", "ferry 2", "ferry 3"):
        if words in found:
            assert f"that {words}" in html
    if "act=sing" not in query and "soon" not in query and "00" not in query and "999" not in query:
        assert html.count('<li class="statement"') == len(found)


@pytest.mark.parametrize("query", ["cafe", "CAFÉ", "Café", "o'brien’s", "O’BRIEN'S", "ÖLAND", "oland cafe", "istanbul"])
def test_words_are_found_however_they_are_written(site_client: Client, query: str) -> None:
    speaking("one", BREKKE, "that the Café of O’Brien’s on Öland and İstanbul is shut")
    speaking("two", BREKKE, "that it rains")
    html = html_of(site_client, f"/speakers/{number()}/?q={query}")
    assert html.count('<li class="statement"') == 1
    assert "is shut</a>" in html


@pytest.mark.parametrize("query", ["MÜLLER", "muller", "Mu\u0308ller", "Dr Ida Q. Müller"])
def test_names_are_found_however_they_are_written(site_client: Client, query: str) -> None:
    speaking("one", person("Dr Ida Q. Müller"))
    assert "Ida Q. Müller" in html_of(site_client, f"/speakers/?q={query}").split("<main")[1]


def test_a_paper_can_be_chosen(site_client: Client) -> None:
    from octavo.site.library.models import Publisher

    filled()
    html = html_of(site_client, f"/speakers/{number()}/?publisher={Publisher.objects.get(name='Herald').pk}")
    assert html.count('<li class="statement"') == 3
    assert "3 of 5." in html


def test_long_lists_go_on_on_other_pages(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.paper.speakers import one

    monkeypatch.setattr(one, "ON_A_PAGE", 2)
    filled()
    html = html_of(site_client, f"/speakers/{number()}/?q=ferry&page=2")
    assert "3 to 4 of 4" in html
    assert 'href="?q=ferry&amp;page=1"' in html


@pytest.mark.parametrize("many", [1, 30])
def test_queries_do_not_grow(site_client: Client, many: int) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for place in range(many):
        speaking(f"n{place}", BREKKE, f"that ferry {place} sails", publisher=f"Paper {place % 5}", minutes=place)
        speaking(f"m{place}", person(f"Jon Fell{'abcdefghijklmnopqrstuvwxyzäöüß'[place]}", "captain"))
    site_client.get("/")
    counts = {}
    for name, path in {"list": "/speakers/", "one": f"/speakers/{number()}/", "feed": f"/speakers/{number()}/feed/"}.items():
        with CaptureQueriesContext(connection) as queries:
            assert site_client.get(path).status_code == 200
        counts[name] = len(queries)
    assert counts == {"list": 9, "one": 14, "feed": 5}


def test_the_timeline_lies_in_its_order_in_an_index(library: str) -> None:
    from django.db import connection

    from octavo.site.library.models import Speaker, Statement
    from octavo.site.paper.speakers.shelf import statements

    row = speaking("first", BREKKE)
    first = Statement.objects.get()
    fields = [field.attname for field in Statement._meta.concrete_fields if field.attname != "id"]
    values = {name: getattr(first, name) for name in fields}
    others = [Speaker.objects.create(kind="person", key=f"p{number}", name="P") for number in range(3)]
    Statement.objects.bulk_create(
        Statement(**values | {"number": number + 2, "speaker_id": others[number % 3].pk, "said_on": MORNING - timedelta(days=number)})
        for number in range(3_000)
    )
    assert row.pk
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE library_statement")
    plan = statements([others[0]]).values_list("words")[:50].explain()
    assert "statement_timeline" in plan, plan
    assert "Sort" not in plan, plan
    assert "TEMP B-TREE" not in plan, plan


def test_the_feed_leads_to_the_sentences(site_client: Client) -> None:
    filled()
    speaking("odd", BREKKE, "that <it> & \x01 all end", MORNING + timedelta(days=1))
    response = site_client.get(f"/speakers/{number()}/feed/")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    link = f'type="application/atom+xml" title="Ida Brekke" href="/speakers/{number()}/feed/"'
    assert link in html_of(site_client, f"/speakers/{number()}/")
    root = ElementTree.fromstring(response.content)
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 6
    assert entries[0].findtext(f"{ATOM}title") == "said: that &lt;it&gt; &amp; \ufffd all end"
    leads = entries[0].find(f"{ATOM}link")
    assert leads is not None
    assert str(leads.get("href")).endswith("#said-1")
    assert str(leads.get("href")).startswith("http://localhost/article/")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == 6
    again = ElementTree.fromstring(site_client.get(f"/speakers/{number()}/feed/").content)
    assert [entry.findtext(f"{ATOM}id") for entry in again.findall(f"{ATOM}entry")] == ids


def entries_of(client: Client) -> list[ElementTree.Element]:
    return ElementTree.fromstring(client.get(f"/speakers/{number()}/feed/").content).findall(f"{ATOM}entry")


def test_what_an_article_prints_is_no_markup_in_the_feed(site_client: Client) -> None:
    speaking("odd", BREKKE, "<img src=x onerror=alert(1)> is a tag", headline="Tags & <b>tales</b>")
    (entry,) = entries_of(site_client)
    for name in ("title", "summary"):
        told = entry.find(f"{ATOM}{name}")
        assert told is not None
        assert told.get("type") == "html"
        assert "<" not in str(told.text)
        assert "&lt;img src=x onerror=alert(1)&gt;" in str(told.text)
    assert "Tags &amp; &lt;b&gt;tales&lt;/b&gt;" in str(entry.findtext(f"{ATOM}summary"))


def test_what_is_said_twice_in_an_article_is_two_entries(site_client: Client) -> None:
    from octavo.site.library.models import Analysis

    says: list[Said] = [("Ida Brekke", cue, "that all is well", BREKKE) for cue in ("said", "added", "repeated")]
    row = analysed("twice", "Ida Brekke said that all is well. She added so, and repeated it.", says=says)
    ids = [entry.findtext(f"{ATOM}id") for entry in entries_of(site_client)]
    assert len(set(ids)) == 3
    Analysis.objects.update(waiting=row.ranked)
    hold(row)
    before = ("Ida Brekke", "said", "all is well. She", BREKKE)
    assert keep((row, analysis(row.text, [before, *says]))) == 1
    assert set(ids) < {entry.findtext(f"{ATOM}id") for entry in entries_of(site_client)}


@pytest.mark.parametrize("path", ["999/", "999/feed/", "0/", "99999999999999999999999/", "999/merge/", "999/split/", "1/nothing/"])
def test_who_is_not_there(site_client: Client, path: str) -> None:
    assert site_client.get(f"/speakers/{path}").status_code == 404


def test_names_are_escaped_everywhere(site_client: Client) -> None:
    odd: Any = person("<i>Ida</i> & Brekke", "<b>captain</b>", "<u>port</u>")
    for place in range(5):
        speaking(f"n{place}", odd, "<script>1</script>", headline="<em>Head</em>", publisher="<tt>P</tt>")
    from octavo.site.library.models import Speaker

    pk = Speaker.objects.get().pk
    for path in ("/speakers/", f"/speakers/{pk}/", f"/speakers/{pk}/merge/", f"/speakers/{pk}/split/", f"/speakers/{pk}/?q=<script>"):
        html = without_scripts(html_of(site_client, path))
        for tag in ("<i>", "<b>", "<u>", "<script", "<em>", "<tt>"):
            assert tag not in html, (path, tag)


def test_a_days_statements_stand_by_story(site_client: Client) -> None:
    words = "that ferry {} sails".format
    told = [speaking(f"n{place}", BREKKE, words(place), MORNING, publisher=f"Paper {place}", minutes=place) for place in range(3)]
    story = tell("story", told[0], told[2])
    html = html_of(site_client, f"/speakers/{number()}/")
    assert html.count('class="chapter"') == 2
    chapter = next(each for each in html.split('class="chapter"') if f'href="/story/{story}/"' in each)
    assert "that ferry 0 sails" in chapter
    assert "that ferry 2 sails" in chapter
    assert "that ferry 1 sails" not in chapter.split("</section>")[0]
