"""What a language model answered, what it cost by the day, the briefs that it rewrote, and what readers asked of it."""

from __future__ import annotations

from django.db import models

from octavo.site.library.models.articles import Article
from octavo.site.library.models.stories import Story


class ModelAnswer(models.Model):
    """An answer as it came, by what was asked and whom, so that the same is not asked twice. See `octavo.site.library.model_answers`."""

    digest = models.CharField(max_length=64, primary_key=True, help_text="SHA-256 of address, model and question, hexadecimal")
    text = models.TextField()
    asked = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["asked"], name="answer_age")]

    def __str__(self) -> str:
        return f"answer {self.digest[:12]}"


class ModelDay(models.Model):
    """What a day's questions cost: those under way are counted at the most that they can."""

    day = models.DateField(primary_key=True, help_text="in UTC")
    requests = models.PositiveIntegerField(default=0)
    tokens = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.day}: {self.requests} requests"


class Rewriting(models.Model):
    """A story's brief in a model's words, as far as its sentences bear it out; it holds for the brief that was made at `of`.

    Without a summary too little was left of it, or the answer was none; that brief is not asked about again.
    """

    story = models.OneToOneField(Story, models.CASCADE, primary_key=True, related_name="rewriting")
    of = models.DateTimeField(help_text="when the brief was made that it was made of")
    model = models.CharField(max_length=200, help_text="the model's name, as the owner gave it")
    made = models.DateTimeField()
    summary = models.JSONField(default=list, help_text="claims: see octavo.briefing.brief_json")
    differences = models.JSONField(default=list)
    dropped = models.PositiveIntegerField(default=0, help_text="sentences and names that were not borne out")
    problem = models.TextField(blank=True, help_text="why there is none, in words for a person")

    def __str__(self) -> str:
        return f"of {self.story_id} by {self.model}"


class ModelWish(models.Model):
    """What a reader asked of the language model, and what came of it. Those that are not made wait, the oldest first.

    See `octavo.site.library.model_wishes`.
    """

    class Kind(models.TextChoices):
        TRANSLATION = "translation"
        ANSWER = "answer"

    digest = models.CharField(max_length=64, primary_key=True, help_text="SHA-256 of what is asked, with the texts that it is about")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="+", help_text="what is to be translated")
    wish = models.JSONField(default=dict, help_text='{"language"}, or {"question", "claims"}: see octavo.briefing.brief_json')
    asked = models.DateTimeField()
    made = models.DateTimeField(null=True, help_text="null: it waits")
    model = models.CharField(max_length=200, blank=True)
    result = models.JSONField(default=list, help_text="paragraphs, or claims")
    dropped = models.PositiveIntegerField(default=0, help_text="sentences that were not borne out")
    problem = models.TextField(blank=True, help_text="why there is nothing, in words for a person")

    class Meta:
        indexes = [models.Index(fields=["asked"], name="wish_turn", condition=models.Q(made__isnull=True))]

    def __str__(self) -> str:
        return f"{self.kind} {self.digest[:12]}"
