"""How much the library takes, as far as a limit on the disk goes: what is free within its files does not count.

SQLite says how much of its file holds nothing. PostgreSQL does not say it, and gives no room back by itself: there what texts and pages
hold is summed up, and counted for as much as it ever took at least: where articles went files are too large for what they hold, and in a
small library most is not content.
"""

from __future__ import annotations

from django.db import connection
from django.db.models import Sum
from django.db.models.functions import Length

from octavo.site.library.keeping.room import free_inside, library_size
from octavo.site.library.models import Article, Choice, FetchedPage
from octavo.site.library.writing import writing

WORTH = "keeping worth"
"""The Choice that holds how many bytes a byte of content took at least on PostgreSQL."""


class Gauge:
    """Whether the library takes more than `most` bytes, while some of it goes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._content = _content() if connection.vendor == "postgresql" else 0
        self._worth = _worth(self._content) if connection.vendor == "postgresql" else 0.0

    def over(self) -> bool:
        """Whether it does. A statement on SQLite."""
        return self.size() > self._most

    def size(self) -> int:
        """Bytes that it takes."""
        if connection.vendor == "postgresql":
            return int(self._content * self._worth)
        return library_size() - free_inside()

    def keep(self) -> None:
        """Remember what a byte of content takes now, before some of it goes."""
        if connection.vendor == "postgresql":
            with writing():
                Choice.objects.update_or_create(name=WORTH, defaults={"value": self._worth})

    def less(self, size: int) -> None:
        """So many bytes of texts or pages went."""
        self._content -= size


def _content() -> int:
    pages = FetchedPage.objects.aggregate(all=Sum(Length("body")))["all"] or 0
    texts = Article.objects.aggregate(all=Sum(Length("text")))["all"] or 0
    return max(1, pages + texts)


def _worth(content: int) -> float:
    known = Choice.objects.filter(name=WORTH).values_list("value", flat=True).first()
    worth = library_size() / content
    return min(worth, float(known)) if isinstance(known, int | float) else worth
