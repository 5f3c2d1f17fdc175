"""How many new results the searches that a reader keeps have.

All of them are counted by one statement of the index, however many there are, and among articles of the last WITHIN alone. What was
counted is kept in the process until the library or the searches are others, and for FRESH at least: see docs/decisions/search.md.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from octavo.site.library.searching.asked import asked
from octavo.site.library.searching.finding import newest_of
from octavo.site.library.state import state
from octavo.site.library.writing import explaining
from octavo.site.readers.searches.keeping import searches_of
from octavo.site.readers.searches.models import SavedSearch

WITHIN = timedelta(days=14)
"""How old an article is at most that is told of as new."""
MANY = 100
"""New results that are counted of one search; more are "100 or more"."""
FRESH = timedelta(minutes=1)
"""For so long a count holds although the library changed meanwhile."""
READERS = 256
"""Readers whose counts are kept."""


@dataclass(frozen=True, slots=True)
class New:
    """A search that a reader keeps, and how many results came in since they last looked."""

    pk: int
    name: str
    query: str
    number: int

    @property
    def many(self) -> bool:
        """Whether there may be more than that."""
        return self.number >= MANY


Marks = tuple[tuple[int, str, str, int], ...]
_KEPT: OrderedDict[int, tuple[str, datetime, Marks, tuple[New, ...]]] = OrderedDict()
_KEEPING = Lock()


@explaining()
def new_results(reader: int, now: datetime) -> tuple[New, ...]:
    """The searches that a reader keeps, in order. `now` is in the reader's zone. One query where they keep none, two where they do; eight
    where it has to be counted."""
    searches = searches_of(reader)
    if not searches:
        return ()
    marks = tuple((each.pk, each.name, each.query, each.seen) for each in searches)
    mark, known = state(), _KEPT.get(reader)
    if known and known[2] == marks and (known[0] == mark or timedelta(0) <= now - known[1] < FRESH):
        return known[3]
    counted = count(searches, now)
    with _KEEPING:
        _KEPT[reader] = (mark, now, marks, counted)
        _KEPT.move_to_end(reader)
        while len(_KEPT) > READERS:
            _KEPT.popitem(last=False)
    return counted


def count(searches: Sequence[SavedSearch], now: datetime) -> tuple[New, ...]:
    """What is new for each of them. Six queries at most."""
    found = newest_of([asked(each.query, now) for each in searches], now - WITHIN, MANY)
    new = [sum(article > each.seen for article in articles) for each, articles in zip(searches, found, strict=True)]
    return tuple(New(each.pk, each.name, each.query, number) for each, number in zip(searches, new, strict=True))
