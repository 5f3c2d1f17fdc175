"""What readers do with their searches: keep, name, put in another order, remove and put back. Each takes the reader whose they are."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Literal

from django.db.models import Max

from octavo.site.library.models import Article
from octavo.site.library.rows import storable
from octavo.site.library.searching.pieces import on_a_line
from octavo.site.library.writing import explaining, writing
from octavo.site.readers.models import User
from octavo.site.readers.searches.models import SavedSearch

MOST = 20
"""Searches that a reader can keep."""
NAME = 80
"""Characters of a name."""
PUT_BACK = timedelta(days=7)
"""How long one that was removed can be put back."""

Kept = Literal["kept", "known", "full", "empty"]


@explaining()
def searches_of(reader: int) -> list[SavedSearch]:
    """The searches that a reader keeps, in the order in which they were made. One query."""
    return list(SavedSearch.objects.filter(reader=reader, removed=None).order_by("made", "pk")[:MOST])


def removed_by(reader: int, now: datetime) -> list[SavedSearch]:
    """Those that the reader removed and can put back, the last first. One query."""
    return list(SavedSearch.objects.filter(reader=reader, removed__gt=now - PUT_BACK).order_by("-removed", "-pk")[:MOST])


def search_of(reader: int, pk: int) -> SavedSearch | None:
    """That search, if it is this reader's. One query."""
    return SavedSearch.objects.filter(reader=reader, removed=None, pk=pk).first()


def keep(reader: User, query: str, name: str, order: str, now: datetime) -> tuple[Kept, int]:
    """Keep a search, and its number; the one that is there where the reader keeps the same already. Nothing where they have MOST."""
    told, _ = on_a_line(query)
    if not told:
        return "empty", 0
    with writing():
        SavedSearch.objects.filter(reader=reader, removed__lt=now - PUT_BACK).delete()
        own = SavedSearch.objects.filter(reader=reader, removed=None)
        if there := own.filter(query=told).first():
            return "known", there.pk
        if own.count() >= MOST:
            return "full", 0
        made = SavedSearch.objects.create(
            reader=reader, query=told, name=named(name) or named(told), order=order, made=now, seen=newest_article(),
        )
        return "kept", made.pk


def rename(reader: User, pk: int, name: str) -> bool:
    """Give it another name; False where it is not this reader's or the name is none."""
    with writing():
        told = named(name)
        return bool(told and SavedSearch.objects.filter(reader=reader, removed=None, pk=pk).update(name=told))


def remove(reader: User, pk: int, now: datetime) -> bool:
    """Remove it; it can be put back. False where it is not this reader's."""
    with writing():
        return bool(SavedSearch.objects.filter(reader=reader, removed=None, pk=pk).update(removed=now))


def put_back(reader: User, pk: int, now: datetime) -> bool:
    """It is as it was; False where it is not this reader's, was removed long ago, the same was kept meanwhile, or there are too many."""
    with writing():
        gone = SavedSearch.objects.filter(reader=reader, removed__gt=now - PUT_BACK, pk=pk).first()
        own = SavedSearch.objects.filter(reader=reader, removed=None)
        if gone is None or own.count() >= MOST or own.filter(query=gone.query).exists():
            return False
        gone.removed = None
        gone.save(update_fields=["removed"])
        return True


def turn_key(reader: User, pk: int) -> bool:
    """Its feed gets another address; False where it is not this reader's."""
    with writing():
        found = SavedSearch.objects.filter(reader=reader, removed=None, pk=pk).first()
        if found is None:
            return False
        found.feed_turn += 1
        found.save(update_fields=["feed_turn"])
        return True


def looked(search: SavedSearch, upto: int) -> None:
    """The reader has looked at what had come in up to that article."""
    if upto > search.seen:
        with writing():
            SavedSearch.objects.filter(pk=search.pk, seen__lt=upto).update(seen=upto)


def newest_article() -> int:
    """The number of the article that came in last, 0 where there is none. One query."""
    return int(Article.objects.aggregate(last=Max("pk"))["last"] or 0)


def named(name: str) -> str:
    """A name as it is kept."""
    return storable(on_a_line(name)[0])[:NAME].strip()


def searches_taken(reader: User) -> list[dict[str, Any]]:
    """What a reader takes along."""
    return [{"name": each.name, "query": each.query, "order": each.order, "made": each.made} for each in searches_of(reader.pk)]
