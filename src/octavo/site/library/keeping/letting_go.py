"""What is kept no longer, taken out of the library a part at a time: pages' bodies, articles, and pages that hold nothing any more.

Each part is one transaction, after which everything is as it should be; whoever is stopped between two goes on later. The newest of what
goes are found first, so that pages which others are stored beside (see `octavo.site.library.bodies`) come after those. What somebody saved,
marked or commented on stays, and its page.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Length
from django.utils import timezone

from octavo.site.library.counting import recount
from octavo.site.library.keeping.gone import remember
from octavo.site.library.models import Article, ArticleVersion, FetchedPage, KeptArticle, Place, Source, Statement, WantedPage
from octavo.site.library.state import renew_state
from octavo.site.library.story_counts import recount_stories
from octavo.site.library.writing import writing

STEP = 200
"""Articles, or pages, that go in a transaction: others who write wait for some tenths of a second."""

Mark = tuple[datetime, int]
"""A row's place in the order: how far one has come."""


class Gone(NamedTuple):
    """What a part came to: rows that went, bytes of text or of pages in them, and where to go on; None: nothing is left."""

    rows: int
    size: int
    on: Mark | None


def going(before: datetime) -> QuerySet[Article]:
    """The articles that go: published, and fetched, before that time, and kept by nobody."""
    return _old(before).filter(~Exists(KeptArticle.objects.filter(article=OuterRef("pk"))))


def staying(before: datetime) -> QuerySet[Article]:
    """Those as old that stay, since somebody keeps them."""
    return _old(before).filter(Exists(KeptArticle.objects.filter(article=OuterRef("pk"))))


def full_pages(before: datetime) -> QuerySet[FetchedPage]:
    """The pages whose bodies go: fetched before that time, and not of an article that somebody keeps."""
    kept = KeptArticle.objects.filter(article__page=OuterRef("pk"))
    return _fetched(before).exclude(body=b"").filter(~Exists(kept))


def let_articles_go(before: datetime, on: Mark | None = None, oldest: bool = False) -> Gone:
    """Take some articles out with all that hangs on them: their versions, analyses, statements and places. `oldest`: from that end on.

    Copies of a text that went have the earliest of them as their origin. Stories and speakers are counted anew, briefs made again; a story
    that has no article left keeps its address. Some forty statements.
    """
    with writing():
        rows = _step(going(before).annotate(size=Length("text")), "ranked", on, oldest)
        if rows:
            _take_out([pk for pk, _, _ in rows], timezone.now())
    return _gone(rows)


def let_bodies_go(before: datetime, on: Mark | None = None, oldest: bool = False) -> Gone:
    """Empty some pages that were fetched before that time. Their rows stay, so that a page is not taken for new. Two statements."""
    with writing():
        # Others are stored beside these: they go when those have gone.
        beside = FetchedPage.objects.filter(base=OuterRef("pk"))
        full = full_pages(before).filter(~Exists(beside))
        rows = _step(full.annotate(size=Length("body")), "fetched", on, oldest)
        FetchedPage.objects.filter(pk__in=[pk for pk, _, _ in rows]).update(body=b"", base=None, is_base=False)
    return _gone(rows)


def let_empty_pages_go(before: datetime, on: Mark | None = None) -> Gone:
    """Take some pages out that were fetched before that time and that no article was read from. Two statements."""
    with writing():
        read = (Article.objects.filter(page=OuterRef("pk")), ArticleVersion.objects.filter(page=OuterRef("pk")))
        beside = FetchedPage.objects.filter(base=OuterRef("pk"))
        empty = _fetched(before).filter(~Exists(beside), *(~Exists(each) for each in read))
        rows = _step(empty.annotate(size=Value(0)), "fetched", on, oldest=False)
        FetchedPage.objects.filter(pk__in=[pk for pk, _, _ in rows]).delete()
    return _gone(rows)


def _old(before: datetime) -> QuerySet[Article]:
    return Article.objects.edition(specimen=False).filter(ranked__lt=before, arrived__lt=before)


def _fetched(before: datetime) -> QuerySet[FetchedPage]:
    return FetchedPage.objects.filter(fetched__lt=before).exclude(source__kind=Source.Kind.SPECIMEN)


def _step(rows: QuerySet[Any], time: str, on: Mark | None, oldest: bool) -> list[tuple[int, datetime, int]]:
    """The next of those rows behind that mark, by that time: number, time and size of each."""
    side, order = ("gt", (time, "pk")) if oldest else ("lt", (f"-{time}", "-pk"))
    if on is not None:
        rows = rows.filter(Q(**{f"{time}__{side}": on[0]}) | Q(**{time: on[0], f"pk__{side}": on[1]}))
    return list(rows.order_by(*order).values_list("pk", time, "size")[:STEP])


def _gone(rows: Sequence[tuple[int, datetime, int]]) -> Gone:
    return Gone(len(rows), sum(size for _, _, size in rows), (rows[-1][1], rows[-1][0]) if len(rows) == STEP else None)


def _take_out(gone: Collection[int], now: datetime) -> None:
    stories = set(Place.objects.filter(pk__in=gone, story__isnull=False).values_list("story", flat=True)) | _give_heirs(gone)
    said = Statement.objects.filter(article__in=gone, speaker__isnull=False)
    speakers = set(said.order_by().values_list("speaker", flat=True).distinct())
    # A link to it that is seen again is not to bring it back.
    WantedPage.objects.filter(article__in=gone).update(article=None)
    remember(gone, now)
    Article.objects.filter(pk__in=gone).only("pk").delete()
    recount_stories([story for story in stories if story])
    recount(speakers)
    renew_state()


def _give_heirs(gone: Collection[int]) -> set[int | None]:
    """Copies of texts that go: the earliest that stays is the others' origin from now on, with the voice that all have. Returns their
    stories."""
    copies = list(Place.objects.filter(origin__in=gone).exclude(pk__in=gone).order_by(F("ranked").asc(nulls_last=True), "pk"))
    heirs: dict[int, int] = {}
    for row in copies:
        heir = heirs.setdefault(row.origin_id or 0, row.pk)
        row.origin_id = None if heir == row.pk else heir
    Place.objects.bulk_update(copies, ["origin"])
    return {row.story_id for row in copies}
