"""Text -> its words and marks with their places, for the rules that read a sentence from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\$?\w+(?:[’'.&/-]\w+)*")
"""A word, wherever one is read: "co-sponsor", "U.S.", "Monday’s", "$5"."""
_PIECE = re.compile(rf"{WORD.pattern}|[^\w\s]")
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a single mark at text[start:end]; `lower` is it in small letters, with straight apostrophes and no possessive s."""

    start: int
    end: int
    lower: str
    capital: bool
    possessive: bool


def words(text: str, start: int, end: int) -> Iterator[Word]:
    """The words and marks that begin in text[start:end]; "Monday’s" and "co-sponsor" are one word each, "Sept." a word and a mark."""
    for match in _PIECE.finditer(text, start, end):
        piece = match.group()
        bare = _POSSESSIVE.sub("", piece)
        yield Word(match.start(), match.end(), bare.lower().replace("’", "'"), piece[0].isupper(), bare != piece)
