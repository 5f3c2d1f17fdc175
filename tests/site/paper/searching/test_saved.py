"""The searches that readers keep: in two browsers, on both databases, as feeds, and what each page says of them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from html import unescape
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.site.library.placed import came, tell
from tests.site.paper.stories.made import said
from tests.site.readers.two_readers import browser_elsewhere, two_readers

if TYPE_CHECKING:
    from django.test import Client

    from octavo.site.readers.searches.models import SavedSearch

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def counted_anew(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.readers.searches import counting

    monkeypatch.setattr(counting, "FRESH", timedelta(0))
    # Articles of tests are of one morning, whatever day it is.
    monkeypatch.setattr(counting, "WITHIN", timedelta(days=100 * 365))
    counting._KEPT.clear()


def keep(browser: Client, query: str, name: str = "", **more: str) -> str:
    response = browser.post("/search/keep/", {"q": query, "name": name, **more})
    assert response.status_code == 302
    return str(response["Location"])


def only() -> SavedSearch:
    from octavo.site.readers.searches.models import SavedSearch

    return SavedSearch.objects.get()


def test_what_is_new_is_counted_and_marked_until_the_reader_looks(library: str) -> None:
    came("old", "A ferry.", headline="Old ferry")
    ada = two_readers().ada.browser
    assert keep(ada, "ferry", "Boats") == "/search/?done=search-kept&q=ferry"
    assert "It is kept." in said(ada, "/search/?done=search-kept&q=ferry")
    assert "You keep this search as" in said(ada, "/search/?q=ferry")
    assert "new for" not in said(ada, "/")
    came("new", "A ferry.", headline="New ferry", minutes=-600)
    came("otter", "An otter.", headline="Otter", minutes=2)
    front = said(ada, "/")
    assert "1 new for <bdi>Boats</bdi>" in front
    assert "Searches <strong>(1 new)</strong>" in front
    assert ">1 new<" in said(ada, "/search/saved/")
    response = ada.get(f"/search/saved/{only().pk}/")
    assert response.status_code == 302
    page = said(ada, response["Location"])
    marked = re.findall(r"<li class=\"line result\">(.*?)</li>", page)
    assert [("New" in each, "renewed-mark" in each) for each in marked] == [(False, False), (True, True)]
    assert "new for" not in page
    assert "nothing new" in said(ada, "/search/saved/")


def test_whoever_does_not_look_has_not_seen_it(library: str) -> None:
    ada = two_readers().ada.browser
    keep(ada, "ferry")
    came("new", "A ferry.")
    path = f"/search/saved/{only().pk}/"
    ada.head(path)
    ada.get(path, headers={"Sec-Purpose": "prefetch"})
    assert "1 new for" in said(ada, "/")


def test_renamed_removed_and_put_back(library: str) -> None:
    ada = two_readers().ada.browser
    keep(ada, "ferry", "Boats")
    pk = only().pk
    ada.post(f"/search/saved/{pk}/rename/", {"name": " Sea <b>\x00\u202e "})
    assert only().name.startswith("Sea <b>")
    assert "<b>" not in said(ada, "/search/saved/")
    assert ada.post(f"/search/saved/{pk}/rename/", {"name": " "})["Location"].endswith("done=search-unnamed")
    ada.post(f"/search/saved/{pk}/rename/", {"name": "x" * 5_000})
    assert len(only().name) == 80
    ada.post(f"/search/saved/{pk}/remove/")
    page = said(ada, "/search/saved/?done=search-removed")
    assert "You keep no search yet" in page
    assert "Put it back" in page
    ada.post(f"/search/saved/{pk}/put-back/")
    assert "You keep no search yet" not in said(ada, "/search/saved/")
    assert ada.post(f"/search/saved/{pk}/put-back/")["Location"].endswith("done=search-not-back")


def test_the_same_is_kept_once_and_there_is_an_end(library: str) -> None:
    ada = two_readers().ada.browser
    keep(ada, "ferry", "One")
    assert "search-known" in keep(ada, "  ferry ", "Two")
    assert only().name == "One"
    for number in range(19):
        keep(ada, f"ferry {number}")
    assert "search-full" in keep(ada, "one more")
    assert "search-empty" in keep(ada, "\x00 ")
    assert said(ada, "/search/saved/").count('class="line-headline"') == 20
    keep(ada, "x" * 100_000)


def test_another_reader_s_is_not_there(library: str) -> None:
    people = two_readers()
    keep(people.ada.browser, "ferry", "Boats")
    pk = only().pk
    for who in (people.ben.browser, people.owner.browser):
        assert "Boats" not in said(who, "/search/saved/")
        assert "Boats" not in said(who, "/search/?q=ferry")
        assert who.get(f"/search/saved/{pk}/").status_code == 404
        for deed in ("rename", "remove", "rekey"):
            assert who.post(f"/search/saved/{pk}/{deed}/", {"name": "Mine"}).status_code == 404
        people.ada.browser.post(f"/search/saved/{pk}/remove/")
        assert "search-not-back" in who.post(f"/search/saved/{pk}/put-back/")["Location"]
        people.ada.browser.post(f"/search/saved/{pk}/put-back/")
    assert (only().name, only().feed_turn, only().removed) == ("Boats", 0, None)
    assert people.nobody.get("/search/saved/").status_code in (302, 403)


def test_a_feed_has_what_is_found_for_whoever_has_its_key(library: str) -> None:
    article = came("a", "A ferry & <b>a tug</b> came\x01 in.", headline="Ferry <i>home</i>", publisher="Post")
    ada = two_readers().ada.browser
    keep(ada, "ferry", "Boats & co")
    address = re.search(r'href="(http://localhost/search/saved/\d+/feed/[0-9a-f]{40}/)"', said(ada, "/search/saved/"))
    assert address
    path = address[1].removeprefix("http://localhost")
    response = browser_elsewhere().get(path)
    assert response["Content-Type"].startswith("application/atom+xml")
    tree = ElementTree.fromstring(response.content)
    assert tree.findtext(f"{ATOM}title") == "Boats &amp; co in Octavo"
    entry = tree.find(f"{ATOM}entry")
    assert entry is not None
    assert unescape(entry.findtext(f"{ATOM}title") or "") == "Ferry <i>home</i>"
    assert "A ferry & <b>a tug</b> came" in unescape(entry.findtext(f"{ATOM}summary") or "")
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert f"/article/{article.pk}/?cite=" in link.attrib["href"]
    ada.post(f"/search/saved/{only().pk}/rekey/")
    assert browser_elsewhere().get(path).status_code == 404
    assert browser_elsewhere().get(path.replace("feed/", "feed/0")).status_code == 404
    assert browser_elsewhere().get("/search/saved/77/feed/x/").status_code == 404


def test_what_a_reader_mutes_is_hidden_in_results_and_feeds_and_one_click_away(library: str) -> None:
    from django.utils import timezone

    from octavo.site.readers.muting.keeping import put
    from octavo.site.readers.muting.rules import Wish

    came("a", "A ferry and a tug.", headline="Tug")
    came("b", "A ferry.", headline="Home", minutes=1)
    people = two_readers()
    keep(people.ada.browser, "ferry")
    put(people.ada.reader, [Wish("mute", "words", "tug", "tug", ("headline", "text"))], timezone.now())
    page = said(people.ada.browser, "/search/?q=ferry")
    assert "Tug" not in page
    assert "1 article on this page is hidden by what you mute." in page
    shown = re.search(r'href="(\?q=ferry&amp;shown=all)">Show', page) or re.search(r'href="(\?q=ferry&shown=all)">Show', page)
    assert shown
    assert "Tug" in said(people.ada.browser, f"/search/{unescape(shown[1])}")
    assert "Tug" in said(people.ben.browser, "/search/?q=ferry")
    from octavo.site.paper.searching.feed import key_of

    feed = browser_elsewhere().get(f"/search/saved/{only().pk}/feed/{key_of(only())}/").content.decode()
    assert "Home" in feed
    assert "Tug" not in feed


def test_what_is_new_is_counted_by_story_without_what_the_reader_mutes(library: str) -> None:
    from django.utils import timezone

    from octavo.site.readers.muting.keeping import put
    from octavo.site.readers.muting.rules import Wish

    people = two_readers()
    keep(people.ada.browser, "ferry", "Boats")
    first, second = (came(f"a{each}", "A ferry aground.", headline="Aground", minutes=each) for each in range(2))
    tell("a", first, second)
    came("b", "A ferry and a tug.", headline="Tug", minutes=3)
    came("c", "A ferry.", headline="Home", minutes=4)
    assert "3 new for <bdi>Boats</bdi>" in said(people.ada.browser, "/speakers/")
    put(people.ada.reader, [Wish("mute", "words", "tug", "tug", ("headline", "text"))], timezone.now())
    assert "2 new for <bdi>Boats</bdi>" in said(people.ada.browser, "/speakers/"), "at once, however fresh the count is"
    put(people.ada.reader, [Wish("mute", "words", "ferry", "ferry", ("headline", "text"))], timezone.now())
    assert "nothing new" in said(people.ada.browser, "/search/saved/")


def test_what_a_reader_takes_along_and_leaves(library: str) -> None:
    from octavo.site.readers.accounts.exporting import everything_of
    from octavo.site.readers.searches.models import SavedSearch

    people = two_readers()
    keep(people.ada.browser, "ferry", "Boats", order="newest")
    assert [(each["name"], each["query"], each["order"]) for each in everything_of(people.ada.reader)["searches"]] == [
        ("Boats", "ferry", "newest"),
    ]
    assert everything_of(people.ben.reader)["searches"] == []
    people.ada.reader.delete()
    assert not SavedSearch.objects.exists()


def test_twenty_searches_cost_as_many_queries_as_one(library: str) -> None:
    from octavo.site.readers.searches import counting

    for number in range(30):
        came(f"n{number}", f"A ferry of number {number}.", minutes=number)
    people = two_readers()

    def counted() -> int:
        counting._KEPT.clear()
        with CaptureQueriesContext(connection) as caught:
            assert people.ada.browser.get("/speakers/").status_code == 200
        return len(caught)

    none = counted()
    keep(people.ada.browser, "said:brekke ferry after:2026-01-01 has:copies publisher:post")
    few = counted()
    for number in range(19):
        keep(people.ada.browser, f"said:w{number} ferry has:copies publisher:post person:w{number}")
    assert counted() == few
    with CaptureQueriesContext(connection) as caught:
        people.ada.browser.get("/speakers/")
    assert len(caught) <= none + 1, "what was counted is kept"


def test_counts_hold_for_a_while_and_for_the_reader_they_are_of(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.readers.searches import counting
    from octavo.site.readers.searches.counting import new_results

    monkeypatch.setattr(counting, "FRESH", timedelta(minutes=1))
    people, now = two_readers(), datetime.fromisoformat("2026-03-03T12:00+00:00")
    keep(people.ada.browser, "ferry")
    assert [each.number for each in new_results(people.ada.reader.pk, now)] == [0]
    came("a", "A ferry.")
    assert [each.number for each in new_results(people.ada.reader.pk, now + timedelta(seconds=30))] == [0]
    assert [each.number for each in new_results(people.ada.reader.pk, now + timedelta(minutes=2))] == [1]
    assert new_results(people.ben.reader.pk, now) == ()
