"""What is measured of each line of a flattened page, for the model that tells body from furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import log1p

from octavo.reading import flat_furniture as furniture
from octavo.reading.lines import Line, ends_sentence

NAMES = (
    "words", "four words", "ten words", "twenty words", "forty words", "ends a sentence", "sentences inside", "commas",
    "small words", "digits", "capitals only", "list", "bar or arrow", "button", "opens tail", "pointer", "asking", "caption",
    "seen before", "quote mark", "text above 1", "text below 1", "text around 3", "text around 8", "text around 20", "buttons around 4",
    "lists around 4", "small words around 2", "tail above", "long text above", "long text below", "prose line",
    "text above 6", "text below 6", "text since tail", "date or byline", "dates above", "under a colon", "small words above 4", "small words below 4",
    "any dates above", "buttons above 6", "buttons below 6",
)
"""The names of the numbers that `features` gives, in their order."""

DATE, COLON = 20, 21
PROSE_WORDS = 12
"""A line with at least so many words that ends a sentence is prose: what bodies are mostly made of."""
TAIL_REACH = 12
"""How many lines below a tail's heading its shadow falls."""

_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\bago\b|^(?:by|von|por|par|di|door|oleh|автор)\b", re.IGNORECASE)
_INNER_STOP = re.compile(r"[a-zа-яёà-ÿ0-9\"”’)][.!?…][\"”’»)]* [\"“‘«(]*[A-ZА-ЯЁÀ-Þ0-9]")
_BAR = re.compile(r"[|»›→▸►]|>>")
_LOOK = 600
"""Characters of a long line that are looked at closely; its length counts in full."""


def features(lines: Sequence[Line]) -> list[tuple[float, ...]]:
    """For each line the numbers named in `NAMES`. Linear in the length of the text."""
    times_seen = Counter(line.text for line in lines)
    own = [_own(line, times_seen[line.text] > 1) for line in lines]
    return [mine[:20] + around for mine, around in zip(own, _around(own), strict=True)]


def _own(line: Line, seen_before: bool) -> tuple[float, ...]:
    text = line.text
    words = text.count(" ") + 1
    head = text[:_LOOK]
    pieces = head.split(" ")
    small = sum(1 for piece in pieces if piece[:1].islower()) / len(pieces)
    digits = sum(map(str.isdigit, head)) / len(head)
    ends = ends_sentence(text)
    long = len(text) > furniture.LONGEST
    return (
        log1p(words), words >= 4, words >= 10, words >= 20, words >= 40, ends, min(len(_INNER_STOP.findall(head)), 4), min(head.count(","), 4),
        small, digits, text.isupper(), line.mark == "list", _BAR.search(head) is not None,
        not long and words < 8 and furniture.is_button(text), words < 12 and furniture.opens_tail(text), not long and furniture.is_pointer(text),
        not long and furniture.is_asking(text), not long and furniture.is_caption(text), seen_before, '"' in head or "“" in head,
        words <= 14 and _DATED.search(text) is not None, words >= 4 and text.endswith(":"),
    )


def _around(own: Sequence[tuple[float, ...]]) -> list[tuple[float, ...]]:
    size = len(own)
    prose = [row[0] if row[0] >= log1p(PROSE_WORDS) and row[5] and not row[16] and not row[17] else 0.0 for row in own]
    prose_sums, buttons, lists = (_sums(values) for values in (prose, [row[13] + row[14] for row in own], [row[11] for row in own]))
    small = _sums([row[8] for row in own])
    text_lines = _sums([float(value > 0) for value in prose])
    whole = text_lines[-1] or 1.0
    rows, tail_at, date_at, colon_at = [], -10 * TAIL_REACH, -10 * TAIL_REACH, -1000
    dates = 0
    for at in range(size):
        shadow = max(0.0, 1 - (at - tail_at) / TAIL_REACH)
        if own[at][14]:
            tail_at = at
            colon_at = -1000
        above_date = max(0.0, 1 - (at - date_at) / TAIL_REACH)
        under = max(0.0, 1 - (at - colon_at) / 40)
        any_dates = float(dates > 0)
        if own[at][DATE]:
            date_at = at
            dates += 1
        if own[at][13] or own[at][16]:
            colon_at = -1000
        elif own[at][COLON]:
            colon_at = at
        rows.append((
            prose[at - 1] if at else 0.0,
            prose[at + 1] if at + 1 < size else 0.0,
            _mean(prose_sums, at, 3), _mean(prose_sums, at, 8), _mean(prose_sums, at, 20),
            _mean(buttons, at, 4), _mean(lists, at, 4), _mean(small, at, 2),
            shadow, text_lines[at] / whole, (text_lines[-1] - text_lines[at + 1]) / whole, float(prose[at] > 0),
            _span(text_lines, at - 6, at), _span(text_lines, at + 1, at + 7), _span(text_lines, max(0, tail_at), at) if tail_at >= 0 else 1.0,
            float(own[at][DATE]), above_date, under, _span(small, at - 4, at), _span(small, at + 1, at + 5), any_dates,
            _span(buttons, at - 6, at), _span(buttons, at + 1, at + 7),
        ))
    return rows


def _sums(values: Sequence[float]) -> list[float]:
    return list(accumulate(values, initial=0.0))


def _span(sums: Sequence[float], start: int, end: int) -> float:
    start, end = max(0, start), min(len(sums) - 1, end)
    return (sums[end] - sums[start]) / (end - start) if end > start else 0.0


def _mean(sums: Sequence[float], at: int, reach: int) -> float:
    start, end = max(0, at - reach), min(len(sums) - 1, at + reach + 1)
    return (sums[end] - sums[start]) / (end - start)
