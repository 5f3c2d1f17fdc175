from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from octavo.site.paper.images.shelf import Kept, Shelf
from octavo.site.paper.images.shrinking import Shrunk

NOW = datetime(2026, 3, 3, tzinfo=UTC)


def put(shelf: Shelf, url: str, size: int = 1000) -> None:
    shelf.put(url, Shrunk(640, 360, {640: b"x" * size}))


def test_what_is_put_is_there(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "images")
    assert shelf.known("https://a.example/1.jpg", NOW) is None
    put(shelf, "https://a.example/1.jpg")
    assert shelf.known("https://a.example/1.jpg", NOW) == Kept((640,), 640, 360)
    assert shelf.read("https://a.example/1.jpg", 640) == b"x" * 1000
    assert shelf.read("https://a.example/1.jpg", 1280) is None
    assert not list(tmp_path.rglob("*.part"))


def test_a_note_that_is_damaged_is_as_good_as_none(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    put(shelf, "https://a.example/1.jpg")
    (note,) = tmp_path.rglob("*.json")
    for text in (b"", b"\xff", b"[]", b"{}", b'{"widths": 3}', b'{"widths": ["x"], "width": 1, "height": 1}', b'{"failed_until": 5}'):
        note.write_bytes(text)
        assert shelf.known("https://a.example/1.jpg", NOW) is None, text


def test_what_was_not_looked_at_for_longest_goes_first(tmp_path: Path) -> None:
    shelf, urls = Shelf(tmp_path), [f"https://a.example/{number}.jpg" for number in range(10)]
    for url in urls:
        put(shelf, url, 10_000)
    for path in tmp_path.rglob("*.*"):
        os.utime(path, (0, 0))
    for url in urls[::2]:
        assert shelf.read(url, 640)  # which is written down
    assert shelf.make_room(60_000) > 0
    assert all(shelf.has(url, 640) for url in urls[::2])
    assert sum(path.stat().st_size for path in tmp_path.rglob("*.*")) <= 60_000
    assert shelf.make_room(60_000) == 0


def test_room_is_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert Shelf(tmp_path / "none").make_room(10) == 0


def test_what_cannot_be_looked_at_does_not_end_the_look(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for number in range(10):
        put(shelf, f"https://a.example/{number}.jpg", 10_000)
    for folder in [path for path in tmp_path.iterdir() if path.is_dir()]:
        (folder / "0.webp").symlink_to("0.webp")  # it leads to itself
    (tmp_path / "notes.txt").write_text("Not a folder.")
    assert shelf.make_room(60_000) > 0
    assert sum(path.lstat().st_size for path in tmp_path.rglob("*.webp")) <= 60_000
