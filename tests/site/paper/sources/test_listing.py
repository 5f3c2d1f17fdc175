"""The page of all sources."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.site.paper.sources.made import brought, made, put_article
from tests.site.paper.tags import SCRIPTS, Tags

if TYPE_CHECKING:
    from django.test import Client


def queries(client: Client, path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def fill(many: int) -> None:
    from django.utils import timezone

    from octavo.site.library.models import Source, SourceDay
    from tests.site.paper.sources.made import today_utc

    now = timezone.now()
    Source.objects.bulk_create(
        Source(
            kind="feed", address=f"https://p{n}.example/feed", title=f"Paper {n:04}", added=now, folder=f"Folder {n % 7}", muted=n % 9 == 5,
            failures=n % 5 == 1, reason="timed-out", due_at=now,
        ) for n in range(many)
    )
    SourceDay.objects.bulk_create(
        SourceDay(source=source, day=today_utc() - timedelta(days=ago), articles=2) for source in Source.objects.all() for ago in (0, 40)
    )


@pytest.mark.parametrize("many", [10, 200])
def test_a_fixed_number_of_queries_however_many_sources(site_client: Client, many: int) -> None:
    fill(many)
    site_client.get("/sources/")
    # Who asks and how they read, five of the edition in the masthead, the list, its rows and what fails, days, sums, files that were given.
    assert queries(site_client, "/sources/") == 15
    assert queries(site_client, "/sources/?state=failing") == 13


def test_a_thousand_sources_are_five_pages(site_client: Client) -> None:
    fill(1000)
    response = site_client.get("/sources/")
    html = response.content.decode()
    assert html.count('class="line source-row"') == 200
    assert "1 to 200 of 1,000" in html
    assert "1,000 sources" in html
    assert len(html) < 400_000
    last = site_client.get("/sources/?page=5").content.decode()
    assert "801 to 1,000 of 1,000" in last
    assert 'rel="next"' not in last
    for odd in ("0", "-1", "six", "999999999999999999999", "%00"):
        assert site_client.get(f"/sources/?q=0417&page={odd}").status_code == 200
    found = site_client.get("/sources/?q=paper+0417").content.decode()
    assert found.count('class="line source-row"') == 1
    assert "Paper 0417" in found
    folder = site_client.get("/sources/?folder=Folder+3&q=00").content.decode()
    assert folder.count('class="line source-row"') == 15


def test_what_is_said_of_a_source(site_client: Client) -> None:
    from django.utils import timezone

    now = timezone.now()
    source = made(
        title="The Pilot", folder="Islands", fetched=now - timedelta(minutes=20, seconds=5), interval=2400,
    )
    brought(source, 3, 0, 4, *[0] * 30, 1000)
    html = site_client.get("/sources/").content.decode()
    for said in ("The Pilot", "Islands", "Feed", "20 minutes ago", "every 40 minutes", "<strong>7</strong> in 30 days", "1,007 in all"):
        assert said in html, said
    assert "7 articles in the last 30 days, the most on" in html
    assert f'href="/sources/{source.pk}/"' in html
    assert "Failing" not in html


def test_what_fails_stands_at_the_top_with_its_reason_and_the_next_try(site_client: Client) -> None:
    from django.utils import timezone

    now = timezone.now()
    hours = timedelta(hours=3)
    made(1, title="Zebra Post", failures=3, failing_since=now - hours, reason="no-connection", problem="the host does not answer")
    made(2, title="Gone Post", failures=9, failing_since=now - timedelta(hours=50), reason="gone", due_at=None)
    made(3, title="Silent Post", failures=9, failing_since=now, reason="gone", muted=True)
    made(4, title="Alder Post")
    html = site_client.get("/sources/").content.decode()
    top, rest = html.split('id="failing"')[1].split('class="folder"', 1)
    assert "Zebra Post" in top
    assert "The host does not answer" in top
    assert "3 hours ago" in top
    assert "in 20 minutes" in top
    assert "It says that it is gone for good" in top
    assert "It is not tried again by itself." in top
    assert "Silent Post" not in top
    assert "Alder Post" not in top
    assert rest.index("Alder Post") < rest.index("Zebra Post")
    assert "<strong>muted</strong>" in rest
    footer = html.split("<footer")[1]
    assert "(2 failing)" in footer
    assert "failing" not in site_client.get("/").content.decode().split("<footer")[1]


def test_only_twenty_that_fail_stand_at_the_top(site_client: Client) -> None:
    fill(210)
    html = site_client.get("/sources/").content.decode()
    top = html.split('id="failing"')[1].split("</section>")[0]
    assert top.count("<li") == 20
    assert "All 38 that fail" in top
    assert 'id="failing"' not in site_client.get("/sources/?page=2").content.decode()
    assert site_client.get("/sources/?state=failing").content.decode().count('class="line source-row"') == 38


def test_a_long_problem_is_cut_in_the_list_and_whole_on_the_page_of_its_source(site_client: Client) -> None:
    problem = "its certificate is for other names: " + ", ".join(f"name{number}.example" for number in range(14))
    source = made(failures=1, problem=problem)
    html = site_client.get("/sources/").content.decode()
    assert problem not in html
    assert html.count("name6.example…</bdi>") == 2
    assert f"{problem}.</bdi>" in site_client.get(f"/sources/{source.pk}/").content.decode()


def test_a_great_many_articles_of_files_are_not_counted_one_by_one(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.paper.sources import shelf
    from tests.site.library.articles import source

    monkeypatch.setattr(shelf, "COUNTED", 2)
    for number in range(4):
        put_article(source(), f"a{number}")
    assert "over 2 in all" in site_client.get("/sources/").content.decode()
    (line,) = shelf.lines([source()], source().added)
    assert line.all == 3


def test_files_and_their_articles_are_counted_and_the_specimen_is_no_source(site_client: Client) -> None:
    from tests.site.library.articles import source

    specimen = made(kind="specimen", address="specimen")
    assert "No source yet" in site_client.get("/sources/").content.decode()
    put_article(source(), "one")
    put_article(source(), "two")
    html = site_client.get("/sources/").content.decode()
    assert "2 in all" in html
    assert "given, not fetched" in html
    assert "1 source<" in html
    assert site_client.get(f"/sources/{specimen.pk}/").status_code == 404


def test_nothing_is_found(site_client: Client) -> None:
    made()
    html = site_client.get("/sources/", {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "No source is like that" in html
    assert "<script>" not in html
    assert site_client.get("/sources/", {"folder": "a\x00b", "q": "\x00"}).status_code == 200


def test_markup_in_a_title_a_folder_and_a_problem_is_text(site_client: Client) -> None:
    hostile = '<script>alert(1)</script><a href="javascript:alert(1)">'
    made(1, title=hostile, folder=hostile, failures=1, problem=hostile)
    made(2, folder="Other")
    html = site_client.get("/sources/").content.decode()
    assert "<script>" not in html
    assert html.count("&lt;script&gt;") >= 3
    assert all(not str(attributes.get("href", "")).startswith("javascript") for _, attributes in Tags(html).found)


def test_no_inline_style_or_script_is_needed(site_client: Client) -> None:
    made()
    source = made(1, failures=1)
    for path in ("/sources/", f"/sources/{source.pk}/", "/sources/add/", f"/sources/{source.pk}/remove/"):
        for tag, attributes in Tags(site_client.get(path).content.decode()).found:
            assert tag not in ("style", "iframe", "object"), path
            assert tag != "script" or attributes in SCRIPTS, path
            assert not any(name == "style" or name.startswith("on") for name in attributes), (path, attributes)


def test_a_note_has_known_words_only(site_client: Client) -> None:
    assert "The source is removed." in site_client.get("/sources/?done=removed").content.decode()
    assert 'class="note"' not in site_client.get("/sources/?done=%3Cb%3EHello").content.decode()
    html = site_client.get("/sources/?done=list&new=12&known=3&refused=x").content.decode()
    assert "12 sources added, and in the queue; 3 you had already." in html
