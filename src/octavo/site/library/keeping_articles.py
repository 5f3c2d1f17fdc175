"""Articles that stay: what somebody saved, marked or commented on is not taken out of the library when it grows old."""

from __future__ import annotations

from octavo.site.library.models import KeptArticle


def keep(article: int, by: str) -> None:
    """Keep the article of that number, for that reason; nothing where it is kept for it already. To be called while `writing`."""
    KeptArticle.objects.get_or_create(article_id=article, by=by)


def let_go(article: int, by: str) -> None:
    """That reason holds no more. To be called while `writing`."""
    KeptArticle.objects.filter(article=article, by=by).delete()
