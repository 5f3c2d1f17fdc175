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
from contextlib import contextmanager
from pathlib import Path

import pytest

from octavo.cli import main
from octavo.site import hosts


@contextmanager
def serving(library: Path, *options: str, **environment: str) -> Iterator[str]:
    """`octavo serve` on a port of the system's choice; what it says until the paper is open."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("OCTAVO_")}
    command = [sys.executable, "-m", "octavo", "serve", "--port", "0", "--data", str(library), *options]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=inherited | environment
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        if "0.0.0.0" in options:
            said += process.stdout.readline()
        try:
            yield said
        finally:
            process.terminate()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with serving(tmp_path / "library") as said:
        found = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert found, said
        yield found.group()


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


def test_with_sign_in_this_machine_is_asked_too(new_library: Path) -> None:
    with serving(new_library, "--sign-in") as said:
        address = said.split()[3]
        assert ask(address)[1].startswith(f"{address}sign-in/")


def test_on_all_addresses_it_answers_to_this_machines_own_and_says_them(new_library: Path) -> None:
    with serving(new_library, "--host", "0.0.0.0", OCTAVO_HOSTS="paper.example") as said:
        opened, names = said.splitlines()
        found = re.search(r"http://([^/]+):(\d+)/", opened)
        assert found, said
        host, port = found.groups()
        assert host != "0.0.0.0"
        assert "OCTAVO_HOSTS=NAME" in names
        asked = f"http://127.0.0.1:{port}/"
        for each in {host, socket.gethostname(), "localhost", "paper.example"}:
            assert ask(asked, Host=f"{each}:{port}") == (200, f"{asked}sign-in/?next=/"), each
        assert ask(asked, Host=f"0.0.0.0:{port}")[0] == 400


@pytest.mark.parametrize("name", ["vm", "", "no such host", "*", ".example", "a" * 300, "bücher..x"])
def test_finding_this_machines_own_names_never_fails(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "not known")

    monkeypatch.setattr(socket, "gethostname", lambda: name)
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    monkeypatch.setattr(hosts, "_towards", lambda address: "192.0.2.7" if "." in address else "")
    assert set(hosts.own_hosts(socket.AF_INET, socket.AF_INET6)) == {"192.0.2.7", name} & {"192.0.2.7", "vm", "a" * 300}


def test_addresses_stand_as_in_a_url_and_loopback_ones_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    known = ["127.0.1.1", "::1", "fe80::7%eth0", "2001:db8::7", "192.0.2.7"]
    families = [socket.AF_INET6 if ":" in each else socket.AF_INET for each in known]
    monkeypatch.setattr(socket, "gethostname", lambda: "Harbour.local")
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(f, 1, 6, "", (a, 0)) for f, a in zip(families, known, strict=True)])
    monkeypatch.setattr(hosts, "_towards", lambda address: "")
    assert hosts.own_hosts(socket.AF_INET) == ["192.0.2.7", "harbour.local"]
    assert hosts.own_hosts(socket.AF_INET, socket.AF_INET6) == ["[fe80::7]", "[2001:db8::7]", "192.0.2.7", "harbour.local"]


@pytest.mark.parametrize("host", ["a" * 300, "bücher..x"])
def test_a_host_that_is_none_is_an_error_that_says_what_to_do(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", "0", "--host", host]) == 1
    assert re.search(r"octavo: .*: Octavo cannot listen there \(.+\)\. Choose another", capsys.readouterr().err)


def test_a_port_in_use_is_an_error_that_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 1
    assert f"127.0.0.1:{port}: Octavo cannot listen there (address already in use)" in capsys.readouterr().err
