"""Texts that are nobody's to read any more are taken out of the library. To be called while `writing`."""

from __future__ import annotations

from collections.abc import Iterable

from octavo.site.library.keeping_articles import let_go
from octavo.site.library.models import KeptArticle
from octavo.site.readers.comments.models import Comment, EarlierText, Report


def empty_deleted(comments: Iterable[int]) -> None:
    """Empty those of the comments that their writers deleted, unless they are under report."""
    rows = Comment.objects.filter(pk__in=list(comments), state=Comment.State.DELETED)
    empty(rows.exclude(reports__in=Report.objects.filter(settled=None)).values_list("pk", flat=True))


def empty(comments: Iterable[int]) -> None:
    """Take the texts of these comments out, the earlier ones too."""
    numbers = list(comments)
    EarlierText.objects.filter(comment__in=numbers).delete()
    Comment.objects.filter(pk__in=numbers).update(text="", html="", quote="", start=0)


def let_go_of(article: int | None, story: int | None, by: str) -> None:
    """The article, or the one that stands for the story, need not stay for its comments where they are all deleted."""
    left = Comment.objects.filter(article=article, story=story).exclude(state=Comment.State.DELETED)
    if left.exists():
        return
    if article:
        let_go(article, by)
    else:
        KeptArticle.objects.filter(by=f"{by}:{story}").delete()

