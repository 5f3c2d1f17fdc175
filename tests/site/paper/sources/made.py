"""Invented sources for the tests of their pages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from tests.site.library.articles import article, page

if TYPE_CHECKING:
    from octavo.site.library.models import Source


def made(number: int = 0, **fields: Any) -> Source:
    """A feed of a paper of that number."""
    from django.utils import timezone

    from octavo.site.library.models import Source

    address = f"https://paper{number}.example/feed"
    values: dict[str, Any] = {
        "kind": "feed", "address": address, "title": f"Paper {number}", "added": timezone.now() - timedelta(days=90),
        "host": f"paper{number}.example", "due_at": timezone.now() + timedelta(minutes=20, seconds=30),
    }
    return Source.objects.create(**values | fields)


def brought(source: Source, *counts: int) -> None:
    """Give it so many articles today, yesterday and so on."""
    from octavo.site.library.models import SourceDay

    today = today_utc()
    SourceDay.objects.bulk_create(
        SourceDay(source=source, day=today - timedelta(days=ago), articles=number) for ago, number in enumerate(counts) if number
    )


def put_article(source: Source, key: str, **fields: Any) -> None:
    """An article in the library that the source brought."""
    from octavo.site.library.importing import import_page

    import_page(page(key.encode(), url=f"https://post.example/{key}"), [article(key, **fields)], source)


def today_utc() -> date:
    return datetime.now(UTC).date()
