"""What readers say about stories and articles, and what is done about it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from octavo.site.library.models import Article, Story


class Comment(models.Model):
    """What a reader said about an article or a story, or in answer to another comment on it. Its number is the address of its place.

    A comment is never taken out of its thread. Deleted, its text and its earlier texts are empty, unless it is under report: then they are
    emptied when that is settled. Removed, they stay, so that it can be put back, unless whoever removed it had them emptied.
    """

    class State(models.TextChoices):
        PUBLISHED = "published"
        HELD = "held", "it waits for a moderator"
        REMOVED = "removed", "a moderator took it out"
        DELETED = "deleted", "its writer took it out"

    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, db_index=False, related_name="+", help_text="null: left"
    )
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="+", help_text="null: it is on a story")
    story = models.ForeignKey(Story, models.CASCADE, null=True, related_name="+", help_text="null: it is on an article")
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="+", help_text="what it answers")
    thread = models.ForeignKey(
        "self", models.CASCADE, null=True, db_index=False, related_name="+", help_text="its first comment, or itself"
    )
    path = models.CharField(max_length=48, blank=True, help_text="its place in the thread, see `threading`")
    size = models.PositiveIntegerField(default=1, help_text="comments of its thread, of the first one alone")
    answered = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, db_index=False, related_name="+", help_text="whom it answers, not its writer",
    )
    state = models.CharField(max_length=12, choices=State.choices, default=State.PUBLISHED)
    why = models.CharField(max_length=300, blank=True, help_text="why it waits, first or words:WORD; why it was removed")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", help_text="the moderator who decided")
    text = models.TextField(blank=True, help_text="as it was typed, cleaned")
    html = models.TextField(blank=True)
    renderer = models.PositiveSmallIntegerField(default=0, help_text="which `markdown.RENDERER` made the HTML")
    made = models.DateTimeField()
    edited = models.DateTimeField(null=True, help_text="when its text became another; null: not since its first minutes")
    edits = models.PositiveIntegerField(default=0, help_text="how often its text became another, the first minutes too")
    quote = models.TextField(blank=True, help_text="the words of the article that it is about; empty: all of it")
    start = models.PositiveIntegerField(default=0, help_text="where these began in the article's text, in code points")

    class Meta:
        indexes = [
            models.Index(F("article"), F("id").desc(), condition=Q(parent__isnull=True), name="comment_of_article"),
            models.Index(F("story"), F("id").desc(), condition=Q(parent__isnull=True), name="comment_of_story"),
            models.Index(F("thread").desc(), F("path"), name="comment_order"),
            models.Index(fields=["writer", "-made"], name="comment_writer"),
            models.Index(fields=["answered", "-made"], condition=Q(state="published"), name="comment_answered"),
            models.Index(fields=["id"], condition=Q(state="held"), name="comment_held"),
        ]

    def __str__(self) -> str:
        return f"comment {self.pk}"


class EarlierText(models.Model):
    """What a comment said before it was edited."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="earlier")
    text = models.TextField()
    until = models.DateTimeField(help_text="when it became another")

    def __str__(self) -> str:
        return f"of {self.comment_id} until {self.until}"


class Report(models.Model):
    """A reader found a comment amiss; once a reader and comment, unless it says something else since that was settled."""

    comment = models.ForeignKey(Comment, models.CASCADE, db_index=False, related_name="reports")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=500)
    made = models.DateTimeField()
    settled = models.DateTimeField(null=True, help_text="null: nobody has looked at it")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["comment", "reader"], name="report_once")]
        indexes = [models.Index(fields=["comment"], condition=Q(settled__isnull=True), name="report_open")]

    def __str__(self) -> str:
        return f"of {self.comment_id} by {self.reader_id}"


class Commenter(models.Model):
    """How a reader stands in the comments: one who has commented, moderates, or is silenced."""

    reader = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+")
    moderator = models.BooleanField(default=False)
    silenced = models.DateTimeField(null=True, help_text="until when they cannot comment; the year 9999: for ever")
    why = models.CharField(max_length=300, blank=True, help_text="why they are silenced, as they are told")
    looked = models.DateTimeField(null=True, help_text="when they last looked at the answers to them")

    class Meta:
        indexes = [
            models.Index(fields=["reader"], condition=Q(moderator=True), name="commenter_moderates"),
            models.Index(fields=["reader"], condition=Q(silenced__isnull=False), name="commenter_silenced"),
        ]

    def __str__(self) -> str:
        return f"reader {self.reader_id}"
