"""An article in another language by the owner's model, on the budget of the day: never checked, and to be shown as that."""

from __future__ import annotations

from octavo.briefing.rewriting import translated
from octavo.fetching.model_address import ModelAddress
from octavo.site.desk.rewriting.model import library_model
from octavo.site.library.models import Article


def translation(article: Article, language: str, at: ModelAddress) -> tuple[str, ...]:
    """Headline and paragraphs of an article in `language` ("English"), as many as it has, to be shown beside the original as unchecked.

    The same text is asked about once. Takes as long as the model does, `at.seconds` at most. Raises ModelError, OverBudget and Unusable.
    """
    paragraphs = [article.text[start:end] for _, start, end in article.paragraphs]
    return translated([article.headline, *paragraphs], language, library_model(at))
