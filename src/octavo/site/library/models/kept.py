"""The articles that stay in the library however old they are, and those that are not to come back."""

from __future__ import annotations

from django.db import models

from octavo.site.library.models.articles import Article


class KeptArticle(models.Model):
    """An article that somebody wants kept: it is saved, highlighted or commented on. See `octavo.site.library.keeping_articles`."""

    article = models.ForeignKey(Article, models.CASCADE, db_index=False, related_name="kept")
    by = models.CharField(max_length=40, help_text='who wants it kept and why, such as "saved:12"')

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "by"], name="kept_once")]

    def __str__(self) -> str:
        return f"{self.article_id} by {self.by}"


class GoneArticle(models.Model):
    """An article that was taken out, since it is kept no longer. See `octavo.site.library.keeping.gone`."""

    key = models.CharField(max_length=64, primary_key=True, help_text="the id that it had")
    listed = models.DateTimeField(db_index=True, help_text="when it was last on a page, to within a month")

    def __str__(self) -> str:
        return self.key
