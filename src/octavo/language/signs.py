"""What the model is told about each piece of a text beside the piece itself: case, where paragraphs begin, what is quoted.

The vocabulary has small letters only, and no line ends: without these signs "White House" would be "white house" to the model.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from octavo.language.wordpiece import Pieces

CASES = 12
"""Small, Capitalised, CAPITALS, mIxed, digits, anything else; and the same six again for a piece that goes on a word."""
QUOTES = 4
"""Outside quotation marks, inside, (unused), a mark itself."""
NO_CASE = 5
"""The case of what is no piece of the text: the model's own signs and padding."""

_INNER = 6
_INSIDE, _MARK = 1, 3
_OPENING, _CLOSING, _EITHER = "“", "”", '"'


@dataclass(frozen=True, slots=True)
class Signs:
    """Arrays of length N, one entry a piece: `case` < CASES, `paragraph` 1 where a piece is the first of its line, `quote` < QUOTES."""

    case: NDArray[np.int64]
    paragraph: NDArray[np.int64]
    quote: NDArray[np.int64]


def signs(text: str, pieces: Pieces) -> Signs:
    """The signs of the pieces of that text.

    A blank line closes what a quotation mark opened: in a quotation that runs over paragraphs each opens anew, and one that is never
    closed spoils no more than its own paragraph.
    """
    case, paragraph, quote = [], [], []
    seen: dict[str, int] = {}
    inside, last = 0, 0
    for start, end, inner in zip(pieces.starts.tolist(), pieces.ends.tolist(), pieces.inner.tolist(), strict=True):
        if start != last or not last:
            gap = text[last:start]
            first = not last or "\n" in gap
            if not last or "\n\n" in gap:
                inside = 0
        else:
            first = False
        word = text[start:end]
        kind = seen.get(word)
        if kind is None:
            kind = seen[word] = _case(word)
        case.append(kind + _INNER if inner else kind)
        paragraph.append(int(first))
        mark = word in (_OPENING, _CLOSING, _EITHER)
        quote.append(_MARK if mark else inside)
        if mark:
            inside = _INSIDE if word == _OPENING or (word == _EITHER and not inside) else 0
        last = end
    return Signs(np.array(case, np.int64), np.array(paragraph, np.int64), np.array(quote, np.int64))


def _case(word: str) -> int:
    if word.isdigit():
        return 4
    if not any(map(str.isalpha, word)):
        return NO_CASE
    if word.islower():
        return 0
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 1
    return 2 if word.isupper() else 3
