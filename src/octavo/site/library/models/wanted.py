"""Pages of articles that a source named and that are to be fetched themselves."""

from __future__ import annotations

from django.db import models

from octavo.messages import message as _
from octavo.site.library.models.articles import Article
from octavo.site.library.models.queued import Queued
from octavo.site.library.models.sources import Source


class WantedPage(Queued):
    """A page that a source led to: the full text of an article that its feed cuts short, or an article that a watched page or a
    sitemap links. A row stays for a while when its page is read, so that a link that is seen again is not followed again
    (see `octavo.site.library.pruning`)."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        READ = "read", _("Read")
        PARTIAL = "partial", _("only a part can be read")
        FAILED = "failed", _("Failed")
        SEEN = "seen", _("linked before its source was followed")

    source = models.ForeignKey(Source, models.CASCADE, related_name="wanted")
    url = models.CharField(max_length=2000, help_text="ASCII")
    key = models.CharField(max_length=20, blank=True, help_text="octavo.reading's article_id of the address: one for all its forms")
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="wanted", help_text="null: it becomes one when it is read")
    title = models.CharField(max_length=500, blank=True, help_text="what the link says")
    found = models.DateTimeField()
    linked = models.DateTimeField(null=True, help_text="when a watched page or a sitemap was last seen to link it, to within a week or so")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=32, blank=True, help_text="as of a source")
    problem = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "url"], name="wanted_once")]
        indexes = [
            models.Index(fields=["key"], name="wanted_key"),
            models.Index(fields=["found"], name="wanted_found"),
            models.Index(fields=["due_at"], name="wanted_due"),
            models.Index(fields=["leased_until"], name="wanted_leased"),
            models.Index(fields=["host"], name="wanted_host"),
            models.Index(fields=["not_before"], name="wanted_not_before", condition=models.Q(not_before__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.url
