"""Articles, pages and sources for the tests of the library, and what lies in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from octavo import Article, Page, Paragraph

if TYPE_CHECKING:
    from octavo.site.library.models import Source

MORNING = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)
BODY = (
    "The ferry Marit was towed into Skerry harbour on Tuesday with a hole in its bow the size of a door.",
    "Harbour master Ida Brekke said the ship would not sail again before the end of April.",
    "Islanders have been without a crossing since the grounding on Sunday night.",
)


def article(key: str = "ferry", *texts: str, **fields: Any) -> Article:
    """An article of a fictional paper; without `texts`, three paragraphs that name the key."""
    paragraphs = texts or (*BODY, f"It is the matter of {key}, and nothing else is.")
    made: dict[str, Any] = {"headline": f"Ferry to stay in harbour: {key}", "publisher": "Harbour Post", "url": f"https://post.example/{key}"}
    return Article(id=key, paragraphs=tuple(Paragraph("text", text) for text in paragraphs), **made | fields)


def page(body: bytes = b"<html>", minutes: int = 0, url: str | None = "https://post.example/front", **fields: Any) -> Page:
    """A page fetched that many minutes after MORNING."""
    return Page(body=body, fetched=MORNING + timedelta(minutes=minutes), url=url, **fields)


def source(kind: str = "file", address: str = "files") -> Source:
    """The source of that kind."""
    from octavo.site.library.importing import source_of
    from octavo.site.library.models import Source

    return source_of(Source.Kind(kind), address, address)


def whole_library() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the library, for "nothing changed"."""
    from django.apps import apps

    def cells(model: Any) -> list[tuple[Any, ...]]:
        found = model.objects.order_by("pk").values_list()
        return [tuple(bytes(cell) if isinstance(cell, memoryview) else cell for cell in row) for row in found]

    return {model.__name__: cells(model) for model in apps.get_app_config("library").get_models()}
