"""A text as words that a newsroom's house style leaves alone: spelling, typography and figures folded to one form.

"The programme's centre cost US$1.5 million" and "the program’s center cost $1.5m" are the same words. Folding is blind: it changes letters
wherever they stand, which is quick and does no harm, since folded words are compared with folded words alone.
"""

from __future__ import annotations

import re
from unicodedata import normalize

_MARKS = re.compile(r"[\u0300-\u036f]+")
_DROPPED = "’‘ʼ´`\u00ad\u200b\u200c\u200d\u2060\ufeff"
_MONEY = (("€", " euro "), ("£", " pound "))
_SPELLING = (
    ("per cent", "percent"), ("%", " percent"), ("programme", "program"), ("ou", "o"), ("c", "s"), ("z", "s"), ("tre", "ter"), ("ll", "l"),
    ("ogue", "og"), ("ae", "e"), ("oe", "e"), ("grey", "gray"), ("dgem", "dgm"), ("sheque", "shesk"), ("sheck", "shesk"), ("tyre", "tire"),
    ("kerb", "surb"), ("aluminium", "aluminum"), ("whilst", "while"), ("towards", "toward"), ("ageing", "aging"),
)
"""Pairs in the order in which they are put: each sees what the ones before it made."""
_INNER = re.compile(r"[,.](?:(?<=\d,)(?=\d{3})|(?<=[a-z]\.)(?=[a-z](?:\W|$)))")
"""The comma of a thousand and the points of an abbreviation."""
OPENS, CLOSES = "\x02", "\x03"
"""Signs that the caller may set around a part of a text, which come out as words."""
_SIGNED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"
"""Scripts that set no space between words: each sign is one."""
_WORD = re.compile(rf"\d+|[^\W\d_{_SIGNED}]+|[{_SIGNED}{OPENS}{CLOSES}]")
_ASCII_WORD = re.compile(rf"\d+|[a-z]+|[{OPENS}{CLOSES}]")
_FOREIGN = re.compile(r"[^\W\x00-\x7f]")
_SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"


def _spelled(text: str) -> str:
    for written, folded in _SPELLING:
        text = text.replace(written, folded)
    return text


_ALIKE = {
    **{_spelled(word): str(number) for number, word in enumerate(_SMALL.split(), 1)},
    **{_spelled(word): str(number * 10) for number, word in enumerate(_TENS.split(), 2)},
    **{_spelled(name)[:3]: _spelled(name) for name in _MONTHS.split() if name not in ("march", "may")},
    "sept": "september",
    "milion": "m", "mn": "m", "bilion": "bn", "b": "bn", "trilion": "tn", "dolars": "", "dolar": "", "eros": "ero", "ponds": "pond",
    "kilometers": "km", "kilometer": "km", "kilometres": "km", "mister": "mr", "dostor": "dr", "st": "saint",
}
"""What else is written in two ways; "": left out, since a sign may say it."""


def fold(text: str) -> list[str]:
    """Text -> its words in order, small, in one spelling, without marks of any kind. Linear in the length of the text."""
    text = text.lower().replace("'", "")
    if not text.isascii():
        text = _plain(text)
    text = _spelled(_INNER.sub("", text))
    words = (_ASCII_WORD if text.isascii() else _WORD).findall(text)
    return [alike for word in words if (alike := _ALIKE.get(word, word))]


def _plain(text: str) -> str:
    for sign in _DROPPED:
        text = text.replace(sign, "")
    for sign, name in _MONEY:
        text = text.replace(sign, name)
    text = _MARKS.sub("", normalize("NFKD", text))
    return text if _FOREIGN.search(text) else text.encode("ascii", "replace").decode()
