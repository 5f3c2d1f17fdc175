"""The owner alone merges and splits speakers, is asked first, and can undo it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.site.library.analyses import person, speaking
from tests.site.library.articles import whole_library

if TYPE_CHECKING:
    from django.test import Client

POSTS = ("merge/", "unmerge/", "split/", "put-back/", "rekey/")


def filled() -> tuple[int, int]:
    """Two speakers: the numbers of Jon Fell, with three articles, and of Jonathan Fell."""
    from octavo.site.library.models import Speaker

    for number in range(3):
        speaking(f"n{number}", person("Jon Fell", "director"))
    speaking("other", person("Jonathan Fell", "director"))
    return Speaker.objects.get(key="jon fell").pk, Speaker.objects.get(key="jonathan fell").pk


def said(client: Client, path: str) -> str:
    return " ".join(client.get(path).content.decode().split())


def test_two_are_merged_and_taken_apart(site_client: Client) -> None:
    one, two = filled()
    assert "Jonathan Fell" in said(site_client, f"/speakers/{one}/merge/")
    assert "Nobody else of that name" in said(site_client, f"/speakers/{one}/merge/?q=Lund")
    before = whole_library()
    asked = said(site_client, f"/speakers/{one}/merge/?with={two}")
    assert "Is <bdi>Jonathan Fell</bdi> the same as <bdi>Jon Fell</bdi>?" in asked
    assert whole_library() == before
    answer = site_client.post(f"/speakers/{one}/merge/", {"with": two})
    assert answer["Location"] == f"/speakers/{one}/?done=merged"
    page = said(site_client, answer["Location"])
    assert "They are one speaker now" in page
    assert "4 statements" in page
    assert site_client.get(f"/speakers/{two}/")["Location"] == f"/speakers/{one}/"
    assert site_client.get(f"/speakers/{two}/feed/")["Location"] == f"/speakers/{one}/feed/"
    assert "Jonathan" not in said(site_client, "/speakers/").split("<main")[1]
    assert "Jon Fell" in said(site_client, "/speakers/?q=jonathan")
    assert site_client.post(f"/speakers/{one}/merge/", {"with": two})["Location"].endswith("?done=unmergeable")
    undone = site_client.post(f"/speakers/{two}/unmerge/")
    assert "They are two speakers again" in said(site_client, undone["Location"])
    assert "3 statements" in said(site_client, f"/speakers/{one}/")


def test_one_is_split_and_put_back(site_client: Client) -> None:
    from octavo.site.library.models import Article, Speaker

    one, _ = filled()
    odd = Article.objects.get(key="n1").pk
    assert said(site_client, f"/speakers/{one}/split/").count('type="checkbox"') == 3
    before = whole_library()
    asked = said(site_client, f"/speakers/{one}/split/?article={odd}&article=x")
    assert asked.count('type="hidden" name="article"') == 1
    assert whole_library() == before
    answer = site_client.post(f"/speakers/{one}/split/", {"article": [odd]})
    other = Speaker.objects.get(split_from=one).pk
    assert answer["Location"] == f"/speakers/{other}/?done=split"
    page = said(site_client, answer["Location"])
    assert "You split this one from" in page
    assert "1 statement<" in page
    assert "2 statements" in said(site_client, f"/speakers/{one}/")
    undone = site_client.post(f"/speakers/{other}/put-back/")
    assert undone["Location"] == f"/speakers/{one}/?done=put-back"
    assert "3 statements" in said(site_client, f"/speakers/{one}/")
    assert site_client.post(f"/speakers/{one}/split/", {"article": [999]})["Location"].endswith("?done=unsplit")


def test_what_is_not_there_cannot_be_merged(site_client: Client) -> None:
    one, _ = filled()
    for named in ("999", "x", "9" * 40, "-1"):
        assert site_client.get(f"/speakers/{one}/merge/?with={named}").status_code == 404
        assert site_client.post(f"/speakers/{one}/merge/", {"with": named}).status_code == 404


@pytest.mark.parametrize("path", POSTS)
def test_a_form_of_another_site_changes_nothing(site: None, override: Callable[..., None], path: str) -> None:
    from django.test import Client

    override(LOOPBACK=True)
    one, two = filled()
    before = whole_library()
    client = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    assert client.post(f"/speakers/{one}/{path}", {"with": two}, headers={"origin": "https://evil.example"}).status_code == 403
    assert whole_library() == before


@pytest.mark.parametrize("path", POSTS)
def test_nobody_but_the_owner_changes_anything(site: None, override: Callable[..., None], path: str) -> None:
    from django.test import Client

    from octavo.site.readers.models import User

    override(LOOPBACK=False, ALLOWED_HOSTS=["paper.example"])
    one, two = filled()
    before = whole_library()
    stranger = Client(headers={"host": "paper.example"})
    assert stranger.post(f"/speakers/{one}/{path}", {"with": two})["Location"].startswith("/sign-in/")
    assert stranger.get("/speakers/")["Location"].startswith("/sign-in/")
    reader = Client(headers={"host": "paper.example"})
    reader.force_login(User.objects.create_user("wrenna", password="a long enough one"))
    assert reader.post(f"/speakers/{one}/{path}", {"with": two, "article": [1]}).status_code == 403
    assert "One or two?" not in reader.get(f"/speakers/{one}/").content.decode()
    assert whole_library() == before


def test_a_feed_elsewhere_takes_a_key_and_no_sign_in(site: None, override: Callable[..., None]) -> None:
    from django.test import Client

    from octavo.site.readers.owner import owner

    override(LOOPBACK=False, ALLOWED_HOSTS=["paper.example"])
    one, two = filled()
    stranger, own = Client(headers={"host": "paper.example"}), Client(headers={"host": "paper.example"})
    own.force_login(owner())

    def address(pk: int) -> str:
        return said(own, f"/speakers/{pk}/").split('class="meta keyed"><a href="http://paper.example', 1)[1].split('"')[0]

    keyed = address(one)
    assert stranger.get(keyed).content.count(b"<entry>") == 3
    assert stranger.post(keyed).status_code == 405
    for wrong in (keyed[:-2] + "/", keyed[:-2] + "é/", keyed.replace(f"/{one}/", f"/{two}/"), f"/speakers/999/{keyed.split('/', 3)[3]}"):
        assert stranger.get(wrong).status_code == 404, wrong
    assert stranger.get(f"/speakers/{one}/feed/")["Location"].startswith("/sign-in/")
    assert stranger.get("/nothing/")["Location"].startswith("/sign-in/")
    assert own.post(f"/speakers/{one}/rekey/")["Location"] == f"/speakers/{one}/?done=keyed"
    assert stranger.get(keyed).status_code == 404
    other = address(two)
    own.post(f"/speakers/{one}/merge/", {"with": two})
    assert stranger.get(other).content.count(b"<entry>") == 4
    assert stranger.get(address(one)).content.count(b"<entry>") == 4


def test_two_of_one_name_are_told_apart(site_client: Client) -> None:
    from octavo.site.library.models import Speaker

    speaking("one", person("Jon Fell", "minister"), "that the harbour opens", publisher="The Pilot")
    speaking("two", person("Jon Fell", "plumber"), "that the pipes froze", publisher="Herald")
    one, two = Speaker.objects.order_by("pk").values_list("pk", flat=True)
    for page in (said(site_client, f"/speakers/{one}/merge/"), said(site_client, f"/speakers/{one}/merge/?with={two}")):
        for words in ("minister", "plumber", "that the harbour opens", "that the pipes froze", "<bdi>The Pilot</bdi>", "<bdi>Herald</bdi>"):
            assert words in page, words


def test_what_is_merged_still_is_not_put_back(site_client: Client) -> None:
    from octavo.site.library.models import Article, Speaker

    one, two = filled()
    site_client.post(f"/speakers/{one}/split/", {"article": [Article.objects.get(key="n1").pk]})
    other = Speaker.objects.get(split_from=one).pk
    site_client.post(f"/speakers/{other}/merge/", {"with": two})
    before = whole_library()
    answer = site_client.post(f"/speakers/{other}/put-back/")
    assert "take these two apart first" in said(site_client, answer["Location"])
    assert whole_library() == before
