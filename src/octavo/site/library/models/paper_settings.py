"""What is set for the whole paper and is no matter of the machine."""

from __future__ import annotations

from django.db import models


class PaperSetting(models.Model):
    """A room's settings for the whole paper, see `octavo.site.library.paper_settings`."""

    name = models.CharField(max_length=40, primary_key=True)
    value = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.name
