"""What stands where an article should: the paywall, the consent page, the sign-in or the check for robots. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from octavo.article import Article, Page

Wall = Literal["paywall", "consent", "blocked"]
"""A page that asks for a subscription, for consent, or for a sign-in or a proof of being a person, before it shows its article."""


def wall_of(page: Page, articles: Sequence[Article], asked: str | None = None) -> Wall | None:
    """What stands in the way of the article on an HTML page; None where the article is there.

    `articles` are those that were read from the page, none where there was nothing to read; `asked` is the address that was asked
    for, where the page's own is that after redirects.
    """
    return None
