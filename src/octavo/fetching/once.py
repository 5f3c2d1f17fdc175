"""One page, for a command that a person gave an address to."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime

from octavo.article import Page
from octavo.fetching.answers import Request
from octavo.fetching.environment import door_of_environment


def fetch_page(url: str, fetched: datetime | None = None) -> Page:
    """Fetch one address. `fetched` is what "17 minutes ago" counts from (default: when the answer began). Raises FetchError.

    robots.txt is not asked: it is about robots that follow links, and here a person names the page.
    """

    async def fetch() -> Page:
        async with door_of_environment() as door:
            answer = await door.fetch(Request(url))
        return replace(answer.page(url), fetched=fetched or answer.fetched)

    return asyncio.run(fetch())
