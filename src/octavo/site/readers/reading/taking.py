"""What a reader takes along of this room, and what is let go before they are erased."""

from __future__ import annotations

from typing import Any

from django.db.models import F

from octavo.site.library.models import KeptArticle
from octavo.site.readers.models import User
from octavo.site.readers.reading.models import Highlight, ReadMark, ReadThrough, Saved, Subscription, Tagged
from octavo.site.readers.reading.preferences import preferences


def reading_of(reader: User) -> dict[str, Any]:
    """Everything that is kept here about a reader; articles by their addresses and headlines, so that it means something elsewhere."""
    def articles(rows: Any, *more: str) -> list[dict[str, Any]]:
        named = {"number": F("article"), "address": F("article__url"), "headline": F("article__headline")}
        return list(rows.order_by("pk").values(*more, **named))

    known = preferences(reader)
    return {
        "settings": {"each_copy": known.each_copy, "keys": known.keys, "chosen_only": known.chosen_only},
        "subscriptions": list(
            Subscription.objects.filter(reader=reader).order_by("pk").values("chosen", "folder", "title", address=F("source__address"))),
        "saved": articles(Saved.objects.filter(reader=reader), "at"),
        "tags": articles(Tagged.objects.filter(tag__reader=reader), "at", "tag__name"),
        "highlights": articles(Highlight.objects.filter(reader=reader), "at", "words", "note"),
        "read_through": list(ReadThrough.objects.filter(reader=reader).order_by("pk").values("through", of=F("source__address"))),
        "marks": articles(ReadMark.objects.filter(reader=reader), "read"),
    }


def let_all_go(reader: User) -> None:
    """What is kept because that reader saved, tagged or marked it is not kept for that any more."""
    KeptArticle.objects.filter(by__in=[f"{why}:{reader.pk}" for why in ("saved", "tagged", "marked")]).delete()
