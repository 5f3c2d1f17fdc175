"""What would go if the owner set something: counted before anything is taken out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min, Sum
from django.db.models.functions import Length

from octavo.site.library.keeping.gauge import Gauge
from octavo.site.library.keeping.letting_go import full_pages, going, staying
from octavo.site.library.keeping.plan import YOUNGEST, Keeping, ends
from octavo.site.library.models import Article, FetchedPage, Source
from octavo.site.library.writing import explaining


@dataclass(frozen=True, slots=True)
class Preview:
    """What would go: articles by their age, those as old that stay since somebody keeps them, pages as they were fetched and the bytes
    that these take; and by how many bytes the library, as large as it is, is over its limit."""

    articles: int = 0
    staying: int = 0
    pages: int = 0
    page_bytes: int = 0
    over: int = 0

    def __bool__(self) -> bool:
        return bool(self.articles or self.pages or self.over)


@dataclass(frozen=True, slots=True)
class Held:
    """What the library holds now, besides the specimen edition; `oldest`: when the oldest article was published."""

    articles: int
    oldest: datetime | None
    pages: int


@explaining()
def preview(keeping: Keeping, now: datetime) -> Preview:
    """Count what would go. Four statements; the size of all pages is summed up on PostgreSQL where there is a limit."""
    until = ends(keeping, now)
    articles = going(until.articles).count() if until.articles else 0
    kept = staying(until.articles).count() if until.articles else 0
    full = full_pages(until.pages) if until.pages else FetchedPage.objects.none()
    sizes = full.aggregate(all=Sum(Length("body")))["all"] or 0
    over = max(0, Gauge(most).size() - most) if (most := keeping.most_mb * 10**6) else 0
    return Preview(articles, kept, full.count(), sizes, over)


@dataclass(frozen=True, slots=True)
class Over:
    """The library takes so many bytes, more than it may; `more`: whether anything is left that may go."""

    takes: int
    more: bool


@explaining()
def over(keeping: Keeping, now: datetime) -> Over | None:
    """Whether the library takes more than it may; None where it does not. Four statements at most; the size of all pages is summed up on
    PostgreSQL where there is a limit."""
    most = keeping.most_mb * 10**6
    if not most or (takes := Gauge(most).size()) <= most:
        return None
    until = now - YOUNGEST
    return Over(takes, going(until).exists() or full_pages(until).exists())


@explaining()
def held() -> Held:
    """Count what there is. Three statements."""
    own = Article.objects.edition(specimen=False)
    pages = FetchedPage.objects.exclude(body=b"").exclude(source__kind=Source.Kind.SPECIMEN).count()
    return Held(own.count(), own.aggregate(oldest=Min("ranked"))["oldest"], pages)
