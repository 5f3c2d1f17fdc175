"""A story in a minute: brief."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from octavo.commands.arguments import AddCommand, moment
from octavo.errors import OctavoError, TooLarge
from octavo.terminal import Complaints

if TYPE_CHECKING:
    from octavo.article import Article


def add_commands(add: AddCommand) -> None:
    """Put the command on the command line."""
    brief = add("brief", run_brief, "Tell a story in a minute, each line with the sentence that carries it.", library=False)
    brief.add_argument("file", nargs="?", default="-", metavar="FILE", help="the story's articles, one a line (default: standard input)")
    about = "the input is an article a line, as `octavo read --json` prints it; the brief is one line of JSON"
    brief.add_argument("--jsonl", action="store_true", help=about)
    since = "when you last looked: what came later is new (default: what the newest article adds)"
    brief.add_argument("--since", type=moment, metavar="ISO", help=since)
    brief.add_argument("--text", action="store_true", help="print the brief for a person, with each line's papers")
    brief.set_defaults(wrong_use=brief.error)


def run_brief(options: argparse.Namespace) -> int:
    """`octavo brief`."""
    if not options.jsonl:
        options.wrong_use("say --jsonl: the input is an article a line")
    from octavo.briefing.brief_json import brief_json
    from octavo.commands.brief_text import brief_text
    from octavo.commands.stories import articles
    from octavo.inputs import json_lines
    from octavo.jsonl import line
    from octavo.pipeline import brief

    complaints = Complaints()
    given = tuple(_fit(articles(json_lines(options.file), complaints), complaints))
    made = brief(given, options.since)
    print(brief_text(made, given) if options.text else line(brief_json(made)))
    return complaints.status


def _fit(given: Iterable[Article], failed: Callable[[OctavoError], None]) -> Iterator[Article]:
    """The articles that are no longer than what is analysed: one that is must not cost the others their brief."""
    from octavo.analysis import MAX_CHARACTERS

    for article in given:
        if len(article.text) > MAX_CHARACTERS:
            failed(TooLarge(f"article {article.id}", f"it is longer than {MAX_CHARACTERS:,} characters", "Give it in several articles"))
        else:
            yield article
