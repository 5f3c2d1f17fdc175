"""Opening the library: Django set up, the tables as this Octavo needs them, the owner there."""

from __future__ import annotations

import os
from pathlib import Path

from octavo.errors import LibraryError
from octavo.site.database import data_folder, hold, locked, make_private


def set_up() -> None:
    """Have Django know its settings, and nothing more: the library may be absent."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "octavo.site.settings")
    import django

    django.setup()


def open_library(backup: bool = True) -> None:
    """Make the library ready; all that uses its models comes after. Quick where nothing is to be done, and safe to call again.

    A new library is made, an older one backed up, unless `backup` says otherwise, and brought up to date (the owner is made by a
    migration), by one process at a time. Raises LibraryError, with what to do next, where the library cannot be used.
    """
    set_up()
    from django.db import connection

    from octavo.site.library.writing import explaining

    hold(data_folder())
    if connection.vendor == "sqlite":
        make_private(Path(connection.settings_dict["NAME"]))
    with explaining():
        if behind():
            with locked(data_folder()):
                if behind():
                    _upgrade(backup)


def _upgrade(backup: bool) -> None:
    from octavo.site.library.keeping.upgrading import back_up_before_upgrading

    if backup:
        back_up_before_upgrading(data_folder())
    _migrate()


def behind() -> bool:
    """Whether migrations are to be applied. Raises LibraryError where the library has ones that this Octavo does not know."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    applied, known = set(loader.applied_migrations), set(loader.disk_migrations)
    ours = {label for label, _ in known}
    if unknown := sorted(f"{label}.{name}" for label, name in applied - known if label in ours):
        raise LibraryError(f"the library was made by a newer Octavo (it has {', '.join(unknown)}). Upgrade Octavo to open it.")
    return bool(known - applied)


def _migrate() -> None:
    from django.core.management import call_command

    # The checks are for developers, and import every page of the site.
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
