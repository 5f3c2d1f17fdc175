"""The docs say what the code does: commands, options, settings, the shape of the JSON."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator

import pytest

from octavo.article import Article, Credit, Dateline, Image, Paragraph
from octavo.cli import parser
from octavo.jsonl import article_json
from tests.shared import ROOT

PAGES = ROOT / "docs" / "commands"


def commands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def test_each_command_has_a_page_and_each_page_a_command() -> None:
    assert {name for name, _ in commands()} == {page.stem for page in PAGES.glob("*.md")}


@pytest.mark.parametrize(("name", "command"), [pytest.param(*pair, id=pair[0]) for pair in commands()])
def test_page_names_each_option_and_no_other(name: str, command: argparse.ArgumentParser) -> None:
    page = (PAGES / f"{name}.md").read_text("utf8")
    options = {option for action in command._actions for option in action.option_strings if option.startswith("--")} - {"--help"}
    usage = page.split("    octavo ", 1)[1].split("\n\n", 1)[0]
    listed = set(re.findall(r"`(--[a-z-]+)`", page.split("\n\n", 3)[3].split("\n\n", 1)[0]))
    assert set(re.findall(r"--[a-z-]+", usage)) == options
    assert listed == options
    assert command.description is not None
    assert command.description in page


def test_settings_page_names_each_variable_and_no_other() -> None:
    read = {name for path in (ROOT / "src").rglob("*.py") for name in re.findall(r"\bOCTAVO_[A-Z_]+\b", path.read_text("utf8"))}
    listed = set(re.findall(r"^\| `(OCTAVO_[A-Z_]+)`", (ROOT / "docs" / "settings.md").read_text("utf8"), re.M))
    assert listed == read


def test_json_of_read_has_the_documented_shape() -> None:
    article = Article(
        id="a",
        headline="b",
        paragraphs=(Paragraph("text", "c"),),
        dateline=Dateline("d"),
        credits=(Credit("editing", "e"),),
        image=Image("f"),
    )
    page = (PAGES / "read.md").read_text("utf8")
    shown = json.loads(page.split("```json\n", 1)[1].split("```", 1)[0])
    made = article_json(article)
    assert list(made) == list(shown)
    for key in ("dateline", "image"):
        assert list(made[key]) == list(shown[key])
    for key in ("credits", "paragraphs"):
        assert list(made[key][0]) == list(shown[key][0])


def test_links_between_docs_lead_somewhere() -> None:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf8")):
            assert (page.parent / target).exists(), f"{page.relative_to(ROOT)} links to {target}"


def test_locks_hold_exact_versions_and_hashes_and_no_addresses() -> None:
    for lock in (ROOT / "requirements").glob("*.lock"):
        text = lock.read_text("utf8")
        assert "://" not in text
        pinned = re.split(r"\n(?=\S)", text.strip())
        assert all(re.match(r"[\w.\[\]-]+==\S+ ", entry) and "--hash=sha256:" in entry for entry in pinned)
