"""What whoever runs the paper says about who owns which outlets."""

from __future__ import annotations

from django.db import models


class OutletOwner(models.Model):
    """An owner whose outlets are one voice. One of the name of an owner that comes with Octavo takes its place; without any outlet it only
    switches that one off. See `octavo.site.library.owners`."""

    name = models.CharField(max_length=200, unique=True)
    domains = models.JSONField(default=list, help_text="registrable ones: post.example")
    publishers = models.JSONField(default=list, help_text="names of outlets, for articles without an address")

    def __str__(self) -> str:
        return self.name
