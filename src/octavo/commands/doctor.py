"""What is wrong, and what to do: doctor."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from octavo.commands.arguments import AddCommand
from octavo.errors import OctavoError
from octavo.terminal import one_line
from octavo.words import count

if TYPE_CHECKING:
    from octavo.site.doctor.finding import Finding

_SIGNS = {"fine": "  ", "look": "? ", "act": "! "}


def add_commands(add: AddCommand) -> None:
    """Put the commands of this group on the command line."""
    doctor = add("doctor", run_doctor, "Find out what is wrong with the library and all that it needs, and say what to do.")
    doctor.add_argument("--json", action="store_true", help="print JSON for a program")
    mends = "mend what can be mended without harm: the index of words, rows that belong to nothing, leases left over"
    doctor.add_argument("--mend", action="store_true", help=mends)


def run_doctor(options: argparse.Namespace) -> int:
    """`octavo doctor`. The exit status is 1 where something must be done."""
    found = []
    for each in _findings(options.mend):
        found.append(each)
        if not options.json:
            print(f"{_SIGNS[each.grade]}{each.about}: {one_line(each.what)}{f' → {each.do}' if each.do else ''}", flush=True)
    must = sum(each.grade == "act" for each in found)
    if options.json:
        print(json.dumps({"findings": [asdict(each) for each in found], "must": must}, ensure_ascii=False))
    else:
        print(f"{count(must, 'thing')} must be done." if must else "Nothing must be done.")
    return 1 if must else 0


def _findings(mend: bool) -> Iterator[Finding]:
    """All that is found; what stands in the way of looking further is the last."""
    from octavo.site.database import data_folder
    from octavo.site.doctor.finding import act
    from octavo.site.doctor.installed import installed, look_at_installation, look_at_language_model, look_at_models
    from octavo.site.doctor.machine import look_at_access, look_at_disk, versions

    yield from versions()
    yield from look_at_installation(installed())
    yield from look_at_models()
    yield from look_at_language_model()
    try:
        folder = data_folder()
        if closed := list(look_at_access(folder)):
            yield from closed
            return
        yield from look_at_disk(folder)
        yield from _of_library(folder, mend)
    except OctavoError as error:
        yield act("library", str(error), "Do that first; then run octavo doctor again.")


def _of_library(folder: Path, mend: bool) -> Iterator[Finding]:
    from octavo.site.library.opening import behind, set_up

    set_up()
    from django.db import connection

    import octavo
    from octavo.site.doctor.damage import look_at_damage, look_at_loose
    from octavo.site.doctor.database import look_at_database, too_large
    from octavo.site.doctor.finding import act, look
    from octavo.site.doctor.surroundings import look_at_settings
    from octavo.site.doctor.work import look_at_work
    from octavo.site.library.keeping.plan import ROOM, Keeping
    from octavo.site.library.paper_settings import settings_of
    from octavo.site.library.writing import explaining

    if connection.vendor == "sqlite" and not _holds(Path(connection.settings_dict["NAME"])):
        do = "Run octavo serve: it makes one. If yours is elsewhere, name its folder with --data DIR."
        yield look("library", f"There is no library yet in {folder}.", do)
        return
    now = datetime.now(UTC)
    with explaining():
        if damage := list(look_at_damage(folder)):
            yield from damage
            return
        yield from look_at_loose(folder, octavo.__version__, now, mend)
        if behind():
            yield act("library", "The library is of an older Octavo.", "Start octavo serve: it is backed up and brought up to date.")
            return
        from octavo.site.readers.owner import has_password

        yield from look_at_settings(os.environ, has_password())
        yield from look_at_database(now, mend)
        yield from too_large(settings_of(ROOM, Keeping), now)
        yield from look_at_work(now, mend)


def _holds(file: Path) -> bool:
    return file.exists() and file.stat().st_size > 0
