"""A story's rows -> its brief, in the library."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from octavo.briefing.brief import brief_with_fresh
from octavo.briefing.brief_json import brief_json
from octavo.briefing.novelty import fresh_json
from octavo.errors import LibraryError
from octavo.site.desk.briefing import claiming
from octavo.site.desk.leases import BRIEFING
from octavo.site.library.brief_reports import Material, mark_of, material_of
from octavo.site.library.briefs import text_mark
from octavo.site.library.models import StoryBrief
from octavo.site.library.writing import explaining, writing

log = logging.getLogger("octavo.desk")


@dataclass(frozen=True, slots=True)
class Made:
    """What a story's row is to say of it: its brief and what its reports added, as JSON, marks of their texts, or why there is none."""

    brief: dict[str, Any] | None = None
    texts: dict[str, str] = field(default_factory=dict)
    fresh: list[dict[str, Any]] = field(default_factory=list)
    problem: str = ""

    @property
    def first(self) -> dict[str, Any] | None:
        """The first line of the summary."""
        lines = self.brief["summary"] if self.brief else ()
        return lines[0] if lines else None


@explaining()
def make_some(worker: str, maker: str, now: datetime, stop: threading.Event) -> int:
    """Make the briefs of some stories that wait; returns how many were looked at, 0 where none waits. Raises LeaseLost.

    Each is written down by itself. Once `stop` is set, those that are left are given back.
    """
    stories = claiming.claim(worker, now, maker)
    for number, story in enumerate(stories):
        if stop.is_set():
            claiming.give_back(worker, stories[number:])
            break
        make(story, worker, maker, now)
    return len(stories)


def make(story: int, worker: str, maker: str, now: datetime) -> None:
    """Make the brief of a story, unless it is as it would be. Raises LeaseLost, and LibraryError.

    Where the story changed meanwhile, what was made is thrown away, and it waits on: so a brief is never of two states.
    """
    mark = mark_of(story)
    kept = StoryBrief.objects.filter(story=story).values_list("mark", "maker").first()
    made = _made(story) if mark and kept != (mark, maker) else None
    with writing():
        BRIEFING.hold(worker)
        row = StoryBrief.objects.filter(story=story)
        if mark_of(story) != mark:
            row.update(attempts=0)
        elif not mark:
            row.delete()
        elif made is None:
            row.update(waiting=None, asked=None, attempts=0)
        else:
            row.update(
                waiting=None, asked=None, attempts=0, mark=mark, maker=maker, made=now,
                brief=made.brief, first=made.first, texts=made.texts, fresh=made.fresh, problem=made.problem,
            )


def _made(story: int) -> Made:
    try:
        material = material_of(story)
        made, added = brief_with_fresh(material.reports)
        texts = {report.article.id: text_mark(report.article.text) for report in material.reports}
        return Made(brief_json(made), texts, _with_arrival(fresh_json(added), material))
    except LibraryError:
        raise
    except Exception as error:
        # Whatever a story does to what makes its brief is that story's problem.
        log.exception("The brief of story %d cannot be made", story)
        return Made(problem=f"Octavo stumbled over it ({type(error).__name__})")


def _with_arrival(fresh: list[dict[str, Any]], material: Material) -> list[dict[str, Any]]:
    """The same, each with when its text came into the library."""
    return [each | {"came": material.came[each["citations"][0]["id"]].isoformat()} for each in fresh]
