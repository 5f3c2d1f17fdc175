"""The page of an article in another language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.site.paper.modelling.made import granted, named
from tests.site.paper.stories.made import made, said
from tests.site.readers.two_readers import two_readers

if TYPE_CHECKING:
    from django.test import Client

HOSTILE = "<script>alert(1)</script> Die Fähre"


def translating(system: str, user: str) -> str:
    return json.dumps({"paragraphs": [HOSTILE for _ in json.loads(user.split("\n")[-2])["paragraphs"]]})


def test_original_and_translation_stand_side_by_side_as_unchecked(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    pk = made().wire.pk
    named(monkeypatch)
    assert f'href="/article/{pk}/translation/"' in said(site_client, f"/article/{pk}/")
    page = said(site_client, f"/article/{pk}/translation/")
    assert "Nobody checks it" in page
    assert "data-waiting" not in page
    answer = site_client.post(f"/article/{pk}/translation/", {"to": "de"})
    assert answer["Location"] == f"/article/{pk}/translation/?to=de"
    assert "data-waiting" in said(site_client, answer["Location"])
    assert granted(translating)
    page = said(site_client, answer["Location"])
    assert "data-waiting" not in page
    assert '<p lang="de" dir="ltr">&lt;script&gt;alert(1)&lt;/script&gt; Die Fähre</p>' in page
    assert page.count("<script>") == 0
    assert "A tug had pulled at the ship" in page


def test_what_went_wrong_is_told_and_it_can_be_asked_again(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    pk = made().wire.pk
    named(monkeypatch)
    site_client.post(f"/article/{pk}/translation/", {"to": "fr"})
    assert granted(lambda system, user: "no idea")
    page = said(site_client, f"/article/{pk}/translation/?to=fr")
    assert "There is no translation: the language model&#x27;s answer is no JSON object." in page
    assert '<button class="plain" type="submit">' in page


@pytest.mark.parametrize("to", ["", "xx", "de\x00", "de" * 1000, "<b>"])
def test_a_language_that_is_none_is_one_that_is(site_client: Client, monkeypatch: pytest.MonkeyPatch, to: str) -> None:
    pk = made().wire.pk
    named(monkeypatch)
    answer = site_client.get(f"/article/{pk}/translation/", {"to": to}, headers={"accept-language": "nb-NO,nb;q=0.9,en;q=0.8"})
    assert '<option value="nb" lang="nb" selected>' in answer.content.decode()


def test_a_text_that_is_too_long_is_told_so(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    row = made().wire
    named(monkeypatch)
    row.text, row.paragraphs = "a" * 13_000, [["text", 0, 13_000]]
    row.save()
    page = said(site_client, f"/article/{row.pk}/translation/")
    assert "longer than the 12,000 characters" in page
    assert "<select" not in page


def test_without_a_model_there_is_no_such_page(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    pk = made().wire.pk
    monkeypatch.delenv("OCTAVO_MODEL_ADDRESS", raising=False)
    assert "/translation/" not in said(site_client, f"/article/{pk}/")
    assert site_client.get(f"/article/{pk}/translation/").status_code == 404
    named(monkeypatch)
    assert site_client.get("/article/999/translation/").status_code == 404


def test_other_readers_ask_it_only_when_the_owner_says_so(site: None, monkeypatch: pytest.MonkeyPatch) -> None:
    pk = made().wire.pk
    named(monkeypatch)
    people = two_readers()
    page = f"/article/{pk}/translation/"
    assert people.ada.browser.post(page, {"to": "de"}).status_code == 404
    assert people.ada.browser.get("/settings/model/").status_code == 403
    assert people.owner.browser.post("/settings/model/", {"for_readers": "on"}).status_code == 302
    assert "checked" in said(people.owner.browser, "/settings/model/")
    assert people.ada.browser.post(page, {"to": "de"}).status_code == 302
    assert people.nobody.get(page).status_code == 302


def test_the_settings_say_what_is_wrong_and_never_the_key(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    named(monkeypatch, "llama")
    monkeypatch.setenv("OCTAVO_MODEL_KEY", "sk-secret-1")
    page = said(site_client, "/settings/model/")
    assert "<bdi>llama</bdi> answers at <bdi>127.0.0.1:9</bdi>" in page
    monkeypatch.setenv("OCTAVO_MODEL_ADDRESS", "nowhere")
    page = said(site_client, "/settings/model/")
    assert "OCTAVO_MODEL_ADDRESS" in page
    assert "sk-secret-1" not in page
