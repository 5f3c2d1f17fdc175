"""The types that all rooms share: frozen, plain data that flows one way, from Page to Brief.

Words are those of the trade: an agency wrote the text, a publisher shows it; a kicker stands before a headline, a crosshead
inside the text, a credit under it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

ParagraphKind = Literal["text", "crosshead", "quote", "list"]
CreditRole = Literal["reporting", "additional reporting", "writing", "editing", "photography"]

PARAGRAPH_BREAK = "\n\n"
"""What joins the paragraphs of an article to its `text`; offsets of everything found later count it."""


MAX_BYTES = 64 * 2**20
"""The most of a page that is read: some 100,000 entries of a feed that gives summaries. More is refused, from a file before it is read."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched or given: the bytes as they came, where they came from and when.

    `name` is what errors call it (a path, an address, "standard input"); `fetched` has an offset and is what "17 minutes ago"
    counts from; `content_type` is the Content-Type header as it came, if there was one.
    """

    body: bytes = field(repr=False)
    fetched: datetime
    url: str | None = None
    name: str = "the input"
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of an article. A list item is a paragraph of its own. `text` is one line without edge white space."""

    kind: ParagraphKind
    text: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """"THE HAGUE (Reuters) -" before the first sentence: the place as printed, and the agency if it names one."""

    place: str
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """One name of a credit line: "Additional reporting by Andrew Gray at the Hague"."""

    role: CreditRole
    name: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """The lead image: its address as the page gives it, what it shows, what stands under it and who took it."""

    url: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it is printed. `headline` lacks the kicker; `paragraphs` hold neither headline, dateline nor credits.

    `id` is stable for the same address or, without one, the same text. `publisher` shows the article, `agency` wrote it (None:
    the publisher itself). `published` and `modified` have an offset. `language` is an ISO 639-1 code, None where the text is
    too short to tell.
    """

    id: str
    headline: str
    paragraphs: tuple[Paragraph, ...]
    url: str | None = None
    publisher: str | None = None
    agency: str | None = None
    kicker: str | None = None
    dateline: Dateline | None = None
    byline: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    language: str | None = None
    section: str | None = None
    image: Image | None = None

    @property
    def text(self) -> str:
        """The paragraphs joined by a blank line; everything found in an article is a span of this, in code points."""
        return PARAGRAPH_BREAK.join(paragraph.text for paragraph in self.paragraphs)
