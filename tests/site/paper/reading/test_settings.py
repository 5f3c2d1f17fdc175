"""How a reader reads, and what of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.site.library.articles import MORNING
from tests.site.library.placed import came
from tests.site.paper.tags import Tags

if TYPE_CHECKING:
    from django.test import Client

SOURCES = "/settings/subscriptions/"


def _sources() -> list[int]:
    from octavo.site.library.models import Source

    made = (("a", "Harbour Post", "Sea", ""), ("b", "Field Notes", "", ""), ("c", "<b>Kanal</b>", "Sea", "?key=1"))
    return [
        Source.objects.create(kind="feed", address=f"https://{name}.example/feed{more}", title=title, folder=folder, added=MORNING).pk
        for name, title, folder, more in made
    ]


def test_copies_and_keys_are_the_reader_s_own(library: str) -> None:
    from octavo.site.readers.models import User
    from octavo.site.readers.reading.preferences import Preferences, preferences
    from tests.site.readers.two_readers import two_readers

    people = two_readers()
    assert "keys.js" in people.ada.browser.get("/").content.decode()
    answer = people.ada.browser.post("/settings/reading/", {"copies": "each"})
    assert "It is saved." in people.ada.browser.get(answer["Location"]).content.decode()
    assert "keys.js" not in people.ada.browser.get("/").content.decode()
    assert "keys.js" in people.ben.browser.get("/").content.decode()
    ada, ben = (User.objects.get(username=name) for name in ("ada", "ben"))
    assert (preferences(ada), preferences(ben)) == (Preferences(each_copy=True, keys=False), Preferences())


def test_some_sources_are_chosen_and_all_again(site_client: Client) -> None:
    from octavo.site.readers.owner import owner
    from octavo.site.readers.reading.subscriptions import chosen_sources

    a, b, c = _sources()
    assert "made of all its sources" in site_client.get(SOURCES).content.decode()
    site_client.post(SOURCES, {"do": "choose", "shown": [a, b, c], "source": [a, c]})
    assert chosen_sources(owner()) == frozenset((a, c))
    assert "made of 2 sources of 3" in site_client.get(SOURCES).content.decode()
    # What the page did not show stays as it is.
    site_client.post(f"{SOURCES}?q=field", {"do": "choose", "shown": [b], "source": [b]})
    assert chosen_sources(owner()) == frozenset((a, b, c))
    site_client.post(f"{SOURCES}?q=sea", {"do": "none", "shown": [a, c]})
    assert chosen_sources(owner()) == frozenset((b,))
    site_client.post(SOURCES, {"do": "all"})
    assert chosen_sources(owner()) is None


def test_folders_are_made_renamed_and_merged_and_sources_named(site_client: Client) -> None:
    a, b, c = _sources()
    assert "Tick at least one" in site_client.get(site_client.post(SOURCES, {"do": "move", "folder": "X"})["Location"]).content.decode()
    site_client.post(SOURCES, {"do": "move", "shown": [a, b, c], "source": [b], "folder": "  The \x00 land "})
    site_client.post(SOURCES, {"do": "rename", "was": "The \ufffd land", "folder": "Sea"})
    site_client.post(f"{SOURCES}{a}/", {"title": "My \u202e Post" + "x" * 9_000, "folder": ""})
    html = site_client.get(SOURCES).content.decode()
    assert html.index("&lt;b&gt;Kanal") < html.index("Field Notes") < html.index("My \u202e Post")
    assert "<b>Kanal" not in html
    assert site_client.get(f"{SOURCES}77/").status_code == 404


def test_the_list_goes_along_as_opml_and_a_key_of_the_owner_s_does_not(library: str) -> None:
    from octavo.fetching.opml import outlines_of
    from tests.site.readers.two_readers import two_readers

    a, b, c = _sources()
    people = two_readers()
    people.ada.browser.post(SOURCES, {"do": "choose", "shown": [a, b, c], "source": [a, c]})
    people.ada.browser.post(f"{SOURCES}{a}/", {"title": "Mine", "folder": "Own"})
    own = outlines_of(people.ada.browser.get(f"{SOURCES}opml/").content)
    assert [(each.address, each.title, each.folders) for each in own] == [("https://a.example/feed", "Mine", ("Own",))]
    assert len(outlines_of(people.owner.browser.get(f"{SOURCES}opml/").content)) == 3


def test_an_address_that_may_hold_a_key_is_on_no_page_but_the_owner_s_and_is_not_guessed_by_seeking_it(library: str) -> None:
    from octavo.site.library.models import Source
    from octavo.site.readers.reading.all_read import read_through
    from tests.site.readers.two_readers import two_readers

    secret = "https://kanal.example/feed?token=s3cret"
    source = Source.objects.create(kind="feed", address=secret, added=MORNING)
    people = two_readers()
    for each in (people.ada, people.owner):
        each.browser.post(SOURCES, {"do": "choose", "shown": [source.pk], "source": [source.pk]})
        read_through(each.reader, 0, MORNING, [source.pk])
    pages = (SOURCES, f"{SOURCES}{source.pk}/", f"{SOURCES}opml/", "/settings/yours/everything.json", "/sources/", f"/sources/{source.pk}/",
             "/reading/", f"/reading/source/{source.pk}/")
    for page in pages:
        answer = people.ada.browser.get(page)
        assert answer.status_code == 200
        assert "s3cret" not in answer.content.decode(), page
    for page in (SOURCES, "/sources/"):
        seekers = (people.ada, "kanal", True), (people.ada, "token=s3", False), (people.owner, "token=s3", True)
        for who, words, found in seekers:
            assert (f"/{source.pk}/" in who.browser.get(page, {"q": words}).content.decode()) is found, (page, words)
    taken = people.owner.browser.get("/settings/yours/everything.json").json()["reading"]
    assert (taken["subscriptions"][0]["address"], taken["read_through"][0]["of"]) == (secret, secret)


def test_everything_goes_along_and_nothing_stays_of_who_is_erased(library: str) -> None:
    from octavo.site.library.models import KeptArticle
    from octavo.site.readers.accounts.erasing import erase
    from octavo.site.readers.accounts.exporting import everything_of
    from octavo.site.readers.reading.models import Highlight, ReadMark, Saved, Tag
    from tests.site.readers.two_readers import two_readers

    article, people = came("a"), two_readers()
    for each in (people.ada, people.ben):
        each.browser.get(f"/article/{article.pk}/")
        each.browser.post("/reading/save/", {"article": article.pk})
    people.ada.browser.post("/reading/tag/", {"article": article.pk, "tags": "Sea"})
    people.ada.browser.post("/reading/words/", {"article": article.pk, "words": "The ferry", "note": "Mine"})
    people.ada.browser.post("/reading/left/", {"article": article.pk, "block": 7})
    taken = json.loads(json.dumps(everything_of(people.ada.reader), default=str))["reading"]
    assert [row["headline"] for row in taken["saved"]] == ["Ferry to stay in harbour: a"]
    assert (taken["highlights"][0]["words"], taken["highlights"][0]["note"], taken["tags"][0]["tag__name"]) == ("The ferry", "Mine", "Sea")
    assert taken["marks"][0]["read"] is True
    assert (taken["tag_names"], taken["left_at"][0]["block"]) == (["Sea"], 7)
    assert everything_of(people.ben.reader)["reading"]["highlights"] == []
    erase(people.ada.reader)
    assert not Tag.objects.exists()
    assert not Highlight.objects.exists()
    assert (ReadMark.objects.count(), Saved.objects.count(), KeptArticle.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("path", ["/settings/reading/", SOURCES, "/reading/", "/reading/saved/", "/reading/highlights/", "/reading/keys/"])
def test_every_page_has_one_headline_and_every_field_a_name(site_client: Client, path: str) -> None:
    _sources()
    article = came("a")
    site_client.post("/reading/save/", {"article": article.pk})
    site_client.post("/reading/words/", {"article": article.pk, "words": "The ferry"})
    html = site_client.get(path).content.decode()
    tags = Tags(html).found
    assert [tag for tag, _ in tags].count("h1") == 1
    identifiers = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))
    assert not [attributes for _, attributes in tags if "style" in attributes or any(name.startswith("on") for name in attributes)]
