"""Which articles of a feed have more to them on a page of their own. Pure."""

from __future__ import annotations

import re
from typing import Literal

from octavo.article import Article
from octavo.reading.parts.identity import normalised_url
from octavo.reading.summaries import is_summary

Rule = Literal["always", "short", "never"]
"""A source's: whether the pages of its articles are fetched always, when the feed's text is short, or never."""

_NO_PAGE = re.compile(
    r"\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac|mp4|m4v|mov|webm|avi|mkv|jpe?g|png|gif|webp|svg|pdf|zip|epub)/?$", re.IGNORECASE)


def wants_page(rule: str, summary: bool) -> bool:
    """Whether the page of an article that came from a feed, a summary or not, is to be fetched, by its source's rule (one of `Rule`)."""
    return rule == "always" or (rule == "short" and summary)


def is_partial(article: Article) -> bool:
    """Whether an article that came from a feed is known to be a part only: a summary, of which there is more on its own page."""
    return has_own_page(article.url) and is_summary(article)


def has_own_page(url: str | None) -> bool:
    """Whether the address is that of a page which can be an article's: not a site's front page, a recording or a picture."""
    return is_page(normalised_url(url or ""))


def is_page(name: str) -> bool:
    """`has_own_page` of an address that went through `normalised_url`."""
    _, slash, rest = name.replace("?", "/?", 1).partition("/")
    return bool(slash) and not _NO_PAGE.search(rest.partition("?")[0])
