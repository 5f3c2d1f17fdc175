"""`octavo import` of archives: from files, folders and standard input, and its exit status."""

from __future__ import annotations

from pathlib import Path

import pytest

from octavo.article import Page
from octavo.cli import main
from octavo.errors import InputError
from octavo.inputs import given
from octavo.terminal import share
from tests.reading.archives.making import html, line, packed, record, written
from tests.test_cli import octavo


def test_an_archive_is_imported_once_and_its_broken_lines_are_named(site: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path / "articles.txt", line(1) + b"nonsense\n" + line(2))
    assert main(["import", str(path)]) == 1
    out, err = capsys.readouterr()
    assert out == f"{path}: 2 articles added, 1 failed\n"
    assert err.startswith(f"octavo: {path}, line 2: it is no JSON")
    assert main(["import", str(path)]) == 0
    assert "imported before (2 articles added, 1 failed)" in capsys.readouterr().out
    assert main(["import", str(path), "--again"]) == 1
    assert "nothing new (2 articles already there), 1 failed" in capsys.readouterr().out


def test_archives_folders_and_pages_together(site: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pages").mkdir()
    written(tmp_path / "pages" / "1.html", html(1))
    page = written(tmp_path / "2.html", html(2))
    warc = written(tmp_path / "3.warc.gz", packed([record(number=3)], "gzip"))
    absent = tmp_path / "absent"
    assert main(["import", *map(str, (tmp_path / "pages", absent, page, warc))]) == 1
    out, err = capsys.readouterr()
    assert [each.rpartition(": ")[2] for each in out.splitlines()] == ["1 article added"] * 3
    assert err.splitlines() == [f"octavo: {absent}: no such file or directory. Look at the name and who may read it"]


def test_more_broken_entries_than_are_named_are_counted(site: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path / "a.jsonl", line(1) + b"nonsense\n" * 25)
    assert main(["import", str(path)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 21
    assert said[-1] == f"octavo: {path}: 5 more failed."


@pytest.mark.parametrize("packing", ["none", "gzip", "zstd"])
def test_standard_input_is_looked_at_too(packing: str, new_library: Path) -> None:
    lines = octavo("import", "-", "--data", str(new_library), given=packed([line(1), line(2)], packing))
    assert (lines.returncode, lines.stdout) == (0, b"standard input: 2 articles added\n"), lines.stderr
    warc = octavo("import", "-", "--data", str(new_library), given=packed([record(number=3)], packing))
    assert (warc.returncode, warc.stdout) == (0, b"standard input: 1 article added\n"), warc.stderr


def test_a_page_from_standard_input_is_a_page_still(new_library: Path) -> None:
    done = octavo("import", "-", "--data", str(new_library), given=html(1))
    assert (done.returncode, done.stdout) == (0, b"standard input: 1 article added\n"), done.stderr


def test_an_archive_has_no_address(tmp_path: Path) -> None:
    for path in (tmp_path, written(tmp_path / "a.warc", record())):
        with pytest.raises(InputError, match="Leave --url out"):
            given(str(path), url="https://post.example/")


def test_one_article_as_json_is_a_line_or_a_page(tmp_path: Path) -> None:
    assert not isinstance(given(str(written(tmp_path / "a", line(1)))), Page)
    assert isinstance(given(str(written(tmp_path / "b", b'{\n "headline": "Ferry",\n "text": "It stays."\n}'))), Page)


def test_how_far_it_is_is_shown_to_who_watches(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    share("cc.warc.gz")(12 << 20, 340 << 20, "80 articles added")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    share("cc.warc.gz")(12 << 20, 340 << 20, "80 articles added")
    share("standard input")(12 << 20, None, "80 articles added")
    shown = capsys.readouterr().err
    assert shown == "\rcc.warc.gz, 12 of 340 MiB: 80 articles added\x1b[K\rstandard input, 12 MiB: 80 articles added\x1b[K"
