"""Libraries that are really damaged: each damage is found, explained, and the advice helps when it is followed."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from octavo.site.doctor.finding import Finding
from tests.once import copied
from tests.site.library import placed
from tests.site.library.keeping.everything import fill, rows

if TYPE_CHECKING:
    from tests.conftest import Libraries


@pytest.fixture(scope="module")
def made(libraries: Libraries, empty_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with something of every kind in it."""
    from django.db import connection

    from octavo.site.library.opening import set_up

    set_up()
    folder = copied(empty_library, tmp_path_factory.mktemp("made"))
    libraries.point(None, folder)
    fill()
    connection.close()
    with closing(sqlite3.connect(folder / "library.sqlite3")) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


@pytest.fixture
def damaged(made: Path, libraries: Libraries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of it, to be damaged, that Django points at."""
    from django.db import connections

    folder = tmp_path / "library"
    shutil.copytree(made, folder)
    monkeypatch.setenv("OCTAVO_DATA", str(folder))
    libraries.point(None, folder)
    yield folder
    connections["default"].close()


def found(mend: bool = False) -> list[Finding]:
    """What octavo doctor says of the library that OCTAVO_DATA names."""
    from django.db import connection

    from octavo.commands.doctor import _of_library

    try:
        return [each for each in _of_library(Path(os.environ["OCTAVO_DATA"]), mend) if each.grade == "act"]
    finally:
        connection.close()


def said(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / "library.sqlite3", isolation_level=None)) as file:
        for statement in statements:
            file.execute(statement)
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def overwrite(folder: Path, name: str) -> None:
    """Put nonsense where the root of that table or index lies."""
    path = folder / "library.sqlite3"
    with closing(sqlite3.connect(path)) as file:
        (root,) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [name]).fetchone()
        (size,) = file.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as content:
        content.seek((root - 1) * size)
        content.write(b"\x9d" * size)


def follow(advice: str, folder: Path, backup: bool = False) -> None:
    """What the advice says: octavo backup, where it does, and octavo restore --force."""
    from octavo.site.library.keeping.backing_up import back_up
    from octavo.site.library.keeping.restoring import restore

    file = folder.parent / "advised.octavo"
    if backup:
        assert "octavo backup" in advice
        back_up(file, "0.1.0", timezone.now())
    else:
        (file,) = (Path(word) for word in advice.split() if word.endswith(".octavo"))
    assert "octavo restore" in advice
    restore(file, folder, True, "0.1.0", timezone.now(), lambda _done, _of: None, lambda _done, _of: None)


def test_a_library_that_is_well_has_no_damage(damaged: Path) -> None:
    assert found() == []


@pytest.mark.parametrize("index", ["edition_order", "library_article_page_id"])
def test_a_damaged_index_loses_no_row(index: str, damaged: Path) -> None:
    before = rows()
    with closing(sqlite3.connect(damaged / "library.sqlite3")) as file:
        (name,) = file.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE ? || '%'", [index]).fetchone()
    overwrite(damaged, name)
    (each,) = found()
    assert "damaged" in each.what
    assert each.do.startswith("Every row can still be read")
    follow(each.do, damaged, backup=True)
    assert found() == []
    assert rows() == before


@pytest.mark.parametrize("table", ["library_article", "sqlite_master"])
def test_where_rows_are_lost_the_newest_backup_is_named(table: str, damaged: Path) -> None:
    from octavo.site.library.keeping.backing_up import back_up

    before = rows()
    (damaged / "backups").mkdir()
    for age, name in ((900, "octavo-old.octavo"), (10, "octavo-new.octavo")):
        back_up(damaged / "backups" / name, "0.1.0", timezone.now())
        os.utime(damaged / "backups" / name, (timezone.now().timestamp() - age,) * 2)
    from django.db import connection

    connection.close()
    if table == "sqlite_master":
        with (damaged / "library.sqlite3").open("r+b") as content:
            content.write(b"\x9d" * 4096)
    else:
        overwrite(damaged, table)
    (each,) = found()
    assert "damaged" in each.what
    assert "octavo-new.octavo" in each.do
    follow(each.do, damaged)
    assert found() == []
    assert rows() == before
    assert list(damaged.glob("library-before-*.sqlite3"))


def test_where_there_is_no_backup_none_is_named(damaged: Path) -> None:
    overwrite(damaged, "library_article")
    (each,) = found()
    assert "your newest backup" in each.do


@pytest.mark.parametrize(("statement", "told"), [
    ("DROP TABLE library_gonearticle", "library_gonearticle"),
    ("ALTER TABLE library_source DROP COLUMN earlier", "library_source.earlier"),
])
def test_a_table_or_a_column_that_is_missing_is_told(statement: str, told: str, damaged: Path) -> None:
    said(damaged, statement)
    (each,) = found()
    assert told in each.what
    assert "octavo restore" in each.do


def test_a_migration_that_nobody_noted_is_told(damaged: Path) -> None:
    said(damaged, "DELETE FROM django_migrations WHERE app = 'library' AND name = '0020_gone_articles'")
    (each,) = found()
    assert "library_gonearticle" in each.what
    assert "octavo restore" in each.do


def test_a_library_of_a_newer_octavo_is_told(damaged: Path) -> None:
    from octavo.errors import LibraryError

    said(damaged, "INSERT INTO django_migrations (app, name, applied) VALUES ('library', '0099_later', '2026-03-03')")
    with pytest.raises(LibraryError, match=r"made by a newer Octavo.*Upgrade Octavo"):
        found()


def test_rows_that_belong_to_nothing_are_taken_out_and_kept_in_a_backup(damaged: Path) -> None:
    from octavo.site.library.models import Article, Place

    said(
        damaged, "PRAGMA foreign_keys = OFF",
        "UPDATE library_place SET story_id = 4711 WHERE article_id IN (SELECT article_id FROM library_place WHERE story_id > 0 LIMIT 1)",
        "UPDATE library_article SET page_id = 4711 WHERE id = (SELECT min(id) FROM library_article)")
    many = Article.objects.count()
    (each,) = found()
    assert "1 × article (of a fetched page)" in each.what
    assert "1 × place (of a story)" in each.what
    assert "--mend" in each.do
    assert "restore" not in each.do
    assert found(mend=True) == []
    assert found() == []
    assert Article.objects.count() == many - 1
    assert Place.objects.filter(story=None).exists()
    (kept,) = (damaged / "backups").glob("before-mending-*.octavo")
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("statement", [
    "DROP TRIGGER library_search_new",
    "DROP TABLE library_search",
    "DELETE FROM library_search_data WHERE id > 10",
    "INSERT INTO library_search (library_search) VALUES ('delete-all')",
    "INSERT INTO library_search (rowid, headline) VALUES (77, 'of no article')",
])
def test_an_index_of_words_that_is_wrong_is_found_and_made_anew(statement: str, damaged: Path) -> None:
    for number, headline in enumerate(["Lighthouse keeper retires", "Breakwater mended before winter"]):
        placed.came(f"late{number}", headline=headline)
    said(damaged, "PRAGMA writable_schema = ON", statement)
    (each,) = found()
    assert each.what.startswith("Searching goes wrong")
    assert each.do.startswith("Run octavo doctor --mend")
    assert found(mend=True) == []
    assert found() == []


def test_an_empty_file_is_no_library(damaged: Path) -> None:
    from octavo.commands.doctor import _of_library

    for path in damaged.glob("library.sqlite3*"):
        path.unlink()
    (damaged / "library.sqlite3").touch(0o600)
    (each,) = _of_library(damaged, False)
    assert each.what == f"There is no library yet in {damaged}."


def test_what_this_user_may_not_use_is_named(tmp_path: Path) -> None:
    from octavo.site.doctor.machine import look_at_access

    (tmp_path / "in-use").touch()
    (tmp_path / "lock").touch()
    closed: Callable[[Path, int], bool] = lambda path, _how: path.name != "in-use"  # noqa: E731
    (each,) = look_at_access(tmp_path, closed)
    assert str(tmp_path / "in-use") in each.what
    assert "lock" not in each.what
    assert f"{tmp_path}, or" in each.do
    assert list(look_at_access(tmp_path, lambda _path, _how: True)) == []


@pytest.mark.parametrize(("change", "told"), [("nothing", False), ("cut", True), ("gone", True), ("changed", True)])
def test_files_of_octavo_that_are_not_what_was_installed_are_named(change: str, told: bool, tmp_path: Path) -> None:
    from base64 import urlsafe_b64encode
    from hashlib import sha256
    from importlib.metadata import Distribution

    from octavo.site.doctor.installed import look_at_installation

    file = tmp_path / "octavo" / "meanings.bin"
    file.parent.mkdir()
    file.write_bytes(b"what words mean")
    noted = tmp_path / "octavo-0.1.0.dist-info"
    noted.mkdir()
    digest = urlsafe_b64encode(sha256(file.read_bytes()).digest()).rstrip(b"=").decode()
    (noted / "RECORD").write_text(f"octavo/meanings.bin,sha256={digest},15\noctavo/__pycache__/a.pyc,,\noctavo-0.1.0.dist-info/RECORD,,\n")
    match change:
        case "cut":
            file.write_bytes(b"what")
        case "gone":
            file.unlink()
        case "changed":
            file.write_bytes(b"what words meant")
    found = list(look_at_installation(Distribution.at(noted).files or []))
    assert [str(file) in each.what for each in found] == [True] * told


def test_a_language_model_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.doctor.installed import look_at_language_model

    monkeypatch.delenv("OCTAVO_MODEL_NAME", raising=False)
    assert list(look_at_language_model()) == []
    monkeypatch.setenv("OCTAVO_MODEL_ADDRESS", "http://127.0.0.1:11434/v1")
    (each,) = look_at_language_model()
    assert "OCTAVO_MODEL_NAME" in each.what
