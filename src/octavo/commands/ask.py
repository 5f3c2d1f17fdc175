"""Which sentences answer a question: ask."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from octavo.commands.arguments import AddCommand, count
from octavo.terminal import Complaints

if TYPE_CHECKING:
    from octavo.briefs import Claim

MOST = 5
"""Answers that are printed where nobody says how many."""


def add_commands(add: AddCommand) -> None:
    """Put the command on the command line."""
    ask = add("ask", run_ask, "Answer a question with the sentences that do, or say that nothing does.")
    ask.add_argument("question", metavar="QUESTION", help='what you want to know; "words in quotation marks" must stand in the answer')
    ask.add_argument("file", nargs="?", default="-", metavar="FILE", help="with --jsonl: articles, one a line (default: standard input)")
    about = "ask the articles of the input, one a line as `octavo read --json` prints it; the answers are printed as one line"
    ask.add_argument("--jsonl", action="store_true", help=about)
    ask.add_argument("--most", type=count, default=MOST, metavar="N", help="give so many at most, the best ones (default: %(default)s)")
    ask.set_defaults(wrong_use=ask.error)


def run_ask(options: argparse.Namespace) -> int:
    """`octavo ask`."""
    if not options.question.strip():
        options.wrong_use("QUESTION is empty: say what you want to know")
    return ask_articles(options) if options.jsonl else ask_library(options)


def ask_articles(options: argparse.Namespace) -> int:
    """Ask the articles of the input; returns the exit status."""
    from octavo.commands.stories import articles
    from octavo.inputs import json_lines
    from octavo.jsonl import line
    from octavo.pipeline import ask

    complaints = Complaints()
    print(line(answers_json(ask(options.question, articles(json_lines(options.file), complaints), options.most))))
    return complaints.status


def ask_library(options: argparse.Namespace) -> int:
    """Ask the library, the specimen edition where the paper shows that; returns the exit status."""
    if options.file != "-":
        options.wrong_use("say --jsonl to ask the articles of FILE")
    from octavo.jsonl import line
    from octavo.site.library.opening import open_library

    open_library()
    from octavo.site.library.asking import ask
    from octavo.site.library.specimens import specimen_shown

    print(line(answers_json(ask(options.question, options.most, specimen=specimen_shown()).claims)))
    return 0


def answers_json(claims: tuple[Claim, ...]) -> dict[str, object]:
    """The contract's object: `answers`, each with `text`, `citations` and `independent_reports`."""
    return {"answers": [asdict(claim) for claim in claims]}
