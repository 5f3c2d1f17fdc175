"""The articles that stay in the library however old they are."""

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
