"""A story's reports -> its brief: the parts, in order, a line each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from octavo.briefing.corroboration import Corroboration
from octavo.briefing.differences.differences import differences
from octavo.briefing.differences.figures import figure_differences
from octavo.briefing.novelty import Fresh, fresh, news
from octavo.briefing.passages import passages
from octavo.briefing.reports import MOST, Report, in_order
from octavo.briefing.speaking.speakers import speakers
from octavo.briefing.summary.summarise import summarised
from octavo.briefing.timeline.timeline import timeline
from octavo.briefs import NO_ARTICLE, NO_TEXT, NOTHING, Brief


def brief(reports: Iterable[Report], since: datetime | None = None) -> Brief:
    """The reports of one story, in any order -> its brief. `since`: what a reader knows already; None: the articles before the newest."""
    return brief_with_fresh(reports, since)[0]


def brief_with_fresh(reports: Iterable[Report], since: datetime | None = None) -> tuple[Brief, tuple[Fresh, ...]]:
    """The same, with what each report added, of which `new` is the last part."""
    known = in_order(reports)[-MOST:]
    told = passages(known)
    corroboration = Corroboration(told)
    summary = summarised(told, corroboration)
    added = fresh(known, corroboration.likes)
    made = Brief(
        summary=summary,
        speakers=speakers(told),
        differences=(*differences(told), *figure_differences(told)),
        timeline=timeline(told),
        new=news(added, since),
        note="" if summary else NOTHING if told else NO_TEXT if known else NO_ARTICLE,
    )
    return made, added
