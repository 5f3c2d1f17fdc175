"""What a reader typed -> the text that is kept: no controls, nothing that cannot be seen, no piles of marks. Pure, in linear time.

Sources: Unicode Standard Annex 9 (characters that turn the direction of writing), Annex 15 (normal forms), Technical Report 36 (2.10).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

MARKS = 4
"""Combining marks that a letter keeps. No language stacks more."""

LONGEST = 10_000
"""Characters of a comment, after cleaning."""

NAME = 80
"""Characters of a name."""

_JOINERS = "\u200c\u200d"
_INVISIBLE = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800\u034f\U0001d159")
"""Letters and marks by their category that show nothing."""
_LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
_MANY_LINES = re.compile(r"\n[ \n]*\n")


def cleaned(typed: str) -> str:
    """The text of a comment, in normal form C, without white space around it and with at most one empty line in a row."""
    lines = _LINE_ENDS.sub("\n", typed).replace("\t", "    ")
    # Marks are cut first: putting a pile of them in their order takes time that grows with the square of its height.
    kept = unicodedata.normalize("NFC", "".join(_seen(lines)))
    bare = "\n".join(line.rstrip() for line in kept.split("\n"))
    return _MANY_LINES.sub("\n\n", bare).strip("\n ")


def one_line(typed: str, most: int) -> str:
    """The same on one line, cut to `most` characters: for reasons, quoted words, names."""
    said = " ".join(cleaned(typed[: most * 8]).split())[:most].rstrip()
    return said if shows(said) else ""


def shows(text: str) -> bool:
    """Whether there is anything to be seen in a text, cleaned: marks alone, such as choose between two forms of a picture, are nothing."""
    return any(unicodedata.category(char)[0] in "LNPS" for char in text)


def _seen(text: str) -> Iterator[str]:
    """The characters that stay."""
    marks = 0
    for place, char in enumerate(text):
        if char < "\x7f":
            if char >= " " or char == "\n":
                marks = 0
                yield char
            continue
        category = unicodedata.category(char)
        if category[0] == "M":
            marks += 1
            if marks <= MARKS and char not in _INVISIBLE:
                yield char
        elif category[0] == "C":  # controls, format characters, halves of pairs, and what has no meaning yet
            if char in _JOINERS and _joins(text, place):
                yield char
        elif category == "Zs":
            marks = 0
            yield " "
        elif char not in _INVISIBLE:
            marks = 0
            yield char


def _joins(text: str, place: int) -> bool:
    """Whether a joiner stands where scripts and pictures need one: between two letters that are not Latin ones."""
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return len(around) == 2 and all(char > "\u02af" and unicodedata.category(char)[0] in "LMS" for char in around)
