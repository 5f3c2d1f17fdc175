"""The command line: parses arguments, calls the rooms, prints. Exit status: 0 done, 1 some inputs failed, 2 wrong use.

Nothing heavy is imported before a command needs it, so that `octavo --help` answers at once.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import TextIOWrapper
from typing import TYPE_CHECKING

from octavo.errors import OctavoError

if TYPE_CHECKING:
    from octavo.article import Page

Command = Callable[[argparse.Namespace], int]


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


def complain(error: OctavoError) -> int:
    """Say on stderr what failed; returns the exit status of a failed input."""
    print(f"octavo: {error}", file=sys.stderr)
    return 1


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

    read = add("read", run_read, "Print the articles of saved pages, feeds or page text, the main article first.", library=False)
    read.add_argument("inputs", nargs="+", metavar="FILE", help="a file, or - for standard input")
    read.add_argument("--url", help="the address that the page came from")
    read.add_argument("--fetched", type=moment, metavar="ISO", help='what "17 minutes ago" counts from (default: the file\'s time)')
    read.add_argument("--json", action="store_true", help="one line of JSON per article")

    imports = add("import", run_import, "Read files and put their articles in the library.")
    imports.add_argument("inputs", nargs="+", metavar="FILE", help="a saved page, feed or page text; - for standard input")
    imports.add_argument("--url", help="the address that the page came from")
    imports.add_argument("--fetched", type=moment, metavar="ISO", help='what "17 minutes ago" counts from (default: the file\'s time)')

    add("reread", run_reread, "Read every page in the library again, with today's reading.")

    specimen = add("specimen", run_specimen, "Show the specimen edition on the front page again; what the library holds is kept.")
    specimen.add_argument("--away", action="store_true", help="put it away again")

    serve = add("serve", run_serve, "Serve the paper.")
    serve.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: %(default)s; others need a sign-in)")
    serve.add_argument("--port", type=port, default=8000, help="the port to listen on (default: %(default)s)")
    serve.add_argument("--sign-in", action="store_true", help="ask for the password on a loopback address too: needed behind a proxy")

    add("password", run_password, "Set the owner's password, for signing in from another machine.")
    return top


def moment(text: str) -> datetime:
    """An ISO 8601 time; without an offset it is taken as UTC."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no time such as 2026-03-03T07:30:00+01:00") from None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def port(text: str) -> int:
    """A TCP port; 0 lets the system choose."""
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port from 0 to 65535")
    return int(text)


def each_page(options: argparse.Namespace, use: Callable[[Page], None]) -> int:
    """Do something with each input; one bad input never stops the rest. Returns the exit status."""
    from octavo.inputs import load

    status = 0
    for name in options.inputs:
        try:
            use(load(name, options.url, options.fetched))
        except OctavoError as error:
            status = complain(error)
    return status


def run_read(options: argparse.Namespace) -> int:
    """`octavo read`."""
    from octavo.jsonl import article_json, line
    from octavo.pipeline import read_page
    from octavo.terminal import article_text

    def show(page: Page) -> None:
        for article in read_page(page):
            print(line(article_json(article)) if options.json else article_text(article))

    return each_page(options, show)


def run_import(options: argparse.Namespace) -> int:
    """`octavo import`."""
    from octavo.site.library.opening import open_library

    open_library()
    from octavo.site.library.importing import import_file

    return each_page(options, lambda page: print(f"{page.name}: {import_file(page)}"))


def run_reread(_options: argparse.Namespace) -> int:
    """`octavo reread`."""
    from octavo.site.library.opening import open_library
    from octavo.terminal import progress

    open_library()
    from octavo.site.library.rereading import reread

    outcome = reread(progress("pages read again"), complain)
    print(outcome)
    return 1 if outcome.failed else 0


def run_specimen(options: argparse.Namespace) -> int:
    """`octavo specimen`."""
    from octavo.site.library.opening import open_library

    open_library()
    from octavo.site.library import specimens

    if options.away:
        specimens.put_away()
        print("The specimen edition is put away.")
    else:
        specimens.bring_back()
        print("The specimen edition is on the front page again. `octavo specimen --away` puts it away.")
    return 0


def run_serve(options: argparse.Namespace) -> int:
    """`octavo serve`."""
    from octavo.site.serving import serve

    return serve(options.host, options.port, options.sign_in)


def run_password(_options: argparse.Namespace) -> int:
    """`octavo password`."""
    from octavo.site.library.opening import open_library

    open_library()
    from octavo.site.readers.owner import set_password

    set_password(new_password())
    print("The owner's password is set.")
    return 0


def new_password() -> str:
    """Ask for a new password, twice, until both agree; from a pipe, the first line is it."""
    from getpass import getpass

    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    try:
        while (first := getpass("New password: ")) != getpass("The same again: "):
            print("The two differ; once more.", file=sys.stderr)
    except EOFError:
        raise OctavoError("no password was given; the old one stays.") from None
    return first


if __name__ == "__main__":
    sys.exit(main())
