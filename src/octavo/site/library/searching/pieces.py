"""What a reader writes into the search, in pieces: words and phrases, each with the operator and the minus before it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from octavo.folding import DOUBLE_MARKS

LONGEST = 2_000
"""Characters of a query that are read; of a longer one, its beginning."""

Operator = Literal["publisher", "agency", "person", "said", "before", "after", "has", "in"]

_OPERATORS = get_args(Operator)

_OTHERS = (
    "author byline cache date filetype from headline intext intitle inurl is label lang language link on since site source speaker subject"
    " tag text title to until url"
)

ELSEWHERE = frozenset(_OTHERS.split())

_QUOTES = str.maketrans(dict.fromkeys(DOUBLE_MARKS, '"'))

_PIECE = re.compile(r'(?P<minus>-*)(?:(?P<name>[^\W\d_]{1,20}):)?(?:"(?P<phrase>[^"]*)(?P<end>"?)|(?P<word>[^\s"]*))')


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a phrase where it is `quoted`; `name`: the operator before it, or ""; `closed`: whether the phrase has its second mark."""

    minus: bool
    name: str
    words: str
    quoted: bool
    closed: bool = True


def on_a_line(text: str) -> tuple[str, bool]:
    """A query as it is read, on one line, and whether its end was left out."""
    head = text[: LONGEST * 4]
    told = " ".join("".join(char if char.isprintable() else " " for char in head).split())
    return told[:LONGEST].strip(), len(told) > LONGEST or len(text) > len(head)


def pieces_of(told: str) -> Iterator[Piece]:
    """A query on a line -> its pieces, in order. AND is none, NOT is the minus of the one behind it."""
    told = told.translate(_QUOTES)
    place, negated = 0, False
    while place < len(told):
        match = _PIECE.match(told, place)
        if match is None or match.end() == place:  # a blank
            place += 1
            continue
        place = match.end()
        name = (match["name"] or "").lower()
        quoted = match["phrase"] is not None
        words = match["phrase"] if quoted else match["word"] or ""
        if name and name not in _OPERATORS and name not in ELSEWHERE:
            words, name = f"{match['name']} {words}", ""
        if not quoted and not name and words == "AND":
            continue
        if not quoted and not name and words == "NOT":
            negated = True
            continue
        minus = negated or bool(match["minus"])
        negated = False
        if quoted or name or words:
            yield Piece(minus, name, words, quoted, not quoted or match["end"] == '"')
