"""What each reader subscribes to: which sources, in which folders, under which names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from octavo.site.library.models import Source
from octavo.site.library.rows import storable
from octavo.site.library.writing import explaining, writing
from octavo.site.readers.models import User
from octavo.site.readers.reading.models import Subscription
from octavo.site.readers.reading.preferences import preferences, put_preferences

FOLDER, TITLE = 200, 300
"""Characters of a folder's name, and of a reader's own name for a source."""


@dataclass(frozen=True, slots=True)
class Subscribed:
    """A source as a reader has it: its name and folder are the reader's own where they gave it one, else the owner's."""

    source: int
    name: str
    address: str
    folder: str
    chosen: bool


@explaining()
def chosen_sources(reader: Any) -> frozenset[int] | None:
    """The numbers of the sources that a reader reads; None: all. One query for readers of all sources, two for others; none for whoever
    has not signed in."""
    if not preferences(reader).chosen_only:
        return None
    return frozenset(Subscription.objects.filter(reader=reader.pk, chosen=True).values_list("source", flat=True))


@explaining()
def subscribed(reader: User, sources: Iterable[tuple[int, str, str, str]]) -> list[Subscribed]:
    """Sources as the owner has them (number, name, address, folder) -> as that reader has them, by folder and name, those without a folder
    last. One query, and one for the preferences."""
    own = {row.source_id: row for row in Subscription.objects.filter(reader=reader)}
    everything = not preferences(reader).chosen_only
    return in_order(_subscribed(each, own, everything) for each in sources)


def in_order(subscriptions: Iterable[Subscribed]) -> list[Subscribed]:
    """By folder, those without one last, and by name; capitals make no difference. Pure."""
    return sorted(subscriptions, key=lambda each: (not each.folder, each.folder.casefold(), each.folder, each.name.casefold(), each.source))


def choose(reader: User, sources: Collection[int] | None) -> None:
    """Read those sources alone; None: all, those that come later too."""
    with writing():
        put_preferences(reader, replace(preferences(reader), chosen_only=sources is not None))
        if sources is None:
            return
        Subscription.objects.filter(reader=reader).exclude(source__in=list(sources)).update(chosen=False)
        _put(reader, sources, ["chosen"], chosen=True)


def move(reader: User, sources: Collection[int], folder: str) -> None:
    """Put those sources into a folder of the reader's own; "": in none."""
    with writing():
        _put(reader, sources, ["folder"], folder=folder_name(folder))


def name(reader: User, source: int, title: str) -> None:
    """Give a source a name of the reader's own; "": its own again."""
    with writing():
        _put(reader, [source], ["title"], title=" ".join(storable(title).split())[:TITLE])


def folder_name(written: str) -> str:
    """What somebody wrote as a folder's name -> the name, on one line."""
    return " ".join(storable(written[: 10 * FOLDER]).split())[:FOLDER]


def _put(reader: User, sources: Collection[int], fields: list[str], **values: Any) -> None:
    there = Source.objects.filter(pk__in=list(sources)).order_by("pk").values_list("pk", flat=True)
    rows = [Subscription(reader=reader, source_id=pk, **values) for pk in there]
    Subscription.objects.bulk_create(rows, update_conflicts=True, unique_fields=["reader", "source"], update_fields=fields)


def _subscribed(source: tuple[int, str, str, str], own: Mapping[int, Subscription], everything: bool) -> Subscribed:
    pk, title, address, folder = source
    row = own.get(pk)
    if row is None:
        return Subscribed(pk, title, address, folder, everything)
    return Subscribed(pk, row.title or title, address, folder if row.folder is None else row.folder, everything or row.chosen)
