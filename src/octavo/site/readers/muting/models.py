"""What readers want hidden, and what they want to see first."""

from __future__ import annotations

from django.db import models

from octavo.site.library.models import Speaker, Story
from octavo.site.readers.models import User
from octavo.site.readers.muting import rules


class ReaderRule(models.Model):
    """A mute or a follow of a reader: see `octavo.site.readers.muting.rules`. Of one thing a reader has one rule."""

    reader = models.ForeignKey(User, models.CASCADE, db_index=False, related_name="+")
    effect = models.CharField(max_length=8, help_text="mute or follow")
    kind = models.CharField(max_length=12, help_text="words, person, publisher, agency, section or story")
    value = models.CharField(max_length=rules.KEY, help_text="what it is called on pages")
    key = models.CharField(max_length=rules.KEY, help_text="how it is compared: folded, a section's name in addresses, a number")
    places = models.JSONField(default=list, help_text="where words and people are looked for: headline, text, speakers")
    story = models.ForeignKey(Story, models.CASCADE, null=True, related_name="+", help_text="the story that a rule of that kind is about")
    speaker = models.ForeignKey(Speaker, models.SET_NULL, null=True, related_name="+", help_text="the person, where they have a page")
    made = models.DateTimeField()
    until = models.DateTimeField(null=True, help_text="null: for ever")
    breaks_after = models.PositiveIntegerField(default=0, help_text="new independent reports that bring a muted story back; 0: none do")
    had = models.PositiveIntegerField(default=0, help_text="independent reports that the story had when it was muted")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "kind", "key"], name="rule_once")]

    def __str__(self) -> str:
        return f"{self.effect} {self.kind}: {self.value}"
