"""What a story is for its reader: its headline, how many reports, when the first and the last, in which papers. From its articles alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log, sqrt

from octavo.grouping.owners import independent
from octavo.grouping.stories.terms import telling, words

LONG, SHORT = 16, 4
"""Words of a plain headline at most and at least."""
PENALTY = 0.6
"""What remains of how near to all a headline is, if it is not plain."""


@dataclass(frozen=True, slots=True)
class Report:
    """An article of a story. `origin`: the id of the article whose text it carries, its own for a text of its own. `voice`: whose it is
    (see `octavo.grouping.owners`; "" where nobody knows). `at`: when it was published, else when it came, with an offset."""

    id: str
    headline: str
    publisher: str
    voice: str
    origin: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """`headline` is that of article `headline_of`; `size` counts all articles, `independent` copy groups, one owner's outlets once;
    `papers` are the publishers, those with most articles first."""

    headline: str
    headline_of: str
    size: int
    independent: int
    first: datetime
    last: datetime
    papers: tuple[str, ...]


def facts(reports: Sequence[Report]) -> Facts:
    """The reports of a story (at least one), in any order -> what it is. Raises ValueError for none."""
    if not reports:
        raise ValueError("a story has at least one report")
    in_order = sorted(reports, key=lambda report: (report.at, report.id))
    chosen = headline(in_order)
    voices = {report.origin: report.voice for report in reversed(in_order)}
    voices |= {report.id: report.voice for report in in_order if report.id in voices}
    papers = Counter(report.publisher for report in in_order if report.publisher)
    return Facts(
        headline=chosen.headline,
        headline_of=chosen.id,
        size=len(in_order),
        independent=independent(voices.values()),
        first=in_order[0].at,
        last=in_order[-1].at,
        papers=tuple(name for name, _ in papers.most_common()),
    )


def headline(reports: Sequence[Report]) -> Report:
    """The report whose headline stands for the story: the one that shares most of its telling words with the others, and is plain: no
    publisher's name, question or shout in it, neither cut off nor a list. Of equals the first.

    A text of its own speaks before its copies, over which desks put what they like, and a text that many carry before one that few do. A
    headline that copies share counts once.
    """
    said = [frozenset(word for word in words(report.headline) if telling(word)) for report in reports]
    unique = {(report.origin, mine) for report, mine in zip(reports, said, strict=True)}
    held = Counter(word for _, mine in unique for word in mine)
    carried = Counter(report.origin for report in reports)
    publishers = {report.publisher.casefold() for report in reports if len(report.publisher) > 3}

    def fitness(at: int) -> float:
        report, mine = reports[at], said[at]
        near = sum((held[word] - 1) * telling(word) for word in mine) / sqrt(len(mine) + 1)
        return near * (1 + log(carried[report.origin])) * (1 if _plain(report.headline, publishers) else PENALTY)

    own = [at for at, report in enumerate(reports) if report.origin == report.id] or range(len(reports))
    return reports[max(own, key=lambda at: (fitness(at), -at))]


def _plain(text: str, publishers: set[str]) -> bool:
    folded = text.casefold()
    furniture = any(sign in text for sign in ("...", "…", "?", "!", "|", " - ")) or text.isupper()
    return not furniture and SHORT <= len(text.split()) <= LONG and not any(name in folded for name in publishers)
