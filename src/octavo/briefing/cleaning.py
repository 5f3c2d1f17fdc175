"""A sentence as a line of a brief: to the letter but for what only its place in the article asked for.

The clean-ups are stated here and nowhere else: an opening connective ("But", "Meanwhile,", "However,") goes and the next letter becomes a
capital; a place and agency before a dash go; white space becomes single blanks. Nothing is added and no word is changed.
"""

from __future__ import annotations

import re

_DATELINE = re.compile(r"^[A-Z][A-Z .,’'-]{2,40}(?:,? [A-Z][a-z]+\.? \d{1,2})?(?: \([^)]{2,30}\))? ?[—–-] ")
_CONNECTIVE = re.compile(
    r"^(?:(?:But|And|Or|So|Yet|Nor)\b,? (?=\S)"
    r"|(?:However|Meanwhile|Moreover|Furthermore|Nevertheless|Nonetheless|Still|Also|In addition|Additionally|Instead|Indeed|Besides"
    r"|At the same time|By contrast|In contrast|On the other hand|In turn|As a result|Consequently|Therefore|Thus|Similarly|Likewise"
    r"|For (?:his|her|its|their) part|For example|For instance|In fact|Of course|Then|Now|Finally|Separately|Elsewhere|Earlier|Later"
    r"|Even so|That said|Regardless),? (?=\S))"
)
_BLANKS = re.compile(r"\s+")


def cleaned(text: str) -> str:
    """A sentence as printed -> the line. Twice is as once. Never empty where the sentence is not."""
    line = _BLANKS.sub(" ", text).strip()
    bare = _DATELINE.sub("", line, count=1)
    while (rest := _CONNECTIVE.sub("", bare, count=1)) != bare and rest:
        bare = rest[0].upper() + rest[1:]
    return bare or line


def says(line: str, span_text: str) -> bool:
    """Whether a line is what a cited span says: its words to the letter after the clean-ups, or a whole stretch of them."""
    whole, told = _BLANKS.sub(" ", span_text).strip(), _BLANKS.sub(" ", line).strip()
    return bool(told) and (told == cleaned(span_text) or told in whole or told[0].lower() + told[1:] in whole)
