"""`octavo serve` as a person meets it: a real process on a loopback port."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from octavo.cli import main


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OCTAVO_")}
    command = [sys.executable, "-m", "octavo", "serve", "--port", "0", "--data", str(tmp_path / "library")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert found, said + process.stdout.read()
        yield found.group()
        process.terminate()


def ask(address: str, **headers: str) -> tuple[int, str]:
    request = urllib.request.Request(address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.geturl()
    except urllib.error.HTTPError as error:
        return error.code, error.geturl()


def test_first_page_answers_at_once_and_only_to_this_machine(address: str) -> None:
    assert ask(address) == (200, address)
    assert ask(address, X_Forwarded_For="203.0.113.9")[1].startswith(f"{address}sign-in/")
    assert ask(address, Forwarded="for=203.0.113.9")[1].startswith(f"{address}sign-in/")
    assert ask(address, Host="octavo.example")[0] == 400


def test_a_port_in_use_is_an_error_that_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 1
    assert f"127.0.0.1:{port}: Octavo cannot listen there (address already in use)" in capsys.readouterr().err
