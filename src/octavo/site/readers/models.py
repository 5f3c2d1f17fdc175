"""People who read, what they have looked at, and those who try to."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from octavo.site.library.models import Story


class User(AbstractUser):
    """A reader. The first one made is the owner (`is_superuser`), who exists from the first migration on."""

    time_zone = models.CharField(max_length=64, default="UTC")


class FailedSignIn(models.Model):
    """A password that was not the right one, or is being looked at; kept while it counts (see `guessing`)."""

    origin = models.CharField(max_length=64, help_text="the peer's address, of IPv6 its network of 64 bits")
    time = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.origin}, {self.time}"


class StoryVisit(models.Model):
    """When a reader last began to look at a story, and when the time before that (see `visits`)."""

    reader = models.ForeignKey(User, models.CASCADE, db_index=False, related_name="+")
    story = models.ForeignKey(Story, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    before = models.DateTimeField(null=True, help_text="null: this is the first time")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "story"], name="visit_of_story")]

    def __str__(self) -> str:
        return f"{self.reader_id} at {self.story_id}, {self.at}"
