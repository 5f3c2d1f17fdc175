"""`octavo related`: what it takes, what it refuses, what it prints."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence

import pytest

from octavo.cli import main
from tests.shared import shared

FREED = (
    "Two tugs pulled the ferry Marit off the Alder sandbank at dawn on Thursday with 42 passengers aboard, the coastguard said. "
    "The Marit, owned by Alder Lines, had been stuck since Tuesday evening. Nobody was hurt, said Jon Fell, director of Alder Lines. "
    "Fell thanked the crews, who had worked through two nights; Fell himself had come out in a pilot boat."
)
AGAIN = (
    "The 42 passengers of the ferry Marit are ashore. The ship came off the Alder sandbank early on Thursday behind two tugs. "
    "Jon Fell, who runs Alder Lines, thanked the crew of the Marit. The coastguard will ask how the ferry left the channel."
)
VINEYARD = (
    "The vineyard above Reef has a new owner. Jon Fell paid two million for its nine hectares, the land registry shows. Fell told Coast "
    "Radio that he wants to press white wine there; neighbours fear for the footpath. The grapes are picked in October."
)
CHOIR = "The choir of Sund sang on Thursday to a full house. It will sing again in May, its conductor said, if the roof is mended."


def article(id_: str | int, headline: str, text: str, publisher: str = "", published: str | None = None) -> dict[str, object]:
    return {"id": id_, "headline": headline, "text": text, "publisher": publisher, "published": published}


PAPER = [
    article("freed", "Ferry Marit is freed from sandbank", FREED, "Harbour Post", "2026-03-05T08:00:00+01:00"),
    article("choir", "Choir sings to a full house", CHOIR, "Harbour Post", "2026-03-05T09:00:00+01:00"),
    article("vineyard", "Jon Fell buys a vineyard", VINEYARD, "Coast Courier", "2026-03-05T10:00:00+01:00"),
    article("again", "Marit passengers ashore as ferry leaves sandbank", AGAIN, "Coast Courier", "2026-03-05T11:00:00+01:00"),
    article("copy", "Tugs free the Marit", FREED, "The Herald", "2026-03-05T12:00:00+01:00"),
]


def give(monkeypatch: pytest.MonkeyPatch, lines: Sequence[object]) -> None:
    told = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(told.encode())))


def answers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], id_: str, lines: Sequence[object], status: int = 0,
) -> list[dict[str, str]]:
    give(monkeypatch, lines)
    assert main(["related", id_, "--jsonl"]) == status
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_story_first_its_copies_last_then_the_person_and_the_choir_never(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    found = answers(monkeypatch, capsys, "freed", PAPER)
    assert [(each["id"], each["relation"]) for each in found] == [("again", "story"), ("copy", "story"), ("vineyard", "person")]
    assert found[0]["reason"].startswith("same story: ")
    assert "42 passengers" in found[0]["reason"]
    assert found[1]["reason"] == "the same text"
    assert found[2]["reason"] == "also about Jon Fell"
    for named in found[0]["reason"].removeprefix("same story: ").split(", "):
        assert named.lower() in FREED.lower()
        assert named.lower() in AGAIN.lower()


def test_nothing_related_is_an_empty_answer(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert answers(monkeypatch, capsys, "choir", PAPER) == []


def test_a_list_ends(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    copies = [article(f"copy{at}", "Tugs free the Marit", FREED, f"Paper {at}") for at in range(60)]
    assert len(answers(monkeypatch, capsys, "copy0", [*PAPER, *copies])) == 50
    give(monkeypatch, PAPER)
    assert main(["related", "freed", "--jsonl", "--most", "2"]) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == ["again", "copy"]


@pytest.mark.parametrize("most", ["0", "-1", "x", "9" * 5_000])
def test_a_list_of_none_is_wrong_use(capsys: pytest.CaptureFixture[str], most: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["related", "freed", "--jsonl", f"--most={most}"])
    assert stopped.value.code == 2
    assert "is no number from 1" in capsys.readouterr().err


def test_an_unknown_id_is_an_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    give(monkeypatch, PAPER)
    assert main(["related", "nobody", "--jsonl"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "nobody" in shown.err


def test_without_jsonl_the_use_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["related", "freed"])
    assert stopped.value.code == 2


def test_a_bad_line_is_named_and_the_rest_answered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    found = answers(monkeypatch, capsys, "freed", ["{", *PAPER, article("freed", "Another of that id", CHOIR), {"id": "bare"}], status=1)
    assert [each["id"] for each in found] == ["again", "copy", "vineyard"]


def test_an_id_that_is_a_number_is_asked_for_as_it_is_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    found = answers(monkeypatch, capsys, "1", [article(1, "Ferry Marit is freed", FREED), article(2, "Marit passengers ashore", AGAIN)])
    assert [each["id"] for each in found] == ["2"]


def test_what_the_story_had_days_before_is_an_earlier_chapter(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    stuck = (
        "The ferry Marit ran aground on the Alder sandbank on Tuesday evening with 42 passengers. The Marit belongs to Alder Lines, whose "
        "director, Jon Fell, said that tugs were on their way. Fell said nobody aboard the Marit was hurt."
    )
    before = article("stuck", "Ferry Marit aground with 42 passengers", stuck, "Harbour Post", "2026-03-02T20:00:00+01:00")
    found = answers(monkeypatch, capsys, "freed", [before, *PAPER])
    told = {each["id"]: each for each in found}
    assert told["stuck"]["relation"] == "earlier"
    assert told["stuck"]["reason"].startswith("earlier: ")
    assert [each["relation"] for each in found] == sorted((each["relation"] for each in found), key=["story", "earlier", "person"].index)


def test_the_saved_page_puts_the_kremlin_first_and_the_execution_nowhere(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    page = str(shared("seeds/000_bae099a868e02afb.txt"))
    assert main(["read", page, "--json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    headlines = {record["id"]: record["headline"] for record in map(json.loads, lines)}
    found = answers(monkeypatch, capsys, next(iter(headlines)), lines)
    assert headlines[found[0]["id"]].startswith("Putin hopes")
    assert found[0]["reason"] == "also about Vladimir Putin"
    assert not any(headlines[each["id"]].startswith("Japan") for each in found)
