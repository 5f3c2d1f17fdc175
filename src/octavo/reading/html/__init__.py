"""HTML pages -> drafts: metadata, headline, the article's blocks, the lead image."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from octavo.article import Page, Paragraph, ParagraphKind
from octavo.markup import parse
from octavo.reading.draft import Draft
from octavo.reading.html import blocks, main_content, metadata
from octavo.reading.html.blocks import Block, Flat, Kind
from octavo.reading.html.head import byline_of, kicker_of, marked_authors, time_of
from octavo.reading.html.headline import headline_of
from octavo.reading.html.images import lead_image
from octavo.reading.html.metadata import Metadata
from octavo.reading.html.tails import without_tail
from octavo.reading.parts import agencies, people
from octavo.reading.parts.cleaning import clean_headline, clean_line, fold

_KINDS: dict[Kind, ParagraphKind] = {"heading": "crosshead", "quote": "quote", "list": "list"}
PRINTED_LEAST = 0.3
"""How much of JSON-LD's copy of the text, by length, the page must print for that to count as the text."""

PARAGRAPH_LEAST, WORD_LEAST = 30, 4
"""The shortest printed paragraph and word of a headline, in characters, by which JSON-LD's copy of the text is known to be the page's."""

_END_MOST = 8
"""How many characters at the end of a line are looked at for the mark that ends a sentence."""

_BOLD_CROSSHEAD_MOST = 12
"""The most words of a line in bold that is a crosshead, not a sentence that the page shouts."""


def read_html(markup: str, page: Page) -> list[Draft]:
    """The article of an HTML page; an empty list where it holds only furniture.

    Hidden text is read only where nothing else is there, and JSON-LD's copy of the text where the page itself prints none: some pages
    show their text by a script. Raises `octavo.errors.NotReadable` for markup that holds no element.
    """
    tree = parse(markup, page.name)
    stated = metadata.read(tree, page.url, page.fetched)
    flat = blocks.flatten(tree)
    headline = headline_of(flat, stated)
    kept = main_content.choose(flat, headline)
    if not kept.blocks:
        flat = blocks.flatten(tree, hidden=True)
        kept = main_content.choose(flat, headline)
    paragraphs = tuple(_paragraphs(flat, kept.blocks))
    printed_size = sum(len(paragraph.text) for paragraph in paragraphs)
    if printed_size < PRINTED_LEAST * len(stated.body) and _agrees(stated.body, headline, paragraphs):
        paragraphs = tuple(Paragraph("text", line) for line in map(clean_line, stated.body.split("\n")) if line)
    if not paragraphs:
        return []
    owner = next(filter(None, map(agencies.known_among, stated.owners)), None)
    printed = byline_of(flat, kept, marked_authors(tree))
    byline = _byline(printed, stated)
    return [Draft(
        headline=clean_headline(headline),
        kicker=kicker_of(flat, headline),
        paragraphs=without_tail(paragraphs, people.read(byline, stated.publisher).names),
        url=stated.url,
        publisher=stated.publisher,
        agency=owner or people.read(printed, stated.publisher).agency,
        byline=byline,
        published=stated.published or time_of(flat, kept, page.fetched),
        modified=stated.modified,
        language=stated.language,
        section=stated.section,
        image=lead_image(tree, stated),
    )]


def _agrees(body: str, headline: str, printed: Sequence[Paragraph]) -> bool:
    """Whether JSON-LD's copy of a text is that of the page: it holds a printed paragraph or most longer words of the headline, or nothing
    is printed that it could disagree with.
    """
    said = f" {fold(body)} "
    lines = [line for line in (fold(paragraph.text) for paragraph in printed) if len(line) >= PARAGRAPH_LEAST]
    words = {word for word in fold(headline).split() if len(word) >= WORD_LEAST}
    return not printed or any(line in said for line in lines) or 2 * sum(f" {word} " in said for word in words) > len(words)


def _byline(printed: tuple[str, ...], stated: Metadata) -> tuple[str, ...]:
    """Whom the metadata names; what is printed, where that is nobody."""
    if people.read(stated.byline, stated.publisher).names:
        return stated.byline
    return (*stated.byline, *printed) or stated.author


def _paragraphs(flat: Flat, chosen: Sequence[int]) -> Iterator[Paragraph]:
    row: list[str] = []
    row_place = -1
    for place in chosen:
        block = flat.blocks[place]
        in_table = block.kind == "cell" and "\n" not in block.text and not main_content.prose(block)
        here = flat.containers[block.container].parent if in_table else -1
        if row and here != row_place:
            yield Paragraph("list", " · ".join(row))
            row = []
        row_place = here
        if here >= 0:
            row.append(block.text)
        else:
            yield from _lines(block)
    if row:
        yield Paragraph("list", " · ".join(row))


def _lines(block: Block) -> Iterator[Paragraph]:
    """A line break ends a paragraph, but not inside a heading or a sentence."""
    kind = _KINDS.get(block.kind, "text")
    if kind == "text" and _in_bold(block):
        kind = "crosshead"
    sentence: list[str] = []
    for line in block.text.split("\n"):
        if sentence and not (kind == "crosshead" or line[:1].islower() or sentence[-1].endswith((",", "-"))):
            yield Paragraph(kind, " ".join(sentence))
            sentence = []
        sentence.append(line)
    yield Paragraph(kind, " ".join(sentence))


def _in_bold(block: Block) -> bool:
    if block.strong < 0.95 * len(block.text) or "\n" in block.text or block.text.count(" ") >= _BOLD_CROSSHEAD_MOST:
        return False
    return re.search(r"[.,;:!…\"”»]\W*$", block.text[-_END_MOST:]) is None
