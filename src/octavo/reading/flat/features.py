"""What is measured of each line of a flattened page, for the model that tells body from furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import log1p

from octavo.reading.flat.lines import Line

OWN_NAMES = (
    "words", "four words", "ten words", "twenty words", "forty words", "ends a sentence", "sentences inside", "commas", "small words",
    "digits", "capitals only", "list", "bar or arrow", "button", "tail", "pointer", "asking", "caption", "stands twice", "quote mark",
    "date or byline", "prose",
)
"""What is measured of the line itself. Prose: at least `PROSE_WORDS` words, ends a sentence, no furniture."""

AROUND_NAMES = (
    "prose just above", "prose just below", "prose within 3", "prose within 8", "prose within 20", "prose in 6 above", "prose in 6 below",
    "buttons within 4", "buttons in 6 above", "buttons in 6 below", "lists within 4", "small words within 2", "small words in 4 above",
    "small words in 4 below", "near below a tail", "prose since the tail", "near below a date", "below any date", "below a colon",
    "share of prose above", "share of prose below",
)
"""What is measured of the lines around it."""

NAMES = OWN_NAMES + AROUND_NAMES
"""The names of the numbers that `features` gives, in their order."""

PROSE_WORDS = 12
NEAR = 12
"""How many lines below a tail's heading or a date are near it."""
COLON_REACH = 40
"""So many lines below a line that ends with a colon may be the list that it announces."""
DATED_WORDS = 14

_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\bago\b|^(?:by|von|por|par|di|door|oleh|автор)\b", re.IGNORECASE)
_INNER_STOP = re.compile(r"[a-zа-яёà-ÿ0-9\"”’)][.!?…][\"”’»)]* [\"“‘«(]*[A-ZА-ЯЁÀ-Þ0-9]")
_SMALL_WORD = re.compile(r"(?:^|(?<= ))[a-zß-öø-ÿа-яёα-ω]")
_DIGIT = re.compile(r"\d")
_BAR = re.compile(r"[|»›→▸►]|>>")
_LOOK = 600
"""Characters of a long line that are looked at closely; its length counts in full."""

Row = tuple[float, ...]


def features(lines: Sequence[Line]) -> list[Row]:
    """For each line the numbers named in `NAMES`. Linear in the length of the text."""
    times = Counter(line.text for line in lines)
    own = [_own(line, times[line.text] > 1) for line in lines]
    return [mine + around for mine, around in zip(own, _around(lines, own), strict=True)]


def is_dated(line: Line) -> bool:
    """Whether a short line has a year or a time of day, or begins as a byline."""
    return line.words <= DATED_WORDS and _DATED.search(line.text) is not None


def _own(line: Line, twice: bool) -> Row:
    text, words, kind = line.text, line.words, line.furniture
    head = text[:_LOOK]
    prose = words >= PROSE_WORDS and line.ends and kind not in ("asking", "caption")
    return (
        log1p(words), words >= 4, words >= 10, words >= 20, words >= 40, line.ends, min(len(_INNER_STOP.findall(head)), 4),
        min(head.count(","), 4), len(_SMALL_WORD.findall(head)) / (head.count(" ") + 1), len(_DIGIT.findall(head)) / len(head),
        text.isupper(), line.mark == "list", _BAR.search(head) is not None, kind == "button", kind == "tail", kind == "pointer",
        kind == "asking", kind == "caption", twice, '"' in head or "“" in head,
        is_dated(line), prose,
    )


def _around(lines: Sequence[Line], own: Sequence[Row]) -> list[Row]:
    """The numbers of `AROUND_NAMES`. Places outside the page count as empty lines."""
    prose = [row[-1] for row in own]
    mass = [row[0] if row[-1] else 0.0 for row in own]
    buttons = [float(line.furniture in ("button", "tail")) for line in lines]
    small = [row[OWN_NAMES.index("small words")] for row in own]
    return list(zip(
        _window(mass, -1, -1), _window(mass, 1, 1), _window(mass, -3, 3), _window(mass, -8, 8), _window(mass, -20, 20),
        _window(prose, -6, -1), _window(prose, 1, 6), _window(buttons, -4, 4), _window(buttons, -6, -1), _window(buttons, 1, 6),
        _window([float(line.mark == "list") for line in lines], -4, 4), _window(small, -2, 2), _window(small, -4, -1), _window(small, 1, 4),
        *_since(lines, own), strict=True,
    ))


def _window(values: Sequence[float], first: int, last: int) -> list[float]:
    """For each place the mean of the values from `first` to `last`, counted from it."""
    sums = list(accumulate(values, initial=0.0))
    before = max(0, -first)
    padded = [0.0] * before + sums + sums[-1:] * max(0, last)
    size, width = len(values), last - first + 1
    low, high = padded[before + first : before + first + size], padded[before + last + 1 : before + last + 1 + size]
    return [(end - start) / width for start, end in zip(low, high, strict=True)]


def _since(lines: Sequence[Line], own: Sequence[Row]) -> list[list[float]]:
    """What depends on the last heading of a tail, date or colon above, and the shares of the page's prose above and below."""
    dated = OWN_NAMES.index("date or byline")
    whole = sum(row[-1] for row in own) or 1.0
    columns: list[list[float]] = [[] for _ in range(7)]
    tail = date = colon = -COLON_REACH
    above = since = 0.0
    for at, (line, row) in enumerate(zip(lines, own, strict=True)):
        under = (
            max(0.0, 1 - (at - tail) / NEAR), since / (at - tail) if tail >= 0 else 1.0, max(0.0, 1 - (at - date) / NEAR), float(date >= 0),
            max(0.0, 1 - (at - colon) / COLON_REACH), above / whole, 1 - (above + row[-1]) / whole,
        )
        for column, value in zip(columns, under, strict=True):
            column.append(value)
        above += row[-1]
        since += row[-1]
        if line.furniture == "tail":
            tail, since, colon = at, 0.0, -COLON_REACH
        elif line.furniture in ("button", "asking"):
            colon = -COLON_REACH
        elif line.words >= 4 and line.text.endswith(":"):
            colon = at
        if row[dated]:
            date = at
    return columns
