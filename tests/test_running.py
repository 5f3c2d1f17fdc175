"""docs/running.md says what the code does: its commands, options and variables, and the Containerfile."""

from __future__ import annotations

import argparse
import re
import shlex
from typing import TYPE_CHECKING

from octavo.cli import parser
from octavo.site.doctor.surroundings import VARIABLES
from octavo.site.proxies import networks, sub_path
from tests.shared import ROOT

if TYPE_CHECKING:
    from django.test import Client

PAGE = (ROOT / "docs" / "running.md").read_text("utf8")
CONTAINER = (ROOT / "Containerfile").read_text("utf8")


def commands() -> dict[str, argparse.ArgumentParser]:
    groups = [action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)]
    return {name: each for group in groups for name, each in group.choices.items()}


def told(text: str) -> list[list[str]]:
    """The words of each call of Octavo in `text`, from the command's name on."""
    calls = re.findall(r"(?:^|[\s`/\"])octavo ((?:serve|worker|backup|restore|doctor|password|fetch)\b[^`\n;,]*)", text)
    return [call.split("  ")[0].strip().rstrip(".)").split() for call in calls]


def test_each_command_it_tells_has_the_options_that_it_tells() -> None:
    known = commands()
    calls = told(PAGE)
    assert len(calls) > 8
    for name, *rest in calls:
        options = {option for action in known[name]._actions for option in action.option_strings}
        assert {word for word in rest if word.startswith("--")} <= options, (name, rest)


def test_each_variable_it_tells_is_one() -> None:
    said = set(re.findall(r"\bOCTAVO_[A-Z_]+\b", PAGE + CONTAINER))
    assert len(said) > 5
    assert said <= VARIABLES


def test_what_variables_are_set_to_there_is_taken() -> None:
    for value in re.findall(r"^OCTAVO_PROXIES=(.+)$", PAGE, re.M):
        assert networks(value)
    assert networks("10.88.0.0/16")
    assert sub_path("/octavo") == "/octavo"


def test_the_container_copies_what_there_is_and_runs_a_command_that_there_is() -> None:
    for line in re.findall(r"^COPY (?!--from)(.+)$", CONTAINER, re.M):
        *sources, _ = shlex.split(line)
        assert all((ROOT / source).exists() for source in sources)
    (command,) = re.findall(r'^CMD \["octavo", (.+)\]$', CONTAINER, re.M)
    parsed = parser().parse_args([word.strip('"') for word in command.split(", ")])
    assert (parsed.host, parsed.port) == ("0.0.0.0", 8000)
    assert re.search(r"^USER octavo$", CONTAINER, re.M)
    assert all("/" not in image for image in re.findall(r"^FROM (\S+)", CONTAINER, re.M))


def test_the_page_for_monitors_that_it_names_is_answered(site_client: Client) -> None:
    from octavo.site.paper.health import PATH

    assert f"`{PATH}`" in PAGE
    assert f"'{PATH}'" in CONTAINER
    assert site_client.get(PATH).content == b"ok\n"
