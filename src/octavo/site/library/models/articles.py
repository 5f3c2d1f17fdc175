"""The pages as they were fetched, the articles read from them and their earlier texts."""

from __future__ import annotations

from django.db import models

from octavo.messages import message as _
from octavo.site.library.models.sources import Source


class Publisher(models.Model):
    """An outlet that shows articles."""

    name = models.CharField(max_length=300, unique=True)

    def __str__(self) -> str:
        return self.name


class FetchedPage(models.Model):
    """A page as it came, compressed, so that everything can be read again when reading improves. See `octavo.site.library.bodies`."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="pages")
    url = models.CharField(max_length=2000, blank=True)
    name = models.CharField(max_length=1000)
    content_type = models.CharField(max_length=200, blank=True)
    fetched = models.DateTimeField()
    offset = models.IntegerField(default=0, help_text="seconds; the offset `fetched` came with, which a time on the page without one has")
    digest = models.CharField(max_length=64, help_text="SHA-256 of its address, a line feed and its body, hexadecimal")
    body = models.BinaryField(help_text="the bytes as they came, compressed; with a base, what is different from that one's")
    base = models.ForeignKey("self", models.RESTRICT, null=True, related_name="beside", help_text="null: it is stored whole")
    is_base = models.BooleanField(default=False, help_text="pages of its source that come later may be stored beside it")
    complete = models.BooleanField(default=False, help_text="all its articles are in the library: no import of it was cut off")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "digest"], name="page_once")]
        indexes = [
            models.Index(fields=["fetched", "id"], name="page_order"),
            models.Index(fields=["source", "-id"], condition=models.Q(is_base=True), name="page_bases"),
        ]

    def __str__(self) -> str:
        return self.url or self.name


class ArticleText(models.Model):
    """What an article says and the names on it: shared by the article as it stands and its earlier versions.

    `paragraphs` is a list of [kind, start, end]: offsets, in code points, into `text`.
    """

    headline = models.TextField()
    kicker = models.CharField(max_length=200, blank=True)
    dateline_place = models.CharField(max_length=200, blank=True)
    dateline_agency = models.CharField(max_length=200, blank=True)
    byline = models.JSONField(default=list)
    credits = models.JSONField(default=list, help_text="a list of {role, name, place}")
    text = models.TextField()
    paragraphs = models.JSONField(default=list)
    published = models.DateTimeField(null=True)
    modified = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.headline


class Partial(models.TextChoices):
    """Why the library holds only a part of an article."""

    SUMMARY = "summary", _("its source gives a summary only")
    PAYWALL = "paywall", _("its publisher's page asks for a subscription")
    CONSENT = "consent", _("its publisher's page asks for consent first")
    BLOCKED = "blocked", _("its publisher's page asks for a sign-in or a proof of being a person")


class Articles(models.QuerySet["Article"]):
    """Articles, as they are asked for."""

    def edition(self, specimen: bool) -> Articles:
        """Those of the specimen edition, or the reader's own.

        `specimen=False` would become NOT specimen, for which SQLite cannot use the index that an edition's order lies in.
        """
        return self.filter(specimen__in=[specimen])


class Article(ArticleText):
    """An article as it stands now. Its address in the paper is its primary key, which grows with arrival.

    The specimen edition is a library of its own: the same key can be there once and among the reader's own articles once.
    """

    key = models.CharField(max_length=64, help_text="the id that reading gives it")
    page = models.ForeignKey(FetchedPage, models.PROTECT, related_name="articles", help_text="where its text as it stands was read")
    position = models.PositiveIntegerField(help_text="its place on the page, the main article 0")
    specimen = models.BooleanField(default=False)
    url = models.CharField(max_length=2000, blank=True)
    publisher = models.ForeignKey(Publisher, models.PROTECT, null=True, related_name="articles")
    agency = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=8, blank=True)
    section = models.CharField(max_length=200, blank=True)
    image = models.JSONField(null=True, help_text="{url, alt, caption, credit}")
    partial = models.CharField(max_length=16, choices=Partial.choices, blank=True, help_text="why it is not the whole text; empty: it is")
    at_home = models.BooleanField(default=True, help_text="its own site tells it, or its owner gave it by hand; else a stranger does")
    followed = models.BooleanField(default=False, help_text="its own page was read, which a source led to")
    arrived = models.DateTimeField(help_text="when its page was fetched")
    ranked = models.DateTimeField(help_text="published, or arrived where there is no date or it lies in the future")
    changed = models.DateTimeField(null=True, help_text="when the page that changed its text was fetched")
    sketch = models.BinaryField(default=b"", help_text="see octavo.grouping.copies")
    seen = models.CharField(max_length=32, blank=True, help_text="what a reader sees of it as hexadecimal digits; empty: not known yet")

    objects = Articles.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "specimen"], name="article_once")]
        indexes = [models.Index(fields=["specimen", "-ranked", "-id"], name="edition_order")]


class ArticleVersion(ArticleText):
    """An earlier text of an article, and the page where it was read."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="versions")
    page = models.ForeignKey(FetchedPage, models.SET_NULL, null=True)
    replaced = models.DateTimeField(help_text="when the page with the next text was fetched")

    class Meta:
        indexes = [models.Index(fields=["article", "-replaced"], name="version_order")]
