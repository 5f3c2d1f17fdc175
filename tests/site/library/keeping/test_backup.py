"""A library goes into a file and comes out of it the same, on both databases and from one to the other."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from octavo.errors import InputError, LibraryError, OctavoError
from tests.once import copied
from tests.site.library.keeping.everything import fill, rows

if TYPE_CHECKING:
    from tests.conftest import Libraries

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def quiet(_done: int, _of: int) -> None:
    pass


def backed_up(folder: Path) -> Path:
    from octavo.site.library.keeping.backing_up import back_up

    target = folder / "all.octavo"
    back_up(target, "0.1.0", NOW)
    return target


def restored(file: Path, folder: Path, force: bool = False) -> Path | None:
    from octavo.site.library.keeping.restoring import restore

    return restore(file, folder, force, "0.1.0", NOW, quiet, quiet).aside


@pytest.fixture
def fresh(libraries: Libraries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Path]]:
    """Points Django at a library in a folder of its own, that is not made yet (SQLite)."""
    from django.db import connections

    made: list[Path] = []

    def point() -> Path:
        folder = tmp_path / f"fresh{len(made)}"
        folder.mkdir()
        made.append(folder)
        monkeypatch.setenv("OCTAVO_DATA", str(folder))
        libraries.point(None, folder)
        return folder

    yield point
    if made:
        connections["default"].close()


@pytest.fixture(scope="module")
def of_nothing(libraries: Libraries, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The backup of a library that nothing was put in."""
    from tests.conftest import empty

    libraries.use("sqlite")
    empty()
    return backed_up(tmp_path_factory.mktemp("backup"))


@pytest.fixture
def backup(of_nothing: Path, tmp_path: Path) -> Path:
    """The same in a place of the test's own, to be spoilt."""
    return Path(shutil.copy2(of_nothing, tmp_path))


def test_a_library_comes_back_as_it_was(library: str, libraries: Libraries, tmp_path: Path) -> None:
    from django.conf import settings

    fill()
    before = rows()
    file = backed_up(tmp_path)
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    from octavo.site.library.models import Article, Choice, Story

    Article.objects.filter(key="feed1").update(headline="spoilt")
    Choice.objects.all().delete()
    last = Story.objects.order_by("-pk")[0].pk
    folder = tmp_path / "data"
    folder.mkdir()
    aside = restored(file, folder, force=True)
    try:
        assert rows() == before
        assert (folder / "secret-key").read_text() == settings.SECRET_KEY
        assert aside is not None
        assert Story.objects.create().pk == last + 1
        from octavo.site.library.searching.index import index
        from octavo.site.library.searching.keys import window
        from octavo.site.library.searching.wanted import Wanted

        assert index().found([Wanted([["lende"]], 5)], *window(False, None))
    finally:
        if aside and library == "sqlite":
            aside.unlink()


@pytest.mark.parametrize("source", ["sqlite", "postgresql"])
def test_from_one_database_into_the_other(source: str, libraries: Libraries, tmp_path: Path) -> None:
    from tests.conftest import empty

    other = "postgresql" if source == "sqlite" else "sqlite"
    libraries.use(other)
    empty()
    libraries.use(source)
    empty()
    fill()
    before = rows()
    file = backed_up(tmp_path)
    libraries.use(other)
    restored(file, tmp_path)
    assert rows() == before


def test_numbers_that_were_given_are_not_given_again(library: str, tmp_path: Path) -> None:
    from octavo.site.library.models import Story

    fill()
    gone = Story.objects.create()
    number = gone.pk
    gone.delete()
    file = backed_up(tmp_path)
    aside = restored(file, tmp_path, force=True)
    assert Story.objects.create().pk == number + 1
    assert aside
    aside.unlink()


def test_what_is_written_meanwhile_is_in_it_whole_or_not_at_all(library: str, tmp_path: Path) -> None:
    from django.db import connection

    from octavo.site.library.models import Choice, PaperSetting
    from octavo.site.library.writing import writing

    fill()
    stop, wrote = threading.Event(), threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            with writing():
                Choice.objects.update_or_create(name="pair", defaults={"value": number})
                PaperSetting.objects.update_or_create(pk="pair", defaults={"value": {"number": number}})
            wrote.set()
            time.sleep(0.001)
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        wrote.wait(10)
        file = backed_up(tmp_path)
    finally:
        stop.set()
        writer.join()
    after = Choice.objects.get(name="pair").value
    aside = restored(file, tmp_path, force=True)
    kept = Choice.objects.get(name="pair").value
    assert PaperSetting.objects.get(pk="pair").value == {"number": kept}
    assert 0 < kept <= after
    assert aside
    aside.unlink()


