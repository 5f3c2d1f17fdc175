"""Many articles marked as read at once, and that undone.

A deed is undone exactly: what was opened or marked by hand since stays as it was left, and what a later deed covers stays read. Up to a
number of an article it costs a row for each source that it names, or one for all, however many articles there are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from octavo.site.library.models import Article
from octavo.site.library.writing import writing
from octavo.site.readers.models import User
from octavo.site.readers.reading.marking import AT_ONCE, read_among
from octavo.site.readers.reading.models import ReadingDeed, ReadMark, ReadThrough

UNDOABLE = timedelta(days=1)
"""How long a deed can be undone."""


@dataclass(frozen=True, slots=True)
class Later:
    """A deed that came after another: what it covers. `sources` None: all."""

    number: int
    through: int | None
    sources: frozenset[int] | None
    articles: frozenset[int]

    def covers(self, article: int, source: int) -> bool:
        """Whether it made that article of that source read, had it been unread."""
        up_to = self.through is not None and article <= self.through and (self.sources is None or source in self.sources)
        return up_to or article in self.articles


def read_through(reader: User, through: int, now: datetime, sources: Collection[int] | None = None) -> int:
    """Everything up to that article's number is read, of those sources or of all. Returns the number of the deed, to undo it."""
    with writing():
        _settle(reader, now)
        newest = Article.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        through = max(0, min(through, newest))
        listed = None if sources is None else sorted(sources)
        deed = ReadingDeed.objects.create(reader=reader, made=now, through=through, sources=listed)
        of = [None] if listed is None else listed
        ReadThrough.objects.bulk_create([ReadThrough(reader=reader, source_id=each, through=through, deed=deed) for each in of])
        unread = ReadMark.objects.filter(reader=reader, read=False, article__lte=through)
        if listed is not None:
            unread = unread.filter(article__page__source__in=listed)
        unread.update(read=True, deed=deed, was_unread=True)
    return deed.pk


def read_articles(reader: User, articles: Collection[int], now: datetime) -> int:
    """Those articles are read, at most AT_ONCE: a section, a story. Returns the number of the deed, to undo it."""
    with writing():
        _settle(reader, now)
        listed = list(Article.objects.filter(pk__in=list(articles)[:AT_ONCE]).order_by("pk").values_list("pk", flat=True))
        read = read_among(reader, listed)
        deed = ReadingDeed.objects.create(reader=reader, made=now, articles=listed)
        unread = [pk for pk in listed if pk not in read]
        marked = set(ReadMark.objects.filter(reader=reader, article__in=unread).values_list("article", flat=True))
        rows = [ReadMark(reader=reader, article_id=pk, read=True, deed=deed, was_unread=pk in marked) for pk in unread]
        ReadMark.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["reader", "article"], update_fields=["read", "deed", "was_unread"])
    return deed.pk


def undo(reader: User, number: int) -> bool:
    """Undo the deed of that number; False where the reader has none of that number: it was undone, or is too old."""
    with writing():
        deed = ReadingDeed.objects.filter(reader=reader, pk=number).first()
        if deed is None:
            return False
        later = _later(reader, number)
        rows = list(ReadMark.objects.filter(deed=deed).values_list("pk", "article", "article__page__source", "was_unread"))
        keeping = {row: _keeper(later, article, source, was_unread) for row, article, source, was_unread in rows}
        for each in later:
            ReadMark.objects.filter(pk__in=[row for row, keeper in keeping.items() if keeper == each.number]).update(deed=each.number)
        freed = ReadMark.objects.filter(pk__in=[row for row, keeper in keeping.items() if keeper is None])
        freed.filter(was_unread=True).update(read=False, deed=None, was_unread=False)
        freed.filter(deed=deed).delete()
        ReadThrough.objects.filter(deed=deed).delete()
        deed.delete()
    return True


def undoable(reader: User, number: int) -> bool:
    """Whether the reader has a deed of that number. One query."""
    return ReadingDeed.objects.filter(reader=reader, pk=number).exists()


def _later(reader: User, number: int) -> list[Later]:
    rows = ReadingDeed.objects.filter(reader=reader, pk__gt=number).order_by("pk")
    return [
        Later(row.pk, row.through, None if row.sources is None else frozenset(row.sources), frozenset(row.articles)) for row in rows
    ]


def _keeper(later: Iterable[Later], article: int, source: int, was_unread: bool) -> int | None:
    """The first later deed because of which an article stays read. One without a mark before needs none from what goes up to a number,
    which holds by itself."""
    return next((
        each.number for each in later if each.covers(article, source) and (was_unread or article in each.articles)
    ), None)


def _settle(reader: User, now: datetime) -> None:
    """Deeds that are too old to be undone hold for good; of what they read through the highest numbers are kept."""
    old = ReadingDeed.objects.filter(reader=reader, made__lt=now - UNDOABLE)
    if not old.exists():
        return
    old.delete()
    settled = ReadThrough.objects.filter(reader=reader, deed=None)
    rows = list(settled.values_list("pk", "source", "through"))
    most = _highest((source, through) for _, source, through in rows)
    everything = most.get(None, 0)
    kept: set[tuple[int | None, int]] = set()
    outdone = []
    for pk, source, through in rows:
        if (source, through) in kept or through < most[source] or (source is not None and through <= everything):
            outdone.append(pk)
        kept.add((source, through))
    settled.filter(pk__in=outdone).delete()


def _highest(rows: Iterable[tuple[int | None, int]]) -> Mapping[int | None, int]:
    found: dict[int | None, int] = {}
    for source, through in rows:
        found[source] = max(through, found.get(source, 0))
    return found
