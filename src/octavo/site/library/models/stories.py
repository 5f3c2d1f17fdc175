"""The stories, the place of each article in them, and what the owner has decided about them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from octavo.site.library.models.articles import Article


class Story(models.Model):
    """The articles about one event. Its address in the paper is its primary key, and works for ever.

    One that has lost all its articles, because it was merged with another or because the owner thought otherwise, leads on to the one that
    took them in; it may get them back. All counts are those of the articles that are in it now. Those of the specimen edition are its own.
    """

    specimen = models.BooleanField(default=False)
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, related_name="merged", help_text="null: it has articles of its own")
    lead = models.ForeignKey(Article, models.SET_NULL, null=True, related_name="+", help_text="the article whose headline is the story's")
    first = models.DateTimeField(null=True, help_text="when its first article was published, or came where there is no date")
    last = models.DateTimeField(null=True, help_text="and its last")
    size = models.PositiveIntegerField(default=0, help_text="its articles")
    reports = models.PositiveIntegerField(default=0, help_text="independent ones: a text and its copies once, an owner's outlets once")
    papers = models.PositiveIntegerField(default=0, help_text="the outlets that show its articles")
    rough = models.BooleanField(default=False, help_text="articles joined it that were not yet looked at together with all others")

    class Meta:
        verbose_name_plural = "stories"
        indexes = [
            models.Index(F("specimen"), F("last").desc(), F("id").desc(), condition=Q(size__gt=0), name="story_newest"),
            models.Index(fields=["id"], condition=Q(rough=True), name="story_rough"),
        ]

    def __str__(self) -> str:
        return f"story {self.pk}"


class Place(models.Model):
    """Where an article belongs, one row for each article. The rows that wait are the queue.

    Until it is placed an article has no story, and stands alone. `waiting` is set again when it changes, and it keeps its place meanwhile.
    """

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="place")
    waiting = models.BooleanField(default=True, help_text="it is new, or says something else than when it was placed")
    digest = models.BinaryField(default=b"", help_text="see octavo.grouping.stories.digest")
    story = models.ForeignKey(Story, models.PROTECT, null=True, db_index=False, related_name="places", help_text="as it is shown")
    found = models.ForeignKey(Story, models.PROTECT, null=True, related_name="+", help_text="as it was found: without the owner's choices")
    held = models.BooleanField(default=False, help_text="the owner decided about its story: nothing else moves it")
    ranked = models.DateTimeField(null=True, help_text="the article's: the order within a story")
    origin = models.ForeignKey(Article, models.SET_NULL, null=True, related_name="copies", help_text="whose text it carries; null: its own")
    earlier = models.ForeignKey(Article, models.SET_NULL, null=True, related_name="later", help_text="the text that it is an update of")
    outlet = models.CharField(max_length=300, blank=True, help_text="see octavo.grouping.owners.outlet")
    voice = models.CharField(max_length=300, blank=True, help_text="whose report it is: the agency's, or its outlet's owner's")

    class Meta:
        indexes = [
            models.Index(fields=["article"], condition=Q(waiting=True), name="place_waiting"),
            models.Index(fields=["story", "ranked", "article"], name="place_order"),
        ]

    def __str__(self) -> str:
        return f"of {self.article_id}"


class StoryChoice(models.Model):
    """What the owner decided about stories, in the order of its numbers; undone, it is gone. See `octavo.site.library.choosing`.

    merge: all of `other` is in `story`. split: `articles` of `other` are a story of their own. move: `articles` of `other` are in `story`.
    """

    class Kind(models.TextChoices):
        MERGE = "merge"
        SPLIT = "split"
        MOVE = "move"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    made = models.DateTimeField()
    story = models.ForeignKey(Story, models.CASCADE, related_name="choices")
    other = models.ForeignKey(Story, models.CASCADE, related_name="+")
    articles = models.JSONField(default=list, help_text="the numbers of the articles that it moves, for split and move")
    held = models.JSONField(default=list, help_text="the numbers of all articles that stood in both stories: they stay where they are put")

    def __str__(self) -> str:
        return f"{self.kind} {self.other_id}, {self.story_id}"
