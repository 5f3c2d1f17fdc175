"""Who said what: quotes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from octavo.commands.arguments import AddCommand
from octavo.errors import InputError, OctavoError, TooLarge
from octavo.terminal import Complaints, complain

if TYPE_CHECKING:
    from octavo.article import Page
    from octavo.jsonl import Text

BATCH_TEXTS = 64
BATCH_CHARACTERS = 500_000
"""What is analysed at once: so much that the model is never idle, so little that answers come soon and memory stays bounded."""


def add_commands(add: AddCommand) -> None:
    """Put the command on the command line."""
    quotes = add("quotes", run_quotes, "Print who said what in a text, with the exact words.", library=False)
    quotes.add_argument("file", nargs="?", metavar="FILE", help="a UTF-8 text, or - for standard input")
    quotes.add_argument("--json", action="store_true", help="one line of JSON")
    about = "the input is a text a line, as JSON with id and text (default: standard input); each is answered with a line"
    quotes.add_argument("--jsonl", action="store_true", help=about)
    quotes.set_defaults(wrong_use=quotes.error)


def run_quotes(options: argparse.Namespace) -> int:
    """`octavo quotes`."""
    if options.jsonl:
        return _answer_lines(options.file or "-")
    if options.file is None:
        options.wrong_use("name a FILE, - for standard input, or --jsonl")
    from octavo.analysis import MAX_CHARACTERS
    from octavo.attribution.attribution_json import answer_json
    from octavo.commands.statement_text import statements_text
    from octavo.inputs import load_text
    from octavo.jsonl import line
    from octavo.pipeline import attributions

    text = load_text(options.file, MAX_CHARACTERS)
    found = attributions(text)
    print(line(answer_json(options.file, found)) if options.json else statements_text(text, found))
    return 0


def _answer_lines(name: str) -> int:
    """A line for each text, in their order; a bad line is named on stderr and has no answer. Returns the exit status.

    A text whose day cannot be read is answered: that is said, but nothing failed.
    """
    from octavo.attribution.attribution_json import answer_json
    from octavo.inputs import json_lines
    from octavo.jsonl import line
    from octavo.pipeline import analyse

    complaints = Complaints()
    for batch in batches(texts(json_lines(name), complaints, complain)):
        found = analyse([each.text for each in batch], [each.published for each in batch])
        for each, analysis in zip(batch, found, strict=True):
            print(line(answer_json(each.id, analysis.attributions)))
        sys.stdout.flush()
    return complaints.status


def texts(
    lines: Iterable[Page | InputError], failed: Callable[[OctavoError], None], noted: Callable[[InputError], object]
) -> Iterator[Text]:
    """The texts that the lines hold; what is wrong with a line is given to `failed`, and the next is read; to `noted` is given what of a
    line is left out.
    """
    from octavo.analysis import MAX_CHARACTERS
    from octavo.jsonl import record_of, text_of

    for page in lines:
        try:
            if isinstance(page, InputError):
                raise page
            text = text_of(record_of(page.body, page.name), page.name, noted)
            if len(text.text) > MAX_CHARACTERS:
                raise TooLarge(page.name, f"its text is longer than {MAX_CHARACTERS:,} characters", "Give it in several texts")
            yield text
        except OctavoError as error:
            failed(error)


def batches(given: Iterable[Text]) -> Iterator[list[Text]]:
    """The texts in their order, together as far as BATCH_TEXTS and BATCH_CHARACTERS allow; a longer text stands alone."""
    batch: list[Text] = []
    size = 0
    for text in given:
        if batch and (len(batch) == BATCH_TEXTS or size + len(text.text) > BATCH_CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text.text)
    if batch:
        yield batch
