"""Article -> row and back: the one place that knows how an article lies in the library.

What a database refuses never gets there: NUL and lone surrogates, a text longer than its column, a time outside years 1 to 9999.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import asdict
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from octavo.article import PARAGRAPH_BREAK, Article, Credit, Dateline, Image, Page, Paragraph
from octavo.grouping.copies.sketch import pack, sketch
from octavo.site.library import models
from octavo.site.library.bodies import Bases, body_of

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
TEXT_FIELDS = tuple(field.name for field in models.ArticleText._meta.fields)


def storable(text: str) -> str:
    """That text without what PostgreSQL refuses, NUL and lone surrogates: each becomes U+FFFD."""
    return text if text.isprintable() else _UNSTORABLE.sub("\ufffd", text)


def fitting(text: str | None, model: type[Any], field: str) -> str:
    """That text, storable and cut to its column with an ellipsis; None is the empty text."""
    if not text:
        return ""
    limit = model._meta.get_field(field).max_length
    kept = storable(text)
    return kept if len(kept) <= limit else kept[: limit - 1].rstrip() + "…"


def address(url: str | None) -> str:
    """That address, storable; one too long for its column is none at all, since half an address leads nowhere."""
    kept = storable(url or "")
    return kept if len(kept) <= 2000 else ""


def moment(time: datetime | None) -> datetime | None:
    """That time in UTC; None where it lies outside the years that can be stored, once its offset is counted."""
    try:
        return time.astimezone(UTC) if time else None
    except (OverflowError, ValueError):
        return None


def moment_of_fetch(page: Page) -> datetime:
    """When the page was fetched, in UTC; at the edge of time the offset is left out of account."""
    return moment(page.fetched) or page.fetched.replace(tzinfo=UTC)


def key_of(article: Article) -> str:
    """The id that reading gave, as it is stored."""
    kept = storable(article.id)
    return kept if len(kept) <= 64 else hashlib.sha256(kept.encode()).hexdigest()


def publisher_name(article: Article) -> str:
    """The name of its publisher as it is stored, "" without one."""
    return fitting(article.publisher, models.Publisher, "name").strip()


def text_fields(article: Article) -> dict[str, Any]:
    """Article -> the fields that the article as it stands and its earlier versions have in common."""
    spans, parts, start = [], [], 0
    for paragraph in article.paragraphs:
        part = storable(paragraph.text)
        parts.append(part)
        spans.append([paragraph.kind, start, start + len(part)])
        start += len(part) + len(PARAGRAPH_BREAK)
    dateline = article.dateline or Dateline("")
    return {
        "headline": storable(article.headline),
        "kicker": fitting(article.kicker, models.Article, "kicker"),
        "dateline_place": fitting(dateline.place, models.Article, "dateline_place"),
        "dateline_agency": fitting(dateline.agency, models.Article, "dateline_agency"),
        "byline": [storable(name) for name in article.byline],
        "credits": [
            {"role": credit.role, "name": storable(credit.name), "place": credit.place and storable(credit.place)}
            for credit in article.credits
        ],
        "text": PARAGRAPH_BREAK.join(parts),
        "paragraphs": spans,
        "published": moment(article.published),
        "modified": moment(article.modified),
    }


def article_fields(article: Article, position: int, seen: str) -> dict[str, Any]:
    """Article -> all fields of its row but its key, page and publisher, when it arrived and what it ranks by. `seen`: `intents.seen`."""
    fields = text_fields(article)
    return fields | {
        "position": position,
        "url": address(article.url),
        "agency": fitting(article.agency, models.Article, "agency"),
        "language": fitting(article.language, models.Article, "language"),
        "section": fitting(article.section, models.Article, "section"),
        "image": article.image and {name: storable(value) for name, value in asdict(article.image).items()},
        "sketch": pack(sketch(fields["text"])),
        "seen": seen,
    }


def ranking(published: datetime | None, arrived: datetime) -> datetime:
    """The time that an article ranks by, from when it was published and when it was first fetched, both UTC."""
    return min(published, arrived) if published else arrived


def paragraphs_of(row: models.ArticleText) -> list[str]:
    """The texts of its paragraphs: all that is needed to tell whether it is whole, and quicker than `article_of`."""
    return [row.text[start:end] for _, start, end in row.paragraphs]


def article_of(row: models.Article) -> Article:
    """A row (with its publisher) -> the Article that it holds."""
    return Article(
        id=row.key,
        headline=row.headline,
        paragraphs=tuple(Paragraph(kind, row.text[start:end]) for kind, start, end in row.paragraphs),
        url=row.url or None,
        publisher=row.publisher.name if row.publisher else None,
        agency=row.agency or None,
        kicker=row.kicker or None,
        dateline=Dateline(row.dateline_place, row.dateline_agency or None) if row.dateline_place or row.dateline_agency else None,
        byline=tuple(row.byline),
        credits=tuple(Credit(**credit) for credit in row.credits),
        published=row.published,
        modified=row.modified,
        language=row.language or None,
        section=row.section or None,
        image=Image(**row.image) if row.image else None,
    )


def digest_of(page: Page) -> str:
    """SHA-256 of the address, a line feed and the body: the same bytes of the same address are the same page."""
    return hashlib.sha256(address(page.url).encode() + b"\n" + page.body).hexdigest()


def page_fields(page: Page) -> dict[str, Any]:
    """Page -> the fields of its row but its source and its body."""
    fetched, offset = moment_of_fetch(page), page.fetched.utcoffset()
    return {
        "url": address(page.url),
        "name": fitting(page.name, models.FetchedPage, "name"),
        "content_type": fitting(page.content_type, models.FetchedPage, "content_type"),
        "fetched": fetched,
        "offset": round(offset.total_seconds()) if offset and moment(page.fetched) else 0,
        "digest": digest_of(page),
    }


def page_of(row: models.FetchedPage, bases: Bases | None = None) -> Page:
    """A row -> the Page that it holds; `bases` keeps what several pages have in common. Raises what `bodies.body_of` raises."""
    body = body_of(row, (bases or Bases()).of(row))
    fetched = row.fetched.astimezone(timezone(timedelta(seconds=row.offset)))
    return Page(body=body, fetched=fetched, url=row.url or None, name=row.name, content_type=row.content_type or None)
