"""Articles: read, import, reread, specimen."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from octavo.commands.arguments import AddCommand, moment
from octavo.errors import OctavoError
from octavo.terminal import complain

if TYPE_CHECKING:
    from octavo.article import Page
    from octavo.reading.archives.entry import Archive


def add_commands(add: AddCommand) -> None:
    """Put the commands of this group on the command line."""
    read = add("read", run_read, "Print the articles of pages, feeds or page text, the main article first.", library=False)
    read.add_argument("inputs", nargs="+", metavar="FILE|URL", help="a file, an address, or - for standard input")
    read.add_argument("--url", help="the address that the page came from")
    read.add_argument("--fetched", type=moment, metavar="ISO", help='what "17 minutes ago" counts from (default: the file\'s time, or now)')
    read.add_argument("--json", action="store_true", help="one line of JSON per article")

    imports = add("import", run_import, "Read files, folders and archives and put their articles in the library.")
    about = "a saved page, feed or page text, a WARC, articles as JSON Lines, or a folder of pages; - for standard input"
    imports.add_argument("inputs", nargs="+", metavar="FILE", help=about)
    imports.add_argument("--url", help="the address that the page came from")
    imports.add_argument("--fetched", type=moment, metavar="ISO", help='what "17 minutes ago" counts from (default: the file\'s time)')
    imports.add_argument("--again", action="store_true", help="read archives anew that were imported before")

    add("reread", run_reread, "Read every page in the library again, with today's reading.")

    specimen = add("specimen", run_specimen, "Show the specimen edition on the front page again; what the library holds is kept.")
    specimen.add_argument("--away", action="store_true", help="put it away again")


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
    from octavo.article import Page
    from octavo.inputs import given
    from octavo.site.library.importing import import_file

    status = 0
    for name in options.inputs:
        try:
            found = given(name, options.url, options.fetched)
            if isinstance(found, Page):
                print(f"{found.name}: {import_file(found)}")
            else:
                status |= _import_archive(found, options.again)
        except OctavoError as error:
            status = complain(error)
    return status


def _import_archive(archive: Archive, again: bool) -> int:
    """Import it, with a line that counts; returns the exit status."""
    from octavo.site.library.archives import NAMED, import_archive
    from octavo.terminal import end_line, share

    show = share(archive.name)
    try:
        outcome = import_archive(archive, lambda so_far: show(so_far.read, so_far.size, so_far), complain, again)
    except KeyboardInterrupt:
        end_line()
        print(f"octavo: {archive.name}: stopped; what was read is in the library. The same command goes on from there.", file=sys.stderr)
        raise
    end_line()
    if outcome.failed > NAMED:
        print(f"octavo: {archive.name}: {outcome.failed - NAMED:,} more failed.", file=sys.stderr)
    print(f"{archive.name}: {outcome}")
    return 1 if outcome.failed and not outcome.before else 0


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
