"""What each reader has read, saved, tagged and marked, and what they subscribe to."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from octavo.site.library.models import Article, Source


class ReadingSettings(models.Model):
    """How somebody reads; no row: as everybody does, see `preferences`."""

    reader = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+")
    each_copy = models.BooleanField(default=False, help_text="each copy of a text is read for itself; else one read marks them all")
    keys = models.BooleanField(default=True, help_text="the keys of the keyboard work")
    chosen_only = models.BooleanField(default=False, help_text="the paper is made of the chosen sources alone; else of all")

    def __str__(self) -> str:
        return f"how {self.reader_id} reads"


class Subscription(models.Model):
    """What a reader wants of a source, where that is not what everybody has."""

    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, db_index=False, related_name="+")
    source = models.ForeignKey(Source, models.CASCADE, related_name="+")
    chosen = models.BooleanField(default=False, help_text="it is one of the sources that the reader reads where they read only some")
    folder = models.CharField(max_length=200, null=True, help_text="the reader's own folder, empty: in none; null: the owner's")
    title = models.CharField(max_length=300, blank=True, help_text="the reader's own name for it; empty: its own")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "source"], name="subscription_once")]

    def __str__(self) -> str:
        return f"{self.source_id} for {self.reader_id}"


class ReadingDeed(models.Model):
    """Many articles marked as read at once, which can be undone for a while. See `all_read`.

    Either everything up to an article's number (`through`), of some sources or of all (`sources` null), or single articles.
    """

    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    made = models.DateTimeField()
    through = models.BigIntegerField(null=True)
    sources = models.JSONField(null=True)
    articles = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"deed {self.pk} of {self.reader_id}"


class ReadThrough(models.Model):
    """All articles of a source, or of all (`source` null), up to that number are read. Of several the highest holds."""

    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, db_index=False, related_name="+")
    source = models.ForeignKey(Source, models.CASCADE, null=True, related_name="+")
    through = models.BigIntegerField()
    deed = models.ForeignKey(ReadingDeed, models.SET_NULL, null=True, related_name="throughs", help_text="null: it is too old to be undone")

    class Meta:
        indexes = [models.Index(fields=["reader", "source", "-through"], name="read_through")]

    def __str__(self) -> str:
        return f"{self.reader_id} has read {self.source_id} through {self.through}"


class ReadMark(models.Model):
    """Whether a reader has read an article, whatever else says so: they opened it, or marked it by hand, or a deed did."""

    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, db_index=False, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, related_name="read_marks")
    read = models.BooleanField()
    deed = models.ForeignKey(ReadingDeed, models.SET_NULL, null=True, db_index=False, related_name="marks", help_text="what made it read")
    was_unread = models.BooleanField(default=False, help_text="before that deed it was marked as unread; else it had no mark")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "article"], name="read_mark_once")]
        indexes = [
            models.Index(fields=["reader", "-article"], condition=Q(read=False), name="marked_unread"),
            models.Index(fields=["deed"], condition=Q(deed__isnull=False), name="read_mark_deed"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {'read' if self.read else 'unread'} by {self.reader_id}"


class Saved(models.Model):
    """An article that a reader has saved for later."""

    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, db_index=False, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "article"], name="saved_once")]
        indexes = [models.Index(F("reader"), F("at").desc(), F("id").desc(), name="saved_order")]

    def __str__(self) -> str:
        return f"{self.article_id} saved by {self.reader_id}"


class Tag(models.Model):
    """A reader's own name for articles that belong together for them. `folded` is what tells two names apart: capitals do not."""

    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, db_index=False, related_name="+")
    name = models.CharField(max_length=100)
    folded = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "folded"], name="tag_once")]

    def __str__(self) -> str:
        return self.name


class Tagged(models.Model):
    """An article that has a tag."""

    tag = models.ForeignKey(Tag, models.CASCADE, db_index=False, related_name="tagged")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "article"], name="tagged_once")]
        indexes = [models.Index(F("tag"), F("at").desc(), F("id").desc(), name="tagged_order")]

    def __str__(self) -> str:
        return f"{self.article_id} is {self.tag_id}"


class Highlight(models.Model):
    """Words of an article that a reader has marked, perhaps with a note. They are found again by the words, see `finding`."""

    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, db_index=False, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    words = models.TextField()
    before = models.CharField(max_length=100, blank=True, help_text="the characters that stood before them")
    start = models.PositiveIntegerField(help_text="where they stood in the text")
    note = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(F("reader"), F("at").desc(), F("id").desc(), name="highlight_order"),
            models.Index(fields=["reader", "article"], name="highlight_of"),
        ]

    def __str__(self) -> str:
        return self.words


class LeftAt(models.Model):
    """Where a reader left a long article: the number of its block on the page, from 1, and that block's first words."""

    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, db_index=False, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    block = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "article"], name="left_at_once")]

    def __str__(self) -> str:
        return f"{self.reader_id} left {self.article_id} at {self.block}"
