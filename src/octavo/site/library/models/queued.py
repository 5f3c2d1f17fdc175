"""What waits for its turn: the rows themselves are the queue."""

from __future__ import annotations

from django.db import models


class Queued(models.Model):
    """A row that is worked on when it is due, by one worker at a time.

    A worker that takes it sets `leased_until`, and renews that while it works; one that died leaves a lease that runs out, and the row
    is due again. A lease also outlasts the work by the delay that its host asks for, so that no other worker asks the host sooner.
    """

    host = models.CharField(max_length=255, blank=True, help_text="whose turn it needs: at most one request at a time to a host")
    due_at = models.DateTimeField(null=True, help_text="null: nothing is to be done with it by itself")
    not_before = models.DateTimeField(null=True, help_text="until when its host, asked for this row, wants to be left alone")
    leased_until = models.DateTimeField(null=True)
    leased_by = models.CharField(max_length=64, blank=True)

    class Meta:
        abstract = True
