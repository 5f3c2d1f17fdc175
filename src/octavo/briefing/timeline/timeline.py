"""A story's sentences -> the rows of its timeline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log

from octavo.briefing.centrality import Story, story_of
from octavo.briefing.cleaning import cleaned
from octavo.briefing.passages import Passage
from octavo.briefing.timeline.events import Event, events
from octavo.briefs import Citation, Dated

MOST = 12
"""Rows of a timeline."""
_OF_ONE_DATE = 8
"""Events of one date that are told apart."""
_SAME = 0.4
"""Share of the lesser sentence's telling words from which two sentences with one date tell of one event."""
_LEAST = 0.07
"""Weight of a row against that of the first, from which it is shown."""


@dataclass(slots=True, eq=False)
class _Row:
    first: Event
    others: dict[str, Event] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        return self.first.weight * (1 + 0.5 * log(1 + len(self.others)))


def timeline(passages: Sequence[Passage]) -> tuple[Dated, ...]:
    """The sentences of a story's reports -> what happened and what is to come, in the order of its dates.

    An event that several reports tell is one row, with the most telling sentence and one citation for each group of copies that has it.
    Empty where no sentence speaks of a date.
    """
    story = story_of(passages)
    rows = _rows(sorted(events(passages, story), key=lambda event: (-event.weight, *_place(event))), story)
    chosen = sorted(_chosen(rows), key=lambda row: (row.first.date, *_place(row.first)))
    return tuple(Dated(row.first.date, cleaned(row.first.passage.text), _citations(row)) for row in chosen)


def _place(event: Event) -> tuple[str, str, int, int]:
    report = event.passage.report
    return (report.article.published.isoformat() if report.article.published else "", report.id, event.passage.start, event.when.start)


def _rows(found: Iterable[Event], story: Story) -> list[_Row]:
    """Events, the weightiest first -> rows, each of one event."""
    by_date: dict[str, list[_Row]] = {}
    for event in found:
        rows = by_date.setdefault(event.date, [])
        same = next((row for row in rows if _same(row.first, event, story)), None)
        if same is None:
            if len(rows) < _OF_ONE_DATE:
                rows.append(_Row(event))
        elif event.passage.report.origin != same.first.passage.report.origin:
            same.others.setdefault(event.passage.report.origin, event)
    return [row for rows in by_date.values() for row in rows]


def _same(one: Event, other: Event, story: Story) -> bool:
    return one.passage is other.passage or story.shared(one.words, other.words) >= _SAME


def _chosen(rows: Sequence[_Row]) -> list[_Row]:
    """The rows that matter: the weightiest, those of a date that has some already less; a sentence stands once, or for what was and what
    is to come, and a plan only where nobody tells what came of it."""
    happened = {row.first.date for row in rows if not row.first.overtaken}
    told = (row for row in rows if not (row.first.overtaken and row.first.date in happened))
    left = sorted(told, key=lambda row: (-row.weight, *_place(row.first)))
    kept: list[_Row] = []
    while left and len(kept) < MOST:
        of_date = [sum(row.first.date == other.first.date for other in kept) for row in left]
        weights = [row.weight * 0.75 ** number for row, number in zip(left, of_date, strict=True)]
        best = max(range(len(left)), key=lambda at: (weights[at], -at))
        if kept and weights[best] < _LEAST * kept[0].weight:
            break
        row = left.pop(best)
        if not any(_is_one(row.first, other.first) for other in kept):
            kept.append(row)
    return kept


def _is_one(one: Event, other: Event) -> bool:
    """Whether two rows would be one sentence twice, other than for a day that was and a day to come."""
    days = len(one.date) == len(other.date) == len("2026-03-04")
    return one.passage is other.passage and not (days and bool(one.when.ahead) != bool(other.when.ahead))


def _citations(row: _Row) -> tuple[Citation, ...]:
    others = sorted(row.others.values(), key=_place)
    return (row.first.passage.citation, *(event.passage.citation for event in others))
