"""Which articles wait to be analysed, and what becomes of what was found in a text that is no longer theirs."""

from __future__ import annotations

from collections.abc import Sequence

from octavo.analysis import MAX_CHARACTERS
from octavo.site.library.counting import recount
from octavo.site.library.models import Analysis, Article, Statement
from octavo.site.library.unbriefed import expect_briefs_about
from octavo.site.library.writing import insert

ENGLISH = ("en", "")
"""The languages of articles that are analysed; that of a very short text is not known."""

TELLING = frozenset(("text", "published", "language"))
"""The fields of an article that what is found in it hangs on."""



def telling(article: Article) -> tuple[object, ...]:
    """What an analysis of the article hangs on: where that is the same, what was found before holds."""
    return tuple(getattr(article, name) for name in TELLING)


def expect(new: Sequence[Article], changed: Sequence[Article] = ()) -> None:
    """Have articles analysed that are new or say something else than before, inside the caller's `writing()`.

    What was found in those that changed is forgotten. One statement where nothing changed, up to eleven where something did.
    """
    insert([_waiting(article) for article in new if _is_told(article)])
    if not changed:
        return
    pks = [article.pk for article in changed]
    statements = Statement.objects.filter(article__in=pks)
    heard = set(statements.filter(speaker__isnull=False).order_by().values_list("speaker", flat=True).distinct())
    statements.delete()
    Analysis.objects.filter(article__in=pks).delete()
    insert([_waiting(article) for article in changed if _is_told(article)])
    recount(heard)
    expect_briefs_about(pks)


def _is_told(article: Article) -> bool:
    return bool(article.text) and article.language in ENGLISH


def _waiting(article: Article) -> Analysis:
    if len(article.text) > MAX_CHARACTERS:
        return Analysis(article_id=article.pk, problem=f"its text has more than {MAX_CHARACTERS:,} characters")
    return Analysis(article_id=article.pk, waiting=article.ranked)
