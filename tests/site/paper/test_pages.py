"""The pages as a browser on this machine gets them: what is on them, what they may load, how many queries they take."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from octavo import Credit, Dateline, Paragraph
from tests.site.library.articles import MORNING, article, page, source
from tests.site.library.placed import came, many, tell
from tests.site.paper.tags import SCRIPTS, Tags

if TYPE_CHECKING:
    from django.test import Client

BIDI = "\u202e"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This machine's clock, by which a reader reads who has named no zone."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


def put(*articles: Any, minutes: int = 0, name: str = "") -> None:
    """Put articles of one page into the library."""
    from octavo.site.library.importing import import_page

    name += articles[0].id
    import_page(page(f"<html>{name}".encode(), minutes=minutes, url=f"https://post.example/{name}"), articles, source())


def number_of(key: str) -> int:
    from octavo.site.library.models import Article

    return Article.objects.get(key=key).pk


def test_an_empty_library_says_what_to_do_next(site_client: Client) -> None:
    html = site_client.get("/").content.decode()
    assert "octavo import FILE" in html
    assert "<article" not in html


@pytest.mark.parametrize("many", [1, 40])
def test_queries_do_not_grow_with_the_library(site_client: Client, many: int) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.library.models import Article

    for number in range(many):
        put(article(f"n{number}", section="Sport", publisher=f"Paper {number % 7}"), minutes=number)
    counts = {}
    publisher = Article.objects.get(key="n0").publisher_id
    paths = {
        "front": "/", "article": f"/article/{number_of('n0')}/", "section": "/section/sport/", "publisher": f"/publisher/{publisher}/",
        "style": "/style/",
    }
    for name, path in paths.items():
        with CaptureQueriesContext(connection) as queries:
            assert site_client.get(path).status_code == 200
        counts[name] = len(queries)
    # The front page is asked for first, and its rows with it; from then on the state of the library is all that is asked.
    assert counts == {"front": 13, "article": 20, "section": 8, "publisher": 10, "style": 14}
    with CaptureQueriesContext(connection) as queries:
        site_client.get("/")
    assert len(queries) == 10
    assert not [query for query in queries.captured_queries if "opening" in query["sql"]]


def test_what_another_process_changes_is_there_at_once(site_client: Client, tmp_path: Path) -> None:
    put(article("first", publisher="A"))
    for name in ("Ferry sails again in the north", "Quarry closes for the summer"):
        assert name not in site_client.get("/").content.decode()
        (tmp_path / "page.html").write_text(
            f"<html><title>{name}</title><article><h1>{name}</h1><p>{f'{name}, as was said at length. ' * 9}</p></article>",
        )
        subprocess.run([sys.executable, "-m", "octavo.cli", "import", str(tmp_path / "page.html")], check=True, capture_output=True)
        assert name in site_client.get("/").content.decode()


def test_what_reading_again_changes_is_there_at_once(site_client: Client) -> None:
    from octavo.site.library.models import FetchedPage
    from octavo.site.library.rereading import renew

    put(article("read", headline="Read badly"))
    assert "Read badly" in site_client.get("/").content.decode()
    renew(FetchedPage.objects.get(), [article("read", headline="Read well")])
    assert "Read well" in site_client.get("/").content.decode()


def test_a_section_that_holds_everything_is_still_a_small_page(site_client: Client) -> None:
    headline = "A headline of the usual length, which is about this many words"
    put(*(article(f"a{number}", f"Text {number}.", headline=headline) for number in range(260)))
    html = site_client.get("/section/more/").content
    assert len(html) < 100_000
    assert b"These are the newest 200 of 260 in this edition." in html


def test_an_article_has_all_its_parts(site_client: Client) -> None:
    put(replace(
        article("parts"), kicker="Analysis", headline="Who pays & why", agency="Northwire", publisher="The Harbour Post",
        byline=("Greta Solheim", "Jo Lee"), dateline=Dateline("PORT ALDER", "Northwire"), credits=(Credit("editing", "Tom Ferris"),),
        published=MORNING - timedelta(hours=2), language="en", paragraphs=(
            Paragraph("text", "First."), Paragraph("crosshead", "A QUESTION"), Paragraph("quote", "Said."), Paragraph("list", "one"),
            Paragraph("list", "two"), Paragraph("text", "Last."),
        ),
    ))
    html = " ".join(site_client.get(f"/article/{number_of('parts')}/").content.decode().split())
    for part in (
        '<p class="kicker" dir="auto">Analysis</p>', "Who pays &amp; why</h1>", "<bdi>Greta Solheim and Jo Lee</bdi>",
        "Editing by Tom Ferris",
        '<h2 class="crosshead" id="block-2" dir="auto">A QUESTION</h2>', '<blockquote id="block-3" dir="auto"><p>Said.</p></blockquote>',
        '<ul id="block-4"><li dir="auto">one</li><li dir="auto">two</li></ul>', '<p id="block-5" dir="auto">Last.</p>', 'lang="en"',
        f'<time datetime="{(MORNING - timedelta(hours=2)).isoformat()}">Tuesday, 3 March 2026, 05:30</time>',
        'href="https://post.example/parts" rel="noopener noreferrer"',
    ):
        assert part in html, part
    assert re.search(r'<bdi class="who">Northwire</bdi>, in <a href="/publisher/\d+/"><bdi>The Harbour Post</bdi></a>', html)
    assert re.search(r'PORT ALDER</bdi> <bdi class="dateline-agency">\(Northwire\)</bdi> — </span>\s*First\.', html)


def test_missing_parts_leave_no_holes(site_client: Client) -> None:
    put(article("bare", "Only this came in, and nobody knows from where.", headline="", publisher=None, url=None))
    front, html = (site_client.get(path).content.decode() for path in ("/", f"/article/{number_of('bare')}/"))
    assert front.count("Only this came in, and nobody knows from where.") == 1
    assert "Publisher not known" in html
    assert "No date; came in" in html
    assert "None" not in front + html


def test_an_article_without_a_date_ranks_by_when_it_was_fetched(site_client: Client) -> None:
    put(article("old", "An old text.", published=MORNING - timedelta(days=3), publisher="A"), minutes=90)
    put(article("dated", "A text with a date.", published=MORNING + timedelta(minutes=30), publisher="B"), minutes=60)
    put(article("undated", "A text without one.", publisher="C"), minutes=45)
    assert re.findall(r"Ferry to stay in harbour: (\w+)", site_client.get("/").content.decode()) == ["undated", "dated", "old"]


def test_a_story_stands_once_and_says_who_carries_whose_text(site_client: Client) -> None:
    texts = [f"Paragraph {number} of the wire tells what happened in the harbour on that day at some length." for number in range(8)]
    wire = came("wire", *texts, publisher="Northwire")
    copy = came("copy", *texts[:6], publisher="Coast Daily", headline="Another headline altogether", minutes=20)
    story = tell("story", wire, voice="northwire")
    tell(story, copy, origin=wire.pk)
    front = " ".join(site_client.get("/").content.decode().split())
    assert front.count('class="headline"') == 1
    assert f'href="/story/{story}/"' in front
    assert "<strong>1 report</strong> in 2 papers" in front
    assert "only <bdi>Northwire’s</bdi> text, changed" in front
    assert "Another headline" not in front
    page = " ".join(site_client.get(f"/article/{copy.pk}/").content.decode().split())
    assert "<bdi>Northwire’s</bdi> text. Here: another headline and cut the last two paragraphs." in page
    assert f'href="/article/{wire.pk}/difference/{copy.pk}/"' in page
    assert f'href="/story/{story}/#brief"' in page


def test_pages_are_served_without_what_placing_needs(site_client: Client) -> None:
    texts = [f"Paragraph {number} of the wire tells what happened in the harbour on that day at some length." for number in range(8)]
    wire, copy = came("wire", *texts, publisher="Northwire"), came("copy", *texts[:6], publisher="Coast Daily", minutes=20)
    story = tell("story", wire)
    tell(story, copy, origin=wire.pk)
    paths = ["/", f"/story/{story}/", f"/article/{copy.pk}/", f"/article/{wire.pk}/difference/{copy.pk}/"]
    script = (
        "import sys, django\ndjango.setup()\nfrom django.test import Client\nclient = Client(headers={'host': 'localhost'})\n"
        f"assert [client.get(path).status_code for path in {paths}] == [200] * {len(paths)}\n"
        "print(sorted({'numpy', 'onnxruntime'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_a_story_that_hundreds_report_leaves_room_for_others(site_client: Client) -> None:
    from octavo.site.paper.shelf import NEWEST

    story: int | str = "otters"
    for number in range(3):
        otters = came(f"otters{number}", headline="Otters in the sound", publisher=f"Paper {number}")
        story = tell(story, otters, voice=f"paper {number}")
    tell("ferry", *many("n", NEWEST + 1, minutes=30))
    tell("whale", came("whale", headline="A whale alone", publisher="The Pilot"))
    front = site_client.get("/").content.decode()
    assert "Otters in the sound" in front
    assert "3 independent reports" in front
    assert "A whale alone" in front


def test_an_earlier_version_is_told(site_client: Client) -> None:
    put(article("changed", "The first text of it, which was wrong in one point."), name="a")
    put(article("changed", "The second text of it, which is right in every point."), minutes=30, name="b")
    html = site_client.get(f"/article/{number_of('changed')}/").content.decode()
    assert html.count("An earlier text, replaced <time") == 1
    assert "The first text of it, which was wrong in one point." in html.split("<details", 1)[1]


def test_a_publisher_is_not_named_again_on_each_line_of_its_own_page(site_client: Client) -> None:
    for name in ("one", "two", "three"):
        put(article(name, publisher="The Pilot"), name=name)
    html = site_client.get("/publisher/1/").content.decode()
    assert html.count('href="/article/') == 3
    assert "The Pilot" in html.partition("<h1")[2].partition("</h1>")[0]
    assert "The Pilot" not in html.partition('class="listing"')[2]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://post.example/x"])
def test_a_reader_is_sent_to_the_web_alone(site_client: Client, url: str) -> None:
    put(article("sent", url=url))
    assert url not in site_client.get(f"/article/{number_of('sent')}/").content.decode()


def test_hostile_text_is_text(site_client: Client) -> None:
    evil = '<script>alert(1)</script><img src=x onerror="alert(1)">' + BIDI
    put(article("evil", evil, headline=evil, kicker=evil, publisher=evil, agency=evil, byline=(evil,), section=evil, language='"><b',
                dateline=Dateline(evil, evil), credits=(Credit("editing", evil, evil),)))
    for path in ("/", f"/article/{number_of('evil')}/", "/style/", "/publisher/1/"):
        response = site_client.get(path)
        assert response.status_code == 200
        tags = Tags(response.content.decode()).found
        scripts = [attributes for tag, attributes in tags if tag == "script"]
        assert all(each in SCRIPTS for each in scripts)
        assert not [tag for tag, attributes in tags if tag in ("img", "b") or "onerror" in attributes], path


def test_an_endless_headline_is_cut_on_the_front_page_alone(site_client: Client) -> None:
    put(article("endless", headline="word " * 2000))
    assert len(site_client.get("/").content) < 10_000
    assert site_client.get(f"/article/{number_of('endless')}/").content.decode().count("word word") > 500


def test_a_number_and_its_word_stay_on_one_line_and_nothing_else_changes(site_client: Client) -> None:
    put(article("hours", headline="Crew's 15-hour day & 1,000-tonne <b>load</b>, 2026-03-03"))
    for path in ("/", f"/article/{number_of('hours')}/"):
        html = site_client.get(path).content.decode()
        assert 'Crew&#x27;s <span class="unbroken">15-hour</span> day &amp; 1,' in html
        assert "&lt;b&gt;load&lt;/b&gt;, 2026-03-03" in html


def test_four_articles_leave_no_hole(site_client: Client) -> None:
    for number in range(4):
        put(article(f"n{number}", f"Text {number}.", publisher=f"Paper {number}"), minutes=number)
    classes = [attributes.get("class") for _, attributes in Tags(site_client.get("/").content.decode()).found]
    assert classes.count("block block--second") == 3
    assert "block block--third" not in classes


def test_a_publishers_page_does_not_repeat_its_name(site_client: Client) -> None:
    from octavo.site.library.models import Publisher

    put(article("own", "Its own text.", publisher="Northwire", agency="Northwire"))
    put(article("wire", "A text of an agency.", publisher="Northwire", agency="Meridian"))
    html = site_client.get(f"/publisher/{Publisher.objects.get().pk}/").content.decode()
    assert "Northwire" not in html.partition('class="listing"')[2]
    assert html.count('<bdi class="who">Meridian</bdi>') == 1


def test_an_article_stands_in_its_section(site_client: Client) -> None:
    put(article("sport", "Of sport.", section="Sport", publisher="A"))
    put(article("world", "Of the world.", section="World", publisher="B"))
    tags = Tags(site_client.get(f"/article/{number_of('sport')}/").content.decode()).found
    assert ("a", {"href": "/section/sport/", "aria-current": "true"}) in tags


def test_text_that_runs_from_right_to_left(site_client: Client) -> None:
    put(article("arabic", "قضت محكمة الاستئناف", headline="محكمة الاستئناف", language="ar"))
    assert ("article", {"class": "article", "lang": "ar", "dir": "rtl"}) in Tags(
        site_client.get(f"/article/{number_of('arabic')}/").content.decode(),
    ).found


@pytest.mark.parametrize("path", [
    "/article/999/", "/article/99999999999999999999999/", "/section/nowhere/", "/publisher/999/", "/nowhere", "/wp-login.php",
])
def test_a_page_that_is_not_there_has_a_way_back(site_client: Client, path: str) -> None:
    response = site_client.get(path)
    assert response.status_code == 404
    assert '<a href="/">Back to the front page</a>' in response.content.decode()
    assert ("That article is not in the library" in response.content.decode()) == path.startswith("/article/")


def test_a_section_that_is_empty_today_is_still_one(site_client: Client) -> None:
    response = site_client.get("/section/sport/")
    assert response.status_code == 200
    assert "Nothing under “Sport” in this edition" in response.content.decode()


def test_a_page_that_breaks_says_so_without_asking_the_library(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.paper import views

    def break_() -> bool:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(views, "specimen_shown", break_)
    site_client.raise_request_exception = False
    response = site_client.get("/")
    assert response.status_code == 500
    assert "The press stopped" in response.content.decode()
    assert "broken on purpose" not in response.content.decode()


def test_a_reader_reads_by_the_clock_of_the_zone_that_is_named(site_client: Client) -> None:
    from octavo.site.readers.owner import owner

    put(article("zone", published=MORNING))
    for zone, said in (("Asia/Tokyo", "16:30"), ("No/Where", "07:30")):
        user = owner()
        user.time_zone = zone
        user.save()
        assert f"Tuesday, 3 March 2026, {said}" in site_client.get(f"/article/{number_of('zone')}/").content.decode()


def test_style_files_and_faces_are_served(site_client: Client) -> None:
    faces = re.findall(r"[\w/-]+\.woff2", b"".join(site_client.get("/static/paper/type.css")).decode())
    assert len(set(faces)) == 4
    for path in (*(f"/static/paper/{face}" for face in faces), "/static/paper/type/OFL.txt", "/static/paper/octavo.svg"):
        assert site_client.get(path).status_code == 200
