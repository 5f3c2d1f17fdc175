"""Which articles of a feed have more to them on their own page. Pure."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

from octavo.article import Article
from octavo.reading.summaries import is_summary

Rule = Literal["always", "short", "never"]
"""A source's: whether the pages of its articles are fetched always, when the feed's text is short, or never."""


def wants_page(article: Article, rule: str) -> bool:
    """Whether the page of an article that came from a feed is to be fetched, by its source's rule (one of `Rule`).

    Never one without an address of its own: the front page of a site is the page of no article.
    """
    if rule == "never" or not has_own_page(article.url):
        return False
    return rule == "always" or is_summary(article)


def has_own_page(url: str | None) -> bool:
    """Whether the address is more than that of a site's front page."""
    if not url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.path.strip("/") or parts.query)
