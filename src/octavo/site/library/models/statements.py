"""Who said what: what was found in each article, the statements, and the speakers that articles have in common."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from octavo.site.library.models.articles import Article


class Analysis(models.Model):
    """How an article stands with its analysis, for each article in English that has a text. The rows that wait are the queue.

    A worker that takes one sets `leased_until`; one that died leaves a lease that runs out. `waiting` is set again when the text changes,
    and its lease is gone then: what a worker finds in the text that was is thrown away.
    """

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="analysis")
    waiting = models.DateTimeField(null=True, help_text="while it waits, the time that its article ranks by: the newest come first")
    again = models.BooleanField(default=False, help_text="it was analysed, by another model: its turn comes behind all that were not")
    leased_until = models.DateTimeField(null=True)
    leased_by = models.CharField(max_length=64, blank=True)
    attempts = models.PositiveIntegerField(default=0, help_text="how often a worker took it and came to no end")
    model = models.CharField(max_length=64, blank=True, help_text="which model it was analysed with, or given up; empty: not yet")
    problem = models.TextField(blank=True, help_text="why it cannot be analysed, in words for a person")
    sentences = models.JSONField(default=list, help_text="a list of [start, end], code points of the article's text")
    entities = models.JSONField(default=list, help_text="a list of [start, end, kind]")

    class Meta:
        indexes = [
            models.Index("again", F("waiting").desc(), condition=Q(waiting__isnull=False), name="analysis_turn"),
            models.Index(fields=["leased_until"], condition=Q(leased_until__isnull=False), name="analysis_leased"),
            models.Index(fields=["model"], name="analysis_model"),
        ]

    def __str__(self) -> str:
        return f"of {self.article_id}"


class Speaker(models.Model):
    """A person or body that speaks in articles: what their statements have in common, see `octavo.briefing.speaking.joining`.

    Of one name there may be several, `apart` from each other: the roles that articles state do not go together, or the owner says so. Those
    of the specimen edition are its own.
    """

    specimen = models.BooleanField(default=False)
    kind = models.CharField(max_length=16, help_text="person or organisation")
    key = models.CharField(max_length=300, help_text="the name, folded: see octavo.briefing.speaking.joining.key_of")
    apart = models.PositiveIntegerField(default=0, help_text="0 for the first of that name, then counted up")
    name = models.CharField(max_length=300, help_text="as the first article had it")
    roles = models.JSONField(default=list, help_text="a list of [role, affiliation] as articles state them, the latest last")
    statements = models.PositiveIntegerField(default=0, help_text="its own")
    total = models.PositiveIntegerField(default=0, help_text="with those of the speakers that are merged into it")
    merged_with = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+", help_text="the owner said they are one")
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="merged", help_text="on whose page it stands: the end of merged_with")
    split_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="split", help_text="the owner says they are two")
    took = models.JSONField(default=list, help_text="what it took along when it was split off: [speaker, place, role, affiliation] each")
    feed_turn = models.PositiveIntegerField(default=0, help_text="how often its feed got another key")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["specimen", "kind", "key", "apart"], name="speaker_once")]
        indexes = [models.Index("specimen", F("total").desc(), "key", "id", name="speaker_most")]

    def __str__(self) -> str:
        return self.name


class SpeakerChoice(models.Model):
    """The owner's word: who bears that name in that article is this speaker. It holds when the article is analysed again.

    The last word about an article and a name is the one that holds; when it is taken back, the one before it does.
    """

    article = models.ForeignKey(Article, models.CASCADE, db_index=False, related_name="+")
    kind = models.CharField(max_length=16)
    key = models.CharField(max_length=300)
    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="choices")
    was = models.ForeignKey(Speaker, models.SET_NULL, null=True, related_name="+", help_text="who it was until then")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "kind", "key", "speaker"], name="choice_of_speaker")]

    def __str__(self) -> str:
        return f"{self.key} in {self.article_id}"


class Statement(models.Model):
    """An attribution as a reader sees it: spans of its article's text, what they mean, and who its speaker is.

    `speaker` is null where nobody else's article can mean the same one: unnamed sources, groups, single words.
    """

    article = models.ForeignKey(Article, models.CASCADE, db_index=False, related_name="statements")
    number = models.PositiveIntegerField(help_text="its place in the article, from 1")
    source = models.JSONField(default=list, help_text="a list of [start, end]; so are cue and content")
    cue = models.JSONField(default=list)
    content = models.JSONField(default=list)
    words = models.TextField(help_text="the text of the content")
    sought = models.TextField(default="", help_text="the words as they are sought: see octavo.folding")
    act = models.CharField(max_length=16)
    negated = models.BooleanField(default=False)
    form = models.CharField(max_length=16)
    occasion = models.TextField(blank=True, help_text="where, to whom and through whom, in the article's words")
    outlet = models.TextField(blank=True)
    addressee = models.TextField(blank=True)
    occasion_date = models.DateField(null=True, help_text="the day that the text gives")
    said_on = models.DateField(help_text="that day; where there is none, its article's")
    confidence = models.FloatField(default=1.0)
    name = models.TextField(blank=True, help_text="the speaker as the article has it; empty: none is given")
    kind = models.CharField(max_length=16)
    role = models.TextField(blank=True)
    affiliation = models.TextField(blank=True)
    speaker = models.ForeignKey(Speaker, models.SET_NULL, null=True, db_index=False, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="statement_once")]
        indexes = [models.Index(F("speaker"), F("said_on").desc(), F("article").desc(), F("number"), name="statement_timeline")]

    def __str__(self) -> str:
        return self.words
