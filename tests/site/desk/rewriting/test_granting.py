"""What readers ask of a language model: done once, in turn, and where it cannot be had the reason is written down."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from octavo.briefs import Citation, Claim
from octavo.fetching.model_address import ModelAddress
from tests.briefing.rewriting.stories import HURT, INQUIRY, SANK
from tests.model_server import Raw, Standing, model_server
from tests.site.desk.rewriting.test_making import NOW
from tests.site.library.analyses import analysed
from tests.site.library.placed import tell

if TYPE_CHECKING:
    from octavo.site.library.model_wishes import Came
    from octavo.site.library.models import Article


def norsk() -> Article:
    return analysed("norsk", "Ferja sank.", "Ingen ble skadet.", says=(), headline="Ferja sank ved skjæret", language="en")


def asked_for(article: Article, language: str = "English") -> str:
    from octavo.site.library.model_wishes import Translation, digest_of_translation, wish

    digest = digest_of_translation(article, language)
    wish(digest, Translation(article.pk, language), NOW)
    return digest


def step(here: Standing, tokens: int = 500_000) -> bool:
    from octavo.site.desk.leases import REWRITING
    from octavo.site.desk.rewriting.granting import grant_next

    assert REWRITING.take("tests", NOW)
    return grant_next(ModelAddress(here.url, "small", tokens=tokens), "tests", NOW)


def came(digest: str) -> Came:
    from octavo.site.library.model_wishes import came_of

    found = came_of(digest)
    assert found
    return found


def translating(system: str, user: str) -> str:
    assert "English" in system or "German" in system
    told = json.loads(user.split("\n")[-2])["paragraphs"]
    return json.dumps({"paragraphs": [f"<b>{each}</b>\u202e\0" for each in told]})


def test_a_translation_has_each_paragraph_and_is_asked_for_once(library: str) -> None:
    row = norsk()
    digest = asked_for(row)
    assert came(digest).waits
    with model_server(translating) as here:
        assert step(here)
        assert not step(here)
        told = came(digest)
        assert told.paragraphs == ("<b>Ferja sank ved skjæret</b>", "<b>Ferja sank.</b>", "<b>Ingen ble skadet.</b>")
        assert (told.model, told.waits, told.problem) == ("small", False, "")
        assert asked_for(row) == digest
        assert not step(here)
        assert len(here.bodies) == 1


@pytest.mark.parametrize(("answer", "why"), [
    ('{"paragraphs": ["one"]}', "did not translate each paragraph"),
    ("no idea", "no JSON object"),
    (Raw(500, b"down"), "gave no answer"),
])
def test_why_there_is_none_is_written_down_and_it_may_be_asked_again(library: str, answer: str | Raw, why: str) -> None:
    row = norsk()
    digest = asked_for(row)
    with model_server(lambda system, user: answer) as here:
        assert step(here)
    assert why in came(digest).problem
    assert asked_for(row) == digest
    assert came(digest).waits


def test_a_spent_budget_is_told_to_the_reader(library: str) -> None:
    digest = asked_for(norsk())
    with model_server(translating) as here:
        assert step(here, tokens=10)
        assert not here.bodies
    assert "budget" in came(digest).problem


def test_a_text_that_changed_is_another_wish(library: str) -> None:
    from octavo.site.library.model_wishes import digest_of_translation

    row = norsk()
    before = digest_of_translation(row, "English")
    row.text += " Alle er i land."
    assert digest_of_translation(row, "English") != before


def test_an_answer_is_checked_and_what_is_not_borne_out_is_dropped(library: str) -> None:
    from octavo.site.library.model_wishes import Answer, digest_of_answer, wish

    row = analysed("marit", SANK, HURT, INQUIRY, says=(), publisher="The Post")
    tell("marit", row)
    start = row.text.index(SANK)
    claims = (Claim(SANK, (Citation(str(row.pk), start, start + len(SANK)),), 1),)
    wanted = Answer("What happened to the ferry?", claims)
    digest = digest_of_answer(wanted)
    wish(digest, wanted, NOW)

    def answering(system: str, user: str) -> str:
        told = json.loads(user.split("\n")[-2])
        assert told["question"] == "What happened to the ferry?"
        kept = {"text": "The ferry Marit sank off Port Alder on Tuesday night.", "cites": [1]}
        return json.dumps({"answer": [kept, {"text": "Mayor Ada Holt sank it.", "cites": [1]}]})

    with model_server(answering) as here:
        assert step(here)
    told = came(digest)
    assert [claim.text for claim in told.claims] == ["The ferry Marit sank off Port Alder on Tuesday night."]
    assert told.claims[0].citations == claims[0].citations
    assert told.dropped == 1


def test_no_more_than_some_wait_and_old_ones_go(library: str) -> None:
    from octavo.site.library.model_wishes import KEPT, MOST_WAITING, TooManyWishes, Translation, wish
    from octavo.site.library.models import ModelWish

    row = norsk()
    for number in range(MOST_WAITING):
        wish(f"{number:064}", Translation(row.pk, "English"), NOW)
    with pytest.raises(TooManyWishes):
        asked_for(row, "German")
    wish("f" * 64, Translation(row.pk, "English"), NOW + KEPT + timedelta(days=1))
    assert ModelWish.objects.count() == 1


def test_who_lost_the_lease_writes_nothing(library: str) -> None:
    from octavo.site.desk.leases import REWRITING, LeaseLost
    from octavo.site.desk.rewriting.granting import grant_next

    digest = asked_for(norsk())
    assert REWRITING.take("tests", NOW)
    with model_server(translating) as here, pytest.raises(LeaseLost):
        grant_next(ModelAddress(here.url, "small"), "another", NOW)
    assert came(digest).waits
