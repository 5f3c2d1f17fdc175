"""Where articles come from, and how asking there goes."""

from __future__ import annotations

from django.db import models

from octavo.addresses import keyless
from octavo.messages import message as _
from octavo.site.library.models.queued import Queued


class Source(Queued):
    """What Octavo polls or is given. Only feeds, pages and sitemaps are ever due."""

    class Kind(models.TextChoices):
        FEED = "feed", _("Feed")
        PAGE = "page", _("page to watch")
        SITEMAP = "sitemap", _("Sitemap")
        # Also one that was polled and removed, see octavo.site.desk.adding.sources.
        FILE = "file", _("File")
        SPECIMEN = "specimen", _("Specimen")

    class FullText(models.TextChoices):
        ALWAYS = "always"
        SHORT = "short", "when the feed's text is short"
        NEVER = "never"

    kind = models.CharField(max_length=16, choices=Kind.choices)
    # ASCII only (an IRI percent-encoded): PostgreSQL indexes at most 2,704 bytes.
    address = models.CharField(max_length=2000, unique=True, help_text='"files" and "specimen" are names, not addresses')
    title = models.CharField(max_length=500, blank=True)
    home = models.CharField(max_length=2000, blank=True, help_text="the address of the site that it belongs to")
    added = models.DateTimeField()

    folder = models.CharField(max_length=200, blank=True)
    muted = models.BooleanField(default=False, help_text="it is not asked, and its articles are kept")
    full_text = models.CharField(max_length=8, choices=FullText.choices, default=FullText.SHORT)

    # What the last answer said, for the next request and to tell whether anything changed.
    etag = models.CharField(max_length=1000, blank=True)
    last_modified = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the body read last, hexadecimal")
    moved_to = models.CharField(max_length=2000, blank=True, help_text="where it says that it has moved to for good")
    moved_since = models.DateTimeField(null=True)
    moved_answers = models.PositiveIntegerField(default=0, help_text="how many answers in a row have said so")
    hints = models.JSONField(default=dict, help_text="what it says about how often to ask, see octavo.reading.feed.hints")

    # How it goes.
    fetched = models.DateTimeField(null=True, help_text="when it was asked last")
    answered = models.DateTimeField(null=True, help_text="when it answered last, with news or without")
    changed = models.DateTimeField(null=True, help_text="when it had a new article last")
    interval = models.PositiveIntegerField(null=True, help_text="seconds between two requests, as things are")
    earlier = models.PositiveIntegerField(default=0, help_text="articles that it brought on days that have no row of their own any more")
    failures = models.PositiveIntegerField(default=0, help_text="in a row")
    failing_since = models.DateTimeField(null=True)
    reason = models.CharField(max_length=32, blank=True, help_text="why it fails: a name of octavo.fetching.failures.Reason")
    problem = models.TextField(blank=True, help_text="the same in words for a person")
    gone_answers = models.PositiveIntegerField(default=0, help_text="how often it said that it is gone, with no other answer between")
    note = models.TextField(blank=True, help_text="what its owner should know of it though it does not fail, in words for a person")

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], name="source_due"),
            models.Index(fields=["leased_until"], name="source_leased"),
            models.Index(fields=["host"], name="source_host"),
            models.Index(fields=["not_before"], name="source_not_before", condition=models.Q(not_before__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.title or keyless(self.address)


class SourceSecret(models.Model):
    """What a source wants to be shown before it answers. Never on a page, in a log, in a list of sources or in an error."""

    source = models.OneToOneField(Source, models.CASCADE, related_name="secret")
    user = models.CharField(max_length=300, blank=True)
    password = models.CharField(max_length=300, blank=True)
    headers = models.JSONField(default=dict, help_text="{name: value}")

    def __str__(self) -> str:
        return f"the credentials of {self.source_id}"


class SourceDay(models.Model):
    """How many articles a source brought on a day (UTC)."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="days")
    day = models.DateField()
    articles = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "day"], name="source_day_once")]

    def __str__(self) -> str:
        return f"{self.source_id}, {self.day}: {self.articles}"
