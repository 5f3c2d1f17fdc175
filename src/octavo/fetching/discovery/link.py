"""A link to an article, and how many there may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

LINKS_MOST = 1_000


@dataclass(frozen=True, slots=True)
class Link:
    """An article (or, `is_sitemap`, another sitemap) that a page or a sitemap links. `url` is absolute and ASCII; `title` is "" where none
    is given. `published` is what a news sitemap says, `changed` its lastmod: with an offset, None where not given."""

    url: str
    title: str = ""
    published: datetime | None = None
    changed: datetime | None = None
    is_sitemap: bool = False
