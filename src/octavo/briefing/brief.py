"""A story's reports -> its brief: the parts, in order, a line each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from octavo.briefing.corroboration import Corroboration
from octavo.briefing.differences.figures import figure_differences
from octavo.briefing.novelty import fresh, news
from octavo.briefing.passages import passages
from octavo.briefing.reports import Report, in_order
from octavo.briefing.speaking.speakers import speakers
from octavo.briefing.summary.summarise import summarised
from octavo.briefing.timeline.timeline import timeline
from octavo.briefs import Brief

MOST = 500
"""Reports that a brief is made of: the newest. A story that has more is a live one, whose first day is no longer what is told."""
NOTHING = "Too little to brief: the articles hold no sentence that tells what happened."


def brief(reports: Iterable[Report], since: datetime | None = None) -> Brief:
    """The reports of one story, in any order -> its brief. `since`: what a reader knows already; None: the articles before the newest."""
    known = in_order(reports)[-MOST:]
    told = passages(known)
    corroboration = Corroboration(told)
    summary = summarised(told, corroboration)
    return Brief(
        summary=summary,
        speakers=speakers(told),
        differences=figure_differences(told),
        timeline=timeline(told),
        new=news(fresh(known, corroboration.likes), since),
        note="" if summary else NOTHING,
    )
