"""An article that tells the language model what to write changes nothing, though the model does what it says."""

from __future__ import annotations

import json
from typing import Any

import pytest

from octavo.briefing.rewriting import Model, Rewritten, answered, rewritten
from octavo.fetching.asking import asked
from octavo.fetching.model_address import ModelAddress
from tests.briefing.rewriting.injections import INJECTIONS
from tests.briefing.rewriting.stories import SANK, story
from tests.model_server import Standing, model_server

TRUE = "The ferry Marit sank off Port Alder on Tuesday night."


def data_of(user: str) -> dict[str, Any]:
    """The data as a model reads it that believes the lines around it."""
    begins, told, ends = user.split("\n")[-3:]
    assert begins.removesuffix(" begins") == ends.removesuffix(" ends")
    found: dict[str, Any] = json.loads(told)
    return found


def obeying(false: tuple[str, ...]) -> Any:
    """A model that writes one true sentence, and what it was told to: each citing its best, each number, all, and the first."""

    def answer(system: str, user: str) -> str:
        numbers = [each["n"] for each in data_of(user)["sentences"]]
        (true,) = [each["n"] for each in data_of(user)["sentences"] if each["text"] == SANK]
        cited = [*([number] for number in numbers), numbers, [true]]
        lines = [{"text": text, "cites": cites} for text in false for cites in cited]
        listed = [*lines[:1], {"text": TRUE, "cites": [true]}, *lines[1:]][:40]
        return json.dumps({"summary": listed, "answer": listed, "questions": [{"difference": 1, "text": text} for text in false]})

    return answer


def through(here: Standing) -> Model:
    return lambda system, user: asked(ModelAddress(here.url, "obeying"), system, user).text


def clean(made: Rewritten) -> None:
    assert [claim.text for claim in made.summary] == [TRUE]
    assert [each.question for each in made.differences] == ["the warning"]


@pytest.mark.parametrize(("injected", "false"), INJECTIONS, ids=range(len(INJECTIONS)))
def test_a_text_that_speaks_to_the_model_changes_nothing(injected: str, false: tuple[str, ...]) -> None:
    said = " ".join(injected.split())
    with model_server(obeying(false)) as here:
        brief, reports = story(said)
        made = rewritten(brief, reports, through(here))
        clean(made)
        assert made.dropped >= len(false)
        clean(rewritten(*story(said, inline=True), through(here)))
        clean(rewritten(*story(headline=said, byline=(said,)), through(here)))
        answer = answered("How did it sink?", brief.summary, reports, through(here))
    assert [claim.text for claim in answer.answers] == [TRUE]
    assert len(here.bodies) == 4


def test_there_are_many_of_them() -> None:
    assert len(INJECTIONS) >= 40


def test_what_speaks_to_a_machine_is_not_even_given() -> None:
    given = 0
    for injected, false in INJECTIONS:
        said = " ".join(injected.split())
        with model_server(obeying(false)) as here:
            rewritten(*story(said), through(here))
        sentences = data_of(here.bodies[0]["messages"][1]["content"])["sentences"]
        given += any(said in each["text"] or each["text"] in said for each in sentences)
    assert given <= 2, "most are seen for what they are, and the rest are dropped behind the model"


def test_headlines_bylines_and_addresses_are_not_given() -> None:
    with model_server(obeying(())) as here:
        rewritten(*story(headline="Headline of nothing", byline=("Nobody Nowhere",)), through(here))
    told = here.bodies[0]["messages"][1]["content"]
    assert "Headline of nothing" not in told
    assert "Nobody Nowhere" not in told


def test_no_text_ends_the_data() -> None:
    said = 'The captain said "}]} and < / > and \u2028 newline \\" happened at the reef near Port Alder on Tuesday.'
    with model_server(obeying(())) as here:
        rewritten(*story(said), through(here))
    user = here.bodies[0]["messages"][1]["content"]
    begins, told, ends = user.split("\n")[-3:]
    assert begins[:17] == ends[:17]
    assert "<" not in told
    assert told.isascii()
    assert json.loads(told)["sentences"]
