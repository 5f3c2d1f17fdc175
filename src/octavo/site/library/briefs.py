"""The briefs of stories, as pages ask for them.

The library's state (`octavo.site.library.state`) does not tell that a brief was made: what is kept by it holds no briefs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from octavo.briefing import brief_json
from octavo.briefing.novelty import fresh_of
from octavo.briefs import Brief, Claim, Line
from octavo.site.library.models import StoryBrief


@dataclass(frozen=True, slots=True)
class Added:
    """A line that said something which no earlier report of its story had said; it stands in the article that its first citation names.

    `at` is when that report was published (None: nobody knows), `came` when its text came into the library: what came after a reader
    looked is new to them, whenever it was published.
    """

    at: datetime | None
    came: datetime
    line: Line


@dataclass(frozen=True, slots=True)
class Kept:
    """A brief as it was made last, and marks of the texts that it was made of, by the number of their article."""

    brief: Brief
    texts: Mapping[str, str] = field(default_factory=dict)

    def is_of(self, article: int, text: str) -> bool:
        """Whether that is the text that the article had then, as far as it is known: only there do its citations say what they said."""
        return self.texts.get(str(article), mark := text_mark(text)) == mark


def text_mark(text: str) -> str:
    """A mark of a text, another for another text."""
    return hashlib.blake2b(text.encode(errors="backslashreplace"), digest_size=8).hexdigest()


def brief_kept(story: int) -> Kept | None:
    """The brief of a story as it was made last; None where there is none yet. The ids of citations are articles' numbers. One query.

    An article may have another text since: whoever shows a citation asks for that.
    """
    kept = StoryBrief.objects.filter(story=story, brief__isnull=False).values_list("brief", "texts").first()
    return Kept(brief_json.brief_of(kept[0]), kept[1]) if kept and kept[0] else None


def brief_of(story: int) -> Brief | None:
    """The same without the marks."""
    kept = brief_kept(story)
    return kept.brief if kept else None


def why_no_brief(story: int) -> str:
    """Why the brief of a story cannot be made, in words for a person; "" where nothing is wrong. One query."""
    return StoryBrief.objects.filter(story=story).values_list("problem", flat=True).first() or ""


def first_lines(stories: Collection[int]) -> dict[int, Claim]:
    """The first line of each story's summary, for those that have one. One query."""
    kept = StoryBrief.objects.filter(story__in=list(stories), first__isnull=False).values_list("story", "first")
    return {story: brief_json.claim_of(first) for story, first in kept if first}


def added_to(story: int) -> tuple[Added, ...]:
    """What each report of a story added to the earlier ones, in the order of time. One query."""
    kept = StoryBrief.objects.filter(story=story).values_list("fresh", flat=True).first() or ()
    came = (datetime.fromisoformat(record["came"]) for record in kept)
    return tuple(Added(each.at, when, each.line) for each, when in zip(fresh_of(kept), came, strict=True))


def added_since(added: Iterable[Added], since: datetime) -> tuple[Added, ...]:
    """What is new to a reader who looked last at that time."""
    return tuple(each for each in added if each.came > since)


def added_by(added: Iterable[Added], article: int) -> tuple[Added, ...]:
    """What an article adds to the earlier ones of its story."""
    return tuple(each for each in added if each.line.citations[0].id == str(article))
