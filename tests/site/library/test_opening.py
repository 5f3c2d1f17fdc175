from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from octavo.errors import LibraryError
from tests.shared import ROOT
from tests.site.library.articles import BODY, article, page, source

if TYPE_CHECKING:
    from tests.conftest import Libraries


@pytest.fixture
def elsewhere(libraries: Libraries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder where Django looks for a library; there is none yet."""
    from django.db import connections

    libraries.use("sqlite")
    monkeypatch.setenv("OCTAVO_DATA", str(tmp_path))
    libraries.point(None, tmp_path)
    yield tmp_path
    connections["default"].close()


def test_a_new_library_has_one_owner_who_cannot_sign_in_by_password(elsewhere: Path) -> None:
    from octavo.site.library.opening import open_library
    from octavo.site.readers.models import User

    open_library()
    (owner,) = User.objects.all()
    assert owner.is_superuser
    assert not owner.has_usable_password()


def test_the_migrations_hold_what_the_models_say(library: str) -> None:
    from django.core.management import call_command

    call_command("makemigrations", "library", "readers", check=True, dry_run=True, skip_checks=True, verbosity=0)


def test_sqlite_writes_ahead(site: None) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_opening_an_open_library_writes_nothing(library: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.site.library.opening import open_library

    with CaptureQueriesContext(connection) as captured:
        open_library()
    assert len(captured) <= 2
    assert all(query["sql"].lstrip().upper().startswith("SELECT") for query in captured.captured_queries)


def test_a_library_of_a_newer_octavo_is_left_alone(elsewhere: Path) -> None:
    from django.db import connection

    from octavo.site.library.opening import open_library

    open_library()
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('library', '9999_later', '2030-01-01')")
    with pytest.raises(LibraryError, match=r"newer Octavo \(it has library\.9999_later\).*Upgrade"):
        open_library()


def test_an_older_library_is_brought_up_to_date(elsewhere: Path) -> None:
    from django.core.management import call_command
    from django.db import connection

    from octavo.site.library.opening import open_library
    from octavo.site.readers.models import User

    open_library()
    call_command("migrate", "readers", "0001", verbosity=0, skip_checks=True)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM readers_user")
    open_library()
    assert User.objects.get().is_superuser


@pytest.mark.parametrize("body", [b"this is no database, whatever its name says" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_database_is_named_with_advice(elsewhere: Path, body: bytes) -> None:
    from octavo.site.library.opening import open_library

    (elsewhere / "library.sqlite3").write_bytes(body)
    with pytest.raises(LibraryError, match=r"library\.sqlite3: .*Run octavo doctor"):
        open_library()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.site.database import data_folder

    (tmp_path / "file").touch()
    monkeypatch.setenv("OCTAVO_DATA", str(tmp_path / "file" / "library"))
    with pytest.raises(LibraryError, match=r"cannot be made.*--data"):
        data_folder()


def test_a_database_that_cannot_be_opened_is_named(elsewhere: Path) -> None:
    from octavo.site.library.opening import open_library

    (elsewhere / "library.sqlite3").mkdir()
    with pytest.raises(LibraryError, match=r"library\.sqlite3: the database cannot be opened.*who may write"):
        open_library()


def test_a_full_disk_changes_nothing_and_is_named(elsewhere: Path) -> None:
    from django.db import connection

    from octavo.site.library.importing import import_page
    from octavo.site.library.models import Article, FetchedPage
    from octavo.site.library.opening import open_library

    open_library()
    files = source()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1")  # no more than it has
    with pytest.raises(LibraryError, match="disk is full, nothing was changed"):
        import_page(page(os.urandom(100_000)), [article()], files)
    assert not FetchedPage.objects.exists()
    assert not Article.objects.exists()


def test_a_library_that_may_only_be_read_is_named(elsewhere: Path) -> None:
    from django.db import connection

    from octavo.site.library.opening import open_library

    open_library()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = 1")
    with pytest.raises(LibraryError, match=r"may not be written.*copied to another"):
        source()


def test_a_database_that_is_damaged_in_parts_is_named_whatever_one_does(elsewhere: Path) -> None:
    from django.db import connection

    from octavo.site.library import importing, rereading, specimens
    from octavo.site.library.opening import open_library
    from octavo.site.readers import owner

    open_library()
    specimens.bring_back()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = cursor.execute("PRAGMA page_size").fetchone()
        ours = "rootpage AND (tbl_name LIKE 'library%' OR tbl_name LIKE 'readers%')"
        roots = cursor.execute(f"SELECT rootpage FROM sqlite_master WHERE {ours}").fetchall()
    connection.close()
    with (elsewhere / "library.sqlite3").open("r+b") as file:
        for (root,) in roots:
            file.seek((root - 1) * size)
            file.write(b"\xa7" * size)
    open_library()
    new = page(b"\n\n".join(text.encode() for text in ("Ferry to stay in harbour", *BODY)), url=None)
    works: list[Callable[[], object]] = [
        lambda: importing.import_file(new),
        lambda: rereading.reread(lambda done, total: None, print),
        specimens.load_specimen,
        specimens.bring_back,
        specimens.put_away,
        lambda: owner.set_password("four quiet tugs at dawn"),
    ]
    for work in works:
        with pytest.raises(LibraryError, match=r"library\.sqlite3: the database is damaged\. Run octavo doctor"):
            work()


def test_a_library_is_its_owners_alone(tmp_path: Path) -> None:
    new = tmp_path / "new" / "library"
    script = (
        "import os; os.umask(0); from octavo.site.library.opening import open_library; open_library();"
        "from octavo.site.library.specimens import put_away; put_away();"
        "print(*sorted(f'{each.name}:{each.stat().st_mode & 0o777:o}' for each in os.scandir(os.environ['OCTAVO_DATA'])))"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("OCTAVO_", "DJANGO_"))}
    environment |= {"OCTAVO_DATA": str(new), "PYTHONPATH": str(ROOT / "src")}
    said = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True, timeout=60).stdout
    assert said == "in-use:600 library.sqlite3-shm:600 library.sqlite3-wal:600 library.sqlite3:600 lock:600 secret-key:600\n"
    assert new.stat().st_mode & 0o777 == 0o700
    new.chmod(0o750)
    subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True, timeout=60)
    assert new.stat().st_mode & 0o777 == 0o750


def test_a_postgresql_that_does_not_answer_is_named(libraries: Libraries, site: None, tmp_path: Path) -> None:
    from octavo.site.library.opening import open_library

    pytest.importorskip("psycopg")
    libraries.point(f"postgresql://reader:secret@/octavo?host={tmp_path}")
    with pytest.raises(LibraryError, match=r"OCTAVO_DATABASE_URL: the database says: .*[^.?]\. Look whether it runs") as caught:
        open_library()
    assert "secret" not in str(caught.value)


def test_two_that_start_at_once_make_one_library(tmp_path: Path) -> None:
    script = (
        "from octavo.site.library.opening import open_library; open_library();"
        "from octavo.site.readers.models import User; from django.conf import settings; print(User.objects.count(), settings.SECRET_KEY)"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("OCTAVO_", "DJANGO_"))}
    environment |= {"OCTAVO_DATA": str(tmp_path / "new" / "library"), "PYTHONPATH": str(ROOT / "src")}
    starts = [subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=environment, text=True) for _ in range(3)]
    said = [start.communicate(timeout=60)[0].split() for start in starts]
    assert [start.returncode for start in starts] == [0, 0, 0]
    assert {count for count, _ in said} == {"1"}
    assert len({key for _, key in said}) == 1
    assert (tmp_path / "new" / "library" / "secret-key").stat().st_mode & 0o077 == 0
