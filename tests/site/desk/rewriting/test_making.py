"""Briefs in a model's words, in the library: checked, asked once, within the budget, and the plain one where anything goes wrong."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from octavo.fetching.model_address import ModelAddress
from tests.briefing.rewriting.stories import FIRE, HURT, INQUIRY, SANK
from tests.model_server import Raw, Standing, model_server
from tests.site.desk.briefing.briefed import make_all
from tests.site.library.analyses import analysed
from tests.site.library.articles import MORNING
from tests.site.library.placed import tell

if TYPE_CHECKING:
    from octavo.site.library.rewritings import Shown

NOW = MORNING + timedelta(hours=1)
KEY = "sk-northwind-4711"
SAID = {
    SANK: "The ferry Marit sank off Port Alder on Tuesday night.",
    FIRE: "Four firefighters were hurt in a fire at Reef Hall on Saturday.",
}


def story(key: str = "marit", minutes: int = 0) -> int:
    """A story of two reports with its plain brief; returns its number."""
    one = analysed(f"{key}-1", SANK, HURT, INQUIRY, says=(), minutes=minutes, publisher="The Post")
    other = analysed(f"{key}-2", SANK, FIRE, says=(), minutes=minutes + 1, publisher="The Pilot", url="https://pilot.example/2")
    number = tell(key, one, other)
    make_all(now=NOW)
    return number


def honest(system: str, user: str) -> str:
    """A model that shortens the sentences it knows, and makes one up."""
    given = json.loads(user.split("\n")[-2])["sentences"]
    lines = [{"text": SAID[each["text"]], "cites": [each["n"]]} for each in given if each["text"] in SAID]
    return json.dumps({"summary": [*lines, {"text": "Mayor Ada Holt stole the money.", "cites": [1]}]})


def step(here: Standing | ModelAddress, stop: threading.Event | None = None, worker: str = "tests", **settings: Any) -> bool:
    from octavo.site.desk.leases import REWRITING
    from octavo.site.desk.rewriting.making import rewrite_next

    at = here if isinstance(here, ModelAddress) else ModelAddress(here.url, "small", KEY, **settings)
    assert REWRITING.take("tests", NOW)
    return rewrite_next(at, worker, NOW, stop or told_to_stop())


def told_to_stop() -> threading.Event:
    stop = threading.Event()
    stop.set()
    return stop


def shown(number: int) -> Shown | None:
    from octavo.site.library.rewritings import rewriting_of

    return rewriting_of(number)


def test_a_brief_is_rewritten_once_and_what_is_not_borne_out_is_dropped(library: str) -> None:
    number = story()
    assert shown(number) is None
    with model_server(honest) as here:
        assert step(here)
        made = shown(number)
        assert made
        assert [claim.text for claim in made.summary] == list(SAID.values())
        assert (made.model, made.dropped) == ("small", 1)
        assert {each.id for claim in made.summary for each in claim.citations} <= {"1", "2"}
        assert not step(here)
        assert len(here.bodies) == 1


def test_one_that_is_made_anew_is_asked_about_again_and_the_plain_one_stands_meanwhile(library: str) -> None:
    number = story()
    with model_server(honest) as here:
        assert step(here)
        tell(number, analysed("marit-3", SANK, "The reef is marked on every chart of the coast.", says=(), minutes=2))
        make_all(now=NOW + timedelta(minutes=9))
        assert shown(number) is None
        assert step(here)
    assert shown(number)


def test_the_same_question_is_asked_once(library: str) -> None:
    from octavo.site.desk.rewriting.model import library_model

    with model_server(lambda system, user: f"{user}\0\ud800") as here:
        model = library_model(ModelAddress(here.url, "small"))
        first = model("rules", "question")
        assert model("rules", "question") == first == "question ?"
        assert len(here.bodies) == 1
        model("rules", "another")
        library_model(ModelAddress(here.url, "other"))("rules", "question")
        assert len(here.bodies) == 3


def test_old_answers_go(library: str) -> None:
    from octavo.site.library.model_answers import KEPT, answer_kept, keep_answer

    keep_answer("a", "old", NOW - KEPT - timedelta(minutes=1))
    keep_answer("b", "new", NOW)
    assert answer_kept("a") is None
    assert answer_kept("b") == "new"


@pytest.mark.parametrize("settings", [{"requests": 1}, {"tokens": 4000}])
def test_a_day_costs_no_more_than_it_may(library: str, settings: dict[str, Any]) -> None:
    from octavo.site.desk.rewriting.model import OverBudget, library_model

    with model_server(lambda system, user: "x", tokens=3000) as here:
        at = ModelAddress(here.url, "small", **settings)
        library_model(at, lambda: NOW)("rules", "one")
        with pytest.raises(OverBudget):
            library_model(at, lambda: NOW)("rules", "two")
        assert len(here.bodies) == 1
        library_model(at, lambda: NOW + timedelta(days=1))("rules", "two")
    assert len(here.bodies) == 2


def test_over_the_budget_the_plain_brief_stays_and_is_asked_about_another_day(library: str) -> None:
    from octavo.site.library.model_answers import left

    number = story()
    with model_server(honest) as here:
        assert not step(here, tokens=10)
        assert not here.bodies
        assert shown(number) is None
        assert step(here)
    assert left(NOW.date(), 2, 10**6)


def test_a_failure_gives_its_tokens_back_and_not_its_request(library: str) -> None:
    from octavo.site.desk.rewriting.model import library_model
    from octavo.site.library.models import ModelDay

    with model_server(lambda system, user: Raw(500)) as here, pytest.raises(Exception, match="error of its own"):
        library_model(ModelAddress(here.url, "small"), lambda: NOW)("rules", "one")
    assert list(ModelDay.objects.values_list("day", "requests", "tokens")) == [(NOW.date(), 1, 0)]


BAD: dict[str, Callable[[str, str], str | Raw]] = {
    "down": lambda system, user: Raw(503), "no completion": lambda system, user: Raw(body=b"<html>"),
    "redirects": lambda system, user: Raw(307, headers={"Location": "http://127.0.0.1:1/"}),
    "refuses the key": lambda system, user: Raw(401, KEY.encode()),
    "nonsense": lambda system, user: "I am sorry, I cannot do that.", "another object": lambda system, user: '{"a": [1]}',
    "no list": lambda system, user: '{"summary": {"text": "x"}}', "a list of nothing": lambda system, user: '{"summary": [null, 1, []]}',
    "deep": lambda system, user: "{" + '"a":[' * 50_000, "empty": lambda system, user: "",
    "makes all up": lambda system, user: json.dumps({"summary": [{"text": "The mayor stole the money.", "cites": [1]}] * 9}),
}


@pytest.mark.parametrize("kind", BAD)
def test_whatever_goes_wrong_the_plain_brief_stays(library: str, kind: str, caplog: pytest.LogCaptureFixture) -> None:
    number = story()
    caplog.set_level(logging.INFO, "octavo")
    with model_server(BAD[kind]) as here:
        assert step(here)
    assert shown(number) is None
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) <= 1
    assert not any(secret in line for line in lines for secret in (KEY, "Marit", "sorry", "mayor"))
    assert not any(record.exc_info for record in caplog.records)


def test_a_model_that_does_not_answer_is_left_alone_and_asked_again(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.desk.rewriting import making

    monkeypatch.setattr(making, "PAUSE", 0.01)
    number = story()
    with model_server(BAD["down"]) as here:
        assert step(here, threading.Event())
    with model_server(honest) as here:
        assert step(here)
    assert shown(number)


def test_an_answer_of_no_use_is_not_asked_for_again(library: str) -> None:
    story()
    with model_server(BAD["nonsense"]) as here:
        assert step(here)
        assert not step(here)
    assert len(here.bodies) == 1


def test_only_recent_stories_of_several_articles_newest_first_and_no_specimen(library: str) -> None:
    from octavo.site.library.rewritings import next_to_rewrite

    tell("single", analysed("single", SANK, HURT, says=()))
    make_all(now=NOW)
    assert next_to_rewrite("small", NOW) is None
    first, second = story("one"), story("two", minutes=5)
    row = next_to_rewrite("small", NOW)
    assert row
    assert row.story == second != first
    assert next_to_rewrite("small", NOW + timedelta(days=9)) is None


def test_who_lost_the_lease_writes_nothing(library: str) -> None:
    from octavo.site.desk.leases import LeaseLost

    number = story()
    with model_server(honest) as here, pytest.raises(LeaseLost):
        step(here, worker="another")
    assert shown(number) is None