def test_a_library_with_something_in_it_is_not_written_over(library: str, tmp_path: Path) -> None:
    fill()
    file = backed_up(tmp_path)
    before = rows()
    with pytest.raises(LibraryError, match="--force"):
        restored(file, tmp_path)
    assert rows() == before


def test_the_library_that_was_there_is_kept_and_can_be_restored_itself(
    site: None, fresh: Callable[[], Path], empty_library: Path, tmp_path: Path,
) -> None:
    from octavo.site.library.models import Choice

    folder = copied(empty_library, fresh())
    fill()
    file = backed_up(tmp_path)
    Choice.objects.create(name="later", value=1)
    aside = restored(file, folder, force=True)
    assert not Choice.objects.filter(name="later").exists()
    import sqlite3

    assert aside is not None
    old = sqlite3.connect(aside)
    assert old.execute("SELECT value FROM library_choice WHERE name = 'later'").fetchall() == [("1",)]
    old.close()


def test_the_key_of_the_library_that_was_there_is_kept_with_it(
    site: None, fresh: Callable[[], Path], empty_library: Path, backup: Path,
) -> None:
    folder = copied(empty_library, fresh())
    fill()
    (folder / "secret-key").write_text("its own key")
    aside = restored(backup, folder, force=True)
    assert aside is not None
    assert aside.with_name(f"{aside.stem}.secret-key").read_text() == "its own key"
    assert (folder / "secret-key").read_text() != "its own key"


def test_the_log_of_the_library_that_was_there_is_not_read_into_the_new_one(
    site: None, fresh: Callable[[], Path], empty_library: Path, backup: Path,
) -> None:
    import sqlite3

    from octavo.site.library.models import Choice

    folder = copied(empty_library, fresh())
    fill()
    place = folder / "library.sqlite3"

    reader = sqlite3.connect(place)  # as a process that was killed leaves it: with what was written in its log
    reader.execute("SELECT count(*) FROM library_choice").fetchone()
    Choice.objects.create(name="in the log", value=1)
    aside = restored(backup, folder, force=True)
    reader.close()
    assert not Choice.objects.filter(name="in the log").exists()
    assert aside is not None
    old = sqlite3.connect(aside)
    assert old.execute("SELECT value FROM library_choice WHERE name = 'in the log'").fetchall() == [("1",)]
    old.close()


def test_an_absent_library_is_made(site: None, fresh: Callable[[], Path], tmp_path: Path) -> None:
    from octavo.site.library.opening import open_library

    fill()
    before = rows()
    file = backed_up(tmp_path)
    folder = fresh()
    assert restored(file, folder) is None
    open_library()
    assert rows() == before
    assert (folder / "library.sqlite3").stat().st_mode & 0o777 == 0o600


def test_a_backup_of_an_older_octavo_is_brought_up_to_date(site: None, fresh: Callable[[], Path], tmp_path: Path) -> None:
    from django.core.management import call_command

    from octavo.site.library.models import PaperSetting, Publisher
    from octavo.site.library.opening import open_library

    fresh()
    call_command("migrate", "library", "0008", verbosity=0, skip_checks=True)
    Publisher.objects.create(name="Harbour Post")
    file = backed_up(tmp_path)
    folder = fresh()
    restored(file, folder)
    open_library(backup=False)
    assert Publisher.objects.get().name == "Harbour Post"
    assert not PaperSetting.objects.exists()


