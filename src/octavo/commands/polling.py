"""Polling: fetch, worker."""

from __future__ import annotations

import argparse
import logging
import sys
import time
from typing import TYPE_CHECKING

from octavo.commands.arguments import AddCommand
from octavo.terminal import table
from octavo.words import count

if TYPE_CHECKING:
    from octavo.site.desk.assignments import Finished
    from octavo.site.desk.polling.round import Round

BAR = 30
"""Characters of the bar that shows how far a round is."""
SHORT_TABLE = 40
"""Sources up to which the table has those that had nothing new too."""


def add_commands(add: AddCommand) -> None:
    """Put the commands of this group on the command line."""
    fetch = add("fetch", run_fetch, "Ask every source once for what is new, and read it.")
    fetch.add_argument("--due", action="store_true", help="only the sources whose time has come")
    add("worker", run_worker, "Ask the sources for what is new all the time, without serving the paper.")


def run_fetch(options: argparse.Namespace) -> int:
    """`octavo fetch`."""
    from octavo.site.library.opening import open_library

    open_library()
    from octavo.site.desk.polling.beside import polled_count
    from octavo.site.desk.polling.running import fetch_round

    # What fails is said in the table.
    logging.getLogger("octavo").setLevel(logging.WARNING)
    total = polled_count()
    if not total:
        print("There are no sources to ask. Add one with `octavo add ADDRESS`.")
        return 0
    finished: list[Finished] = []
    watch = Watch(finished, None if options.due else total)
    start = time.monotonic()
    try:
        done = fetch_round(options.due, watch)
    finally:
        if sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    for line in closing(finished, done, time.monotonic() - start):
        print(line)
    return 1 if done.failed else 0


def run_worker(_options: argparse.Namespace) -> int:
    """`octavo worker`."""
    from octavo.site.library.opening import open_library

    open_library()
    from octavo.site.desk.polling.beside import polled_count
    from octavo.site.desk.polling.running import work_until_told

    print(f"Octavo asks {count(polled_count(), 'source')} for what is new (stop it with Ctrl+C).", flush=True)
    work_until_told()
    return 0


class Watch:
    """Keeps what is finished and, while someone watches, draws how far it is."""

    def __init__(self, finished: list[Finished], total: int | None) -> None:
        self._finished, self._total, self._sources, self._drawn = finished, total, 0, 0.0

    def __call__(self, each: Finished) -> None:
        """It is finished."""
        self._finished.append(each)
        self._sources += each.kind == "source"
        now = time.monotonic()
        if sys.stderr.isatty() and now - self._drawn > 0.1:
            self._drawn = now
            print(f"\r\x1b[K{self._bar()}", end="", file=sys.stderr, flush=True)

    def _bar(self) -> str:
        pages = len(self._finished) - self._sources
        said = count(self._sources, "source") + (f", {count(pages, 'page')}" if pages else "")
        if self._total is None:
            return said
        full = min(BAR, BAR * self._sources // max(1, self._total))
        return f"[{'#' * full}{'.' * (BAR - full)}] {said} of {self._total:,}"


def closing(finished: list[Finished], done: Round, seconds: float) -> list[str]:
    """The closing table: a line a source, those that fail last, then the sums."""
    sources = sorted((each for each in finished if each.kind == "source"), key=lambda each: (each.failed, -each.added, each.title.lower()))
    shown = [each for each in sources if each.failed or each.added or each.changed or len(sources) <= SHORT_TABLE]
    rows = [(each.title, f"{each.seconds:.1f} s", f"{'fails: ' * each.failed}{each.outcome}") for each in shown]
    quiet = len(sources) - len(shown)
    sums = [
        f"{count(done.sources, 'source')} asked in {seconds:.1f} s",
        count(done.added, "new article"),
        *([count(done.changed, "changed article")] if done.changed else []),
        *([f"{count(done.pages, 'page')} followed"] if done.pages else []),
        *([f"{quiet:,} with nothing new not shown"] if quiet else []),
        *([f"{done.failed:,} failing"] if done.failed else []),
        *([f"{done.left:,} left to another worker"] if done.left else []),
    ]
    return [*(table(("source", "took", "came"), rows) if rows else []), ", ".join(sums)]
