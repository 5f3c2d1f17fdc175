"""What a story is about: how likely each word of its articles is to stand in a headline over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp, log

from octavo.briefing.passages import Passage
from octavo.briefing.reports import EARLIEST, Report
from octavo.grouping.stories.terms import words

Weights = dict[str, float]

_BASE, _SPREAD, _LATE, _NAME, _OPENING = -2.6, 6.0, -1.3, 0.5, 0.5
HEADED = 0.5
"""How much nearer to certain a word comes that stands in the headline."""
NEWEST = 2.0
"""How much the newest report counts beside the first."""


def weights(reports: Sequence[Sequence[Passage]]) -> Weights:
    """The sentences of a story's own texts, in order of time -> for each telling word (stemmed) how likely it heads the story, 0 to 1.

    Each text counts once whatever its length, the newest most; what few of the texts have counts less by their share.
    """
    found: Weights = {}
    holders = Counter[str]()
    shares = newness([passages[0].report for passages in reports])
    for share, passages in zip(shares, reports, strict=True):
        for word, weight in _in_report(passages).items():
            found[word] = found.get(word, 0.0) + weight * share / sum(shares)
            holders[word] += 1
    return {word: weight * holders[word] / len(reports) for word, weight in found.items()}


def newness(reports: Sequence[Report]) -> list[float]:
    """How much each report counts for its time: from 1 for the first to NEWEST, the same for those of one time."""
    times = [report.article.published or EARLIEST for report in reports]
    place = {time: number for number, time in enumerate(sorted(set(times)))}
    return [1 + (NEWEST - 1) * place[time] / max(len(place) - 1, 1) for time in times]


def _in_report(passages: Sequence[Passage]) -> Weights:
    first: dict[str, int] = {}
    count: Counter[str] = Counter()
    names = set[str]()
    for place, each in enumerate(passages):
        count.update(each.sense.words)
        names |= each.sense.names
        for word in each.sense.words:
            first.setdefault(word, place)
    named, whole = set(words(" ".join(sorted(names)))), log(1 + len(passages))
    found = {}
    for word, place in first.items():
        likely = _BASE + _SPREAD * log(count[word]) / whole + _LATE * log(1 + place) + _NAME * (word in named) + _OPENING * (place == 0)
        found[word] = 1 / (1 + exp(-likely))
    for word in words(passages[0].report.article.headline) if passages else ():
        if word in found:
            found[word] += (1 - found[word]) * HEADED
    return found
