"""Which articles are about one event: stories."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from octavo.commands.arguments import AddCommand
from octavo.errors import InputError, OctavoError
from octavo.terminal import Complaints

if TYPE_CHECKING:
    from octavo.article import Article, Page
    from octavo.story import Placement


def add_commands(add: AddCommand) -> None:
    """Put the command on the command line."""
    stories = add("stories", run_stories, "Say which articles are about one event, and whose text each carries.", library=False)
    stories.add_argument("file", nargs="?", default="-", metavar="FILE", help="articles, one a line (default: standard input)")
    about = "the input is an article a line, as `octavo read --json` prints it; each is answered with a line"
    stories.add_argument("--jsonl", action="store_true", help=about)
    stories.add_argument("--online", action="store_true", help="answer each line before the next is read, and never take it back")
    stories.set_defaults(wrong_use=stories.error)


def run_stories(options: argparse.Namespace) -> int:
    """`octavo stories`."""
    if not options.jsonl:
        options.wrong_use("say --jsonl: the input is an article a line")
    from octavo.inputs import json_lines
    from octavo.jsonl import line
    from octavo.pipeline import group, group_arriving

    complaints = Complaints()
    given = articles(json_lines(options.file), complaints)
    placements: Iterable[Placement] = group_arriving(given) if options.online else group(given)
    for placed in placements:
        print(line({"id": placed.id, "story": placed.story, "copy_of": placed.copy_of}), flush=options.online)
    return complaints.status


def articles(lines: Iterable[Page | InputError], failed: Callable[[OctavoError], None]) -> Iterator[Article]:
    """The articles that the lines hold; what is wrong with a line is given to `failed`, and the next is read."""
    from octavo.jsonl import article_of, record_of

    for page in lines:
        try:
            if isinstance(page, InputError):
                raise page
            article = article_of(_headed(record_of(page.body, page.name)), page.name)
            if not article.id:
                raise InputError(page.name, "it has no `id`", "An answer is told by it: give each article one")
            yield article
        except OctavoError as error:
            failed(error)


def _headed(record: object) -> object:
    """A text without a headline is an article all the same: its first line stands for one."""
    if isinstance(record, dict) and not record.get("headline") and not record.get("title") and isinstance(record.get("text"), str):
        return {**record, "headline": record["text"].strip().split("\n", 1)[0][:200]}
    return record
