"""What the pages of sources take from the library: a fixed number of queries, however many sources there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain
from typing import TYPE_CHECKING

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext

from octavo.addresses import keyless
from octavo.site.desk.polling.claiming import POLLED
from octavo.site.library.models import Article, Source, SourceDay, WantedPage
from octavo.site.messages import numeral
from octavo.site.paper.sources.choosing import Listed
from octavo.site.paper.sources.sparkline import Sparkline, first_day, sparkline

if TYPE_CHECKING:
    from django.db.models import QuerySet

State = WantedPage.State

TROUBLED = 8
"""So many pages that could not be read, or only in part, are named."""

COUNTED = 10_000
"""So many articles of what was given as files are counted, and no more: a million of them take seconds."""


@dataclass(frozen=True, slots=True)
class Line:
    """A source as the list shows it. `all` counts the articles that it brought since it was added, of files up to one over COUNTED."""

    source: Source
    spark: Sparkline
    all: int

    @property
    def all_words(self) -> str:
        """How many there are in all: "1,007"."""
        if self.all > COUNTED and self.source.kind not in POLLED:
            return gettext("over %(n)s") % {"n": numeral(COUNTED)}
        return numeral(self.all)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How it goes with the pages that a source named: how many are in each state, and the newest that are not as they should be."""

    waiting: int
    read: int
    partial: int
    failed: int
    troubled: tuple[WantedPage, ...]


def sources() -> QuerySet[Source]:
    """The reader's own sources: all but the specimen edition and what was removed, which the desk keeps as files that are never asked."""
    return Source.objects.filter(Q(kind__in=POLLED) | Q(kind=Source.Kind.FILE, muted=False))


def listed(owner: bool) -> list[Listed]:
    """Every source as far as choosing needs it. One query. Whole addresses are the `owner`'s alone: else whoever seeks a part of one
    would be told whether it is there."""
    shown = str if owner else keyless
    rows = sources().values_list("pk", "title", "address", "folder", "failures", "muted")
    return [
        Listed(pk, title or keyless(address), shown(address), folder, failing=failures > 0 and not muted, muted=muted)
        for pk, title, address, folder, failures, muted in rows
    ]


def in_keys_order(pks: Sequence[int]) -> list[Source]:
    """Sources by their keys, in their order; one that is gone meanwhile is left out. One query."""
    found = sources().defer("hints", "etag", "last_modified", "digest", "moved_to", "moved_since").in_bulk(list(pks))
    return [found[pk] for pk in pks if pk in found]


def lines(shown: Sequence[Source], now: datetime) -> list[Line]:
    """Sources with what they brought up to `now`, in their order. Three queries at most."""
    today = now.astimezone(UTC).date()
    days, totals = _days([source.pk for source in shown], today), _totals(shown)
    return [Line(source, sparkline(days.get(source.pk, {}), today), totals.get(source.pk, 0)) for source in shown]


def wanted(source: Source) -> Wanted:
    """How it goes with the pages that it named. Two queries."""
    pages = WantedPage.objects.filter(source=source)
    shown = (State.WAITING, State.READ, State.PARTIAL, State.FAILED)
    counts = pages.aggregate(**{state.value: Count("pk", filter=Q(state=state)) for state in shown})
    troubled = pages.filter(state__in=[State.FAILED, State.PARTIAL]).order_by("-found", "-pk")[:TROUBLED]
    return Wanted(**counts, troubled=tuple(troubled) if counts[State.FAILED] or counts[State.PARTIAL] else ())


def folders() -> list[str]:
    """The folders that there are, for choosing one. One query."""
    return sorted(sources().exclude(folder="").order_by().values_list("folder", flat=True).distinct(), key=str.casefold)


def _days(pks: Iterable[int], today: date) -> Mapping[int, dict[date, int]]:
    days: dict[int, dict[date, int]] = defaultdict(dict)
    drawn = SourceDay.objects.filter(source__in=list(pks), day__gte=first_day(today), day__lte=today)
    for source, day, articles in drawn.values_list("source_id", "day", "articles"):
        days[source][day] = articles
    return days


def _totals(found: Sequence[Source]) -> Mapping[int, int]:
    """Articles of each source: what its days add up to, and those before; files, all of one source, are given outside of any day's round
    and counted."""
    given = [source.pk for source in found if source.kind not in POLLED]
    polled = [source.pk for source in found if source.kind in POLLED]
    by_days = SourceDay.objects.filter(source__in=polled).values_list("source_id").annotate(Sum("articles"))
    by_count = [(pk, Article.objects.filter(page__source=pk).order_by()[: COUNTED + 1].count()) for pk in given]
    totals = Counter({source.pk: source.earlier for source in found})
    for pk, number in chain(by_days, by_count):
        totals[pk] += number
    return totals
