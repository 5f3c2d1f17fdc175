"""How many articles a reader has not read, by source and by folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max

from octavo.site.library.models import Article
from octavo.site.library.writing import explaining
from octavo.site.readers.models import User
from octavo.site.readers.reading.models import ReadMark, ReadThrough
from octavo.site.readers.reading.standing import REACH, newer, with_read


@dataclass(frozen=True, slots=True)
class Unread:
    """How many articles are unread, and the number of the newest of them."""

    number: int
    newest: int


@explaining()
def unread_counts(reader: User) -> dict[int, Unread]:
    """The reader's own articles that are unread, by the number of their source; those without any are left out.

    Four queries; they look at REACH articles and at what is marked as unread, however large the library is.
    """
    floor = reach_of(reader)
    # Not by `edition`, in whose index SQLite would go through the whole library.
    new = with_read(newer(Article.objects.filter(specimen=False), floor), reader, "near").filter(has_read=False)
    by_source: Any = new.order_by().values("page__source").annotate(many=Count("pk"), last=Max("pk"))
    found = {row["page__source"]: Unread(row["many"], row["last"]) for row in by_source}
    by_hand: Any = ReadMark.objects.filter(reader=reader, read=False, article__lte=floor, article__specimen__in=[False])
    for row in by_hand.order_by().values("article__page__source").annotate(many=Count("pk"), last=Max("article")):
        known = found.get(row["article__page__source"], Unread(0, 0))
        found[row["article__page__source"]] = Unread(known.number + row["many"], max(known.newest, row["last"]))
    return found


def reach_of(reader: User) -> int:
    """The number up to which nothing is unread but what is marked so. Two queries."""
    newest = Article.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    through = ReadThrough.objects.filter(reader=reader, source=None).order_by("-through").values_list("through", flat=True).first() or 0
    return max(newest - REACH, through)


def by_folder(counts: Mapping[int, Unread], folders: Iterable[tuple[int, str]]) -> Counter[str]:
    """Counts by source, and which folder each source is in -> how many are unread in each folder. Pure."""
    found: Counter[str] = Counter()
    for source, folder in folders:
        if source in counts:
            found[folder] += counts[source].number
    return found
