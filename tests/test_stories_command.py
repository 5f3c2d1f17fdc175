from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from octavo.cli import main
from octavo.jsonl import article_json, line
from tests.grouping.stories.events import ferry

COMMAND = (sys.executable, "-m", "octavo", "stories", "--jsonl")


@pytest.mark.parametrize("online", [[], ["--online"]])
def test_each_line_is_answered_in_order_and_a_bad_one_named(online: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line(article_json(each)) for each in ferry()]
    bad = ['{"title": "no id"}', "no JSON", '{"id": "empty"}']
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join([lines[0], *bad, *lines[1:]]))
    assert main(["stories", str(path), "--jsonl", *online]) == 1
    printed = capsys.readouterr()
    assert [json.loads(each) for each in printed.out.splitlines()] == [
        {"id": f"ferry{at}", "story": "ferry0", "copy_of": None} for at in range(4)
    ]
    assert [f"line {at}" in each for at, each in enumerate(printed.err.splitlines(), 2)] == [True] * 3


def test_a_title_or_a_text_stands_for_the_headline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"id": "a", "title": "Ferry Marit aground"}\n{"id": "b", "text": "The ferry Marit is aground.\\nIt sank."}\n')
    assert main(["stories", str(path), "--jsonl"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_online_answers_a_line_before_the_next_is_written() -> None:
    with subprocess.Popen([*COMMAND, "--online"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        for each in ferry():
            process.stdin.write(line(article_json(each)) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == each.id
        process.stdin.close()
    assert process.returncode == 0


def test_without_jsonl_it_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_info:
        main(["stories"])
    assert exit_info.value.code == 2
    assert "--jsonl" in capsys.readouterr().err
