"""The press in a process of its own: so many feeds of 20 entries, each on a loopback address of its own.

    python -m benchmarks.local_press --feeds 2000 [--full] [--hanging 0.2]

prints a line of JSON, {"feeds": [...], "hanging": [...]} (addresses), when it is ready, and serves until its standard input ends.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from octavo.fetching.clock import SystemClock
from tests.press.log import Log
from tests.press.plan import Piece, Pieces
from tests.press.press import Press
from tests.press.replies import Asked, Manner
from tests.press.server import serving
from tests.press.sources import Form, Source, Trouble
from tests.press.troubles import manner

ENTRIES = 20
SUMMARY_WORDS, FULL_WORDS = 60, 500
"""Words of an entry's summary, and of its text where the feed gives it."""


@dataclass(frozen=True, slots=True)
class Feeds:
    """The addresses that are served; `hanging` are those that take a request and never answer."""

    healthy: tuple[str, ...]
    hanging: tuple[str, ...]


class _Unlogged(Log):
    """A log that keeps nothing: it would grow, and slow the press down."""

    def begin(self, visit: object) -> None:
        """Nothing is kept."""

    def end(self, visit: object) -> None:
        """Nothing is kept."""


def host(number: int) -> str:
    """A loopback address for each feed."""
    return f"127.1.{number // 250}.{number % 250 + 1}"


def source(number: int, port: int, full: bool, hangs: bool) -> Source:
    """A feed of ENTRIES entries of the last day, RSS and Atom in turns, with both validators, packed with gzip for those who take it."""
    name, now = f"feed-{number}", SystemClock().now().replace(microsecond=0)
    published = tuple(Piece(f"{name}-{entry}", now - timedelta(hours=ENTRIES - entry)) for entry in range(ENTRIES))
    form = Form("atom" if number % 2 else "rss", coding="gzip", words=SUMMARY_WORDS, full=FULL_WORDS if full else 0)
    troubles = [Trouble(now - timedelta(days=1), None, manner(Manner.HANG))] if hangs else []
    return Source(name, "bench", host(number), port, "/feed.xml", Pieces(published, ENTRIES), form, troubles=troubles)


async def serve(feeds: int, full: bool, hanging: float) -> None:
    """Serve until standard input ends."""
    press, every = Press(), round(1 / hanging) if hanging else 0
    clock, log = SystemClock(), _Unlogged()
    async with serving(press, clock, log, [host(number) for number in range(feeds)]) as port:
        sources = [source(number, port, full, bool(every) and number % every == 0) for number in range(feeds)]
        press.open(sources)
        for each in sources:  # written and packed before anybody asks
            each.feed(Asked(each.host, each.path, clock.now(), {"accept-encoding": "gzip"}))
        ill = [each.address for each in sources if each.troubles]
        well = [each.address for each in sources if not each.troubles]
        print(json.dumps({"feeds": well, "hanging": ill}), flush=True)
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


@contextmanager
def press(feeds: int, full: bool = False, hanging: float = 0.0) -> Iterator[Feeds]:
    """Start the press, and stop it when the block ends."""
    command = [sys.executable, "-m", "benchmarks.local_press", "--feeds", str(feeds), "--hanging", str(hanging)]
    if full:
        command.append("--full")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        said = json.loads(process.stdout.readline())
        try:
            yield Feeds(tuple(said["feeds"]), tuple(said["hanging"]))
        finally:
            process.stdin.close()


def main() -> None:
    """Serves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=2000)
    parser.add_argument("--full", action="store_true", help=f"texts of {FULL_WORDS} words beside the summaries")
    parser.add_argument("--hanging", type=float, default=0.0, metavar="SHARE", help="the share of hosts that never answer")
    asked = parser.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 20_000)), hard))
    asyncio.run(serve(asked.feeds, asked.full, asked.hanging))


if __name__ == "__main__":
    main()
