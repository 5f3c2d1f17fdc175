"""What a reader sees when something went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from tests.site.readers.two_readers import two_readers

if TYPE_CHECKING:
    from django.test import Client

PLACES = ["Front page", "Ask", "Speakers", "Sources", "To read", "Saved", "Settings"]


def _places(page: bytes) -> list[str]:
    return [str(link.xpath("string()")) for link in html.fromstring(page.decode()).cssselect("nav a")]


def test_who_went_astray_has_the_places_of_the_paper_and_its_search(site_client: Client) -> None:
    from octavo.site.paper import mishaps

    for answer in (site_client.get("/nowhere/"), site_client.get("/story/999999/"), mishaps.gone(), mishaps.too_large(), mishaps.broken()):
        assert _places(answer.content) == PLACES
        assert b'role="search"' in answer.content
        assert b"Back to the front page" in answer.content


def test_whoever_must_sign_in_first_is_sent_nowhere_else(library: str) -> None:
    from django.test import Client

    two_readers()
    nobody = Client(enforce_csrf_checks=True, headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7")
    assert _places(nobody.post("/sign-in/").content) == []
    assert _places(Client(headers={"host": "elsewhere.example"}).get("/").content) == []


def test_whoever_is_signed_in_is_not_asked_to_sign_in(library: str) -> None:
    from django.test import Client

    ada = two_readers().ada.browser
    strict, nobody = (Client(enforce_csrf_checks=True, headers={"host": "localhost"}, REMOTE_ADDR="192.0.2.7") for _ in range(2))
    strict.cookies = ada.cookies
    for answer, asked in ((ada.get("/settings/readers/"), False), (strict.post("/mutes/put/"), False), (nobody.post("/sign-in/"), True)):
        page = answer.content.decode()
        assert answer.status_code == 403
        assert "Back to the front page" in page
        assert ("Sign in" in page) is asked
