"""Lists of sources in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.fetching.opml import outlines_of
from tests.site.paper.sources.made import made
from tests.site.paper.sources.test_one import SECRETS, secret

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

OPML = b"""<opml version="2.0"><body><outline text="Isles &amp; sea">
<outline text="The &lt;Pilot&gt;" xmlUrl="https://pilot.example/feed"/><outline text="Bad" xmlUrl="javascript:alert(1)"/>
<outline text="There" xmlUrl="https://paper0.example/feed"/></outline></body></opml>"""


def send(client: Client, body: bytes, name: str = "list.opml") -> HttpResponse:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return client.post("/sources/opml/", {"file": SimpleUploadedFile(name, body)})  # type: ignore[return-value]


def test_a_list_comes_in(site_client: Client) -> None:
    from octavo.site.library.models import Source

    made()
    response = send(site_client, OPML)
    assert response["Location"] == "/sources/?done=list&new=1&known=1&refused=1"
    html = site_client.get(response["Location"]).content.decode()
    assert "1 source added, and in the queue; 1 you had already; 1 could not be taken" in html
    source = Source.objects.get(address="https://pilot.example/feed")
    assert (source.title, source.folder) == ("The <Pilot>", "Isles & sea")
    assert source.due_at


@pytest.mark.parametrize(("body", "said"), [
    (b"", "empty"),
    (b"<html><body>No list", "This is no OPML"),
    (b"\x89PNG\r\n\x1a\n" + bytes(99), "This is no OPML"),
    (b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>', "The list declares entities"),
    (b" " * (5 * 2**20 + 1), "5 MB"),
])
def test_what_is_no_list_is_said(site_client: Client, body: bytes, said: str) -> None:
    from octavo.site.library.models import Source

    response = send(site_client, body)
    assert response.status_code == 400
    html = response.content.decode()
    mistake = html.split('class="mistake"')[1].split("</span>")[0]
    assert said in mistake
    assert not Source.objects.exists()


def test_no_file_and_a_hostile_name(site_client: Client) -> None:
    assert site_client.post("/sources/opml/").status_code == 400
    assert send(site_client, OPML, '"><script>alert(1)</script>.opml').status_code == 302
    html = send(site_client, b"<p>", "<script>x</script>" * 20).content.decode()
    assert "<script>" not in html


def test_the_list_goes_out_without_a_secret(site_client: Client) -> None:
    source = made(title="The <Pilot>", folder="Isles & sea")
    secret(source)
    made(1, title="Ärzte am Kai", muted=True)
    response = site_client.get("/sources/octavo.opml")
    assert response["Content-Disposition"] == 'attachment; filename="octavo.opml"'
    assert response["Content-Type"].startswith("text/x-opml")
    assert not [each for each in SECRETS if each.encode() in response.content]
    found = {each.address: (each.title, each.folders) for each in outlines_of(response.content)}
    assert found == {source.address: ("The <Pilot>", ("Isles & sea",)), "https://paper1.example/feed": ("Ärzte am Kai", ())}


def test_what_goes_out_comes_in_again(site_client: Client) -> None:
    from octavo.site.library.models import Source

    for number in range(3):
        made(number, folder=f"F{number}")
    before = set(Source.objects.values_list("address", "title", "folder"))
    body = site_client.get("/sources/octavo.opml").content
    Source.objects.all().delete()
    assert send(site_client, body)["Location"].startswith("/sources/?done=list&new=3")
    assert set(Source.objects.values_list("address", "title", "folder")) == before


def give(client: Client, body: bytes, name: str) -> HttpResponse:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return client.post("/sources/give/", {"file": SimpleUploadedFile(name, body)})  # type: ignore[return-value]


def test_a_file_that_is_given_waits_for_its_import(site_client: Client) -> None:
    from octavo.site.desk.jobs.queue import recent
    from octavo.site.library.incoming import incoming

    before = set(incoming().iterdir())
    response = give(site_client, b"<html>A page", "../../<b>page</b>.html")
    assert response["Location"] == "/sources/?done=given"
    html = site_client.get(response["Location"]).content.decode()
    assert "The file is in the queue" in html
    assert "Waiting" in html
    assert "<b>page" not in html
    (job,) = recent(5)
    assert job.state == "waiting"
    (kept,) = set(incoming().iterdir()) - before
    assert kept.read_bytes() == b"<html>A page"
    assert kept.name.isalnum()


def test_an_empty_or_too_large_file_is_not_taken(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.jobs.queue import recent
    from octavo.site.library.incoming import incoming
    from octavo.site.paper.sources import forms

    before = set(incoming().iterdir())
    monkeypatch.setattr(forms, "GIVEN_MOST", 10)
    for body in (b"", b"x" * 11):
        response = give(site_client, body, "page.html")
        assert response.status_code == 400
        assert 'class="mistake"' in response.content.decode()
    assert site_client.post("/sources/give/").status_code == 400
    assert not recent(5)
    assert set(incoming().iterdir()) == before


def test_a_file_that_cannot_be_queued_does_not_stay(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.errors import LibraryError
    from octavo.site.library.incoming import incoming
    from octavo.site.paper.sources import exchange

    def refuse(*_: object) -> None:
        raise LibraryError("the disk is full.")

    before = set(incoming().iterdir())
    monkeypatch.setattr(exchange, "enqueue_import", refuse)
    site_client.raise_request_exception = False
    assert give(site_client, b"<html>", "page.html").status_code == 503
    assert set(incoming().iterdir()) == before
