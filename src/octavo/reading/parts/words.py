"""How many words a text has and whether it ends as a sentence, in scripts with and without spaces between words."""

from __future__ import annotations

import re

END_MOST = 8
"""How many characters at the end of a text are looked at for the mark that ends a sentence."""
UNMARKED_WORDS = 20
"""In Thai, Lao and Khmer, where a space ends a sentence, a text of so many words is one."""

STOPS = ".!?…:;。．！？：；｡।॥؟۔።།။។"
"""Marks that end a sentence, or announce what follows."""

_SENTENCE_END = re.compile(rf"[{STOPS}][\"'”’»)\]」』）】]*$|[\"”»)」』）]$")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_UNMARKED = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff]$")


def words_of(text: str) -> int:
    """How many words a text has, about: in scripts that set no spaces between them, one for two letters."""
    spaced = text.count(" ") + 1
    if spaced * 12 > len(text) or text.isascii():
        return spaced
    return spaced + len(_UNSPACED.findall(text[:1_000])) // 2


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does: a stop, with any quotes and brackets after it, or a closing quote or bracket."""
    if _SENTENCE_END.search(text[-END_MOST:]):
        return True
    return _UNMARKED.search(text) is not None and words_of(text) >= UNMARKED_WORDS
