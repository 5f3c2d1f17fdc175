"""The command line: parses arguments, calls a command, says what failed. Exit status: 0 done, 1 some inputs failed, 2 wrong use.

Nothing heavy is imported before a command needs it, so that `octavo --help` answers at once.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from octavo.commands import analysing, articles, ask, brief, doctor, keeping, owners, polling, quotes, related, running, sources, stories
from octavo.commands.arguments import Command
from octavo.errors import OctavoError
from octavo.terminal import complain

GROUPS = (sources, owners, articles, quotes, stories, related, brief, ask, polling, analysing, running, keeping, doctor)
"""The groups of commands, in the order of `octavo --help`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status. Errors are a line on stderr, never a traceback."""
    options = parser().parse_args(arguments)
    if getattr(options, "url", None) and len(options.inputs) > 1:
        parser().error("--url is the address of one page: name one FILE with it")
    if getattr(options, "data", None) == "":
        parser().error("--data names no folder")
    if getattr(options, "data", None):
        os.environ["OCTAVO_DATA"] = options.data
    command: Command = options.command
    # A terminal that lacks a letter shows its number; a letter is no reason to stop.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = command(options)
        sys.stdout.flush()
        return status
    except OctavoError as error:
        return complain(error)
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        # The bytes that could not be written stay in the buffer; point stdout away so that the last flush does not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        # Whoever read our lines has enough: that is no failure.
        name = error.filename or "the output"
        return 0 if isinstance(error, BrokenPipeError) else complain(OctavoError(f"{name} cannot be used ({error.strerror})."))


def parser() -> argparse.ArgumentParser:
    """The whole command line; docs/commands/ has a page per command, held to this by a test."""
    top = argparse.ArgumentParser(prog="octavo", description="A newspaper that you run yourself.")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(name: str, run: Command, about: str, library: bool = True) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=about, description=about)
        made.set_defaults(command=run)
        if library:
            made.add_argument("--data", metavar="DIR", help="the library's folder (default: OCTAVO_DATA, or ~/.local/share/octavo)")
        return made

    for group in GROUPS:
        group.add_commands(add)
    return top


if __name__ == "__main__":
    sys.exit(main())
