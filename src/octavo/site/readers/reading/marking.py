"""What a reader has read, article by article: asked, and written down."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from itertools import chain

from octavo.errors import LibraryError
from octavo.site.library.models import Article
from octavo.site.library.writing import explaining, writing
from octavo.site.readers.models import User
from octavo.site.readers.reading.models import ReadMark
from octavo.site.readers.reading.preferences import preferences
from octavo.site.readers.reading.standing import with_read

AT_ONCE = 5_000
"""More articles than these are not asked for or marked one by one; see `all_read`."""


@explaining()
def read_among(reader: User, articles: Collection[int]) -> frozenset[int]:
    """Which of those articles the reader has read. One query, at most AT_ONCE articles."""
    if not articles or not reader.pk:
        return frozenset()
    asked = Article.objects.filter(pk__in=list(articles)[:AT_ONCE])
    return frozenset(with_read(asked, reader).filter(has_read=True).values_list("pk", flat=True))


def mark(reader: User, articles: Collection[int], read: bool) -> None:
    """Those articles are read, or unread again; numbers of none are passed over.

    One that is read takes the text that it carries or updates with it, and so all copies of that (see `standing`), also those that were
    marked as unread; unless each copy is read for itself. At most six statements, more by one for some hundreds of articles.
    Raises LibraryError where the library cannot be written.
    """
    with writing():
        put_marks(reader, articles, read)


def looked_at(reader: User, articles: Collection[int]) -> None:
    """The reader was shown those articles: they are read. One query where that is known already. A library that cannot be written for now
    keeps nobody from reading."""
    if not articles:
        return
    known = ReadMark.objects.filter(reader=reader, article__in=list(articles)[:AT_ONCE], read=True, deed=None).count()
    if known < len(set(articles)):
        with suppress(LibraryError):
            mark(reader, articles, read=True)


def put_marks(reader: User, articles: Collection[int], read: bool) -> None:
    """The same as `mark`, while `writing` already."""
    placed = Article.objects.filter(pk__in=list(articles)[:AT_ONCE]).values_list("pk", "place__origin", "place__earlier")
    found = list(placed)
    meant = {pk for pk, *_ in found}
    if read and not preferences(reader).each_copy:
        meant |= set(filter(None, chain.from_iterable(found)))
        of_texts = ReadMark.objects.filter(reader=reader, read=False)
        (of_texts.filter(article__place__origin__in=meant) | of_texts.filter(article__place__earlier__in=meant)).update(
            read=True, deed=None, was_unread=False)
    _put(reader, meant, read)


def _put(reader: User, articles: Iterable[int], read: bool) -> None:
    rows = [ReadMark(reader=reader, article_id=pk, read=read) for pk in sorted(articles)]
    ReadMark.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["reader", "article"], update_fields=["read", "deed", "was_unread"])
