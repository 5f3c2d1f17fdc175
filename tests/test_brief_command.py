from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import octavo
from octavo.analysis import MAX_CHARACTERS
from octavo.article import Article
from octavo.briefing.brief_json import brief_json, brief_of
from octavo.cli import main
from octavo.jsonl import article_json, line
from tests.grouping.stories.events import article, ferry
from tests.shared import ROOT

TEXT = (
    "“The fog was thick,” harbour master Ines Dahl said on Wednesday. The ferry Marit ran aground at 22:48 on Tuesday.",
    "No oil was seen on the water. Divers will look at the hull on Thursday, the coast guard said.",
)


def _story() -> list[Article]:
    tugs = ((at, f"Tug number {at} pulled in vain.") for at in (1, 2))
    return [*ferry(), *(article(f"late{at}", "Marit", *TEXT, tug, publisher=f"Paper {at}", hours=6 + at) for at, tug in tugs)]


def _file(articles: list[Article], path: Path, *more: str) -> str:
    path.write_text("\n".join([*(line(article_json(each)) for each in articles), *more]))
    return str(path)


def _briefed(given: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any], str]:
    status = main(["brief", *given])
    printed = capsys.readouterr()
    (only,) = printed.out.splitlines()
    return status, json.loads(only), printed.err


def test_one_object_has_the_parts_of_the_contract_and_is_what_the_library_gives(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, made, _ = _briefed([_file(_story(), tmp_path / "a"), "--jsonl"], capsys)
    assert status == 0
    assert brief_of(made) == octavo.brief(_story())
    shown = json.loads((ROOT / "docs" / "commands" / "brief.md").read_text("utf8").split("```json\n", 1)[1].split("```", 1)[0])
    assert list(made) == list(shown)
    assert json.loads(line(brief_json(brief_of(shown)))) == shown


def test_a_bad_line_is_named_and_the_others_are_briefed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, good, _ = _briefed([_file(_story(), tmp_path / "a"), "--jsonl"], capsys)
    long = json.dumps({"id": "long", "headline": "Long", "text": "a" * (MAX_CHARACTERS + 1)})
    status, made, said = _briefed([_file(_story(), tmp_path / "b", "no JSON", '{"title": "no id"}', long), "--jsonl"], capsys)
    assert status == 1
    assert made == good
    assert ["line 7" in said, "line 8" in said, "article long" in said, "Traceback" in said] == [True, True, True, False]


@pytest.mark.parametrize(("given", "why"), [
    ("", "no article"), ("\n\n", "no article"), ('{"id": "a", "headline": "Ferry aground"}', "only headlines"),
    ('{"id": "a", "text": "Hm."}', "no sentence"),
])
def test_where_there_is_too_little_it_says_so(given: str, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").write_text(given)
    status, made, _ = _briefed([str(tmp_path / "a"), "--jsonl"], capsys)
    assert status == 0
    assert made["note"].startswith("Too little to brief: ")
    assert why in made["note"]
    assert not any(made[part] for part in made if part != "note")


@pytest.mark.parametrize(("given", "words"), [([], "--jsonl"), (["--jsonl", "--since", "tomorrow"], "tomorrow")])
def test_wrong_use_is_said(given: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_info:
        main(["brief", *given])
    assert exit_info.value.code == 2
    assert words in capsys.readouterr().err


def test_new_is_what_came_after_a_time_or_with_the_newest_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _file(_story(), tmp_path / "a")
    _, newest, _ = _briefed([path, "--jsonl"], capsys)
    assert [each["text"] for each in newest["new"]] == ["Tug number 2 pulled in vain."]
    _, since, _ = _briefed([path, "--jsonl", "--since", "2031-04-02T13:30:00Z"], capsys)
    assert [each["text"] for each in since["new"]][-1] == "Tug number 2 pulled in vain."
    assert {each["citations"][0]["id"] for each in since["new"]} == {"late1", "late2"}
    _, never, _ = _briefed([path, "--jsonl", "--since", "2031-05-01"], capsys)
    assert not never["new"]


def test_the_same_articles_in_any_order_and_process_give_the_same_bytes(tmp_path: Path) -> None:
    given = _story()
    again = [*given, article("ferry0", "An older text of an article that is there", hours=-2)]
    made = set()
    for seed in (1, 2):
        random.Random(seed).shuffle(again)
        command = [sys.executable, "-m", "octavo", "brief", _file(again, tmp_path / "a"), "--jsonl"]
        made.add(subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": str(seed)}, capture_output=True, check=True).stdout)
    assert made == {(line(brief_json(octavo.brief(given))) + "\n").encode()}


def test_for_a_person_each_line_has_its_papers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", _file(_story(), tmp_path / "a"), "--jsonl", "--text"]) == 0
    printed = capsys.readouterr().out
    assert "NEW\n\nTug number 2 pulled in vain.\n    – Paper 2\n" in printed + "\n"
    assert "Ines Dahl" in printed
