"""The briefs that a language model rewrote, as pages ask for them, and which wait to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef

from octavo.briefing import brief_json
from octavo.briefs import Brief, Claim, Difference
from octavo.site.library.models import Rewriting, Story, StoryBrief
from octavo.site.library.writing import explaining

NEWEST = 100
"""Stories of several articles that are rewritten: the newest."""
RECENT = timedelta(days=2)
"""How old their last article may be."""
FEWEST = 2
"""Lines that must be left of a summary for it to be shown, or all where the plain one has fewer."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A story's summary in a model's words, the differences with the names it gave them, and how many of its sentences were dropped."""

    model: str
    summary: tuple[Claim, ...]
    differences: tuple[Difference, ...]
    dropped: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A story's brief, made at that time, which a model was not asked about yet."""

    story: int
    made: datetime
    plain: Brief


@explaining()
def rewriting_of(story: int) -> Shown | None:
    """What is shown in place of a story's summary; None where the plain one is, or its brief was made anew since. One query."""
    row = Rewriting.objects.filter(story=story, of=F("story__brief__made")).exclude(problem__gt="").first()
    if row is None or not row.summary:
        return None
    empty = brief_json.brief_json(Brief())
    told = brief_json.brief_of(empty | {"summary": row.summary, "differences": row.differences})
    return Shown(row.model, told.summary, told.differences, row.dropped)


@explaining()
def next_to_rewrite(model: str, now: datetime) -> Waiting | None:
    """The brief of the newest story of several articles that the model has not been asked about as it is now. Nobody's tokens are spent on
    the specimen edition. One query."""
    newest = Story.objects.filter(specimen__in=[False], size__gt=1, last__gt=now - RECENT).order_by("-last", "-id")[:NEWEST]
    known = Rewriting.objects.filter(story=OuterRef("story"), of=OuterRef("made"), model=model)
    rows = StoryBrief.objects.filter(story__in=list(newest.values_list("pk", flat=True)), first__isnull=False, waiting__isnull=True)
    row = rows.exclude(Exists(known)).order_by("-story__last", "-story").first()
    return Waiting(row.story_id, row.made, brief_json.brief_of(row.brief)) if row and row.made and row.brief else None


def keep_rewriting(
    row: Waiting, model: str, now: datetime, summary: Iterable[Claim] = (), differences: Iterable[Difference] = (), dropped: int = 0,
    problem: str = "",
) -> None:
    """Write down what a model made of a brief, inside the caller's `writing()`; nothing where that brief was made anew meanwhile. With too
    few lines the plain ones stay."""
    if not StoryBrief.objects.filter(story=row.story, made=row.made).exists():
        return
    lines = [asdict(each) for each in summary]
    enough = len(lines) >= min(FEWEST, len(row.plain.summary))
    Rewriting.objects.update_or_create(
        story_id=row.story,
        defaults={
            "of": row.made, "model": model, "made": now, "problem": problem, "dropped": dropped,
            "summary": lines if enough else [], "differences": [asdict(each) for each in differences] if enough else [],
        },
    )
