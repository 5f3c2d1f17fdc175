"""Words of a text -> terms: numbers that stand for words without their endings, each with how telling it is."""

from __future__ import annotations

import re
import struct
from functools import lru_cache
from importlib.resources import files
from math import sqrt
from zlib import crc32

LONGEST = 20_000
"""Characters of a text that are read: what an event is stands in its beginning, and time stays bounded."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
RAREST = 8.6
"""The logarithm for a word that the counted text does not hold."""
TABLE = "frequencies.bin"
_COMMON = 2.0
"""A word in more than one of seven articles (the logarithm of that) says nothing about an event."""


def words(text: str) -> list[str]:
    """The words of a text in small letters, without their commonest English endings; digits count as words."""
    return [stem(_POSSESSIVE.sub("", word).replace("’", "'")) for word in _WORD.findall(text[:LONGEST].lower())]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word in small letters without the endings of plurals and verbs ("bodies" and "body", "launched" and "launch" are one).

    After the S-stemmer of Harman 1991, "How effective is suffixing?", with -ed and -ing besides: rough, fast, and the same for each.
    """
    if len(word) < 5 or not word.isalpha():
        return word[:-1] if len(word) == 4 and word[-1] == "s" and word[-2] not in "su" else word
    if word.endswith("ies"):
        return word[:-3] + "y"
    for ending, shortest in (("ing", 7), ("ed", 6), ("es", 6), ("s", 5)):
        if word.endswith(ending) and len(word) >= shortest and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    if word[-1] == "e" and len(word) > 4:
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "lsz" else word


@lru_cache(maxsize=65_536)
def term(word: str) -> int:
    """The number, never 0, that stands for a word; two words have one in a billion cases."""
    return crc32(word.encode(errors="replace")) or 1


@lru_cache(maxsize=1)
def _table() -> dict[int, float]:
    """What `training/stories/frequencies.py` counted: terms, and for each the natural logarithm of articles to articles that hold it."""
    data = (files("octavo.grouping.stories") / TABLE).read_bytes()
    size = len(data) // 5
    return {number: telling / 25 for number, telling in zip(struct.unpack_from(f"<{size}I", data), data[size * 4 :], strict=True)}


@lru_cache(maxsize=65_536)
def telling(word: str) -> float:
    """How much a stemmed word says about which event is meant, 0 for what says nothing: the root of its inverse document frequency.

    Counted in news text of another time, since a paper that begins has read nothing yet, and one with a great story much about it. The
    root, so that no misprint outweighs the name that all have.
    """
    found = _table().get(term(word), RAREST)
    return sqrt(found) if found > _COMMON else 0.0
