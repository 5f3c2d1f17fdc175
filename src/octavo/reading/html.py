"""HTML pages -> drafts: metadata, headline, the article's blocks, the lead image."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from octavo.article import Page, Paragraph, ParagraphKind
from octavo.reading import blocks, main_content, metadata
from octavo.reading.blocks import Block, Flat, Kind
from octavo.reading.bylines import byline_of
from octavo.reading.cleaning import clean_headline, clean_line
from octavo.reading.draft import Draft
from octavo.reading.headline import headline_of
from octavo.reading.images import lead_image

_KINDS: dict[Kind, ParagraphKind] = {"heading": "crosshead", "quote": "quote", "list": "list"}
_BOLD_CROSSHEAD_MOST = 12
"""The most words of a line in bold that is a crosshead, not a sentence that the page shouts."""


def read_html(markup: str, page: Page) -> list[Draft]:
    """The article of an HTML page; an empty list where it holds only furniture.

    Raises `octavo.errors.NotReadable` for markup that holds no element.
    """
    tree = blocks.parse(markup, page.name)
    stated = metadata.read(tree, page.url)
    flat = blocks.flatten(tree)
    headline = headline_of(flat, stated)
    kept = main_content.choose(flat, headline)
    paragraphs = tuple(_paragraphs(flat, kept.blocks))
    if not paragraphs:
        return []
    return [Draft(
        headline=clean_headline(headline),
        paragraphs=paragraphs,
        url=stated.url,
        publisher=stated.publisher,
        byline=stated.byline or byline_of(flat, kept),
        published=stated.published,
        modified=stated.modified,
        language=stated.language,
        section=stated.section,
        image=lead_image(tree, stated),
    )]


def _paragraphs(flat: Flat, chosen: Sequence[int]) -> Iterator[Paragraph]:
    row: list[str] = []
    row_place = -1
    for place in chosen:
        block = flat.blocks[place]
        here = flat.containers[block.container].parent if block.kind == "cell" and not main_content.prose(block) else -1
        if row and here != row_place:
            yield Paragraph("list", " · ".join(row))
            row = []
        row_place = here
        if here >= 0:
            row.append(clean_line(block.text))
        else:
            yield from _lines(block)
    if row:
        yield Paragraph("list", " · ".join(row))


def _lines(block: Block) -> Iterator[Paragraph]:
    """A line break ends a paragraph, but not inside a heading or a sentence."""
    kind = _KINDS.get(block.kind, "text")
    if kind == "text" and _in_bold(block):
        kind = "crosshead"
    lines: list[str] = []
    for line in map(clean_line, block.text.split("\n")):
        if lines and (kind == "crosshead" or line[:1].islower() or lines[-1].endswith((",", "-"))):
            lines[-1] += " " + line
        elif line:
            lines.append(line)
    for line in lines:
        yield Paragraph(kind, line)


def _in_bold(block: Block) -> bool:
    if block.strong < 0.95 * len(block.text) or "\n" in block.text or block.text.count(" ") >= _BOLD_CROSSHEAD_MOST:
        return False
    return re.search(r"[.,;:!…\"”»]\W*$", block.text) is None
