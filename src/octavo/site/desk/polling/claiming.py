"""The rows are the queue: taking those that are due, keeping them while they are worked on, giving them back.

Each function is a fixed number of statements (giving back: two for each length of time that hosts are left alone), and each finds its
rows by an index. Called in the library's thread.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from itertools import islice, zip_longest
from typing import Any

from django.db.models import Min, Q, QuerySet

from octavo.addresses import origin_of
from octavo.fetching.answers import Credentials
from octavo.fetching.failures import Reason
from octavo.reading.feed.hints import Hints
from octavo.site.desk.assignments import PageTurn, SourceTurn, Turn
from octavo.site.desk.schedule import LONGEST, State
from octavo.site.library.models import Source, SourceSecret, WantedPage
from octavo.site.library.models.queued import Queued
from octavo.site.library.writing import explaining, writing

LEASE = timedelta(minutes=5)
HELD_PER_HOST = 20
"""Rows of one host that a worker holds at most: a host with thousands of feeds starves nobody."""
LEASE_MOST = timedelta(hours=1)
"""A lease that is longer was given by a clock that was ahead."""
LOOKED_AT = 4
"""Due rows that are looked at for each one that may be taken, since some may be of hosts that have their share."""
TOO_MUCH = (Reason.RATE_LIMITED.value, Reason.SERVER_ERROR.value)
"""Failures after which nobody's impatience brings the next request forward."""
POLLED = (Source.Kind.FEED, Source.Kind.PAGE, Source.Kind.SITEMAP)

_STATE = (
    "address", "due_at", "etag", "last_modified", "digest", "moved_to", "moved_since", "moved_answers", "hints", "fetched", "answered",
    "changed", "interval", "failures", "failing_since", "reason", "problem", "gone_answers", "note",
)
_SOURCE = ("id", "title", "host", "kind", "home", "full_text", *_STATE)
_PAGE = ("id", "title", "host", "url", "source_id", "source__address")
Row = dict[str, Any]
_Due = tuple[type[Queued], int, str]
"""Of a row that is due: its table, primary key and host."""


def polled() -> QuerySet[Source]:
    """The sources that are asked."""
    return Source.objects.filter(kind__in=POLLED, muted=False, due_at__isnull=False)


def make_due(now: datetime) -> None:
    """Make every polled source due now, but those whose host has asked to be left alone, or has said that it is too much for it."""
    with writing():
        _askable(polled().filter(due_at__gt=now), now).exclude(reason__in=TOO_MUCH).update(due_at=now)


def put_right(now: datetime) -> None:
    """What a clock that was ahead has put off for longer than anything waits is due now, and what it has leased is free."""
    with writing():
        for model in (Source, WantedPage):
            model.objects.filter(due_at__gt=now + LONGEST).update(due_at=now)
            model.objects.filter(not_before__gt=now + LONGEST).update(not_before=None)
            model.objects.filter(leased_until__gt=now + LEASE_MOST).update(leased_until=None)


@explaining()
def next_due() -> datetime | None:
    """When there is something to do next; None: never, as things are."""
    moments = [polled().aggregate(first=Min("due_at"))["first"], _pages().aggregate(first=Min("due_at"))["first"]]
    return min((moment for moment in moments if moment), default=None)


@explaining()
def waiting(now: datetime, before: datetime, idle: str = "") -> bool:
    """Whether a row is due that nobody works on. `before`: sources count that were due at that time.

    `idle` is a worker that works on nothing: what it has leased has been let go, and its host is only to rest for a moment.
    """
    return _due(polled(), now, before, idle).exists() or _due(_pages(), now, now, idle).exists()


@explaining()
def left(now: datetime, before: datetime) -> int:
    """How many rows are due that are still to be worked on, here or by another worker."""
    return sum(_askable(rows, now).count() for rows in (polled().filter(due_at__lte=before), _pages().filter(due_at__lte=now)))


