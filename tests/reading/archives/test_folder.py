"""Folders: which files are pages, in which order, and where reading goes on."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from octavo.article import Page
from octavo.reading.archives import folder as folder_module
from octavo.reading.archives.folder import Folder
from tests.reading.archives.making import MORNING, html, told

TREE = ("b.html", "a/2.html", "a/1.html", "a.html", "a/deeper/x.txt", "c")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    root = tmp_path / "pages"
    for name in TREE:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(html(1))
    return root


def names(root: Path, after: str | None = None) -> list[str]:
    return [each.removeprefix(f"{root}/") for each in told(Folder("pages", root).entries(after))]


def test_files_come_in_the_order_of_their_names(place: Path) -> None:
    assert names(place) == ["a/1.html", "a/2.html", "a/deeper/x.txt", "a.html", "b.html", "c"]


def test_reading_goes_on_behind_any_file(place: Path) -> None:
    (place / "a" / "deeper" / ".hidden").touch()
    (place / "a" / "empty").mkdir()
    whole = list(Folder("pages", place).entries())
    for index, entry in enumerate(whole):
        assert isinstance(entry.after, str)
        assert names(place, entry.after) == names(place)[index + 1 :]
    assert whole[-1].read == Folder("pages", place).size == 6 * len(html(1))


@pytest.mark.parametrize("name", ["news.warc", "NEWS.WARC.GZ", "news.warc.zst", "news.jsonl", "news.ndjson.gz"])
def test_an_archive_in_it_is_named_with_what_to_do(place: Path, name: str) -> None:
    (place / "a" / name).write_bytes(b"WARC/1.1")
    (found,) = [each for each in told(Folder("pages", place).entries()) if each.startswith("broken")]
    assert found == "broken: it is an archive in a folder"


def test_what_is_no_page_is_left_out(place: Path, tmp_path: Path) -> None:
    for name in (".hidden.html", "style.css", "code.js", "image.jpeg", "all.zip", "page.html.gz"):
        (place / "a" / name).write_bytes(html(1))
    (place / "a" / ".git").mkdir()
    (place / "a" / ".git" / "page.html").write_bytes(html(1))
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.html").write_bytes(html(1))
    (place / "a" / "link.html").symlink_to(outside / "secret.html")
    (place / "a" / "link").symlink_to(outside)
    (place / "a" / "circle").symlink_to(place)
    os.mkfifo(place / "a" / "pipe")
    found = names(place)
    assert [each for each in found if each != "left out"] == ["a/1.html", "a/2.html", "a/deeper/x.txt", "a.html", "b.html", "c"]
    assert found.count("left out") == 11


PAGES = ("feed.xml", "feed.rss", "feed.atom", "page.mhtml", "page.htm", "page", "Page.TXT", "story.1234", "feed.json")


@pytest.mark.parametrize("name", PAGES)
def test_names_of_pages_and_feeds_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(html(1))
    assert names(tmp_path) == [name]


def test_a_page_has_its_files_time_or_the_one_that_is_given(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(html(1))
    os.utime(path, (1_000_000_000, 1_000_000_000))
    (entry,) = Folder("pages", tmp_path).entries()
    assert isinstance(entry.content, Page)
    assert (entry.content.fetched, entry.content.name) == (datetime.fromtimestamp(1_000_000_000, UTC), str(path))
    (entry,) = Folder("pages", tmp_path, MORNING).entries()
    assert isinstance(entry.content, Page)
    assert entry.content.fetched == MORNING


def test_a_file_that_cannot_be_read_stops_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module, "MAX_BYTES", 2000)
    (place / "a" / "1.html").write_bytes(b"a" * 3000)
    real = os.open

    def refusing(path: str, flags: int) -> int:
        if str(path).endswith("2.html"):
            raise PermissionError(13, "Permission denied")
        return real(path, flags)

    monkeypatch.setattr(os, "open", refusing)
    found = names(place)
    assert found[0].startswith("broken: it is larger")
    assert found[1] == "broken: permission denied"
    assert found[2:] == ["a/deeper/x.txt", "a.html", "b.html", "c"]


def test_a_folder_that_is_gone_is_told(place: Path) -> None:
    assert told(Folder("pages", place / "gone").entries()) == ["broken: no such file or directory"]


def test_names_that_are_no_utf8_are_read_and_gone_on_from(tmp_path: Path) -> None:
    for name in (b"a\xff.html", b"b.html"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(html(1))
    first, _ = Folder("pages", tmp_path).entries()
    assert isinstance(first.after, str)
    assert names(tmp_path, first.after) == ["b.html"]
    assert len(Folder("pages", tmp_path).identity()) == 64


def test_a_deep_folder_is_no_trap(tmp_path: Path) -> None:
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    (tmp_path / "e.html").write_bytes(html(1))
    assert names(tmp_path)[-1] == "e.html"
    import subprocess

    subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)


def test_identity_changes_with_what_is_in_it(place: Path) -> None:
    first = Folder("pages", place).identity()
    assert Folder("other", place).identity() == first
    assert Folder("pages", place, MORNING).identity() != first
    (place / "d.html").touch()
    assert Folder("pages", place).identity() != first
