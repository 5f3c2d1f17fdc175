"""The figures of a text, in digits or words, folded to one form: "three", "1,500", "$1.5bn", "1.5 billion dollars", "12 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_SMALL = {word: number for number, word in enumerate(_ONES.split())}
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * number for number, word in enumerate(_ROUND.split(), start=2)}
_MANY = {"hundred": 100, "dozen": 12, "thousand": 1_000, "million": 10**6, "m": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9,
         "trillion": 10**12, "tn": 10**12, "k": 1_000}  # fmt: skip
_SMALL_WORD = "|".join((*_TENS, *sorted(_SMALL, key=len, reverse=True)))
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_FIGURE = re.compile(
    r"(?<![\w.])(?P<sign>(?:US|A|C)?[$€£¥])?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_SMALL_WORD})(?:[- ](?:{_SMALL_WORD}))?)"
    rf"(?P<many>(?:(?: |-|(?<=\d))(?:hundred|dozen|thousand|million|billion|trillion|bn|mn|m|k|tn)\b)*)"
    rf"(?P<unit> ?%| per ?cent\b| (?:dollars?|euros?|pounds?|yen)\b)?(?![\w])(?!\.\d)",
    re.IGNORECASE,
)
_NO_FIGURE = frozenset(("one",))
"""Words that more often stand for somebody than for a number."""
LONGEST = 30
"""Digits of a number that is read."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at text[start:end]: `value` in plain digits ("1500000000"), `unit` "percent", "dollar", "euro", "pound", "yen" or ""."""

    start: int
    end: int
    value: str
    unit: str

    @property
    def told(self) -> str:
        """What it is told by: two figures that say the same have it in common."""
        return f"{self.value} {self.unit}".strip()


def figures(text: str) -> Iterator[Figure]:
    """The figures of a text in its order; ordinals, the parts of a date's digits and "one" alone are told as they stand, or not at all."""
    for match in _FIGURE.finditer(text):
        if match[0].lower() in _NO_FIGURE:
            continue
        value = _value(match["number"], match["many"])
        if value is not None:
            yield Figure(match.start(), match.end(), value, _unit(match["sign"], match["unit"]))


def _value(number: str, many: str) -> str | None:
    small = number.lower()
    if small[0].isdigit():
        if len(small) > LONGEST:
            return None
        try:
            total = Decimal(small.replace(",", ""))
        except InvalidOperation:  # digits of another script, which a regular expression takes for digits
            return None
    else:
        words = re.split(r"[- ]", small)
        if len(words) == 2 and not (words[0] in _TENS and 0 < _SMALL.get(words[1], 0) < 10):
            return None
        total = Decimal(sum(_TENS.get(word, _SMALL.get(word, 0)) for word in words))
    for word in re.findall(r"[a-z]+", many.lower()):
        total *= _MANY[word]
    return f"{total.normalize():f}"


def _unit(sign: str | None, unit: str | None) -> str:
    if sign:
        return _SIGNS[sign[-1]]
    bare = (unit or "").strip().lower()
    return "percent" if bare.startswith(("%", "per")) else bare.rstrip("s")
