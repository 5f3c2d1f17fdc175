"""Sources into the library and out of it. Called in the library's thread; `discovering` finds what is to be added.

A source that is removed keeps its row where it brought anything: its pages and articles hang on it, and say where they came from. It
becomes a muted source of kind "file", one that is kept and never asked, and its secret is gone. Added again, the same row is polled
again: nothing that it brought before comes twice, and the pages that it waited for are fetched after all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import cast

from django.db.models import Q, QuerySet
from django.utils import timezone

from octavo.addresses import forms_of
from octavo.fetching.opml import Outline, SourceKind
from octavo.site.desk.adding.changes import as_never_asked, keep_credentials
from octavo.site.desk.adding.discovering import Found
from octavo.site.desk.polling.claiming import POLLED
from octavo.site.library import rows
from octavo.site.library.at_address import source_at
from octavo.site.library.models import FetchedPage, Source, SourceSecret
from octavo.site.library.writing import writing

CHUNK = 100
"""Outlines in a transaction: a query asks for eight forms of each address, and SQLite takes 999 values."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a list of sources: how many are new, how many were there already, and the titles of those without a usable address."""

    added: int = 0
    there: int = 0
    unusable: tuple[str, ...] = field(default=())

    def __add__(self, other: Added) -> Added:
        return Added(self.added + other.added, self.there + other.there, self.unusable + other.unusable)


def listed() -> QuerySet[Source]:
    """The sources that a person has, muted ones too: not the files, the specimen edition and what was removed."""
    return Source.objects.filter(kind__in=POLLED)


def listed_at(address: str) -> Source | None:
    """The source that is polled at that address or at another form of it: http or https, with www. or without, with the last stroke or
    without."""
    found = source_at(address)
    return found if found and found.kind in POLLED else None


def add_source(found: Found, folder: str = "", full_text: str = Source.FullText.SHORT, title: str = "") -> tuple[Source, bool]:
    """Put what was found into the library, due now. Returns the source, and whether it is new: one that is there stays as it is, but
    for the credentials, which are renewed where some were given.

    `found.credentials` are stored, and nothing else is: they are known to belong to the source's host. A "list" goes to `add_outlines`.
    """
    assert found.kind != "list"
    with writing():
        source = source_at(found.address)
        new = source is None or source.kind not in POLLED
        if source is None:
            source = Source(address=found.address, added=timezone.now())
        if new:
            _begin(source, found.kind, title or found.title, found.home, folder, full_text)
            source.save()
        if found.credentials:
            keep_credentials(source, found.credentials, timezone.now())
    return source, new


def add_outlines(outlines: Iterable[Outline], folder: str = "", full_text: str = Source.FullText.SHORT) -> Added:
    """Put the sources of a list into the library, due now; nothing is fetched. `folder` is for all of them ("": as the list has it)."""
    usable: list[Outline] = []
    done = Added()
    for outline in outlines:
        if outline.address:
            usable.append(outline)
        else:
            done += Added(unusable=(outline.title or outline.home,))
    for start in range(0, len(usable), CHUNK):
        with writing():
            done += _add_chunk(usable[start : start + CHUNK], folder, full_text)
    return done


def remove(source: Source) -> None:
    """Stop polling a source for good and forget its secret; its articles stay in the paper, see above."""
    with writing():
        now = timezone.now()
        idle = Source.objects.filter(pk=source.pk).filter(Q(leased_until__isnull=True) | Q(leased_until__lte=now))
        # A worker that is asking it right now has articles to hang on it.
        if idle.exists() and not FetchedPage.objects.filter(source=source).exists():
            source.delete()
            return
        SourceSecret.objects.filter(source=source).delete()
        kept = {"kind": Source.Kind.FILE, "muted": True, "leased_until": None, "leased_by": ""}
        Source.objects.filter(pk=source.pk).update(**as_never_asked(source.address, None), **kept)


def outlines() -> tuple[Outline, ...]:
    """The sources that a person has, as a list for other readers, by folder and title. No secret is in it."""
    found = listed().order_by("folder", "title", "address").values_list("address", "title", "home", "folder", "kind")
    return tuple(
        Outline(address, title, home, (folder,) if folder else (), cast(SourceKind, kind)) for address, title, home, folder, kind in found)


def _add_chunk(chunk: Sequence[Outline], folder: str, full_text: str) -> Added:
    now = timezone.now()
    forms = [form for each in chunk for form in forms_of(each.address)]
    there = {_mark(row.address): row for row in Source.objects.filter(address__in=forms)}
    new: list[tuple[Source, Outline]] = []
    for outline in chunk:
        source = there.get(_mark(outline.address)) or Source(address=outline.address, added=now)
        if source.kind not in POLLED:
            _begin(source, outline.kind, outline.title, outline.home, folder or " / ".join(outline.folders), full_text)
            new.append((source, outline))
            there[_mark(outline.address)] = source
    for source, _ in new:
        if source.pk:
            source.save()
    Source.objects.bulk_create([source for source, _ in new if source.pk is None])
    for source, outline in new:
        if outline.credentials:
            keep_credentials(source, outline.credentials, now)
    return Added(len(new), len(chunk) - len(new))


def _begin(source: Source, kind: str, title: str, home: str, folder: str, full_text: str) -> None:
    """Set a row, not yet saved, to be polled from now on, as if it had never been asked."""
    for name, value in as_never_asked(source.address, timezone.now()).items():
        setattr(source, name, value)
    source.kind, source.full_text, source.muted = kind, full_text, False
    source.title = rows.fitting(title, Source, "title")
    source.home = rows.address(home)
    source.folder = rows.fitting(folder.strip(), Source, "folder")


def _mark(address: str) -> str:
    """The same for all forms of an address."""
    return min(forms_of(address))
