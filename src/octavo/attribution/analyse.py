"""Texts -> their analyses: the spans that the model finds, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from octavo.analysis import Analysis, Attribution, Entity, Found
from octavo.article import Article
from octavo.attribution.acts.act import act
from octavo.attribution.acts.form import form
from octavo.attribution.occasions.occasion import occasion
from octavo.attribution.spans.finder import Finder
from octavo.attribution.spans.quoting import as_quoted
from octavo.attribution.speakers.speakers import speakers
from octavo.language.sentences import sentences


def analyse(texts: Sequence[str], published: Sequence[date | None], finder: Finder | None = None) -> tuple[Analysis, ...]:
    """The analysis of each text, in their order; `published` is the day that "on Tuesday" counts from, None where it is not known.

    A text's analysis does not depend on the others. Raises TooLarge for a text of more than MAX_CHARACTERS, and
    octavo.language.model.ModelError where the model is missing or damaged.
    """
    found = (finder or _finder()).find(texts)
    return tuple(_analysis(text, day, *each) for text, day, each in zip(texts, published, found, strict=True))


def analyses_of(articles: Sequence[Article]) -> tuple[Analysis, ...]:
    """The analysis of each article, in their order: of one in English, or of which nobody knows the language, as `analyse` gives it, of
    another its sentences alone. A text that comes again, as copies do, is analysed once. Raises as `analyse` does."""
    texts = [(article.text, article.published.date() if article.published else None) for article in articles]
    read = list(dict.fromkeys(text for text, article in zip(texts, articles, strict=True) if _is_english(article)))
    found = dict(zip(read, analyse([text for text, _ in read], [day for _, day in read]), strict=True)) if read else {}
    return tuple(
        found[text] if _is_english(article) else Analysis(sentences(article.text, article.language or ""), (), ())
        for text, article in zip(texts, articles, strict=True)
    )


def _is_english(article: Article) -> bool:
    return not article.language or article.language.lower().split("-")[0] == "en"


@lru_cache(maxsize=1)
def _finder() -> Finder:
    return Finder()


def _analysis(text: str, published: date | None, found: tuple[Found, ...], entities: tuple[Entity, ...]) -> Analysis:
    parts = sentences(text)
    found = tuple(as_quoted(text, each) for each in found)
    who = speakers(text, parts, entities, found)
    return Analysis(
        sentences=parts,
        entities=entities,
        attributions=tuple(
            Attribution(
                each.source, each.cue, each.content, speaker, *act(text, each), form(text, each),
                occasion(text, each, parts, entities, published), each.confidence,
            )
            for each, speaker in zip(found, who, strict=True)
        ),
    )
