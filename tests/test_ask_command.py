"""`octavo ask`: what it takes, what it refuses, what it prints."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from typing import Any

import pytest

from octavo.cli import main

FREED = (
    "Two tugs pulled the ferry Marit off the Alder sandbank at dawn on Thursday, the coastguard said. She had 42 passengers aboard. "
    "The Marit had been stuck since Tuesday evening.\n\nBut the captain, Sten Aker, stayed on the bridge all night."
)
CHOIR = "The choir of Sund sang on Thursday to a full house. It will sing again in May if the roof of the church is mended."
NORWEGIAN = "Fergen Marit gikk på grunn ved Alder. Kapteinen ble om bord i 31 timer."


def article(id_: str, headline: str, text: str, publisher: str = "", published: str | None = None) -> dict[str, object]:
    return {"id": id_, "headline": headline, "text": text, "publisher": publisher, "published": published}


PAPER = [
    article("freed", "Ferry Marit is freed from sandbank", FREED, "Harbour Post", "2026-03-05T08:00:00+01:00"),
    article("choir", "Choir sings to a full house", CHOIR, "Harbour Post", "2026-03-05T09:00:00+01:00"),
    article("copy", "Tugs free the Marit", FREED, "The Herald", "2026-03-05T12:00:00+01:00"),
    article("norsk", "Fergen Marit på grunn", NORWEGIAN, "Kystbladet", "2026-03-05T13:00:00+01:00"),
]
TEXTS = {str(each["id"]): str(each["text"]) for each in PAPER}


def give(monkeypatch: pytest.MonkeyPatch, lines: Sequence[object]) -> None:
    told = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(told.encode())))


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    def asked(question: str, lines: Sequence[object] = PAPER, *more: str, status: int = 0) -> list[dict[str, Any]]:
        give(monkeypatch, lines)
        assert main(["ask", question, "--jsonl", *more]) == status
        (printed,) = capsys.readouterr().out.splitlines()
        told = json.loads(printed)
        assert set(told) == {"answers"}
        return list(told["answers"])

    return asked


def test_a_sentence_answers_with_where_it_stands_and_its_copies_count_once(ask: Any) -> None:
    best = ask("How many passengers were on the Marit?")[0]
    assert best["text"] == "She had 42 passengers aboard."
    (cited,) = best["citations"]
    assert TEXTS[cited["id"]][cited["start"] : cited["end"]] == best["text"]
    assert best["independent_reports"] == 1


def test_an_opening_but_is_left_out(ask: Any) -> None:
    assert ask("Who stayed on the bridge of the Marit?")[0]["text"] == "The captain, Sten Aker, stayed on the bridge all night."


def test_nothing_answers_what_no_article_says(ask: Any) -> None:
    assert ask("Who won the last Nobel Prize in literature?") == []
    assert ask("How long should I boil an egg?") == []


def test_a_question_in_the_language_of_an_article(ask: Any) -> None:
    assert ask("Hvor lenge ble kapteinen om bord?")[0]["text"] == "Kapteinen ble om bord i 31 timer."


def test_words_in_quotation_marks_must_stand_in_the_answer(ask: Any) -> None:
    assert [each["text"] for each in ask('Who pulled the Marit "off the alder sandbank"?')] == [FREED.split(". ")[0] + "."]
    assert ask('Who pulled the Marit "off the Alder  reef"?') == []


def test_so_many_at_most(ask: Any) -> None:
    assert len(ask("What happened to the ferry Marit on the Alder sandbank?", PAPER, "--most", "1")) <= 1


@pytest.mark.parametrize("question", [
    "?", "the of and", "AND OR NOT", 'who "', "Marit " * 2_000, "\x00\x01Marit\x7f", "(Marit) AND (tug* OR \"\")", "قبطان مارت؟", "🚢" * 50,
    "Who\ud800 pulled", "-Marit +tugs site:example.org", "\u202eMarit",
])  # fmt: skip
def test_any_question_has_a_line_of_answers(ask: Any, question: str) -> None:
    for each in ask(question):
        cited = each["citations"][0]
        assert TEXTS[cited["id"]][cited["start"] : cited["end"]].endswith(each["text"][1:])


def test_no_articles_answer_nothing(ask: Any) -> None:
    assert ask("Who pulled the Marit off?", []) == []
    assert ask("Who pulled the Marit off?", [article("bare", "A headline without a text", "")]) == []


def test_a_line_that_cannot_be_used_is_named_and_the_others_are_asked(ask: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask("How many passengers were on the Marit?", ["{", *PAPER], status=1)


@pytest.mark.parametrize("question", ["", "  "])
def test_no_question_is_wrong_use(question: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    give(monkeypatch, PAPER)
    with pytest.raises(SystemExit, match="2"):
        main(["ask", question, "--jsonl"])
    assert "say what you want to know" in capsys.readouterr().err
