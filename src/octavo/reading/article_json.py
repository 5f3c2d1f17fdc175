"""An article as JSON, as `octavo read --json` prints it -> the article: the line of an archive, or a file that holds one."""

from __future__ import annotations

from dataclasses import replace

from octavo.addresses import web_address
from octavo.article import PARAGRAPH_BREAK, Article, Page, Paragraph
from octavo.errors import InputError
from octavo.jsonl import article_of, record_of
from octavo.reading.parts.identity import article_id
from octavo.reading.parts.languages import language

ARTICLE_TYPE = "application/vnd.octavo.article+json"
"""The Content-Type of a page that is the line of an archive: what it holds is an article, or nothing."""


def looks_like_article(text: str) -> bool:
    """Whether the text is a JSON object with a headline (or title) and a text or paragraphs."""
    try:
        record = record_of(text)
    except InputError:
        return False
    return isinstance(record, dict) and bool({"headline", "title"} & record.keys()) and bool({"text", "paragraphs"} & record.keys())


def read_article(text: str, page: Page) -> Article:
    """The one article. Its id stays; without one it is made as for any other page. Raises InputError, which says what is wrong with it.

    Addresses that are none of the web are left out, as from any other page; empty paragraphs too.
    """
    read = article_of(record_of(text, page.name), page.name)
    lines = (Paragraph(each.kind, " ".join(each.text.split())) for each in read.paragraphs)
    paragraphs = tuple(each for each in lines if each.text)
    said = PARAGRAPH_BREAK.join(each.text for each in paragraphs)
    url = web_address(read.url)
    image = web_address(read.image.url) if read.image else None
    return replace(
        read,
        id=read.id or article_id(url, read.headline, said),
        headline=" ".join(read.headline.split()),
        paragraphs=paragraphs,
        url=url,
        language=read.language if read.language and len(read.language) == 2 else language(f"{read.headline}\n{said}", read.language),
        image=replace(read.image, url=image) if read.image and image else None,
    )
