"""A query that finds nothing -> others that may: with any of its words, at any time, in the whole text, spelled as names are. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from django.utils.translation import gettext as _

from octavo.folding import plain
from octavo.site.library.searching.asked import Asked

ALIKE = 0.78
"""How near a word must come: see `difflib.SequenceMatcher.ratio`."""

_TIME = re.compile(r'\b(?:before|after):\s*(?:"[^"]*"|[^\s"]*)', re.IGNORECASE)
_HEADLINE = re.compile(r"\bin:\s*(?:headlines?|title)\b", re.IGNORECASE)
_COPIES = re.compile(r"\bhas:\s*cop(?:y|ies)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def looser(text: str, query: Asked) -> list[tuple[str, str]]:
    """(what is looser in it, the query) for each that asks less."""
    found = []
    if query.before or query.after:
        found.append((_("At any time"), _without(_TIME, text)))
    if _HEADLINE.search(text):
        found.append((_("In the text too"), _without(_HEADLINE, text)))
    if query.copies:
        found.append((_("With copies or without"), _without(_COPIES, text)))
    words = [each.words for need in query.words for each in need]
    if len(words) > 1:
        found.append((_("Any of these words"), " OR ".join(f'"{each}"' if " " in each else each for each in words)))
    return [(why, asked) for why, asked in found if asked and asked != text]


def spelled(words: Iterable[str], names: Iterable[str]) -> list[tuple[str, str]]:
    """(word, word of a name) for each word that is nearly one."""
    known = list(dict.fromkeys(word for name in names for word in name.split() if len(word) > 3))
    found = []
    for word in words:
        if len(word) > 3 and word not in known:
            found += [(word, each) for each in get_close_matches(word, known, 1, ALIKE)]
    return found


def respelled(text: str, spellings: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """(word of a name, the query with it) for each (word of the query, folded; word of a name)."""
    found = []
    for wrong, right in spellings:
        made = _WORD.sub(lambda match: right if plain(match[0]) == wrong else match[0], text)  # noqa: B023 - used at once
        if made != text:
            found.append((right, made))
    return found


def _without(part: re.Pattern[str], text: str) -> str:
    return " ".join(part.sub(" ", text).split())
