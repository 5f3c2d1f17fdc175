"""Running the paper: serve, password."""

from __future__ import annotations

import argparse
import sys

from octavo.commands.arguments import AddCommand, port
from octavo.errors import OctavoError


def add_commands(add: AddCommand) -> None:
    """Put the commands of this group on the command line."""
    serve = add("serve", run_serve, "Serve the paper.")
    serve.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: %(default)s; others need a sign-in)")
    serve.add_argument("--port", type=port, default=8000, help="the port to listen on (default: %(default)s)")
    serve.add_argument("--sign-in", action="store_true", help="ask for the password on a loopback address too: needed behind a proxy")

    serve.add_argument("--no-fetch", action="store_true", help="serve the pages only; `octavo worker` or `octavo fetch` asks the sources")

    password = add("password", run_password, "Set a reader's password, for signing in.")
    password.add_argument("name", nargs="?", metavar="NAME", default="", help="the reader whose password it is (default: the owner)")
    password.add_argument("--remove", action="store_true", help="the owner has none: on this machine the paper is read without signing in")


def run_serve(options: argparse.Namespace) -> int:
    """`octavo serve`."""
    from octavo.site.serving import serve

    return serve(options.host, options.port, options.sign_in, fetch=not options.no_fetch)


def run_password(options: argparse.Namespace) -> int:
    """`octavo password`."""
    from octavo.site.library.opening import open_library

    open_library()
    from octavo.site.readers.owner import reader_called, remove_password, set_password

    reader = reader_called(options.name)
    if options.remove:
        remove_password(reader)
        print("The owner has no password: on this machine the paper is read without signing in, and from elsewhere by nobody.")
        return 0
    set_password(new_password(), reader)
    print(f"The password of {reader.username} is set. Wherever they were signed in, they are signed out.")
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