def claim(worker: str, now: datetime, before: datetime, most: int, held: Mapping[str, int]) -> list[Turn]:
    """Take at most that many rows that are due, and lease them to the worker: sources and pages by turns, of each the oldest first, so
    that no number of pages keeps sources waiting, nor the other way round.

    None is of a host that another worker is at, or that wants to be left alone.
    `held`: how many rows of each host the worker has already. `before` as for `waiting`.
    """
    if most <= 0 or not waiting(now, before):
        return []
    full = [host for host, count in held.items() if count >= HELD_PER_HOST]
    with writing():
        elsewhere = Q(leased_until__gt=now) & ~Q(leased_by=worker)
        taken = [model.objects.filter(elsewhere).values("host") for model in (Source, WantedPage)]

        def candidates(rows: QuerySet[Any], until: datetime) -> list[_Due]:
            found = _due(rows, now, until).exclude(host__in=taken[0]).exclude(host__in=taken[1]).exclude(host__in=full)
            return [(rows.model, *row) for row in found.order_by("due_at", "pk").values_list("pk", "host")[: most * LOOKED_AT]]

        found = (row for pair in zip_longest(candidates(polled(), before), candidates(_pages(), now)) for row in pair if row)
        chosen = list(islice(_shared_out(found, held), most))
        ids = {model: [row[1] for row in chosen if row[0] is model] for model in (Source, WantedPage)}
        rows: dict[tuple[type[Queued], int], Row] = {}
        for model, columns in ((Source, _SOURCE), (WantedPage, _PAGE)):
            model.objects.filter(pk__in=ids[model]).update(leased_by=worker, leased_until=now + LEASE)
            rows |= {(model, row["id"]): row for row in model.objects.filter(pk__in=ids[model]).values(*columns)}
        secrets = _secrets({*ids[Source], *(row["source_id"] for (model, _), row in rows.items() if model is WantedPage)})
    return [_turn(rows[model, pk], secrets) for model, pk, _ in chosen]


def renew(worker: str, turns: Iterable[Turn], now: datetime) -> None:
    """Keep the rows for another LEASE."""
    _lease(worker, turns, now + LEASE)


def give_back(worker: str, turns: Iterable[Turn], now: datetime, gap: Callable[[str], float]) -> None:
    """Let go of rows that were not worked on to the end; no other worker asks their hosts before `gap` seconds of each are over."""
    gaps: defaultdict[float, list[Turn]] = defaultdict(list)
    for turn in turns:
        gaps[gap(turn.host)].append(turn)
    for seconds, some in gaps.items():
        _lease(worker, some, now + timedelta(seconds=seconds))


def _lease(worker: str, turns: Iterable[Turn], until: datetime) -> None:
    turns = list(turns)
    with writing():
        for model, kind in ((Source, "source"), (WantedPage, "page")):
            if ids := [turn.id for turn in turns if turn.kind == kind]:
                model.objects.filter(pk__in=ids, leased_by=worker).update(leased_until=until)


def _pages() -> QuerySet[WantedPage]:
    return WantedPage.objects.filter(due_at__isnull=False, source__muted=False)


def _due(rows: QuerySet[Any], now: datetime, before: datetime, idle: str = "") -> QuerySet[Any]:
    free = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
    return _askable(rows.filter(free | Q(leased_by=idle) if idle else free, due_at__lte=before), now)


def _askable(rows: QuerySet[Any], now: datetime) -> QuerySet[Any]:
    """The rows without those whose host, asked for whichever row, wants to be left alone for longer (Retry-After)."""
    for model in (Source, WantedPage):
        rows = rows.exclude(host__in=model.objects.filter(not_before__gt=now).values("host"))
    return rows


def _shared_out(rows: Iterable[_Due], held: Mapping[str, int]) -> Iterable[_Due]:
    """The rows without those beyond their host's share."""
    counted = Counter(held)
    for row in rows:
        host = row[2]
        if counted[host] < HELD_PER_HOST:
            counted[host] += 1
            yield row


def _secrets(sources: Iterable[int]) -> dict[int, Credentials]:
    found = SourceSecret.objects.filter(source__in=list(sources)).values_list("source_id", "user", "password", "headers")
    return {source: Credentials(user, password, headers) for source, user, password, headers in found}


def _turn(row: Row, secrets: Mapping[int, Credentials]) -> Turn:
    if "kind" in row:
        state = State(**{name: row[name] for name in _STATE} | {"hints": Hints.of_json(row["hints"])})
        title = row["title"] or row["address"]
        return SourceTurn(row["id"], title, row["host"], row["kind"], row["home"], row["full_text"], state, secrets.get(row["id"]))
    # What a source wants to be shown is shown to no other host.
    shown = secrets.get(row["source_id"]) if origin_of(row["url"]) == origin_of(row["source__address"]) else None
    return PageTurn(row["id"], row["title"] or row["url"], row["host"], row["url"], row["source_id"], row["source__address"], shown)
