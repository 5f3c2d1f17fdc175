"""A picture as pages have it: its address in the paper, how large it is, what it shows and who took it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse

from octavo.addresses import web_address
from octavo.site.library.models import Article
from octavo.site.library.paper_settings import settings_of
from octavo.site.paper.entry import Entry
from octavo.site.paper.images.choices import ROOM, Pictures
from octavo.site.paper.images.shelf import Shelf, mark_of
from octavo.site.paper.images.shrinking import WIDTHS
from octavo.site.paper.words import standfirst

UNSEEN = (1200, 675)
"""The room that is kept for a picture that was never fetched: about the shape that publishers give to those that others show."""
LOOKED_AT = 40
"""Articles of the lead's story in which a picture is looked for."""
CAPTION, ALT, CREDIT = 400, 300, 120
"""Characters."""


@dataclass(frozen=True, slots=True)
class Picture:
    """`files` are (address, width); `seen` is whether its size is known, else it is a guess."""

    files: tuple[tuple[str, int], ...]
    width: int
    height: int
    seen: bool
    alt: str
    caption: str
    credit: str


def shelf() -> Shelf:
    """Where the library's pictures are."""
    return Shelf(Path(settings.DATA) / "images")


def article_picture(article: Article, now: datetime) -> Picture | None:
    """The picture of an article; None where it has none, it cannot be had, or the owner wants none. One query where it has one."""
    # The papers of the specimen edition are invented: their addresses lead nowhere.
    image = None if article.specimen else article.image
    if not image or not _address(image) or not settings_of(ROOM, Pictures).on_articles:
        return None
    return _picture(article.pk, image, now)


def lead_picture(entry: Entry | None, now: datetime) -> Picture | None:
    """The picture of the story that leads: its article's, else another's of the story. Two queries at most."""
    if entry is None:
        return None
    numbers = list(dict.fromkeys((entry.row.pk, *(row.pk for row in entry.rows))))[:LOOKED_AT]
    found = dict(Article.objects.filter(pk__in=numbers, image__isnull=False, specimen=False).values_list("pk", "image"))
    if not found or not settings_of(ROOM, Pictures).on_the_lead:
        return None
    pictures = (_picture(pk, found[pk] or {}, now) for pk in numbers if pk in found)
    return next((each for each in pictures if each), None)


def _picture(pk: int, image: Mapping[str, Any], now: datetime) -> Picture | None:
    url = _address(image)
    if not url:
        return None
    kept = shelf().known(url, now)
    if kept and not kept.widths:
        return None
    width, height = (kept.width, kept.height) if kept else UNSEEN
    alt, caption, credit = (str(image.get(name) or "") for name in ("alt", "caption", "credit"))
    # Another picture has another address, so that a browser may keep each for long.
    mark = mark_of(url)[:8]
    return Picture(
        files=tuple((f"{reverse('picture', args=[pk, each])}?v={mark}", each) for each in (kept.widths if kept else WIDTHS)),
        width=width, height=height, seen=kept is not None,
        alt="" if alt == caption else standfirst(alt, ALT), caption=standfirst(caption, CAPTION), credit=standfirst(credit, CREDIT),
    )


def _address(image: Mapping[str, Any] | None) -> str:
    """Where the picture lies, "" where that is no address of the web."""
    return web_address(str(image.get("url") or "")) or "" if image else ""
