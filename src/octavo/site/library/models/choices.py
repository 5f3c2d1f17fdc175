"""What holds for the whole library."""

from __future__ import annotations

from django.db import models


class Choice(models.Model):
    """A thing that holds for the whole library, by name: "specimen" is "shown" while its owner asked the specimen edition back,
    "analysing" is why articles cannot be analysed for now,
    "placing", "briefing" and "rewriting" are who does that with articles and stories, and until when (see `octavo.site.desk.leases`),
    "owners" is a mark that is another after every change of the list of outlets' owners, "voices" says how far articles were counted by it
    (see `octavo.site.library.voices`),
    "state" is a mark that is another after every change of articles (see `octavo.site.library.state`)."""

    name = models.CharField(max_length=64, primary_key=True)
    value = models.JSONField()

    def __str__(self) -> str:
        return self.name
