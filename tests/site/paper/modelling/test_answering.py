"""An answer in a model's words, above the papers' own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.site.paper.modelling.made import granted, named
from tests.site.paper.stories.made import made, said

if TYPE_CHECKING:
    from django.test import Client

TUG = "What did the tug do for two nights?"
HERE = f"/ask/?q={quote(TUG)}"


def answering(system: str, user: str) -> str:
    told = json.loads(user.split("\n")[-2])["sentences"]
    number = next(each["n"] for each in told if "tug" in each["text"].lower())
    shorter = {"text": "A tug had pulled at the ship for two nights.", "cites": [number]}
    return json.dumps({"answer": [shorter, {"text": "Ida Brekke moved it by a mile.", "cites": [number]}]})


def test_it_is_written_when_asked_for_and_stands_above_the_papers_own_words(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    made()
    assert "put it into words" not in said(site_client, HERE)
    named(monkeypatch)
    assert "Have small put it into words" in said(site_client, HERE)
    back = site_client.post("/ask/answer/", {"q": TUG})
    assert back.status_code == 302
    assert "data-waiting" in said(site_client, back["Location"])
    assert granted(answering)
    page = said(site_client, HERE)
    assert "A tug had pulled at the ship for two nights." in page
    assert "Written by <bdi>small</bdi>" in page
    assert "1 sentence that was not borne out is left out." in page
    assert "by a mile" not in page
    assert "without moving it by a metre" in page
    assert page.index("In a model’s words") < page.index("without moving it by a metre")


def test_what_came_to_nothing_says_so(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    made()
    named(monkeypatch)
    site_client.post("/ask/answer/", {"q": TUG})
    assert granted(lambda system, user: '{"answer": []}')
    page = said(site_client, HERE)
    assert "the sentences do not answer it, says the model" in page
    assert "without moving it by a metre" in page


@pytest.mark.parametrize("sent", [{}, {"q": ""}, {"q": "\x00"}, {"q": "и" * 3000}, {"q": TUG, "story": "999"}, {"q": TUG, "story": "-1"}])
def test_anything_may_be_sent(site_client: Client, monkeypatch: pytest.MonkeyPatch, sent: dict[str, str]) -> None:
    made()
    named(monkeypatch)
    assert site_client.post("/ask/answer/", sent).status_code == 302
    assert site_client.get("/ask/answer/").status_code == 405


def test_too_much_at_once_is_told(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.utils import timezone

    from octavo.site.library.model_wishes import MOST_WAITING, Translation, wish

    told = made()
    named(monkeypatch)
    for number in range(MOST_WAITING):
        wish(f"{number:064}", Translation(told.wire.pk, "English"), timezone.now())
    answer = site_client.post("/ask/answer/", {"q": TUG})
    assert answer.status_code == 429
    assert "Ask again in some minutes" in answer.content.decode()


def test_without_a_model_nothing_is_written(site_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    made()
    monkeypatch.delenv("OCTAVO_MODEL_ADDRESS", raising=False)
    assert site_client.post("/ask/answer/", {"q": TUG}).status_code == 404
