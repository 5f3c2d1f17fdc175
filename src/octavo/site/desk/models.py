"""Who works on which job, and how far it is."""

from __future__ import annotations

from django.db import models
from django_tasks_db.models import DBTaskResult


class JobLease(models.Model):
    """Beside each job: django-tasks-db itself does not notice when a worker dies.

    The worker renews `leased_until` while it lives. Where that has run out the job is due again, see `octavo.site.desk.jobs.reaper`.
    """

    job = models.OneToOneField(DBTaskResult, models.CASCADE, primary_key=True, related_name="lease")
    name = models.CharField(max_length=300, help_text="what it is called on a page")
    leased_until = models.DateTimeField(null=True)
    leased_by = models.CharField(max_length=64, blank=True)
    attempts = models.PositiveIntegerField(default=0, help_text="how often it was begun and not given back")
    words = models.TextField(blank=True, help_text="how far it is, or what came of it, for a person")
    added = models.PositiveIntegerField(default=0, help_text="articles")

    class Meta:
        indexes = [models.Index(fields=["leased_until"], name="job_leased")]

    def __str__(self) -> str:
        return self.name
