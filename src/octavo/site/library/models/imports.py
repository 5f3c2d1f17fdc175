"""How far imports of archives have come."""

from __future__ import annotations

from django.db import models


class ImportedArchive(models.Model):
    """An archive that is being imported or was: written in the transaction that brings its articles, so that both are there or neither."""

    identity = models.CharField(max_length=64, primary_key=True, help_text="see octavo.reading.archives.entry.Archive")
    name = models.CharField(max_length=1000)
    position = models.TextField(help_text="JSON: where its import goes on")
    finished = models.BooleanField(default=False)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0, help_text="articles that were there already")
    left_out = models.PositiveIntegerField(default=0, help_text="entries that could hold no article")
    failed = models.PositiveIntegerField(default=0, help_text="entries that are broken")
    updated = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
