"""Words as the parts of names and noun phrases: what counts as one, its plain form, and what its looks tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from octavo.attribution.speakers.words import ABBREVIATIONS, NAMESAKES, PEOPLE, PERSONS, TITLES
from octavo.attribution.words.lists import listed

PHRASE_MOST = 600
"""Characters of a source that are looked at: a longer one is no noun phrase."""

_TRADES = PERSONS - NAMESAKES
EDGE = " \t\n\r,;:.!?—–-−\"“”„‟«»‹›()[]{}*•…"
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
DETERMINERS = listed("""
a an another any each every her his its my no one our some that the their these this those your
""")
PARTICLES = listed("""
af al av ben bin da das de del della den der di dos du el ibn la le ter van von y
""")
LITTLE = DETERMINERS | PARTICLES
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


def tidy(text: str) -> str:
    """In one line, without the marks around it and a final "'s"."""
    return _POSSESSIVE.sub("", " ".join(text[:PHRASE_MOST].split()).strip(EDGE)).strip(EDGE)


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """In small letters, without full stops and "'s"; short titles in full ("Sen." -> "senator")."""
    word = _POSSESSIVE.sub("", word).lower().replace(".", "").replace("’", "'")
    return ABBREVIATIONS.get(word, word)


def is_title(word: str) -> bool:
    """Whether a word may stand before a name and is none of it: "Governor", "co-Anchor"."""
    small = plain(word)
    return small in TITLES or small in _TRADES or ("-" in small and small.rsplit("-", 1)[1] in PERSONS | {"old"})


def is_trade(word: str) -> bool:
    """Whether a word is what a person does and nobody's name: "Manager"."""
    return plain(word) in _TRADES


def is_plural(head: str) -> bool:
    """Whether this last word of a description is of several people."""
    return head in PEOPLE or (head.endswith("s") and (head[:-1] in PERSONS or (head.endswith("ies") and head[:-3] + "y" in PERSONS)))


def is_survey(words: Sequence[str]) -> bool:
    """Whether the small words of a name end it as a body's that only looks like a document: "the Ostran Geological Survey"."""
    return tuple(words[-2:]) == ("geological", "survey")


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital, or with a particle's ("al-Assad", "deGrasse")."""
    return word[:1].isupper() or (word[:3].lower() in ("al-", "el-") and word[3:4].isupper())
