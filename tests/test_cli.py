"""The command line: what it prints, its exit status, and that it never shows a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from octavo.cli import main

PAGE = """Ferry Marit pulled free after two nights

PORT ALDER (Northwire) - Tugs drew the island ferry into deep water at dawn on Tuesday, two days after she left a marked channel.

Divers found no breach in the hull, the coast guard said, and the ship was taken to the yard under her own power.

"We do not know yet why she left it," said Ines Dahl, the officer who led the work on the sandbank.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf8")
    return path


def octavo(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "octavo", *arguments], input=given, capture_output=True, env={**os.environ, **environment}, timeout=120
    )


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, octavo.cli\ntry: octavo.cli.main(['--help'])\nexcept SystemExit: print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "octavo.cli" in loaded
    for heavy in ("lxml", "django", "numpy", "resiliparse", "dateparser", "uvicorn", "asyncio"):
        assert f"'{heavy}'" not in loaded


def test_read_prints_one_json_line_an_article(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(page), "--json", "--fetched", "2026-03-03T07:30:00+01:00"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    article = json.loads(line)
    assert article["headline"] == "Ferry Marit pulled free after two nights"
    assert article["dateline"] == {"place": "PORT ALDER", "agency": "Northwire"}
    assert article["text"].startswith("Tugs drew")
    assert article["text"].count("\n\n") == 2


def test_read_prints_for_a_person(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(page)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Ferry Marit pulled free after two nights\nNorthwire")
    assert "PORT ALDER – Tugs drew" in shown


def test_read_from_standard_input() -> None:
    done = octavo("read", "-", "--json", given=PAGE.encode())
    assert done.returncode == 0
    assert json.loads(done.stdout)["agency"] == "Northwire"


def test_one_bad_input_never_stops_the_rest(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert main(["read", str(empty), str(tmp_path), str(tmp_path / "absent"), str(page), "--json"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert len(err.splitlines()) == 3
    for name in (empty, tmp_path, tmp_path / "absent"):
        assert f"octavo: {name}: " in err


def test_a_file_over_the_limit_is_refused_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    assert main(["read", str(path)]) == 1
    assert f"{path}: it is larger than 64 MiB" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [[], ["reed"], ["read"], ["read", "x", "--fetched", "noon"], ["serve", "--port", "99999"], ["import", "a", "b", "--url", "https://a.example"]],
    ids=["nothing", "unknown command", "no file", "bad time", "bad port", "one address for two pages"],
)
def test_wrong_use_is_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: octavo" in capsys.readouterr().err


def test_a_reader_that_has_enough_is_no_error(page: Path) -> None:
    command = f"{sys.executable} -m octavo read {page} {page} {page} --json | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60)
    assert done.stdout == '{"id": "' + done.stdout[8:]
    assert done.stderr == ""


def test_output_that_cannot_be_written_is_said(page: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "octavo", "read", str(page)], stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 1
    assert done.stderr.decode() == "octavo: the output cannot be used (No space left on device).\n"


def test_a_closed_standard_input_is_said() -> None:
    done = subprocess.run(f"{sys.executable} -m octavo read - <&-", shell=True, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr.splitlines()) == (1, [done.stderr.strip()])
    assert "standard input: " in done.stderr


def test_a_narrow_terminal_without_letters_shows_what_it_can(page: Path) -> None:
    done = octavo("read", str(page), COLUMNS="1", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"PORT ALDER" in done.stdout


@pytest.mark.parametrize("given", [b"", b"a\n", b"password12\n"], ids=["none", "short", "common"])
def test_a_weak_password_is_refused(given: bytes, tmp_path: Path) -> None:
    done = octavo("password", "--data", str(tmp_path), given=given)
    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr.startswith(b"octavo: ")


def test_an_empty_folder_name_is_not_taken_for_the_usual_one(page: Path, tmp_path: Path) -> None:
    done = octavo("import", str(page), "--data", "", OCTAVO_DATA=str(tmp_path / "library"))
    assert done.returncode == 2
    assert b"--data names no folder" in done.stderr
    assert not (tmp_path / "library").exists()


def test_a_good_password_is_set(tmp_path: Path) -> None:
    done = octavo("password", "--data", str(tmp_path), given=b"four quiet tugs at dawn\n")
    said = b"The password of owner is set. Wherever they were signed in, they are signed out.\n"
    assert (done.returncode, done.stdout) == (0, said), done.stderr


def test_import_then_import_again_then_reread(page: Path, tmp_path: Path) -> None:
    data = str(tmp_path / "library")
    first = octavo("import", str(page), "--data", data)
    again = octavo("import", str(page), OCTAVO_DATA=data)
    reread = octavo("reread", "--data", data)
    assert (first.returncode, again.returncode, reread.returncode) == (0, 0, 0), (first.stderr, again.stderr, reread.stderr)
    assert b"1 article added" in first.stdout
    assert b"nothing new" in again.stdout
    assert b"1 page read again" in reread.stdout


def test_specimen_comes_back_and_goes_away(new_library: Path) -> None:
    data = str(new_library)
    shown = octavo("specimen", "--data", data)
    away = octavo("specimen", "--away", "--data", data)
    assert (shown.returncode, away.returncode) == (0, 0), (shown.stderr, away.stderr)
    assert b"front page again" in shown.stdout
    assert b"put away" in away.stdout


def test_a_library_that_cannot_be_made_is_an_error_with_advice(tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.touch()
    done = octavo("import", "x", "--data", str(file / "library"))
    assert done.returncode == 1
    assert done.stderr.startswith(b"octavo: ")
    assert b"--data" in done.stderr
    assert b"Traceback" not in done.stderr
