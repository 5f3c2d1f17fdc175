from __future__ import annotations

from pathlib import Path

import pytest

from octavo.errors import LibraryError
from octavo.site.database import database_settings, explained, secret_key


def test_sqlite_in_the_folder_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OCTAVO_DATABASE_URL", raising=False)
    made = database_settings(tmp_path)
    assert (made["ENGINE"], made["NAME"]) == ("django.db.backends.sqlite3", tmp_path / "library.sqlite3")


def test_an_address_names_a_postgresql(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCTAVO_DATABASE_URL", "postgresql://ida%40post:p%2Fw%3A@db.example:6432/my%20paper?sslmode=require")
    assert database_settings(tmp_path) == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "my paper",
        "USER": "ida@post",
        "PASSWORD": "p/w:",
        "HOST": "db.example",
        "PORT": "6432",
        "OPTIONS": {"sslmode": "require"},
    }
    monkeypatch.setenv("OCTAVO_DATABASE_URL", "postgres:///octavo?host=/run/postgresql")
    assert database_settings(tmp_path)["HOST"] == "/run/postgresql"


@pytest.mark.parametrize("address", ["mysql://localhost/octavo", "octavo", "postgresql://localhost:port/octavo", "postgresql://[::1/octavo"])
def test_any_other_address_is_an_error_that_says_what_to_write(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCTAVO_DATABASE_URL", address)
    with pytest.raises(LibraryError, match="OCTAVO_DATABASE_URL"):
        database_settings(tmp_path)


def test_the_key_is_made_once_and_mended_when_empty(tmp_path: Path) -> None:
    (tmp_path / "secret-key").touch()
    key = secret_key(tmp_path)
    assert len(key) > 50
    assert secret_key(tmp_path) == key


def test_a_key_that_is_there_is_read_without_writing(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("a key\n")
    assert secret_key(tmp_path) == "a key"
    assert [each.name for each in tmp_path.iterdir()] == ["secret-key"]


@pytest.mark.parametrize("said", ["database or disk is full", "[Errno 28] No space left on device", "disk I/O error", "unable to open"])
@pytest.mark.parametrize("address", ["", "postgresql://localhost/octavo"])
def test_a_full_disk_is_told_without_advice_for_another_database(
    said: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OCTAVO_DATA", str(tmp_path))
    monkeypatch.setenv("OCTAVO_DATABASE_URL", address)
    assert "address" not in str(explained(ValueError(said)))


def test_a_question_at_the_end_of_a_complaint_gets_no_second_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCTAVO_DATABASE_URL", "postgresql://localhost/octavo")
    said = str(explained(ValueError("Is the server running and accepting connections?")))
    assert said.endswith("accepting connections. Look whether it runs and whether its address is right.")


def test_a_complaint_that_nobody_foresaw_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCTAVO_DATA", str(tmp_path))
    monkeypatch.delenv("OCTAVO_DATABASE_URL", raising=False)
    said = str(explained(ValueError("the  moon\nis full")))
    assert said == f"{tmp_path / 'library.sqlite3'}: the database says: the moon is full. Look at the library's folder and at its disk."
