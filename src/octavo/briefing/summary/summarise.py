"""A story's passages -> the lines of its summary, in the order in which they read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import groupby

from octavo.briefing.corroboration import Corroboration
from octavo.briefing.passages import Passage
from octavo.briefing.reports import EARLIEST, Report, independent_reports
from octavo.briefing.summary.choosing import chosen
from octavo.briefing.summary.fitness import fit
from octavo.briefing.summary.leaning import known_in
from octavo.briefing.summary.weighing import Weights, newness, weights
from octavo.briefs import Claim

FEWEST = 3
"""Lines of a summary of one report; fewer where it has fewer that are fit."""
MORE = (2, 4, 7)
"""From how many independent reports on there is one line more: six at most."""


def summarised(passages: Sequence[Passage], corroboration: Corroboration) -> tuple[Claim, ...]:
    """The sentences of a story's reports, in the order of these -> three to six lines, none where no sentence is fit."""
    return tuple(corroboration.claim(line) for line in telling_it(passages, corroboration.carriers, corroboration.independent_reports))


def telling_it(
    passages: Sequence[Passage], same: Callable[[Passage], Iterable[Passage]], support: Callable[[Passage], int] = lambda _: 1,
) -> tuple[Passage, ...]:
    """The sentences that `summarised` shows; `same` gives those that say what one says, so that none is told twice, `support` how many
    independent reports do.

    A text that many print counts once. Linear in the number of sentences.
    """
    own = _own(passages)
    found = [each for report in own for each in fit(report)]
    if not found:
        return ()
    reports = [report[0].report for report in own]
    known = {name for report in reports for name in known_in(report.article.headline)}
    most = FEWEST + sum(independent_reports(reports) >= least for least in MORE)
    about = weights(own)
    return tuple(_readable(chosen(found, about, known, most, same, support), about, reports))


def _own(passages: Sequence[Passage]) -> list[list[Passage]]:
    """The sentences of each text that is no copy of another here, in the language that most of them are in."""
    ids = {each.report.id for each in passages}
    every = [list(group) for _, group in groupby(passages, key=lambda each: each.report.id)]
    own = [report for report in every if not report[0].report.is_copy or report[0].report.origin not in ids]
    languages = Counter(report[0].report.language for report in own)
    told = min(languages, key=lambda language: (-languages[language], language != "en", language), default="en")
    return [report for report in own if report[0].report.language == told]


def _readable(lines: Sequence[Passage], about: Weights, reports: Sequence[Report]) -> Iterable[Passage]:
    """In the order of their text where they are of one; else the newest that tells much first, and the rest as it happened: by day, by
    place in the article, by time. What leans on the line before stays behind it."""
    parts: list[list[Passage]] = []
    for line in lines:
        before = next((part for part in parts if part[-1].report is line.report and part[-1].number == line.number - 1), None)
        (before.append(line) if before else parts.append([line]))
    if len({line.report.id for line in lines}) < 2:
        parts.sort(key=lambda part: part[0].number)
    else:
        new = dict(zip((report.id for report in reports), newness(reports), strict=True))
        first = max(parts, key=lambda part: sum(about.get(word, 0.0) for word in sorted(part[0].sense.words)) * new[part[0].report.id])
        parts = [first, *sorted((part for part in parts if part is not first), key=lambda part: _place(part[0]))]
    return [line for part in parts for line in part]


def _place(line: Passage) -> tuple[str, int, datetime, str]:
    published = line.report.article.published or EARLIEST
    return published.date().isoformat(), line.number, published, line.report.id
