"""Which articles relate to one, and why: related."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from octavo.commands.arguments import AddCommand, count
from octavo.errors import InputError
from octavo.terminal import Complaints, complain

if TYPE_CHECKING:
    from octavo.article import Article
    from octavo.grouping.related import Text

MOST = 50
"""Articles that are listed where nobody says how many: a list that a person reads ends."""


def add_commands(add: AddCommand) -> None:
    """Put the command on the command line."""
    related = add("related", run_related, "List the articles that relate to one, best first, each with the reason.", library=False)
    related.add_argument("id", metavar="ID", help="the article's id")
    related.add_argument("file", nargs="?", default="-", metavar="FILE", help="articles, one a line (default: standard input)")
    about = "the input is an article a line, as `octavo read --json` prints it; each that relates is printed as a line"
    related.add_argument("--jsonl", action="store_true", help=about)
    related.add_argument("--most", type=count, default=MOST, metavar="N", help="list so many at most, the best ones (default: %(default)s)")
    related.set_defaults(wrong_use=related.error)


def run_related(options: argparse.Namespace) -> int:
    """`octavo related`."""
    if not options.jsonl:
        options.wrong_use("say --jsonl: the input is an article a line")
    from octavo.commands.stories import articles
    from octavo.grouping.related import related
    from octavo.inputs import json_lines
    from octavo.jsonl import line
    from octavo.pipeline import group

    complaints = Complaints()
    given = {article.id: article for article in reversed(tuple(articles(json_lines(options.file), complaints)))}
    if options.id not in given:
        advice = "Name one of the ids that the lines have"
        return complain(InputError(options.id, f"none of the {len(given):,} articles has this id", advice))
    arrived = tuple(reversed(given.values()))
    placed = group(arrived)
    found = related(
        text_of(given[options.id]),
        [text_of(article) for article in arrived if article.id != options.id],
        stories={each.id: each.story for each in placed},
        copies={each.id: each.copy_of for each in placed if each.copy_of is not None},
        most=options.most,
    )
    for each in found:
        print(line({"id": each.id, "relation": each.relation, "reason": each.reason}))
    return complaints.status


def text_of(article: Article) -> Text[str]:
    """An article as `octavo.grouping.related` looks at it."""
    from octavo.grouping.related import Text

    voices = tuple(filter(None, (article.publisher, article.agency)))
    place = article.dateline.place if article.dateline else ""
    return Text(article.id, article.headline, article.text, voices, place, article.published)
