"""Reads pages in a process of its own, `python -m octavo.site.desk.reading.child`: what comes from outside is parsed here and nowhere else.

It writes LENGTH zeros when it is ready, takes pickled `Given` on standard input and answers each with a pickled Reading or Unreadable,
each after its length in eight bytes.
A page that takes too long ends the process, which only the system can do while a parser written in C is at work.
"""

from __future__ import annotations

import os
import pickle
import resource
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import BinaryIO

from octavo.article import Page
from octavo.decode import decode
from octavo.errors import InputError, NothingToRead
from octavo.fetching.failures import Reason
from octavo.reading.feed.hints import hints_of
from octavo.reading.feed.newest import newest
from octavo.reading.kind import kind_of, refuse_binary
from octavo.reading.page import read_page
from octavo.site.desk.assignments import Reading

CPU_SECONDS = 10
"""What reading one page may take: the longest take two or three."""
WALL_SECONDS = 60
ENTRIES_MOST = 1_000
"""Entries that are read of one answer, the newest: a long one must not keep all other sources waiting.

Files that a person gives are read whole.
"""
MEMORY = 3 << 30
"""Bytes of address space: a page that needs more is not read."""
LENGTH = 8

_HEAD = 1 << 16


@dataclass(frozen=True, slots=True)
class Given:
    """What is to be read. `form`: feed, page (its links are wanted) or sitemap, as of a source; article: the page of one.

    `asked` is the address that was asked for, where the page's own is the one after redirects.
    """

    form: str
    page: Page
    asked: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why there is nothing to read: `problem` and `advice` as of an InputError."""

    reason: Reason
    problem: str
    advice: str


def read(given: Given) -> Reading | Unreadable:
    """Read it as what it is meant to be. Never raises."""
    if not given.page.body or given.page.body.isspace():
        return Unreadable(Reason.UNREADABLE, "the answer was empty", "It is asked again.")
    try:
        return {"feed": _feed, "article": _article}.get(given.form, _links)(given)
    except InputError as error:
        return Unreadable(Reason.UNREADABLE, error.problem, error.advice)
    except MemoryError:
        return Unreadable(Reason.TOO_LARGE, "reading it takes more memory than Octavo gives one page", "Nothing of it was read.")
    except Exception as error:  # noqa: BLE001 - whatever a page does to its reader is that page's problem
        return Unreadable(Reason.UNREADABLE, f"Octavo stumbled over it ({type(error).__name__})", "Please report it with its address.")


def _feed(given: Given) -> Reading | Unreadable:
    page = given.page
    refuse_binary(page)
    if kind_of(decode(page.body[:_HEAD], page.content_type), page) != "feed":
        return Unreadable(Reason.NO_FEED, "what came is no feed but a page", "Open the address in a browser to see what it says.")
    part, entries = _part(page)
    try:
        articles = read_page(part or page)[:ENTRIES_MOST]
    except NothingToRead:
        # A feed may be empty for a while.
        articles = ()
    return Reading(articles, hints=replace(hints_of(page.body, page.content_type), entries=entries), page=part)


def _part(page: Page) -> tuple[Page | None, int | None]:
    """A feed in UTF-8 with the entries that are read, and how many it has; None of one that is read whole."""
    if page.body.count(b"<" if page.body.lstrip()[:1] != b"{" else b"{") <= ENTRIES_MOST:  # as nearly all, and nothing is copied
        return None, None
    body, entries = newest(decode(page.body, page.content_type).encode("utf-8", "replace"), ENTRIES_MOST)
    return (replace(page, body=body), entries) if entries > ENTRIES_MOST else (None, None)


def _article(given: Given) -> Reading:
    from octavo.reading.walls import wall_of

    try:
        articles = read_page(given.page)
    except NothingToRead:
        # What stands in the article's place may be a wall.
        articles = ()
    return Reading(articles, wall=wall_of(given.page, articles, given.asked))


def _links(given: Given) -> Reading | Unreadable:
    from octavo.fetching.discovery.links import links_of

    page = given.page
    links = links_of(page.body, page.content_type, page.url or given.asked, "sitemap" if given.form == "sitemap" else "page")
    if links and all(link.is_sitemap for link in links):
        advice = "Add one of the sitemaps that it lists, one of news say, or the site's feed."
        return Unreadable(Reason.UNREADABLE, "this is a list of sitemaps, which names no article itself", advice)
    return Reading(links=links)


def message(value: object) -> bytes:
    """A value as it goes through the pipe."""
    packed = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return len(packed).to_bytes(LENGTH, "big") + packed


def main() -> None:
    """Answer until standard input ends."""
    inward, outward = sys.stdin.buffer, _outward()
    # Not more than there was: the owner may have set a lower limit.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    outward.write(bytes(LENGTH))
    outward.flush()
    while length := inward.read(LENGTH):
        packed = inward.read(int.from_bytes(length, "big"))
        if len(packed) < int.from_bytes(length, "big"):
            return
        given: Given = pickle.loads(packed)  # noqa: S301 - from the process that started this one
        signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
        signal.setitimer(signal.ITIMER_REAL, WALL_SECONDS)
        answer = message(read(given))
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        outward.write(answer)
        outward.flush()


def _outward() -> BinaryIO:
    """Standard output for answers alone: whatever else is printed goes to standard error."""
    ours = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return ours


if __name__ == "__main__":
    # Answers are unpickled by another process: what is made here must have its real module's name.
    from octavo.site.desk.reading.child import main as run

    run()
