"""How many new results the searches that a reader keeps have: stories, as the page of a search shows them.

All of them are counted by one statement of the index, however many there are, and among articles of the last WITHIN alone. What was
counted is kept in the process until the library or the searches are others, and for FRESH at least: see docs/decisions/search.md.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
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
"""Articles that are looked at of one search; where there are as many, there may be more results."""
FRESH = timedelta(minutes=1)
"""For so long a count holds although the library changed meanwhile."""
READERS = 256
"""Readers whose counts are kept."""


@dataclass(frozen=True, slots=True)
class New:
    """A search that a reader keeps, in how many stories there are results that came in since they last looked, and whether that may be
    more."""

    pk: int
    name: str
    query: str
    number: int
    many: bool = False


Stories = Callable[[Collection[int]], Mapping[int, int]]
"""Articles -> those of them that the reader is shown, each with its story; one that is in none has a number of its own."""
Marks = tuple[Hashable, ...]
_KEPT: OrderedDict[int, tuple[str, datetime, Marks, tuple[New, ...]]] = OrderedDict()
_KEEPING = Lock()


def each_its_own(articles: Collection[int]) -> Mapping[int, int]:
    """Stories of one article each, all of them shown."""
    return {article: article for article in articles}


@explaining()
def new_results(reader: int, now: datetime, stories: Stories = each_its_own, rules: Hashable = ()) -> tuple[New, ...]:
    """The searches that a reader keeps, in order. `now` is in the reader's zone; `rules` is what `stories` goes by. One query where they
    keep none, two where they do; eight where it has to be counted, and where there is something new those that `stories` makes."""
    searches = searches_of(reader)
    if not searches:
        return ()
    marks = (rules, *((each.pk, each.name, each.query, each.seen) for each in searches))
    mark, known = state(), _KEPT.get(reader)
    if known and known[2] == marks and (known[0] == mark or timedelta(0) <= now - known[1] < FRESH):
        return known[3]
    counted = count(searches, now, stories)
    with _KEEPING:
        _KEPT[reader] = (mark, now, marks, counted)
        _KEPT.move_to_end(reader)
        while len(_KEPT) > READERS:
            _KEPT.popitem(last=False)
    return counted


def count(searches: Sequence[SavedSearch], now: datetime, stories: Stories) -> tuple[New, ...]:
    """What is new for each of them. Six queries at most, and those that `stories` makes."""
    found = newest_of([asked(each.query, now) for each in searches], now - WITHIN, MANY)
    new = [[article for article in articles if article > each.seen] for each, articles in zip(searches, found, strict=True)]
    shown = stories({article for articles in new for article in articles}) if any(new) else {}
    numbers = [len({shown[article] for article in articles if article in shown}) for articles in new]
    return tuple(
        New(each.pk, each.name, each.query, number, len(articles) >= MANY)
        for each, number, articles in zip(searches, numbers, new, strict=True)
    )
