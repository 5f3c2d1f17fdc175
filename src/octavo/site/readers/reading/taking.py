"""What a reader takes along of this room, and what is let go before they are erased."""

from __future__ import annotations

from typing import Any

from django.db.models import F

from octavo.addresses import keyless
from octavo.site.library.models import KeptArticle
from octavo.site.readers.models import User
from octavo.site.readers.reading.models import Highlight, LeftAt, ReadMark, ReadThrough, Saved, Subscription, Tag, Tagged
from octavo.site.readers.reading.preferences import preferences


def reading_of(reader: User) -> dict[str, Any]:
    """Everything that is kept here about a reader; articles by their addresses and headlines, so that it means something elsewhere.
    Whole addresses of sources are the owner's alone (`keyless`)."""
    def articles(rows: Any, *more: str) -> list[dict[str, Any]]:
        named = {"number": F("article"), "address": F("article__url"), "headline": F("article__headline")}
        return list(rows.order_by("pk").values(*more, **named))

    def of_sources(rows: Any, *more: str, **named: Any) -> list[dict[str, Any]]:
        (name, column), = named.items()
        shown = str if reader.is_superuser else keyless
        return [{**row, name: row[name] and shown(row[name])} for row in rows.order_by("pk").values(*more, **{name: F(column)})]

    known = preferences(reader)
    return {
        "settings": {"each_copy": known.each_copy, "keys": known.keys, "chosen_only": known.chosen_only},
        "subscriptions": of_sources(Subscription.objects.filter(reader=reader), "chosen", "folder", "title", address="source__address"),
        "saved": articles(Saved.objects.filter(reader=reader), "at"),
        "tag_names": list(Tag.objects.filter(reader=reader).order_by("folded").values_list("name", flat=True)),
        "tags": articles(Tagged.objects.filter(tag__reader=reader), "at", "tag__name"),
        "highlights": articles(Highlight.objects.filter(reader=reader), "at", "words", "note"),
        "read_through": of_sources(ReadThrough.objects.filter(reader=reader), "through", of="source__address"),
        "marks": articles(ReadMark.objects.filter(reader=reader), "read"),
        "left_at": articles(LeftAt.objects.filter(reader=reader), "block", "at"),
    }


def let_all_go(reader: User) -> None:
    """What is kept because that reader saved, tagged or marked it is not kept for that any more."""
    KeptArticle.objects.filter(by__in=[f"{why}:{reader.pk}" for why in ("saved", "tagged", "marked")]).delete()
