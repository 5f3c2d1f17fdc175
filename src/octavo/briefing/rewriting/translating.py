"""A text in another language, by a model: never checked, and to be shown as that, beside the original."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from octavo.briefing.rewriting.asking import Model, Unusable, answer_of, with_data

MOST_CHARACTERS = 12_000
"""Of a text that is asked to be translated."""
TIMES = 4
"""How much longer than its original a paragraph may be."""
_PROMPT = """You are a translator of a newspaper. Translate each of the given paragraphs into {language}: all of it, nothing added,
nothing explained, names as they are.
Answer with JSON alone, with as many paragraphs as were given.
The form: {{"paragraphs": ["…"]}}"""


def translated(paragraphs: Sequence[str], language: str, model: Model) -> tuple[str, ...]:
    """Paragraphs of an article, its headline first, in `language` ("English"), as many as were given; plain text, without what is not seen.

    What comes is not checked and cannot be: an article that speaks to the model may get its way. It is to be shown beside the original, and
    as unchecked. Raises Unusable for a text that is too long and for an answer of another form, and what the model raises.
    """
    if not paragraphs or sum(map(len, paragraphs)) > MOST_CHARACTERS:
        raise Unusable(f"a text of up to {MOST_CHARACTERS:,} characters is translated, and no longer one.")
    made = answer_of(model(_PROMPT.format(language=language), with_data({"paragraphs": list(paragraphs)}))).get("paragraphs")
    if not isinstance(made, list) or len(made) != len(paragraphs) or not all(isinstance(each, str) and each.strip() for each in made):
        raise Unusable("the language model did not translate each paragraph.")
    return tuple(_plain(each, TIMES * len(original) + 200) for each, original in zip(made, paragraphs, strict=True))


def _plain(text: str, most: int) -> str:
    seen = "".join(letter if unicodedata.category(letter)[0] != "C" else " " for letter in text)
    return " ".join(seen.split())[:most]
