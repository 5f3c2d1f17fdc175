"""Searches that readers keep."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from octavo.site.readers.models import User


class SavedSearch(models.Model):
    """A query that a reader kept, under a name of their own.

    `seen` is the number of the newest article that was in the library when the reader last looked: numbers grow with arrival, so that what
    was published before and came in later is new too. One that was removed stays for a while, so that it can be put back.
    """

    reader = models.ForeignKey(User, models.CASCADE, db_index=False, related_name="searches")
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=2000)
    order = models.CharField(max_length=8, blank=True, help_text="best or newest; empty: as searches are by themselves")
    made = models.DateTimeField()
    seen = models.BigIntegerField(default=0)
    feed_turn = models.PositiveIntegerField(default=0, help_text="how often its feed got another key")
    removed = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reader", "query"], condition=Q(removed__isnull=True), name="search_once"),
        ]
        indexes = [models.Index(fields=["reader", "made"], name="search_of_reader")]

    def __str__(self) -> str:
        return self.name
