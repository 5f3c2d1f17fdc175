"""The articles that a page or a sitemap links: what a source that is no feed brings."""

from __future__ import annotations

from typing import Literal

from octavo.fetching.discovery.front_pages import article_links
from octavo.fetching.discovery.link import LINKS_MOST, Link
from octavo.fetching.discovery.sitemaps import sitemap_links

__all__ = ["LINKS_MOST", "Link", "links_of"]


def links_of(body: bytes, content_type: str | None, url: str, kind: Literal["page", "sitemap"]) -> tuple[Link, ...]:
    """What the page or sitemap of that address links, LINKS_MOST at most.

    "page": articles of the same site, in the page's order, one an address, without the page's furniture. "sitemap" (also gz-compressed):
    articles newest first, or the sitemaps of a sitemap index, `is_sitemap` set. Raises TooLarge for a sitemap that grows beyond what is
    read, NotReadable for one that is none.
    """
    return article_links(body, content_type, url) if kind == "page" else sitemap_links(body, content_type, url)
