"""A sentence as a line of a brief: to the letter but for what only its place in the article asked for.

The clean-ups are stated here and nowhere else: an opening connective goes ("But", "Meanwhile,", "However,") and the next letter becomes a
capital; a place and agency before a dash go (see `octavo.reading.parts.datelines`); white space becomes single blanks. Nothing is added,
no word is changed, and where a word belongs to what follows it stays: "So far", "Yet another", "Instead of", "Earlier this year".
"""

from __future__ import annotations

import re
from functools import lru_cache

from octavo.reading.parts.datelines import split

_CONNECTIVE = re.compile(
    r"(?:(?:And|But|Yet),? (?!(?:another|to (?:be|come)|for|also)\b)"
    r"|So,? (?=(?:he|she|it|they|we|you|the|a|an|this|that|these|those|his|her|their|its|in|on|at|when|if|after)\b|[A-Z])"
    r"|(?:However|Meanwhile|Moreover|Furthermore|Nevertheless|Nonetheless|Still|Also|In addition|Additionally|Instead|Indeed|Besides"
    r"|At the same time|By contrast|In contrast|On the other hand|In turn|As a result|Consequently|Therefore|Thus|Hence|Similarly|Likewise"
    r"|For (?:his|her|its|their) part|For example|For instance|In fact|Of course|Then|Now|Finally|Separately|Elsewhere|Even so|That said"
    r"|Regardless|Plus|After all|In short|In other words|To be sure|Either way|All the same|Anyway|Again|Next), (?=\S))"
)
_BLANKS = re.compile(r"\s+")
_SHORTEST = 2
"""Words that are left at least of a sentence."""


@lru_cache(maxsize=16_384)
def cleaned(text: str) -> str:
    """A sentence as printed -> the line. Twice is as once. Never empty where the sentence is not."""
    line = _BLANKS.sub(" ", text).strip()
    while (bare := _once(line)) != line and bare.count(" ") + 1 >= _SHORTEST:
        line = bare
    return line


def _once(line: str) -> str:
    found = _CONNECTIVE.match(line)
    if found:
        rest = line[found.end() :]
        return rest[:1].upper() + rest[1:]
    return split(line).rest.strip()


def says(line: str, span_text: str) -> bool:
    """Whether a line is what a cited span says: its words to the letter after the clean-ups, or a whole stretch of them."""
    whole, told = _BLANKS.sub(" ", span_text).strip(), _BLANKS.sub(" ", line).strip()
    return bool(told) and (told == cleaned(span_text) or told in whole or told[0].lower() + told[1:] in whole)
