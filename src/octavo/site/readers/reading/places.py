"""Where readers left long articles, so that they can go on there, on whatever machine."""

from __future__ import annotations

from datetime import datetime

from octavo.site.library.models import Article
from octavo.site.library.writing import explaining, writing
from octavo.site.readers.models import User
from octavo.site.readers.reading.models import LeftAt

LONG = 4_000
"""Characters of an article that is long: some minutes of reading."""

KEPT = 300
"""So many places of a reader are kept, the last."""


def leave(reader: User, article: int, block: int, now: datetime) -> None:
    """The reader has come to that block of an article, from 1; 0: they are done with it, or hardly began."""
    with writing():
        if block < 1 or not Article.objects.filter(pk=article).exists():
            LeftAt.objects.filter(reader=reader, article=article).delete()
            return
        LeftAt.objects.update_or_create(reader=reader, article_id=article, defaults={"block": block, "at": now})
        old = LeftAt.objects.filter(reader=reader).order_by("-at", "-pk").values_list("pk", flat=True)[KEPT : 2 * KEPT]
        LeftAt.objects.filter(pk__in=list(old)).delete()


@explaining()
def left_at(reader: User, article: int) -> int:
    """The block at which the reader left an article, 0 where they did not leave it half read. One query."""
    return LeftAt.objects.filter(reader=reader.pk, article=article).values_list("block", flat=True).first() or 0
