"""People who read, how they may join, what they have looked at, and those who try to."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from octavo.site.library.models import Story


class User(AbstractUser):
    """A reader. The first one made is the owner (`is_superuser`), who exists from the first migration on."""

    class Theme(models.TextChoices):
        """Light or dark; as the reader's own machine has it, where they have not said."""

        SYSTEM = "system"
        LIGHT = "light"
        DARK = "dark"

    time_zone = models.CharField(max_length=64, default="UTC", help_text="of the IANA database; UTC: by the clock of the paper's machine")
    theme = models.CharField(max_length=8, choices=Theme.choices, default=Theme.SYSTEM)


class Invitation(models.Model):
    """A link by which one person may join; its key is made of this row and the library's secret (see `accounts.invitations`)."""

    made = models.DateTimeField()
    expires = models.DateTimeField()
    whom = models.CharField(max_length=100, help_text="for whom the owner made it")
    used = models.DateTimeField(null=True)
    used_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.pk}, {self.made}"


class FailedSignIn(models.Model):
    """A try that was not the right one, or is being looked at; kept while it counts (see `accounts.guessing`)."""

    origin = models.CharField(max_length=64, help_text="the peer's address, of IPv6 its network of 64 bits")
    name = models.CharField(max_length=150, default="", help_text="whose password was tried, folded")
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
