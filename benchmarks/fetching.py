"""How fast sources are fetched: Octavo beside the PyPI package reader, over feeds that a local press serves.

    python -m benchmarks.fetching [--feeds 2000] [--repeat 3] [--reader-workers 1 10]

Every feed has 20 entries and a host of its own (a loopback address), so that politeness to a host never binds, as with real feeds. The
press runs in a process of its own; a bare client says how many feeds a second it gives at most. Each program begins with an empty library
in a folder of its own, in a process of its own, and has two rounds over all feeds: the first, where everything is new, and one where
nothing has changed (both answer 304). They take turns, `--repeat` times; figures are medians. Feeds/s are counted until the last feed is
stored. CPU seconds are those of all its processes. Memory is the most that its processes had together at one time, starting included
(PSS: what they share is counted once; looked at ten times a second).

Octavo runs as `octavo fetch` runs: the guard looks at each connection (loopback is allowed to it), one request at a time to a host with
a second between two, robots.txt for pages. reader runs as it comes, with the numbers of worker threads given.

The last table: the same first round by Octavo while a fifth of the hosts take the request and never answer; the rate is that of the
others, until the last of them is stored.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version

from benchmarks.local_press import ENTRIES, FULL_WORDS, SUMMARY_WORDS, Feeds, press
from benchmarks.process_tree import watched

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Contender:
    """A program with its setting; `name` stands in the table."""

    name: str
    program: str
    workers: int


@dataclass(frozen=True, slots=True)
class Run:
    """What came of one: feeds/s and CPU seconds of the first and of the unchanged round, and the most memory in MiB."""

    first: float
    again: float
    first_cpu: float
    again_cpu: float
    memory: float


def run(contender: Contender, feeds: Feeds) -> Run:
    """Run it in a process and a folder of its own. Raises RuntimeError where not every feed came with all its entries."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.fetching_run", contender.program, folder, "--workers", str(contender.workers)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process, watched(process.pid) as peak:
            said, _ = process.communicate(json.dumps({"feeds": feeds.healthy, "hanging": feeds.hanging}))
    if process.returncode:
        raise RuntimeError(f"{contender.name} ended with {process.returncode}")
    first, again = json.loads(said)
    count = len(feeds.healthy)
    whole = contender.program == "bare" or first["entries"] == count * ENTRIES
    if first["feeds"] != count or again["feeds"] != count or not whole:
        raise RuntimeError(f"{contender.name}: {first['feeds']} and {again['feeds']} of {count} feeds, {first['entries']} entries")
    return Run(count / first["seconds"], count / again["seconds"], first["cpu"], again["cpu"], peak.most / MIB)


def median(runs: list[Run]) -> Run:
    """The median of each figure."""
    return Run(*(statistics.median(getattr(each, name) for each in runs) for name in Run.__slots__))


def side_by_side(contenders: list[Contender], feeds: Feeds, repeat: int) -> dict[Contender, Run]:
    """All of them in turns."""
    runs: dict[Contender, list[Run]] = {contender: [] for contender in contenders}
    for turn in range(repeat):
        for contender, found in runs.items():
            found.append(run(contender, feeds))
            print(f"  {turn + 1}: {contender.name}: {found[-1]}", file=sys.stderr, flush=True)
    return {contender: median(found) for contender, found in runs.items()}


def table(title: str, found: dict[Contender, Run]) -> str:
    """Markdown: the programs, and Octavo's ratio to the better of the others in each figure."""
    lines = [f"| {title} | feeds/s, first | feeds/s, unchanged | CPU s, first | CPU s, unchanged | peak memory, MiB |",
             "| --- | --- | --- | --- | --- | --- |"]
    for contender, each in found.items():
        memory = "" if contender.program == "bare" else f"{each.memory:.0f}"
        lines.append(f"| {contender.name} | {each.first:.0f} | {each.again:.0f} | {each.first_cpu:.1f} | {each.again_cpu:.1f} | {memory} |")
    ours = next(each for contender, each in found.items() if contender.program == "octavo")
    theirs = [each for contender, each in found.items() if contender.program == "reader"]
    best = Run(max(each.first for each in theirs), max(each.again for each in theirs), min(each.first_cpu for each in theirs),
               min(each.again_cpu for each in theirs), min(each.memory for each in theirs))
    ratios = " | ".join(f"{getattr(ours, name) / getattr(best, name):.2f}" for name in Run.__slots__)
    return "\n".join([*lines, f"| **Octavo : the better reader, each** | {ratios} |"])


def hanging(octavo: Contender, feeds: int, repeat: int) -> str:
    """Octavo with and without hosts that hang."""
    rates: dict[float, list[float]] = {0.0: [], 0.2: []}
    for _ in range(repeat):
        for share, found in rates.items():
            with press(feeds, hanging=share) as served:
                found.append(run(octavo, served).first)
                print(f"  {share:.0%} hanging: {found[-1]:.0f}", file=sys.stderr, flush=True)
    without, among = (statistics.median(found) for found in rates.values())
    return (f"| Octavo, {feeds} feeds | feeds/s of those that answer |\n| --- | --- |\n| all answer | {without:.0f} |\n"
            f"| a fifth hang | {among:.0f} |\n| **ratio** | {among / without:.2f} |")


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=2000)
    parser.add_argument("--repeat", type=int, default=3, help="how many times each runs")
    parser.add_argument("--reader-workers", type=int, nargs="+", default=[1, 10], help="reader's numbers of worker threads")
    parser.add_argument("--readers", type=int, default=1, help="Octavo's processes that read")
    parser.add_argument("--only", choices=["summaries", "full", "hanging"], nargs="+", default=["summaries", "full", "hanging"])
    asked = parser.parse_args()
    octavo = Contender("Octavo", "octavo", asked.readers)
    others = [Contender(f"reader {version('reader')}, workers={count}", "reader", count) for count in asked.reader_workers]
    bare = Contender("bare client (what the press gives)", "bare", 64)
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    print(f"{asked.feeds} feeds of {ENTRIES} entries, medians of {asked.repeat}; {machine}\n")
    for only, title in (("summaries", f"summaries of {SUMMARY_WORDS} words"), ("full", f"and texts of {FULL_WORDS} words")):
        if only in asked.only:
            with press(asked.feeds, full=only == "full") as feeds:
                print(table(title, side_by_side([octavo, *others, bare], feeds, asked.repeat)) + "\n", flush=True)
    if "hanging" in asked.only:
        print(hanging(octavo, asked.feeds, asked.repeat))


if __name__ == "__main__":
    main()
