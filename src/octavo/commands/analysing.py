"""Analysing what waits: analyse."""

from __future__ import annotations

import argparse
import sys

from octavo.commands.arguments import AddCommand
from octavo.words import count


def add_commands(add: AddCommand) -> None:
    """Put the commands of this group on the command line."""
    add("analyse", run_analyse, "Find who says what in the articles that wait for it.")


def run_analyse(_options: argparse.Namespace) -> int:
    """`octavo analyse`."""
    from octavo.site.library.opening import open_library

    open_library()
    from octavo.site.desk.analysing.claiming import waiting
    from octavo.site.desk.analysing.running import analyse_all

    done = 0

    def watch(so_far: int, left: int) -> None:
        nonlocal done
        done = so_far
        if sys.stderr.isatty():
            print(f"\r\x1b[K{count(so_far, 'article')} analysed, {left:,} left", end="", file=sys.stderr, flush=True)

    try:
        analyse_all(watch)
    finally:
        if sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    left = waiting()
    print(f"{count(done, 'article')} analysed" + (f", {left:,} left" if left else ""))
    return 1 if left else 0
