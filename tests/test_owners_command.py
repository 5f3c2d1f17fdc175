"""`octavo owners` as a person meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from octavo.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["owners", *arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def lines(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    _, out, _ = run(capsys, "--json")
    return {each["name"]: each for each in map(json.loads, out.splitlines())}


def test_the_list_is_printed(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys)
    assert status == 0
    assert out.splitlines()[0].split() == ["owner", "outlets"]
    assert "BBC" in out
    assert "comes with Octavo" in out


def test_outlets_are_added_removed_and_put_back(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "--add", "Isle Media", "https://www.post.example/today", "The Pilot")
    assert status == 0
    assert "Isle Media has The Pilot, post.example: they count as one report." in out
    run(capsys, "--add", "isle media", "harbour.example")
    page = (Path(__file__).parents[1] / "docs" / "commands" / "owners.md").read_text("utf8")
    documented = json.loads(page.split("```json\n", 1)[1].split("```", 1)[0])
    assert lines(capsys)["Isle Media"] == documented | {"domains": ["post.example", "harbour.example"]}
    assert run(capsys, "--remove", "Isle Media")[0] == 0
    assert "Isle Media" not in lines(capsys)
    run(capsys, "--add", "BBC", "cbeebies.example")
    assert (lines(capsys)["BBC"]["changed"], lines(capsys)["BBC"]["domains"]) == (True, ["bbc.co.uk", "bbc.com", "cbeebies.example"])
    run(capsys, "--remove", "BBC")
    assert lines(capsys)["BBC"]["off"]
    assert run(capsys, "--put-back", "bbc")[0] == 0
    assert not lines(capsys)["BBC"]["off"]


@pytest.mark.parametrize(("arguments", "said"), [
    (("--remove", "Nobody"), "“Nobody” is not on the list"),
    (("--put-back", ""), "is not on the list"),
    (("--add", "Isle", "bbc.com"), "“bbc.com” is an outlet of “BBC”"),
    (("--add", "Isle", "a..b"), "“a..b” is no domain"),
    (("--add", "\n", "post.example"), "It needs a name"),
])
def test_what_cannot_be_so_is_said(library: str, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str) -> None:
    before = lines(capsys)
    status, _, err = run(capsys, *arguments)
    assert status == 1
    assert said in err
    assert lines(capsys) == before


def test_an_owner_without_outlets_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["owners", "--add", "Isle"])
    assert ended.value.code == 2
    assert "at least one OUTLET" in capsys.readouterr().err
