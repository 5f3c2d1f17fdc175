"""Texts -> their analyses: the spans that the model finds, and what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from octavo.analysis import Analysis, Attribution, Entity, Found
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
