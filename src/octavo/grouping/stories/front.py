"""The order of the front page, and the reason for it in words. What readers click, like or stay with is no part of it."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import datetime
from math import log2

from octavo.grouping.stories.facts import Facts
from octavo.messages import Message
from octavo.messages import message as _
from octavo.messages import messages as ngettext

HALF = 6 * 3600
"""Seconds after which a story counts half: a morning's lead has gone by the evening unless it is still reported on."""
PAPER = 0.25
"""What another paper counts beside another independent report: who carries copies thinks them worth it."""
OWN = 1.0
"""What it counts that a source the reader chose has the story."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A story's place: `weight` is higher for what comes first, no unit; `reasons` explain it ("5 independent reports", "last one 20
    minutes ago", "9 papers", "2 of your sources")."""

    story: str
    weight: float
    reasons: tuple[Message, ...]


def front(stories: Iterable[tuple[str, Facts]], now: datetime, own: Set[str] = frozenset()) -> list[Ranked]:
    """Stories by id with their facts, the time, and the papers that the reader subscribed to -> the order of the front page.

    Independent reports first, by their logarithm: the fifth says more than the fiftieth. Then the spread of papers and the reader's own
    sources; all of it halved for every HALF since the last report. A report from the future is taken as one of now. Of equals, the
    one with the lower id.
    """
    return sorted((_ranked(story, told, now, own) for story, told in stories), key=lambda each: (-each.weight, each.story))


def _ranked(story: str, told: Facts, now: datetime, own: Set[str]) -> Ranked:
    age = max((now - told.last).total_seconds(), 0.0)
    mine = sum(paper in own for paper in told.papers)
    reports = log2(1 + told.independent) + PAPER * log2(1 + len(told.papers)) + (OWN if mine else 0)
    parts = [
        ngettext("%(n)s independent report", "%(n)s independent reports", told.independent),
        _("last one %(ago)s", ago=ago(age)) if told.size > 1 else ago(age),
    ]
    if len(told.papers) > 1:
        parts.append(ngettext("%(n)s paper", "%(n)s papers", len(told.papers)))
    if mine:
        parts.append(ngettext("one of your sources", "%(n)s of your sources", mine))
    return Ranked(story, reports * 0.5 ** (age / HALF), tuple(parts))


def ago(seconds: float) -> Message:
    """How long ago, as one says it: "just now", "20 minutes ago", "3 days ago"."""
    if seconds >= 86_400:
        return ngettext("%(n)s day ago", "%(n)s days ago", int(seconds // 86_400))
    if seconds >= 3_600:
        return ngettext("%(n)s hour ago", "%(n)s hours ago", int(seconds // 3_600))
    if seconds >= 60:
        return ngettext("%(n)s minute ago", "%(n)s minutes ago", int(seconds // 60))
    return _("just now")
