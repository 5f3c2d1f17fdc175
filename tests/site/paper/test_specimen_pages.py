"""What holds for every page of the paper, seen on the specimen edition, which is read once for all of these tests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Libraries, empty
from tests.site.library.articles import article, page, source
from tests.site.paper.tags import SCRIPTS, Tags, without_tokens
from tests.site.paper.told import tell_specimen

if TYPE_CHECKING:
    from django.test import Client


@pytest.fixture(scope="module")
def specimen(libraries: Libraries) -> Client:
    libraries.use("sqlite")
    empty()
    from django.test import Client

    from octavo.site.library.specimens import load_specimen

    load_specimen()
    tell_specimen()
    return Client(headers={"host": "localhost"})


def pages_of(client: Client) -> list[str]:
    from octavo.site.library.models import Article, Place, Publisher, Story

    first, publisher = Article.objects.order_by("-ranked")[:1].get(), Publisher.objects.order_by("pk")[:1].get()
    story = Story.objects.order_by("-size")[:1].get()
    copy = Place.objects.filter(origin__isnull=False)[:1].get()
    told = [f"/story/{story.pk}/", f"/article/{copy.origin_id}/difference/{copy.pk}/"]
    return ["/", *told, f"/article/{first.pk}/", "/section/politics/", f"/publisher/{publisher.pk}/", "/style/", "/nowhere/"]


def test_the_specimen_says_that_it_is_one(specimen: Client) -> None:
    html = specimen.get("/").content.decode()
    assert "Specimen edition" in html
    assert "choose your sources" in html


def test_every_page_keeps_the_policy_and_loads_nothing_from_elsewhere(specimen: Client) -> None:
    for path in pages_of(specimen):
        response = specimen.get(path)
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        for tag, attributes in Tags(response.content.decode()).found:
            assert tag not in ("style", "iframe", "object", "embed", "base"), path
            assert tag != "script" or attributes in SCRIPTS, path
            assert "style" not in attributes, path
            assert not [name for name in attributes if name.startswith("on")], path
            loads = [attributes.get("src"), attributes.get("href") if tag == "link" else None]
            assert all(address.startswith("/static/") for address in loads if address), path


def test_every_page_is_small(specimen: Client) -> None:
    for path in pages_of(specimen):
        assert len(specimen.get(path).content) < 100_000, path


def test_every_page_has_one_main_one_top_headline_and_a_way_past_the_masthead(specimen: Client) -> None:
    for path in pages_of(specimen):
        tags = Tags(specimen.get(path).content.decode()).found
        names = [tag for tag, _ in tags]
        assert names.count("main") == names.count("h1") == 1, path
        assert ("a", {"class": "skip", "href": "#text"}) in tags, path
        identifiers = [attributes["id"] for _, attributes in tags if "id" in attributes]
        assert len(identifiers) == len(set(identifiers)), path


def test_the_same_library_gives_the_same_page(specimen: Client) -> None:
    for path in pages_of(specimen)[:4]:
        specimen.get(path)  # from then on it is read
        once, again = (without_tokens(specimen.get(path).content.decode()) for _ in range(2))
        assert once == again


def test_every_article_of_the_edition_can_be_reached_and_read(specimen: Client) -> None:
    from octavo.site.library.models import Article

    front = specimen.get("/").content.decode()
    pages = set(re.findall(r"/section/[^/\"]+/", front))
    pages |= {story for page in pages for story in re.findall(r"/story/\d+/", specimen.get(page).content.decode())}
    seen = {pk for page in pages for pk in re.findall(r"/article/(\d+)/\"", specimen.get(page).content.decode())}
    assert len(seen) == Article.objects.count()
    for pk in seen:
        assert specimen.get(f"/article/{pk}/").status_code == 200
    assert "10 stories in 75 articles" in front
    assert "22 of them copies." in front


def test_the_readers_own_articles_take_its_place(specimen: Client) -> None:
    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article, Source

    import_page(page(), [article("own")], source())
    try:
        html = specimen.get("/").content.decode()
    finally:
        Article.objects.filter(specimen=False).delete()
        Source.objects.exclude(kind="specimen").delete()
    assert "Specimen" not in html
    assert html.count("<article") == 1


def test_the_front_page_prints_nothing_twice(specimen: Client) -> None:
    html = re.sub(r'<figure class="pull.*?</figure>', "", specimen.get("/").content.decode(), flags=re.DOTALL)
    addresses = re.findall(r'<a class="line-headline"[^>]*href="(/story/\d+/)"', html)
    addresses += re.findall(r'class="headline"[^>]*><a href="(/story/\d+/)"', html)
    assert len(addresses) == len(set(addresses)) == 10
