"""Rows of an edition, for the tests of what is made from them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from octavo.site.paper.entry import Row

NOW = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)


def row(pk: int, minutes: float = 0, publisher: str = "The Pilot", text: str | None = None, **fields: Any) -> Row:
    """An article that ranks that many minutes before NOW; without `text`, one that no other shares a word with."""
    body = " ".join(f"w{pk}x{place}" for place in range(40)) if text is None else text
    made: dict[str, Any] = {"headline": f"Number {pk}", "ranked": NOW - timedelta(minutes=minutes), "text": body}
    made |= {"voice": publisher.lower()}
    return Row(pk=pk, publisher=publisher, **made | fields)
