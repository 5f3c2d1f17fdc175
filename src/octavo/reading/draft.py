"""What the readers of feeds, HTML and saved page text have in common: the draft that each of them hands to `finish`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from octavo.article import Image, Paragraph


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a reader found it, before kicker, dateline, credits and agency are told from the text.

    `headline` may still start with a kicker ("Analysis-Following ...") or end with the publisher; `kicker` is one that stands by itself
    before it; the first paragraph may still
    start with a dateline, the last ones may be credit lines ("(Reporting by ...)"). `byline` holds bylines as printed ("By Jane
    Doe, Associated Press"). `agency` is one that metadata states, `published` and `modified` have offsets. `untitled`
    says that the headline was made of the first sentence, which stays in the text.
    """

    headline: str
    paragraphs: tuple[Paragraph, ...]
    url: str | None = None
    publisher: str | None = None
    agency: str | None = None
    byline: tuple[str, ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    language: str | None = None
    section: str | None = None
    image: Image | None = None
    kicker: str | None = None
    untitled: bool = False
