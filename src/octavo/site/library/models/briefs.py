"""The briefs of stories, as they were made, and which wait to be made."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from octavo.site.library.models.stories import Story


class StoryBrief(models.Model):
    """The brief of a story, one row for each story that has articles. The rows that wait are the queue, the newest stories first.

    What waits keeps the brief that it has until there is another. `mark` is of all that the brief is made of (see
    `octavo.site.library.brief_reports`): where it is the same, so would be the brief.
    """

    story = models.OneToOneField(Story, models.CASCADE, primary_key=True, related_name="brief")
    waiting = models.DateTimeField(null=True, help_text="while it waits, when the story had its last article: the newest come first")
    asked = models.DateTimeField(null=True, help_text="since when it waits")
    attempts = models.PositiveIntegerField(default=0, help_text="how often a worker took it and came to no end")
    mark = models.CharField(max_length=64, blank=True, help_text="of what it was made of, and of what made it; empty: not yet made")
    maker = models.CharField(max_length=64, blank=True, help_text="see octavo.site.desk.briefing.maker")
    made = models.DateTimeField(null=True, help_text="when")
    problem = models.TextField(blank=True, help_text="why it cannot be made, in words for a person")
    brief = models.JSONField(null=True, help_text="see octavo.briefing.brief_json; the ids of citations are articles' numbers")
    first = models.JSONField(null=True, help_text="the first line of its summary: the front page needs no more")
    texts = models.JSONField(default=dict, help_text="marks of the texts that it was made of: see octavo.site.library.briefs.text_mark")
    fresh = models.JSONField(default=list, help_text="what each report added, in order: see octavo.site.library.briefs")

    class Meta:
        indexes = [
            models.Index(F("waiting").desc(), F("story").desc(), condition=Q(waiting__isnull=False), name="brief_turn"),
            models.Index(fields=["maker"], name="brief_maker"),
        ]

    def __str__(self) -> str:
        return f"of {self.story_id}"
