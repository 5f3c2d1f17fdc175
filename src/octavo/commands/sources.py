"""Sources: add, sources."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from octavo.commands.arguments import AddCommand
from octavo.errors import InputError, OctavoError
from octavo.terminal import complain
from octavo.words import count, joined

if TYPE_CHECKING:
    from octavo.fetching.answers import Credentials
    from octavo.site.desk.adding.discovering import Found
    from octavo.site.desk.adding.sources import Added
    from octavo.site.library.models import Source

AT_ONCE = 8
"""Addresses that are looked at side by side."""
NAMED_MOST = 5
"""Feeds or titles that a line names before it says how many more there are."""
FULL_TEXT = ("always", "short", "never")
DEFAULT = "short"
PASSWORD = "OCTAVO_SOURCE_PASSWORD"  # noqa: S105 - the variable's name


def add_commands(add: AddCommand) -> None:
    """Put the commands of this group on the command line."""
    adds = add("add", run_add, "Add sources: feeds, sites, pages to watch, lists from other feed readers.")
    adds.add_argument("inputs", nargs="*", metavar="ADDRESS", help="the address of a site, feed or page; or an OPML file")
    adds.add_argument("--folder", default="", metavar="NAME", help="the folder that they go into")
    adds.add_argument("--full-text", choices=FULL_TEXT, help="when an article's page is fetched (default: short)")
    adds.add_argument("--title", default="", help="what the source is called (default: what it calls itself)")
    adds.add_argument("--user", default="", metavar="NAME", help=f"the user name it asks for; the password is asked for, or in {PASSWORD}")
    adds.add_argument("--header", action="append", default=[], metavar="HEADER", help='a header it wants to be shown, as "Name: value"')
    adds.add_argument("--starter", metavar="REGION", help="add the well-known feeds of a region of the world, or all")
    adds.set_defaults(wrong_use=adds.error)

    lists = add("sources", run_sources, "Show the sources: how each is doing, and why one fails.")
    shape = lists.add_mutually_exclusive_group()
    shape.add_argument("--opml", action="store_true", help="write them as a list that other feed readers take")
    shape.add_argument("--json", action="store_true", help="one line of JSON per source")
    shape.add_argument("--remove", action="append", default=[], metavar="ADDRESS", help="remove a source; its articles are kept")


def run_add(options: argparse.Namespace) -> int:
    """`octavo add`."""
    if not options.inputs and not options.starter:
        options.wrong_use("name an ADDRESS or an OPML file, or use --starter REGION")
    if options.title and len(options.inputs) != 1:
        options.wrong_use("--title is the title of one source: name one ADDRESS with it")
    from octavo.fetching.discovery.typed import without_user
    from octavo.site.library.opening import open_library

    open_library()
    credentials = _credentials(options.user, options.header)
    status, new = 0, 0
    for what, found in _everything(options, credentials):
        try:
            if isinstance(found, OctavoError):
                raise found
            added, told = _add(found, options)
            print(f"{without_user(what)}: {told}")
            new += added
        except OctavoError as error:
            status = complain(error)
    if new:
        print("Nothing is fetched yet: `octavo fetch` does it now, `octavo serve` by itself from time to time.")
    return status


def _everything(options: argparse.Namespace, credentials: Credentials | None) -> Iterator[tuple[str, Found | OctavoError]]:
    """What is asked for and what was found there, or why nothing was, in the order of the command line."""
    from octavo.site.desk.adding.discovering import Found

    if options.starter:
        from octavo.site.desk.adding.starters import starter_outlines

        try:
            yield "starter list", Found("list", "", outlines=starter_outlines(options.starter))
        except OctavoError as error:
            yield "", error
    files = {name: _from_file(name) for name in options.inputs if _names_a_file(name)}
    found = dict(zip(addresses := [name for name in options.inputs if name not in files], _discover(addresses, credentials), strict=True))
    for name in options.inputs:
        yield name, files[name] if name in files else found[name]


def _names_a_file(name: str) -> bool:
    """A file that is there, or what can only be meant for one."""
    if "://" in name:
        return False
    if name == "-" or name.startswith(("/", "./", "../", "~")) or (name.lower().endswith((".opml", ".xml")) and "/" not in name):
        return True
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def _from_file(name: str) -> Found | OctavoError:
    from octavo.fetching.opml import outlines_of
    from octavo.inputs import load
    from octavo.site.desk.adding.discovering import Found

    try:
        page = load(name)
        return Found("list", name, outlines=outlines_of(page.body, page.name))
    except OctavoError as error:
        return error


def _discover(addresses: Sequence[str], credentials: Credentials | None) -> list[Found | OctavoError]:
    if not addresses:
        return []
    import asyncio

    from octavo.site.desk.adding.discovering import discover
    from octavo.site.desk.adding.looking import door_beside_workers

    async def all_of_them() -> list[Found | OctavoError]:
        turns = asyncio.Semaphore(AT_ONCE)
        async with door_beside_workers() as door:

            async def one(address: str) -> Found | OctavoError:
                async with turns:
                    try:
                        return await discover(door, address, credentials)
                    except OctavoError as error:
                        return error

            return await asyncio.gather(*map(one, addresses))

    return asyncio.run(all_of_them())


def _credentials(user: str, headers: Iterable[str]) -> Credentials | None:
    from octavo.fetching.discovery.credentials import credentials_of

    password = ""
    if user:
        password = os.environ.get(PASSWORD, "") or _asked_password(user)
    return credentials_of(user, password, headers)


def _asked_password(user: str) -> str:
    from getpass import getpass

    if not sys.stdin.isatty():
        raise OctavoError(f"--user {user}: nobody can be asked for the password here. Put it into {PASSWORD}.")
    try:
        return getpass(f"Password of {user}: ")
    except EOFError:
        raise OctavoError(f"--user {user}: no password was given; nothing is added.") from None


def _add(found: Found, options: argparse.Namespace) -> tuple[int, str]:
    """Put it into the library; returns how many sources are new, and what a person is told."""
    from octavo.site.desk.adding.sources import add_outlines, add_source

    if found.kind == "list":
        added = add_outlines(found.outlines, options.folder, options.full_text or DEFAULT)
        return added.added, _list_words(added)
    source, new = add_source(found, options.folder, options.full_text or DEFAULT, options.title)
    if not new:
        name = str(source)
        changed = [*_settled(source, options), *(["what it wants to be shown"] if found.credentials else [])]
        return 0, f"{name} is there already, {source.address}; {f'changed: {joined(changed)}' if changed else 'nothing is changed'}."
    kinds = {"feed": "a feed with", "sitemap": "a sitemap that links", "page": "a page without a feed, to be watched, that links"}
    told = f"added {source}, {kinds[found.kind]} {count(found.articles, 'article')} now, {source.address}"
    others = [each.url for each in found.others if each.kind == "feed"]
    return 1, f"{told}\n  it has other feeds too: {_some(others)}" if others else told


def _settled(source: Source, options: argparse.Namespace) -> list[str]:
    """Give a source that is there what the command line says of it; returns what that was, in words."""
    from django.utils import timezone

    from octavo.site.desk.adding.changes import settle
    from octavo.site.library import rows

    said = {"title": options.title.strip(), "folder": options.folder.strip(), "full_text": options.full_text}
    fitting = {name: rows.fitting(value, type(source), name) for name, value in said.items()}
    new = {name: value for name, value in fitting.items() if value and value != getattr(source, name)}
    settle(source, new, timezone.now())
    return [f"{name.replace('_', ' ')} “{value}”" for name, value in new.items()]


def _list_words(added: Added) -> str:
    words = f"{count(added.added, 'source')} added"
    words += f", {added.there:,} there already" if added.there else ""
    if added.unusable:
        words += f", {len(added.unusable):,} without an address that can be used: {_some(added.unusable)}"
    return words


def _some(names: Sequence[str]) -> str:
    """The first few, and how many more there are."""
    shown = [name if name.isprintable() else repr(name) for name in names[:NAMED_MOST]]
    more = len(names) - len(shown)
    return f"{', '.join(shown)} and {more:,} more" if more else joined(shown)


def run_sources(options: argparse.Namespace) -> int:
    """`octavo sources`."""
    from octavo.site.library.opening import open_library

    open_library()
    if options.remove:
        return _remove(options.remove)
    if options.opml:
        from django.utils import timezone

        from octavo.fetching.opml import opml_of
        from octavo.site.desk.adding.sources import outlines

        print(opml_of(outlines(), "Octavo's sources", timezone.now()).decode(), end="")
        return 0
    from octavo.commands.source_table import source_json, source_lines

    if options.json:
        from octavo.jsonl import line

        for each in source_json():
            print(line(each))
    else:
        for text in source_lines():
            print(text)
    return 0


def _remove(addresses: Sequence[str]) -> int:
    from octavo.fetching.discovery.typed import typed
    from octavo.site.desk.adding.sources import listed_at, remove

    status = 0
    for address in addresses:
        try:
            asked = typed(address).addresses[0]
            source = listed_at(asked)
            if source is None:
                raise InputError(asked, "there is no such source", "`octavo sources` lists them")
            title = str(source)
            remove(source)
            print(f"{title} is removed. Its articles stay in the paper.")
        except OctavoError as error:
            status = complain(error)
    return status
