"""Who owns which outlets: owners."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from octavo.commands.arguments import AddCommand
from octavo.terminal import one_line, table

if TYPE_CHECKING:
    from octavo.site.library.owners import Listed

STATES = {"starter": "comes with Octavo", "changed": "changed", "off": "switched off", "own": ""}


def add_commands(add: AddCommand) -> None:
    """Put the commands of this group on the command line."""
    lists = add("owners", run_owners, "Show who owns which outlets: those of one owner count as one report.")
    what = lists.add_mutually_exclusive_group()
    what.add_argument("--json", action="store_true", help="one line of JSON per owner")
    what.add_argument("--add", nargs="+", metavar=("NAME", "OUTLET"), help="give an owner outlets: domains, or names")
    what.add_argument("--remove", metavar="NAME", help="count the outlets of an owner as papers of their own")
    what.add_argument("--put-back", metavar="NAME", help="have an owner as it comes with Octavo")
    lists.set_defaults(wrong_use=lists.error)


def run_owners(options: argparse.Namespace) -> int:
    """`octavo owners`."""
    if options.add and len(options.add) < 2:
        options.wrong_use("--add needs the name of an owner and at least one OUTLET")
    from octavo.site.library.opening import open_library

    open_library()
    from octavo.site.library.owners import listed_owners, put_back_owner, remove_owner

    if options.add:
        print(_added(options.add[0], options.add[1:]))
    elif options.remove is not None:
        remove_owner(options.remove)
        print(f"The outlets of {one_line(options.remove)} are papers of their own now.")
    elif options.put_back is not None:
        put_back_owner(options.put_back)
        print(f"{one_line(options.put_back)} is as it comes with Octavo.")
    else:
        _print(listed_owners(), options.json)
        return 0
    print("Stories are counted anew by `octavo serve` or `octavo worker`.")
    return 0


def _added(name: str, outlets: list[str]) -> str:
    """Give an owner that is on the list those outlets besides its own, or put it there; returns what a person is told."""
    from octavo.site.library.owner_claims import written
    from octavo.site.library.owners import add_owner, change_owner, find_owner

    there = find_owner(name)
    before = there.owner if there and there.kind != "off" else None
    domains = [*(before.domains if before else ()), *(each for each in outlets if _is_domain(each))]
    names = [*(before.publishers if before else ()), *(each for each in outlets if not _is_domain(each))]
    owner = written(there.owner.name if there else name, "\n".join(domains), "\n".join(names))
    if there:
        change_owner(there.owner.name, owner)
    else:
        add_owner(owner)
    return f"{owner.name} has {', '.join((*owner.publishers, *owner.domains))}: they count as one report."


def _is_domain(outlet: str) -> bool:
    """A name has a blank or no dot in it."""
    return "://" in outlet or ("." in outlet and not set(outlet) & set(" \t\n"))


def _print(listed: list[Listed], as_json: bool) -> None:
    if as_json:
        from octavo.jsonl import line

        for each in listed:
            owner = each.owner
            print(line({
                "name": owner.name, "domains": list(owner.domains), "publishers": list(owner.publishers),
                "starter": each.kind != "own", "changed": each.kind == "changed", "off": each.kind == "off",
            }))
        return
    rows = [(each.owner.name, STATES[each.kind], ", ".join((*each.owner.publishers, *each.owner.domains))) for each in listed]
    for text in table(("owner", "", "outlets"), rows):
        print(text)
