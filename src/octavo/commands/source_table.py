"""The sources as a person or a program is shown them. No secret is in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone

from octavo.site.desk.adding.sources import listed
from octavo.site.library.models import Source
from octavo.site.paper.words import ago
from octavo.terminal import table
from octavo.words import count

_NONE = "There are no sources yet. `octavo add ADDRESS` adds one, `octavo add --starter all` well-known ones."
HEADS = ("source", "folder", "asked", "every", "articles", "")


def source_json() -> Iterator[dict[str, Any]]:
    """A record a source, in the order of folder and title; times in ISO 8601 with offset, what is not known null."""
    for row in _counted():
        yield {
            "address": row.address, "kind": row.kind, "title": row.title, "home": row.home, "folder": row.folder, "muted": row.muted,
            "full_text": row.full_text, "added": _iso(row.added), "fetched": _iso(row.fetched), "answered": _iso(row.answered),
            "changed": _iso(row.changed), "due": _iso(row.due_at), "interval": row.interval, "articles": row.articles,
            "failures": row.failures, "failing_since": _iso(row.failing_since), "reason": row.reason, "problem": row.problem,
            "note": row.note,
        }


def source_lines() -> list[str]:
    """A table for a terminal, and what to do where there is no source."""
    now = timezone.now()
    rows = [
        (str(row), row.folder, ago(row.fetched, now) if row.fetched else "never", every(row.interval), f"{row.articles:,}",
         _state(row, now))
        for row in _counted()
    ]
    return table(HEADS, rows) if rows else [_NONE]


def every(seconds: int | None) -> str:
    """An interval in its largest unit: "40 minutes", "3 hours", "2 days"; "" where there is none yet."""
    if seconds is None:
        return ""
    for unit, size in (("day", 86_400), ("hour", 3_600)):
        if seconds >= 2 * size:
            return count(round(seconds / size), unit)
    return count(round(seconds / 60), "minute")


def _state(row: Source, now: datetime) -> str:
    if row.muted:
        return "muted"
    if row.failures:
        again = f" (asked again {row.due_at:%-d %B, %H:%M} UTC)" if row.due_at and row.due_at > now else ""
        return f"fails: {row.problem}{again}"
    return row.note


def _counted() -> QuerySet[Any]:
    return listed().annotate(articles=Count("pages__articles")).order_by("folder", "title", "address")


def _iso(when: datetime | None) -> str | None:
    return when.isoformat() if when else None