def test_an_upgrade_keeps_the_library_as_it_was(
    site: None, fresh: Callable[[], Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    from django.core.management import call_command
    from django.db import connection

    from octavo.site.library.keeping.upgrading import back_up_before_upgrading
    from octavo.site.library.opening import open_library

    def older() -> Path:
        folder = fresh()
        call_command("migrate", "library", "0008", verbosity=0, skip_checks=True)
        call_command("migrate", "readers", "0002", verbosity=0, skip_checks=True)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE readers_user SET password = 'md5$a$b'")
        return folder

    folder = older()
    open_library()
    (kept,) = (folder / "backups").iterdir()
    assert str(kept) in capsys.readouterr().err
    again = fresh()
    restored(kept, again)
    open_library(backup=False)

    folder = older()
    with pytest.raises(LibraryError, match=r"needs up to .* and 1\.0 kB are free.*OCTAVO_NO_BACKUP=1"):
        back_up_before_upgrading(folder, lambda _folder: 1000)
    assert not list((folder / "backups").iterdir())
    monkeypatch.setenv("OCTAVO_NO_BACKUP", "1")
    open_library()
    assert "without a backup" in capsys.readouterr().err


def test_a_new_library_has_no_backup(site: None, fresh: Callable[[], Path]) -> None:
    from octavo.site.library.opening import open_library

    folder = fresh()
    open_library()
    assert not (folder / "backups").exists()


def test_a_file_that_is_there_is_not_written_over(site: None, tmp_path: Path) -> None:
    file = backed_up(tmp_path)
    before = file.read_bytes()
    with pytest.raises(InputError, match="there already"):
        backed_up(tmp_path)
    assert file.read_bytes() == before


def test_two_backups_at_once_to_one_place_do_not_write_into_each_other(site: None, tmp_path: Path) -> None:
    from octavo.site.library.keeping.archive import Archive
    from octavo.site.library.keeping.backing_up import back_up

    made: list[tuple[Path, bytes]] = []

    def another(_done: int, _of: int) -> None:
        if not made:
            made.append((tmp_path / "all.octavo", b""))
            made[0] = (file := backed_up(tmp_path), file.read_bytes())

    with pytest.raises(InputError, match="there already"):
        back_up(tmp_path / "all.octavo", "0.1.0", NOW, another)
    (file, content), = made
    assert list(tmp_path.iterdir()) == [file]
    assert file.read_bytes() == content
    with Archive(file) as archive:
        archive.check(quiet)


def test_a_backup_is_a_new_file_whatever_others_put_in_its_folder(site: None, tmp_path: Path) -> None:
    theirs = tmp_path / ".all.octavo.part"
    theirs.touch(0o666)
    theirs.chmod(0o666)
    assert backed_up(tmp_path).stat().st_mode & 0o777 == 0o600
    assert theirs.read_bytes() == b""


def test_too_small_a_disk_is_said_before_anything_is_written(site: None, tmp_path: Path) -> None:
    from octavo.site.library.keeping.backing_up import back_up

    with pytest.raises(LibraryError, match=r"needs up to \d+ MB there, and 5\.0 MB are free"):
        back_up(tmp_path / "all.octavo", "0.1.0", NOW, room=lambda _folder: 5_000_000)
    assert not list(tmp_path.iterdir())


def test_while_another_process_has_it_open_nothing_is_restored(site: None, fresh: Callable[[], Path], backup: Path) -> None:
    import fcntl

    folder = fresh()
    with (folder / "in-use").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_SH)
        with pytest.raises(LibraryError, match="in use"):
            restored(backup, folder)


def changed(file: Path, change: Callable[[dict[str, bytes]], None], packed: int = ZIP_STORED) -> Path:
    """The same backup with other parts."""
    with ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    other = file.with_name("other.octavo")
    with ZipFile(other, "w", packed) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return other


def manifest(parts: dict[str, bytes], change: Callable[[dict[str, object]], object]) -> None:
    told = json.loads(parts["manifest.json"])
    change(told)
    parts["manifest.json"] = json.dumps(told).encode()


def table(parts: dict[str, bytes], name: str, lines: bytes) -> None:
    """Put those lines into a table, with a digest that is right."""
    from backports.zstd import compress

    packed = compress(lines)
    parts[f"tables/{name}.jsonl.zst"] = packed

    def said(told: dict[str, object]) -> None:
        tables: list[dict[str, object]] = told["tables"]  # type: ignore[assignment]
        (own,) = (each for each in tables if each["table"]["name"] == name)  # type: ignore[index]
        own |= {"digest": hashlib.sha256(packed).hexdigest(), "size": len(lines), "rows": lines.count(b"\n")}

    manifest(parts, said)


def add(name: str) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.update({name: b"x"})


def without(name: str) -> Callable[[dict[str, bytes]], None]:
    def take(parts: dict[str, bytes]) -> None:
        del parts[name]

    return take


SPOILT: dict[str, Callable[[dict[str, bytes]], None]] = {
    "a path that leads out": add("../../etc/passwd"),
    "a path from the root": add("/etc/cron.d/x"),
    "one part too many": add("tables/other.jsonl.zst"),
    "no manifest": without("manifest.json"),
    "no key": without("secret-key"),
    "another key": lambda parts: parts.update({"secret-key": b"forged"}),
    "a key that is none": lambda parts: parts.update({"secret-key": b"\xff" * 5}),
    "no table": without("tables/library_article.jsonl.zst"),
    "another table": lambda parts: parts.update({"tables/library_choice.jsonl.zst": b"x"}),
    "a manifest that is none": lambda parts: parts.update({"manifest.json": b"{"}),
    "a manifest of brackets": lambda parts: parts.update({"manifest.json": b"[" * 100_000}),
    "a manifest of nothing": lambda parts: parts.update({"manifest.json": b"{}"}),
    "a huge manifest": lambda parts: parts.update({"manifest.json": b" " * (9 * 2**20)}),
    "a name with a quote": lambda parts: manifest(parts, lambda told: told["tables"][0]["table"].update(name='x" ; DROP')),  # type: ignore[index]
    "columns of another": lambda parts: manifest(parts, lambda told: told["tables"][0]["table"].update(columns=[])),  # type: ignore[index]
    "a newer format": lambda parts: manifest(parts, lambda told: told.update(format=2)),
    "newer migrations": lambda parts: manifest(parts, lambda told: told["migrations"].append(["library", "9999_later"])),  # type: ignore[attr-defined]
    "a row that is none": lambda parts: table(parts, "library_choice", b"nonsense\n"),
    "a row of one": lambda parts: table(parts, "library_choice", b'["state"]\n'),
    "a row of brackets": lambda parts: table(parts, "library_choice", b"[" * 50_000 + b"\n"),
    "bytes that are none": lambda parts: table(parts, "library_sourceday", b'["a","b","c","d"]\n'),
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_spoilt_backup_is_refused_with_clear_words_and_nothing_is_touched(
    spoilt: str, site: None, fresh: Callable[[], Path], backup: Path,
) -> None:
    file = changed(backup, SPOILT[spoilt])
    folder = fresh()
    with pytest.raises(OctavoError) as error:
        restored(file, folder)
    assert len(str(error.value)) > 20
    assert "Traceback" not in str(error.value)
    assert {path.name for path in folder.iterdir()} <= {"in-use"}


def test_what_leads_nowhere_is_left_out_and_told_and_the_rest_comes_back(library: str, tmp_path: Path) -> None:
    from octavo.site.library.keeping.loose import changed_in_words
    from octavo.site.library.keeping.restoring import restore
    from octavo.site.library.models import Article, SourceDay

    fill()
    articles = Article.objects.count()
    nowhere = b'[1,"2026-03-03",2,4711]\n'
    file = changed(backed_up(tmp_path), lambda parts: table(parts, "library_sourceday", nowhere))
    done = restore(file, tmp_path, True, "0.1.0", NOW, quiet, quiet)
    assert done.left_out == {"library_sourceday": 1}
    assert changed_in_words(done.left_out) == "1 × source day"
    assert not SourceDay.objects.exists()
    assert Article.objects.count() == articles
    assert done.aside
    done.aside.unlink()


def test_a_bomb_is_not_unpacked(site: None, fresh: Callable[[], Path], backup: Path) -> None:
    from backports.zstd import compress

    bomb = compress(b" " * 200_000_000)

    def spoil(parts: dict[str, bytes]) -> None:
        table(parts, "library_choice", b"")
        parts["tables/library_choice.jsonl.zst"] = bomb
        digest = hashlib.sha256(bomb).hexdigest()
        manifest(parts, lambda told: [each.update(digest=digest) for each in told["tables"]  # type: ignore[attr-defined]
                                      if each["table"]["name"] == "library_choice"])

    with pytest.raises(InputError, match="holds more than it says"):
        restored(changed(backup, spoil), fresh())


def test_packed_parts_are_refused(site: None, fresh: Callable[[], Path], backup: Path) -> None:
    with pytest.raises(InputError, match="packed in another way"):
        restored(changed(backup, lambda _parts: None, ZIP_DEFLATED), fresh())


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_backup_that_was_cut_off_is_refused(share: float, site: None, fresh: Callable[[], Path], backup: Path) -> None:
    os.truncate(backup, int(backup.stat().st_size * share))
    with pytest.raises(InputError, match="no backup of Octavo"):
        restored(backup, fresh())


def test_what_is_no_file_is_said(site: None, fresh: Callable[[], Path], tmp_path: Path) -> None:
    folder = fresh()
    for path in (tmp_path / "absent", tmp_path):
        with pytest.raises(InputError, match="cannot be opened"):
            restored(path, folder)


def test_a_flipped_byte_is_found(site: None, fresh: Callable[[], Path], tmp_path: Path) -> None:
    fill()
    file = backed_up(tmp_path)
    with ZipFile(file) as archive:
        place = archive.getinfo("tables/library_fetchedpage.jsonl.zst").header_offset + 200
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    with pytest.raises(InputError, match="damaged"):
        restored(file, fresh())
