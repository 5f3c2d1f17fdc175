"""Who may do what: the owner alone changes anything, with a form of this paper, by POST."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.site.paper.sources.made import made
from tests.site.paper.sources.test_one import SECRETS, secret

if TYPE_CHECKING:
    from django.test import Client

POSTS = ("add/", "add/starters/", "opml/", "give/", "1/settings/", "1/credentials/", "1/fetch/", "1/remove/")


def everything() -> object:
    from tests.site.library.articles import whole_library

    return whole_library()


def test_another_reader_sees_the_pages_without_forms(reader: Client) -> None:
    secret(made(folder="Isles", address="https://paper0.example/feed?key=a-key-of-their-own"))
    for path in ("/sources/", "/sources/1/", "/sources/add/"):
        html = reader.get(path).content.decode()
        main = html.split("<main", 1)[1].split("</main>")[0]
        assert 'method="post"' not in main, path
        assert "a-key-of-their-own" not in html, path
        assert not [each for each in SECRETS if each in html]
    assert "The owner of this paper chooses its sources" in reader.get("/sources/add/").content.decode()
    assert reader.get("/sources/1/remove/").status_code == 403
    assert reader.get("/sources/octavo.opml").status_code == 403


@pytest.mark.parametrize("path", POSTS)
def test_another_reader_changes_nothing(reader: Client, path: str) -> None:
    made()
    before = everything()
    assert reader.post(f"/sources/{path}", {"address": "paper.example", "title": "Mine", "remove": "1"}).status_code == 403
    assert everything() == before


@pytest.mark.parametrize("path", POSTS)
def test_nobody_who_has_not_signed_in_gets_near(site: None, override: Callable[..., None], path: str) -> None:
    from django.test import Client

    override(LOOPBACK=False)
    made()
    before = everything()
    for answer in (Client(headers={"host": "localhost"}).post(f"/sources/{path}"), Client(headers={"host": "localhost"}).get("/sources/")):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/sign-in/")
    assert everything() == before


@pytest.mark.parametrize("path", POSTS)
def test_a_form_of_another_site_changes_nothing(site: None, override: Callable[..., None], path: str) -> None:
    from django.test import Client

    override(LOOPBACK=True)
    made()
    before = everything()
    client = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    client.get("/sources/add/")
    assert client.post(f"/sources/{path}", {"address": "paper.example"}, headers={"origin": "https://evil.example"}).status_code == 403
    assert client.post(f"/sources/{path}", {"address": "paper.example", "csrfmiddlewaretoken": "x" * 64}).status_code == 403
    assert everything() == before


@pytest.mark.parametrize("path", POSTS)
def test_nothing_changes_by_looking(site_client: Client, path: str) -> None:
    secret(made())
    before = everything()
    for method in (site_client.get, site_client.head, site_client.put, site_client.delete, site_client.patch, site_client.options):
        assert method(f"/sources/{path}").status_code in (200, 405)
    assert everything() == before


@pytest.mark.parametrize("path", ["0/", "99/", "99999999999999999999999999/", "-1/", "1/nothing/"])
def test_what_is_not_there(site_client: Client, path: str) -> None:
    assert site_client.get(f"/sources/{path}").status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "localhost,evil.example"])
def test_another_hosts_name_gets_nothing(site_client: Client, host: str) -> None:
    made()
    assert site_client.get("/sources/", headers={"host": host}).status_code == 400
    assert site_client.post("/sources/1/fetch/", headers={"host": host}).status_code == 400


def test_the_way_back_after_a_form_names_no_host(site_client: Client) -> None:
    made()
    answer = site_client.post("/sources/1/fetch/", headers={"host": "127.0.0.1:8000"})
    assert answer["Location"] == "/sources/1/?done=queued"


def test_pages_of_sources_set_no_cookie_but_that_of_their_forms(site_client: Client) -> None:
    made()
    site_client.post("/sources/1/fetch/")
    site_client.get("/sources/1/?done=queued")
    assert set(site_client.cookies) == {"csrftoken"}


@pytest.mark.parametrize("path", ["add/", "1/settings/", "1/credentials/"])
def test_a_form_without_end_is_refused(site_client: Client, path: str) -> None:
    made()
    before = everything()
    assert site_client.post(f"/sources/{path}", {"title": "x" * 3 * 2**20}).status_code == 400
    assert site_client.post(f"/sources/{path}", {f"f{number}": "" for number in range(1100)}).status_code == 400
    assert everything() == before
