"""One program's run over the press's feeds, in a process of its own: all of them for the first time, and again with nothing new.

    python -m benchmarks.fetching_run octavo|reader|bare FOLDER [--workers N] < feeds.json

prints a line of JSON: for each of the two rounds how many feeds came, the seconds until the last of them was stored, CPU seconds, and
how many entries are stored in the end. `bare` is a client that only asks and throws away: what the press can do at most.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from benchmarks.process_tree import cpu_seconds

Addresses = tuple[list[str], list[str]]
"""Those that answer, and those that hang."""


def measured(round_: Callable[[], int]) -> dict[str, float]:
    """Run it; it says how many feeds came."""
    process = psutil.Process()
    cpu, began = cpu_seconds(process), time.perf_counter()
    came = round_()
    return {"feeds": came, "seconds": time.perf_counter() - began, "cpu": cpu_seconds(process) - cpu}


def by_reader(feeds: Addresses, folder: Path, workers: int) -> list[dict[str, float]]:
    """The PyPI package, with so many worker threads and otherwise as it comes; all feeds, whether its schedule has them due or not."""
    # The copy of feedparser that reader 3.26 brings asks for sgmllib by its old name; feedparser's own one is the same code.
    sys.modules.setdefault("sgmllib", importlib.import_module("feedparser_sgmllib"))
    from reader import make_reader

    reader = make_reader(str(folder / "reader.sqlite"))
    for address in (*feeds[0], *feeds[1]):
        reader.add_feed(address)

    def update() -> int:
        return sum(not isinstance(result.value, Exception) for result in reader.update_feeds_iter(workers=workers, scheduled=False))

    rounds = [measured(update) for _ in range(2)]
    stored = reader.get_entry_counts().total or 0
    return [{**each, "entries": stored} for each in rounds]


def by_bare(feeds: Addresses, _: Path, workers: int) -> list[dict[str, float]]:
    """Connect, ask, read to the end: on sockets, without a client library."""

    async def one(address: str, free: asyncio.Semaphore) -> int:
        parts = urlsplit(address)
        async with free:
            reading, writing = await asyncio.open_connection(parts.hostname, parts.port)
            writing.write(f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
            head = await reading.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            await reading.readexactly(length)
            writing.close()
        return 1

    async def every() -> int:
        free = asyncio.Semaphore(workers)
        return sum(await asyncio.gather(*(one(address, free) for address in feeds[0])))

    return [{**measured(lambda: asyncio.run(every())), "entries": 0} for _ in range(2)]


def by_octavo(feeds: Addresses, folder: Path, workers: int) -> list[dict[str, float]]:
    """The desk with its door, as `octavo fetch` has them: guarded, polite, on a new library in SQLite; so many processes that read."""
    import django

    os.environ.update(OCTAVO_DATA=str(folder), OCTAVO_ALLOW="127.0.0.0/8", DJANGO_SETTINGS_MODULE="octavo.site.settings")
    os.environ.pop("OCTAVO_DATABASE_URL", None)
    django.setup()
    from django.utils import timezone

    from octavo.site.library.models import Article, Source
    from octavo.site.library.opening import open_library

    open_library()
    now = timezone.now()
    rows = [Source(kind="feed", address=address, host=urlsplit(address).hostname or "", added=now, due_at=now, full_text="never")
            for address in sorted((*feeds[0], *feeds[1]), key=hash)]
    Source.objects.bulk_create(rows)
    well = set(Source.objects.filter(address__in=feeds[0]).values_list("pk", flat=True))

    rounds = asyncio.run(_octavo_rounds(well, workers))
    return [{**each, "entries": Article.objects.count()} for each in rounds]


async def _octavo_rounds(well: set[int], workers: int) -> list[dict[str, float]]:
    from octavo.fetching.environment import door_of_environment
    from octavo.site.desk.assignments import Finished
    from octavo.site.desk.polling.desk import AT_ONCE, Desk
    from octavo.site.desk.polling.slots import SET_ASIDE

    process, found = psutil.Process(), []
    async with door_of_environment(connections=AT_ONCE * SET_ASIDE) as door, Desk(door, readers=workers) as desk:
        for _ in range(2):
            # A round leaves out whose host was asked within the last second.
            await asyncio.sleep(2)
            came, last = 0, 0.0

            def watch(done: Finished) -> None:
                nonlocal came, last
                if done.id in well and not done.failed:
                    came, last = came + 1, time.perf_counter()

            cpu, began = cpu_seconds(process), time.perf_counter()
            await desk.round(due_only=False, watch=watch)
            whole = time.perf_counter() - began
            found.append({"feeds": came, "seconds": last - began, "whole": whole, "cpu": cpu_seconds(process) - cpu})
    return found


PROGRAMS: dict[str, Callable[[Addresses, Path, int], list[dict[str, float]]]] = {
    "octavo": by_octavo, "reader": by_reader, "bare": by_bare,
}


def main() -> None:
    """Runs one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", choices=PROGRAMS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    asked = parser.parse_args()
    given = json.load(sys.stdin)
    rounds = PROGRAMS[asked.program]((given["feeds"], given["hanging"]), asked.folder, asked.workers)
    print(json.dumps(rounds))


if __name__ == "__main__":
    main()
