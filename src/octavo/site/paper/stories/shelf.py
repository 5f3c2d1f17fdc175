"""What the pages of stories take from the library: a fixed number of queries, plain data out."""

from __future__ import annotations

from collections.abc import Iterable

from octavo.article import PARAGRAPH_BREAK, Paragraph
from octavo.article import Article as Printed
from octavo.site.library.models import Article


def texts_of(articles: Iterable[int]) -> dict[int, Printed]:
    """Numbers of articles -> their headlines and texts. One query."""
    found = Article.objects.filter(pk__in=list(articles)).values_list("pk", "headline", "text")
    return {pk: printed(pk, headline, text) for pk, headline, text in found}


def printed(pk: int, headline: str, text: str) -> Printed:
    """An article as far as texts are compared."""
    return Printed(str(pk), headline, tuple(Paragraph("text", part) for part in text.split(PARAGRAPH_BREAK) if part))
